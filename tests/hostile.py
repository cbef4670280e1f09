"""Mails whose every value is hostile must have the structure of those whose values are harmless."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import models

from licensing.models import Order
from reminders.kinds import Kind
from reminders.models import Reminder
from reminders.writing.messages import compose

HOSTILE = (
    "A,\n\n# Your account is closed\r\n\r\n<https://evil.example/>\n\n```\ncode\n```\n\n- www.evil.example\n\n    block\n"
    "[x](https://evil.example) `c` *e* **s** <b>b</b> &lt;i&gt; a@evil.example ![p](//evil.example/p.png)\n===\n"
    "\u2028> quote\u202e\x0b\x85\ue0000\ue001 evil。example http\u200d://evil\u2060.example \\"
)
HARMLESS = "Ada"
OURS = {"address", "desk", "schedule", "calendar", "reel", "path", "reset", "signup"}
"""What of a kind's context is our own link, or a drawing of ours that has tests of its own."""


class Structure(HTMLParser):
    """The tags of a page with their attributes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", []))


def assert_is_unmoved_by_hostile_values(kind: Kind, reminder: Reminder) -> None:
    with patch(
        "django.core.signing.time.time", return_value=1_900_000_000
    ):  # or the links of two seconds differ
        harmless, hostile = (_mail_full_of(text, kind, reminder) for text in (HARMLESS, HOSTILE))
    said = f"{hostile.subject} {hostile.body}"
    assert "Your account is closed" in said, "The walk reached no value of this kind."
    assert len(str(hostile.subject).splitlines()) == 1
    assert structure(hostile) == structure(harmless)
    assert _shape(str(hostile.body)) == _shape(str(harmless.body))
    for text in (str(hostile.subject), str(hostile.body), str(hostile.alternatives[0][0])):
        assert not re.search(r"evil\S*[.。]\S*example|https?:\S*evil|[\u202e\u2028\u2060\ue000\ue001]", text)


def structure(mail: EmailMultiAlternatives) -> list[tuple[str, list[tuple[str, str | None]]]]:
    parser = Structure()
    parser.feed(str(mail.alternatives[0][0]))
    return parser.tags


def _shape(body: str) -> list[str]:
    """What begins each line, and the links: nothing of it comes from a value."""
    marks = [re.match(r"(?: {4}|- )?", line)[0] if line else "empty" for line in body.splitlines()]  # type: ignore[index]  # it matches always
    return marks + re.findall(rf"<{re.escape(settings.SITE_URL)}/[^>\s]*>", body)


def _mail_full_of(text: str, kind: Kind, reminder: Reminder) -> EmailMultiAlternatives:
    """The mail, made of a context in which every text is `text`."""

    class Poisoned(type(kind)):  # type: ignore[misc]  # the class is known at run time only
        def __init__(self) -> None:
            self.__dict__.update(kind.__dict__)

        def context(self, reminder: Reminder) -> dict[str, Any] | None:
            context = super().context(reminder)
            assert context is not None
            return {name: value if name in OURS else fill(value, text, 3) for name, value in context.items()}

        def attachments(self, reminder: Reminder) -> list[Any]:
            return []

    mail = compose(reminder, Poisoned())
    assert mail is not None
    return mail


def fill(value: Any, text: str, deep: int) -> Any:
    """The value with `text` for every text in it, through rows and the rows that they belong to."""
    if isinstance(value, str):
        return text
    if isinstance(value, list):
        return [fill(each, text, deep) for each in value]
    if isinstance(value, models.Model) and deep:
        if isinstance(value, Order):
            models.prefetch_related_objects([value], "lines")
            fill(list(value.lines.all()), text, deep - 1)
        _fill_row(value, text, deep)
    return value


def _fill_row(row: models.Model, text: str, deep: int) -> None:
    for column in row._meta.concrete_fields:
        if isinstance(column, models.ForeignKey):
            fill(getattr(row, column.name), text, deep - 1)
        is_text = isinstance(column, models.CharField | models.TextField)
        is_ours = (
            isinstance(column, models.SlugField) or column.choices or column.name in ("time_zone", "country")
        )
        if is_text and not is_ours and not column.name.endswith("currency"):
            may_have_lines = column.name == "refused_because"  # what the office writes
            setattr(row, column.name, " ".join(text.split()) if may_have_lines else text)
