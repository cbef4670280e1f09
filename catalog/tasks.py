"""Periodic tasks of the catalogue."""

from __future__ import annotations

from celery import shared_task

from catalog.booklets import asking
from catalog.harvesting.upkeep import forget_old_changes
from catalog.imports import uploads


@shared_task
def forget_changes() -> None:
    forget_old_changes()


@shared_task
def work_on_import(film_import_id: int) -> None:
    uploads.work_on(film_import_id=film_import_id)


@shared_task
def look_after_imports() -> None:
    uploads.wake_forgotten()
    uploads.forget_old()


@shared_task
def make_booklet(booklet_id: int) -> None:
    asking.make_booklet(booklet_id=booklet_id)


@shared_task
def look_after_booklets() -> None:
    asking.wake_forgotten()
    asking.forget_expired()
