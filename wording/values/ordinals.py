"""The ordinal of a day in dates: French writes “1er janvier”, and no other day with one.

Django's `S` knows English ordinals only (django.utils.dateformat). Formats of other languages ask for it where theirs belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.dateformat import DateFormat
from django.utils.translation import get_language

_english: Callable[[DateFormat], str] = DateFormat.S


def _french(day: int) -> str:
    return "er" if day == 1 else ""


ORDINALS: Mapping[str, Callable[[int], str]] = {"fr": _french}


def _ordinal(self: DateFormat) -> str:
    said = ORDINALS.get((get_language() or "en").split("-")[0])
    return said(self.data.day) if said and isinstance(self.data, date) else _english(self)


def say_ordinals() -> None:
    """Called once, when the apps are ready."""
    DateFormat.S = _ordinal  # type: ignore[method-assign]  # Django has no other place for it
