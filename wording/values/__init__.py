"""The values of a sentence. `str()` of each is English; `wording.sentences` shows it in any language.

Plans are stored as JSON in which the names of its fields identify a value, so no two kinds have the same fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Self

from babel.lists import format_list
from babel.numbers import format_currency
from moneyed import Money

from wording.values.english import country_in_english, language_in_english
from wording.values.holidays import ENGLISH, holiday_name


@dataclass(frozen=True)
class Minutes:
    """A length of time in whole minutes."""

    minutes: int

    def __str__(self) -> str:
        hours, rest = divmod(self.minutes, 60)
        if not hours:
            return f"{rest} min"
        return f"{hours} h {rest:02} min" if rest else f"{hours} h"


@dataclass(frozen=True)
class Days:
    """A number of days."""

    days: int

    def __str__(self) -> str:
        return "1 day" if self.days == 1 else f"{self.days} days"


@dataclass(frozen=True)
class Day:
    """A calendar day at the venue, with its weekday."""

    day: date

    def __str__(self) -> str:
        return f"{self.day:%A} {self.day.day} {self.day:%B %Y}"


@dataclass(frozen=True)
class NamedDay:
    """A calendar day at the venue with what it is called: the public holiday of a country (ISO 3166-1 alpha-2), or `why` nobody comes."""

    named: date
    held_in: str = ""
    why: str = ""

    def name(self, language: str = ENGLISH) -> str:
        return self.why or holiday_name(self.held_in, self.named, language)

    def __str__(self) -> str:
        return ", ".join(filter(None, (str(Day(self.named)), self.name())))


@dataclass(frozen=True)
class Date:
    """A calendar day of a licence, a price or an invoice, shown without its weekday."""

    on: date

    def __str__(self) -> str:
        return f"{self.on.day} {self.on:%B %Y}"


@dataclass(frozen=True)
class Clock:
    """A time of day at the venue."""

    clock: time

    def __str__(self) -> str:
        return f"{self.clock:%H:%M}"


@dataclass(frozen=True)
class Amount:
    """Money: a sum and the ISO 4217 code of its currency."""

    amount: Decimal
    currency: str

    @classmethod
    def of(cls, money: Money) -> Self:
        return cls(money.amount, str(money.currency))

    def __str__(self) -> str:
        return format_currency(self.amount, self.currency, locale="en_US")


@dataclass(frozen=True)
class Country:
    """A country by its ISO 3166-1 alpha-2 code. English puts “the” before some; other languages write the bare name."""

    country: str

    def __str__(self) -> str:
        return country_in_english(self.country)


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 tag."""

    tag: str

    def __str__(self) -> str:
        return language_in_english(self.tag)


@dataclass(frozen=True)
class Title:
    """The name of a film, or of something that the office named, in its own language; an empty language is unknown."""

    title: str
    language: str = ""

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True)
class Word:
    """A word or phrase of ours inside a sentence, in English, marked with `gettext_noop`: “public screening”."""

    word: str

    def __str__(self) -> str:
        return self.word


@dataclass(frozen=True)
class Listed:
    """A list of several values: “1, 2 and 3”."""

    each: tuple[Value, ...]

    def __str__(self) -> str:
        return format_list([str(value) for value in self.each], locale="en_GB")


type Value = (
    int
    | str
    | Minutes
    | Days
    | Day
    | NamedDay
    | Date
    | Clock
    | Amount
    | Country
    | Language
    | Title
    | Word
    | Listed
)
