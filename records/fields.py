"""The types of fields that records of every kind have: what each accepts, and the sentence for what it does not."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Annotated

from django.core.exceptions import ValidationError
from pydantic import AfterValidator, BeforeValidator, Field

from records.faults import unfit
from wording.bounds import LONGEST_PROSE
from wording.codes import validate_country, validate_language
from wording.one_line import one_line
from wording.say import gettext_noop

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def checked(validator: Callable[[str], None], code: str) -> Callable[[str], str]:
    """A Django validator as a pydantic one: with its own sentence, under our code."""

    def check(text: str) -> str:
        try:
            validator(text)
        except ValidationError as error:
            raise unfit(code, "{sentence}", sentence=error.messages[0]) from None
        return text

    return check


known_language = checked(validate_language, "unknown-language")
known_country = checked(validate_country, "unknown-country")
_on_one_line = checked(one_line, "not-one-line")


def text(limit: int | None = None) -> Callable[[str], str]:
    """A check for text that is not empty and has at most `limit` characters (the column's width)."""

    def check(given: str) -> str:
        if not given.strip():
            raise unfit("empty-text", gettext_noop("This text is empty; leave the field out or fill it."))
        if limit is not None and len(given) > limit:
            template = gettext_noop("This text has {length} characters; at most {limit} are allowed here.")
            raise unfit("too-long", template, length=len(given), limit=limit)
        return given.strip()

    return check


def line(limit: int) -> Callable[[str], str]:
    """Like `text`, and on one line: for headings, lists and subjects of mails."""

    def check(given: str) -> str:
        return _on_one_line(text(limit)(given))

    return check


def slug(limit: int) -> Callable[[str], str]:
    """A check for a name in addresses, in at most limit characters."""

    def check(given: str) -> str:
        if not SLUG.fullmatch(given) or len(given) > limit:
            template = gettext_noop(
                "“{text}” is not a slug; use lower-case letters a to z, digits and single hyphens, at most {limit} characters."
            )
            raise unfit("bad-slug", template, text=given, limit=limit)
        return given

    return check


def _prose(given: str) -> str:
    """Paragraphs are separated by an empty line; the lines of one paragraph are joined."""
    return "\n\n".join(" ".join(lines.split()) for lines in re.split(r"\n\s*\n", text(LONGEST_PROSE)(given)))


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            template = gettext_noop("“{value}” is not a date; write it as 2026-09-01.")
            raise unfit("bad-date", template, value=value) from None
    return value


def _clock(value: object) -> object:
    if isinstance(value, str):
        try:
            return time.fromisoformat(value)
        except ValueError:
            template = gettext_noop('“{value}” is not a time of day; write it as "19:30".')
            raise unfit("bad-time", template, value=value) from None
    return value


Prose = Annotated[str, AfterValidator(_prose)]
Line = Annotated[str, AfterValidator(line(200))]
Label = Annotated[str, AfterValidator(line(100))]
Slug = Annotated[str, AfterValidator(slug(80))]
Language = Annotated[str, AfterValidator(known_language)]
Country = Annotated[str, AfterValidator(known_country)]
Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[time, BeforeValidator(_clock)]
Count = Annotated[int, Field(gt=0)]
