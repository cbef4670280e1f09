"""Which text an information page shows: the office's own rather than the shipped one, the reader's language rather than the office's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from office.models import InformationPage

SHIPPED = Path(__file__).resolve().parent / "pages"
"""`<language>/<slug>.md`: the title as a first-level heading, then the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """A text as the page shows it. `changed_at` is None for a shipped text."""

    title: str
    body: str
    language: str
    changed_at: datetime | None = None


def information(slug: str, language: str) -> Information:
    """The text of one page for a reader of this language. One query.

    A text that the office wrote in its own language comes before a shipped text in the reader's language, because the
    two may contradict each other.
    """
    preferred = list(dict.fromkeys([language, settings.LANGUAGE_CODE]))
    written = {
        page.language: page for page in InformationPage.objects.filter(slug=slug, language__in=preferred)
    }
    for each in preferred:
        if page := written.get(each):
            return Information(title=page.title, body=page.body, language=each, changed_at=page.updated_at)
    return shipped(slug, language)


def shipped(slug: str, language: str) -> Information:
    """The text that comes with Longtake, in this language or otherwise in the office's."""
    path = SHIPPED / language / f"{slug}.md"
    if not path.exists():
        language, path = settings.LANGUAGE_CODE, SHIPPED / settings.LANGUAGE_CODE / f"{slug}.md"
    heading, _, body = path.read_text(encoding="utf-8").partition("\n")
    return Information(title=heading.removeprefix("# ").strip(), body=body.strip(), language=language)
