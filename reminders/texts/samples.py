"""A mail of a kind with real values, by which a text is tried: one that was owed, or else one about a row that it could be about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import Error, transaction
from django.db.models import Max
from django.template import Context, TemplateSyntaxError
from django.template.base import FilterExpression, Parser
from django.utils import timezone, translation
from django.utils.translation import ngettext

from office.distributor.reader import distributor
from reminders.kinds import MOST_SAMPLES, Kind
from reminders.models import Reminder
from reminders.writing.own_words import Texts, say_in
from reminders.writing.rendering import Said

MOST_LOOKED_AT = 20_000
"""Among the newest reminders, because there may be millions and none of the kind."""


@dataclass(frozen=True)
class Sample:
    """The values that one mail of a kind has."""

    kind: Kind
    language: str
    time_zone: str
    values: dict[str, Any]

    def said(self, source: str) -> Said:
        """What the kind says in these words; in ours if there are none. Raises whatever it does where they cannot be used."""
        with translation.override(self.language), timezone.override(self.time_zone):
            if source:
                return say_in(source, self.kind, self.values)
            return Texts({}).say(self.kind, self.language, self.values)

    def shown(self, path: str) -> str:
        """The value of a placeholder; empty where it has its meaning only within a loop."""
        with translation.override(self.language), timezone.override(self.time_zone):
            try:
                value = FilterExpression(path, Parser([])).resolve(Context(self.values), ignore_failures=True)
            except TemplateSyntaxError:
                return ""
            if isinstance(value, list | tuple):
                return ngettext("a list of %(number)d", "a list of %(number)d", len(value)) % {
                    "number": len(value)
                }
            return "" if value is None else str(value)


def sample_of(kind: Kind, language: str) -> Sample | None:
    """The newest that has still something to say; None where there is none."""
    for reminder in (*owed(kind), *kind.samples()):
        reminder.language = language
        with translation.override(language), timezone.override(reminder.time_zone):
            values = _values(kind, reminder)
        if values is not None:
            return Sample(kind, language, reminder.time_zone, values)
    return None


def owed(kind: Kind) -> Iterator[Reminder]:
    """Without codes and links that only their recipients may read."""
    newest = Reminder.objects.aggregate(last=Max("pk"))["last"] or 0
    rows = Reminder.objects.filter(kind=kind.name, pk__gt=newest - MOST_LOOKED_AT).order_by("-pk")
    for row in rows[:MOST_SAMPLES]:
        row.secret = {}
        yield row


def _values(kind: Kind, reminder: Reminder) -> dict[str, Any] | None:
    """None where there is nothing to say, or where the reminder lacks what the kind needs."""
    try:
        with transaction.atomic():
            values = kind.context(reminder)
    except Error:
        raise
    except Exception:  # noqa: BLE001 - whatever an old row lacks, it is no sample
        return None
    return (
        None if values is None else values | {"reminder": reminder, "DISTRIBUTOR": distributor().legal_name}
    )
