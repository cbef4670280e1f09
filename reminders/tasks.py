"""Thin Celery tasks; the verbs are in sending/delivery.py."""

from __future__ import annotations

from celery import shared_task
from django.conf import settings

from reminders.channels import EMAIL, channel_named
from reminders.outbox import forget_settled
from reminders.sending import delivery
from reminders.wake import wake

TIME_LIMIT = int((EMAIL.run_for + delivery.LONGEST_SEND).total_seconds())
"""After this Celery kills the worker that runs the task, and another worker sends its row again."""


@shared_task(name="reminders.tasks.deliver_due", time_limit=TIME_LIMIT)
def deliver_due() -> None:
    """One run of mails. When its time is over before everything is sent, it asks for the next run at once."""
    if delivery.deliver_due().is_unfinished:
        wake()


@shared_task(name="reminders.tasks.deliver_by", time_limit=TIME_LIMIT)
def deliver_by(channel: str) -> None:
    """One run of another channel, so that mails never wait for it; what it leaves is for the next poll."""
    delivery.deliver_due(channel_named(channel))


@shared_task(name="reminders.tasks.forget_old_mails")
def forget_old_mails() -> int:
    return forget_settled(kept=settings.KEEP_MAILS) if settings.KEEP_MAILS else 0
