"""The types of a record's fields: what each may hold, and the sentence where it does not."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from django.core.exceptions import ValidationError
from pydantic import AfterValidator, BeforeValidator

from catalog.exchange.faults import unfit
from catalog.exchange.isbn import is_isbn
from wording.bounds import LONGEST_PROSE
from wording.codes import validate_country, validate_language
from wording.one_line import one_line
from wording.say import gettext_noop

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 32_767
YEAR_SPAN = re.compile(r"\d{4}/\d{4}")


def known_language(tag: str) -> str:
    """The tag itself, by the rule of wording.codes; unknown-language otherwise."""
    try:
        validate_language(tag)
    except ValidationError as error:
        raise unfit("unknown-language", "{sentence}", sentence=error.messages[0]) from None
    return tag


def known_country(code: str) -> str:
    """The code itself, by the rule of wording.codes; unknown-country otherwise."""
    try:
        validate_country(code)
    except ValidationError as error:
        raise unfit("unknown-country", "{sentence}", sentence=error.messages[0]) from None
    return code


def positive_minutes(minutes: int) -> int:
    """The minutes themselves, from one to what the column holds (three weeks)."""
    if minutes < 1:
        template = gettext_noop("A runtime is one minute or more; {minutes} was given.")
        raise unfit("runtime-not-positive", template, minutes=minutes)
    if minutes > LONGEST:
        template = gettext_noop(
            "A runtime of {minutes} minutes is more than {longest}; is it given in seconds?"
        )
        raise unfit("runtime-too-long", template, minutes=minutes, longest=LONGEST)
    return minutes


def _text(limit: int | None = None) -> Callable[[str], str]:
    """A check for text that says something, in at most limit characters (the column's width)."""

    def check(text: str) -> str:
        if not text.strip():
            raise unfit("empty-text", gettext_noop("This text is empty; leave the field out or fill it."))
        if limit is not None and len(text) > limit:
            template = gettext_noop("This text has {length} characters; at most {limit} fit here.")
            raise unfit("too-long", template, length=len(text), limit=limit)
        return text.strip()

    return check


def _line(limit: int) -> Callable[[str], str]:
    """As _text, and on one line: what stands in headings, lists and subjects of mails."""

    def check(text: str) -> str:
        said = _text(limit)(text)
        try:
            one_line(said)
        except ValidationError as error:
            raise unfit("not-one-line", "{sentence}", sentence=error.messages[0]) from None
        return said

    return check


def _prose(text: str) -> str:
    """Paragraphs stand apart by an empty line; the lines of one paragraph are one text."""
    return "\n\n".join(" ".join(lines.split()) for lines in re.split(r"\n\s*\n", _text(LONGEST_PROSE)(text)))


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text) or len(text) > 80:
        template = gettext_noop(
            "“{text}” is not a slug; use small letters a to z, digits and single hyphens, 80 at most."
        )
        raise unfit("bad-slug", template, text=text)
    return text


def possible_year(year: int) -> int:
    if not 1888 <= year <= 2100:
        template = gettext_noop("{year} is not a year of film; it lies outside 1888 to 2100.")
        raise unfit("bad-year", template, year=str(year))
    return year


def _print_year(year: int) -> int:
    if not 1 <= year <= 2100:
        raise unfit("bad-year", gettext_noop("{year} is not a year of publication."), year=str(year))
    return year


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or len(text) > 500:
        template = gettext_noop("“{text}” is not a public address; it must begin with https:// or http://.")
        raise unfit("bad-address", template, text=text)
    return text


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            template = gettext_noop("“{value}” is not a date; write it as 2026-09-01.")
            raise unfit("bad-date", template, value=value) from None
    return value


def _isbn(text: str) -> str:
    if not is_isbn(text):
        template = gettext_noop("“{text}” is not an ISBN: its length or its check digit is wrong.")
        raise unfit("bad-isbn", template, text=text)
    return text.replace("-", "")


Prose = Annotated[str, AfterValidator(_prose)]
Note = Annotated[str, AfterValidator(_text(300))]
Line = Annotated[str, AfterValidator(_line(200))]
Name = Annotated[str, AfterValidator(_line(150))]
Label = Annotated[str, AfterValidator(_line(100))]
Short = Annotated[str, AfterValidator(_line(50))]
Slug = Annotated[str, AfterValidator(_slug)]
Language = Annotated[str, AfterValidator(known_language)]
Country = Annotated[str, AfterValidator(known_country)]
Minutes = Annotated[int, AfterValidator(positive_minutes)]
Year = Annotated[int, AfterValidator(possible_year)]
PrintYear = Annotated[int, AfterValidator(_print_year)]
Address = Annotated[str, AfterValidator(_web_address)]
Day = Annotated[date, BeforeValidator(_day)]
Isbn = Annotated[str, AfterValidator(_isbn)]


def stated_value(fact: str | None, value: object) -> int | str | list[str]:
    """The value as the fact asks for it.

    Raises PydanticCustomError (bad-statement, unknown-language, unknown-country,
    runtime-not-positive, bad-year) with a full sentence.
    """
    match fact, value:
        case "runtime", int() if type(value) is int:
            return positive_minutes(value)
        case "year", int() if type(value) is int:
            return possible_year(value)
        case "year", str() if YEAR_SPAN.fullmatch(value):
            return value
        case "colour", "colour" | "black-and-white" | "mixed":
            return str(value)
        case "credit", str():
            return _text(250)(value)
        case (("countries" | "languages"), list()) if value:
            known = known_country if fact == "countries" else known_language
            return [known(str(code)) for code in value]
    template = gettext_noop("The value “{value}” does not fit the fact “{fact}”.")
    raise unfit("bad-statement", template, value=str(value), fact=str(fact))
