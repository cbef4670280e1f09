"""Periodic tasks of the catalogue."""

from __future__ import annotations

from celery import shared_task

from catalog.editing.publishing import publish_due
from catalog.harvesting.upkeep import forget_old_changes


@shared_task
def forget_changes() -> None:
    forget_old_changes()


@shared_task
def publish_due_films() -> int:
    return publish_due()
