"""Thin Celery tasks; the verbs are in delivery.py."""

from __future__ import annotations

from celery import shared_task

from reminders.sending import delivery
from reminders.wake import wake

TIME_LIMIT = int((delivery.RUN_FOR + delivery.LONGEST_SEND).total_seconds())
"""Beyond it Celery kills the worker that runs the task, and another sends the row in hand again."""


@shared_task(name="reminders.tasks.deliver_due", time_limit=TIME_LIMIT)
def deliver_due() -> None:
    """One run; when its time was over before all was sent, the next is asked for at once."""
    if delivery.deliver_due().is_unfinished:
        wake()
