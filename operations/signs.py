"""The signs by which one tells whether everything works. Each app registers its own in `AppConfig.ready`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import Error

UNREADABLE = "It cannot be read, because the database does not answer."


@dataclass(frozen=True)
class Reading:
    sentence: str
    """What is wrong and what to do, in English, for whoever runs the site; empty when all is well."""
    value: float = 0.0
    """The measured value, in the unit that its sign names."""

    @property
    def is_well(self) -> bool:
        return not self.sentence


@dataclass(frozen=True)
class Sign:
    name: str
    """Of lower-case letters and underscores: also part of the metric's name."""
    measures: str
    """What its value is, with its unit."""
    read: Callable[[], Reading]


_signs: dict[str, Sign] = {}


def register(sign: Sign) -> None:
    """Idempotent: a sign of the same name is replaced."""
    _signs[sign.name] = sign


def signs() -> list[Sign]:
    return list(_signs.values())


def readings() -> dict[str, Reading]:
    """Every sign as it is now, by its name. A database that does not answer is a reading too, not an error."""
    return {sign.name: _read(sign) for sign in signs()}


def _read(sign: Sign) -> Reading:
    try:
        return sign.read()
    except Error:
        return Reading(UNREADABLE)
