"""A sentence for people as pure code expresses it: a code, an English template and typed values.

Pure code does not use Django's translations. Whoever shows a sentence translates its template, renders the values in the
reader's language and formats (`wording.sentences`); `str(say)` is the English. The two `_noop` functions only mark a
template, so that the ordinary message extraction finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from wording.values import (
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
    Title,
    Value,
    Word,
)

__all__ = [
    "Amount",
    "Clock",
    "Country",
    "Date",
    "Day",
    "Days",
    "Language",
    "Listed",
    "Minutes",
    "NamedDay",
    "Plural",
    "Say",
    "Title",
    "Value",
    "Word",
    "gettext_noop",
    "ngettext_noop",
    "say",
]


class Plural(NamedTuple):
    """A template for one and a template for several; its placeholder {count} decides which."""

    one: str
    several: str


def gettext_noop(template: str) -> str:
    """Mark a template for message extraction and return it unchanged."""
    return template


def ngettext_noop(one: str, several: str) -> Plural:
    """Mark both templates for message extraction, as two forms of one message."""
    return Plural(one, several)


def _same(template: str) -> str:
    return template


def _english(one: str, several: str, count: int) -> str:
    return one if count == 1 else several


@dataclass(frozen=True)
class Say:
    """One sentence: a stable code, an English template with {named} placeholders, and their values.

    With `plural`, `template` is for a {count} of one and `plural` for any other.
    """

    code: str
    template: str
    params: dict[str, Value] = field(default_factory=dict, hash=False)
    plural: str = ""

    def chosen(
        self,
        translate: Callable[[str], str] = _same,
        choose: Callable[[str, str, int], str] = _english,
    ) -> str:
        """The template in the reader's language, in the form that goes with its count."""
        count = self.params.get("count")
        if self.plural and isinstance(count, int):
            return choose(self.template, self.plural, count)
        return translate(self.template)

    def text(
        self,
        translate: Callable[[str], str] = _same,
        show: Callable[[Value], str] = str,
        choose: Callable[[str, str, int], str] = _english,
    ) -> str:
        """The sentence: its template passed through `translate` (through `choose`, with a count), each value through `show`."""
        shown = {name: show(value) for name, value in self.params.items()}
        return self.chosen(translate, choose).format(**shown)

    def __str__(self) -> str:
        return self.text()


def say(code: str, template: str | Plural, **params: Value) -> Say:
    """The sentence under a code; of a Plural, in the form that `count` asks for."""
    if isinstance(template, Plural):
        return Say(code, template.one, params, template.several)
    return Say(code, template, params)
