"""Thin Celery tasks; the verbs are in delivery.py."""

from __future__ import annotations

from celery import shared_task

from reminders import delivery


@shared_task(name="reminders.tasks.deliver_due")
def deliver_due() -> None:
    delivery.deliver_due()


@shared_task(name="reminders.tasks.recover_stuck")
def recover_stuck() -> None:
    delivery.recover_stuck()
