"""Sentences of pure code for the reader: translated, with each value written as in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps

from django.utils.formats import date_format, localize, time_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext
from djmoney.money import Money

from wording.countries import country_label, language_label
from wording.durations import duration_text
from wording.enumeration import all_of
from wording.say import (
    Amount,
    Clock,
    Country,
    Date,
    Day,
    Days,
    Language,
    Listed,
    Minutes,
    NamedDay,
    Say,
    Title,
    Value,
    Word,
)
from wording.translations import Said


def sentence(say: Say) -> str:
    """In the language of the reader."""
    return say.text(gettext, shown, ngettext)


def sentence_html(say: Say) -> SafeString:
    """The same for a page, where a title in another language says which it is."""
    template = escape(say.chosen(gettext, ngettext))
    values = {name: _marked(value) for name, value in say.params.items()}
    return format_html(template, **values) if values else template


def shown(value: Value) -> str:
    """A value as pages in the reader's language show it."""
    match value:
        case Minutes() | Days() | Day() | Date() | Clock():
            return _time_shown(value)
        case NamedDay(named):
            return ", ".join(filter(None, (shown(Day(named)), value.name(get_language() or "en"))))
        case Amount(amount, currency):
            return str(Money(amount, currency))
        case Country(code):
            return str(value) if _reads_english() else country_label(code)
        case Language(tag):
            return language_label(tag)
        case Listed(each):
            return all_of(map(shown, each))
        case Word(word):
            return gettext(word)
        case int():
            return str(localize(value))
        case _:
            return str(value)


def _time_shown(value: Minutes | Days | Day | Date | Clock) -> str:
    match value:
        case Minutes(minutes):
            return duration_text(minutes)
        case Days(days):
            return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
        case Day(day):
            return date_format(day, "DAY_FORMAT")
        case Date(day):
            return date_format(day, "DATE_FORMAT")
        case Clock(clock):
            return time_format(clock, "H:i")


def _marked(value: Value) -> str:
    if isinstance(value, Title) and value.language:
        return Said(value.title, value.language).html()
    return shown(value)


def _reads_english() -> bool:
    return (get_language() or "en").split("-")[0] == "en"


MOST = 512
"""How many results of one function a process remembers."""


def once_a_language[Asked: Hashable, Said](make: Callable[[Asked], Said]) -> Callable[[Asked], Said]:
    """For a function whose result depends on its one argument and on the reader's language alone, and that nobody changes."""

    @lru_cache(maxsize=MOST)
    def made(_language: str | None, asked: Asked) -> Said:
        return make(asked)

    @wraps(make)
    def remembered(asked: Asked) -> Said:
        return made(get_language(), asked)

    return remembered
