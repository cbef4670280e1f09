"""Periodic tasks of the catalogue."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.core.files.storage import default_storage
from django.utils import timezone

from catalog.editing.publishing import publish_due
from catalog.harvesting.upkeep import forget_old_changes
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
