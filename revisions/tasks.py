"""Periodic tasks of the ledger."""

from __future__ import annotations

from celery import shared_task

from revisions.ledger import fold


@shared_task
def fold_changes() -> None:
    fold()
