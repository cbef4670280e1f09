"""Sentences the planner says to people: a code, an English template and typed values.

The planner knows no translation machinery. Whoever shows a sentence translates `template`, renders the values
in the reader's way and formats; `str(say)` is the English. `gettext_noop` only marks a template, so that the
ordinary message extraction finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time


def gettext_noop(template: str) -> str:
    """Mark a template for message extraction and return it unchanged."""
    return template


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
    """A calendar day at the venue."""

    day: date

    def __str__(self) -> str:
        return f"{self.day:%A} {self.day.day} {self.day:%B %Y}"


@dataclass(frozen=True)
class Clock:
    """A time on the wall at the venue."""

    clock: time

    def __str__(self) -> str:
        return f"{self.clock:%H:%M}"


type Value = int | str | Minutes | Days | Day | Clock


def _same(template: str) -> str:
    return template


@dataclass(frozen=True)
class Say:
    """One sentence: a stable code, an English template with {named} places, and what goes into them."""

    code: str
    template: str
    params: dict[str, Value] = field(default_factory=dict, hash=False)

    def text(self, translate: Callable[[str], str] = _same, show: Callable[[Value], str] = str) -> str:
        """The sentence, its template passed through `translate` and each value through `show`."""
        return translate(self.template).format(**{name: show(value) for name, value in self.params.items()})

    def __str__(self) -> str:
        return self.text()
