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
from catalog.mailing.digests import owe_digests
from catalog.mailing.subscribing import forget_unconfirmed
from catalog.material.sizes import delete_unused
from catalog.material.unused import delete_unused_files
from catalog.models import Preview, Still
from catalog.models.media import private_storage

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
    """Deletes the files of stills and previews that are gone, the originals too; returns how many."""
    since = timezone.now() - KEPT
    used = Still.objects.exclude(digest="").values_list("digest", flat=True)
    sizes = delete_unused(used, lambda name: default_storage.get_modified_time(name) < since)
    originals = set(Still.objects.values_list("image", flat=True))
    previews = {name for names in Preview.objects.values_list("file", "captions") for name in names}
    return (
        sizes
        + delete_unused_files(private_storage(), "stills", originals, since=since)
        + delete_unused_files(default_storage, "previews", previews, since=since)
    )


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


@shared_task
def look_after_mailing_list() -> None:
    owe_digests()
    forget_unconfirmed()
