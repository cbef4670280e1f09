"""Owing: a reminder is owed from the same transaction that made it due. The broker holds no truth."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from reminders.models import Reminder

if TYPE_CHECKING:
    from accounts.models import User

REPLACEABLE = (Reminder.Status.PENDING, Reminder.Status.CANCELLED, Reminder.Status.FAILED)


def subject_of(thing: models.Model) -> str:
    """How a row is named as the subject of reminders: `screenings.showing:12`."""
    return f"{thing._meta.label_lower}:{thing.pk}"


@transaction.atomic
def owe(
    *,
    key: str,
    kind: str,
    subject: str,
    recipient: str,
    due_at: datetime,
    user: User | None = None,
    language: str = "en",
    time_zone: str = "UTC",
    data: dict[str, Any] | None = None,
) -> Reminder:
    """Owes a message; owing the same key again moves it. What is being sent, or was sent, stays as it is.

    `due_at` is aware. Runs in the caller's transaction, so that it is owed exactly when its cause is true.
    """
    if due_at.tzinfo is None:
        raise ValueError("A reminder is due at an aware time.")
    values = {
        "kind": kind,
        "subject": subject,
        "recipient": recipient,
        "due_at": due_at,
        "user": user,
        "language": language,
        "time_zone": time_zone,
        "data": data or {},
    }
    reminder, is_new = Reminder.objects.select_for_update().get_or_create(key=key, defaults=values)
    if not is_new and reminder.status in REPLACEABLE:
        fresh = values | {
            "status": Reminder.Status.PENDING,
            "attempts": 0,
            "claimed_at": None,
            "last_error": "",
        }
        for name, value in fresh.items():
            setattr(reminder, name, value)
        reminder.save(update_fields=list(fresh))
    return reminder


def cancel(*, subject: str, kind: str | None = None, recipient: str | None = None) -> int:
    """Cancels what is still waiting about a subject (of one kind, to one recipient). The number of reminders cancelled."""
    waiting = Reminder.objects.about(subject).waiting()
    if kind is not None:
        waiting = waiting.filter(kind=kind)
    if recipient is not None:
        waiting = waiting.filter(recipient=recipient)
    return waiting.update(status=Reminder.Status.CANCELLED)
