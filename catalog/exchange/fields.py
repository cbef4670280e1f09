"""The types of a film record's own fields: what each accepts, and the sentence for what it does not."""

import re
from typing import Annotated

from django.core.exceptions import ValidationError
from pydantic import AfterValidator, Field

from catalog.exchange.isbn import is_isbn
from catalog.models.identifiers import SCHEMES, Identifies, written
from records.faults import unfit
from records.fields import known_country, known_language, line, text
from wording.say import gettext_noop

LONGEST = 32_767
YEAR_SPAN = re.compile(r"\d{4}/\d{4}")


def positive_minutes(minutes: int) -> int:
    """The minutes, from one to the column's maximum (three weeks)."""
    if minutes < 1:
        template = gettext_noop("A runtime must be at least one minute; {minutes} was given.")
        raise unfit("runtime-not-positive", template, minutes=minutes)
    if minutes > LONGEST:
        template = gettext_noop(
            "A runtime of {minutes} minutes is more than {longest}; is it given in seconds?"
        )
        raise unfit("runtime-too-long", template, minutes=minutes, longest=LONGEST)
    return minutes


def possible_year(year: int) -> int:
    if not 1888 <= year <= 2100:
        template = gettext_noop("{year} is not a valid year for a film; it must be from 1888 to 2100.")
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


def _isbn(text: str) -> str:
    if not is_isbn(text):
        template = gettext_noop("“{text}” is not a valid ISBN: its length or its check digit is wrong.")
        raise unfit("bad-isbn", template, text=text)
    return text.replace("-", "")


def identified(scheme: str, text: str) -> str:
    """A number as its register writes it; raises PydanticCustomError (bad-identifier)."""
    number = written(scheme, text)
    try:
        Identifies(scheme)(number)
    except ValidationError as wrong:
        register = SCHEMES[scheme]
        template = gettext_noop("“{text}” is no number of {register}, such as {example}.")
        raise unfit(
            "bad-identifier", template, text=text, register=register.label, example=register.example
        ) from wrong
    return number


Note = Annotated[str, AfterValidator(text(300))]
Name = Annotated[str, AfterValidator(line(150))]
Short = Annotated[str, AfterValidator(line(50))]
Minutes = Annotated[int, AfterValidator(positive_minutes)]
Year = Annotated[int, AfterValidator(possible_year)]
Position = Annotated[int, Field(gt=0, le=LONGEST)]
PrintYear = Annotated[int, AfterValidator(_print_year)]
Address = Annotated[str, AfterValidator(_web_address)]
Isbn = Annotated[str, AfterValidator(_isbn)]


def stated_value(fact: str | None, value: object) -> int | str | list[str]:
    """The value in the form that the fact requires.

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
            return text(250)(value)
        case (("countries" | "languages"), list()) if value:
            known = known_country if fact == "countries" else known_language
            return [known(str(code)) for code in value]
    template = gettext_noop("The value “{value}” is not valid for the fact “{fact}”.")
    raise unfit("bad-statement", template, value=str(value), fact=str(fact))
