"""What is done to reminders after a backup was restored, before anything runs."""

from __future__ import annotations

from django.db.models.functions import Now

from reminders.models import Reminder

WHY = "Restored from a backup: it may have been sent after the backup was made."


def hold_back() -> str:
    """What was due when the backup is restored is not sent again by itself: the office sees it as failed and decides."""
    unsettled = Reminder.objects.filter(status__in=(Reminder.Status.PENDING, Reminder.Status.SENDING))
    number = unsettled.filter(due_at__lte=Now()).update(
        status=Reminder.Status.FAILED, last_error=WHY, secret={}
    )
    if not number:
        return ""
    return f"{number} reminders that were due are held back as failed, since they may have been sent: the office sends them again."
