"""One reminder owed, for tests."""

from __future__ import annotations

from typing import Any

from reminders.models import Reminder
from reminders.outbox import Owed, owe_many


def owe(**values: Any) -> Reminder:
    """Owes one message, as `owe_many` does, and returns its row."""
    owe_many([Owed(**values)])
    return Reminder.objects.get(key=values["key"])
