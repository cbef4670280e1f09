"""The sign by which one tells that reminders are sent: how long the oldest that is due has waited."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import DurationField, ExpressionWrapper, F
from django.db.models.functions import Now

from operations.signs import Reading, Sign
from reminders.models import Reminder

LATE = timedelta(minutes=15)
"""Longer than one message may take and its lease; after an outage of the mail server reminders do wait longer."""


def read_oldest() -> Reading:
    waited = ExpressionWrapper(Now() - F("due_at"), output_field=DurationField())
    oldest = (
        Reminder.objects.claimable()
        .order_by("due_at")
        .annotate(waited=waited)
        .values_list("waited", flat=True)
        .first()
    )
    if oldest is None:
        return Reading("")
    minutes = int(oldest.total_seconds() // 60)
    sentence = f"A reminder has been due for {minutes} minutes and is not sent: see what the worker's log says of the mail server."
    return Reading(sentence if oldest > LATE else "", oldest.total_seconds())


OLDEST = Sign("oldest_reminder", "seconds that the oldest due reminder has waited", read_oldest)
