"""Periodic tasks of the catalogue."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.core.files.storage import default_storage
from django.utils import timezone

from catalog.booklets import asking
from catalog.editing.publishing import publish_due
from catalog.harvesting.upkeep import forget_old_changes
from catalog.imports import uploads
from catalog.material.sizes import delete_unused
from catalog.models import Still

KEPT = timedelta(days=1)
"""How long sizes stay that no still has: pages that name them may still be open, and an upload not yet committed."""


@shared_task
def forget_changes() -> None:
    forget_old_changes()


@shared_task
def publish_due_films() -> int:
    return publish_due()


@shared_task
def forget_pictures() -> int:
    """Deletes the sizes of stills that are gone; returns how many files."""
    used = Still.objects.exclude(digest="").values_list("digest", flat=True)
    since = timezone.now() - KEPT
    return delete_unused(used, lambda name: default_storage.get_modified_time(name) < since)


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
