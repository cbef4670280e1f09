"""Thin Celery tasks; the verbs are in sending/delivery.py."""

from __future__ import annotations

from celery import shared_task
from django.conf import settings

from reminders.outbox import forget_settled
from reminders.sending import delivery
from reminders.wake import wake

TIME_LIMIT = int((delivery.RUN_FOR + delivery.LONGEST_SEND).total_seconds())
"""After this Celery kills the worker that runs the task, and another worker sends its row again."""


@shared_task(name="reminders.tasks.deliver_due", time_limit=TIME_LIMIT)
def deliver_due() -> None:
    """One run. When its time is over before everything is sent, it asks for the next run at once."""
    if delivery.deliver_due().is_unfinished:
        wake()


@shared_task(name="reminders.tasks.forget_old_mails")
def forget_old_mails() -> int:
    return forget_settled(kept=settings.KEEP_MAILS) if settings.KEEP_MAILS else 0
