"""Imports that the office uploads: checked by a worker, looked at, imported by a worker.

A batch is loaded in the transaction that says that it was: whatever dies in between, the next worker goes on after the last
batch that is in the database.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import batched
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from django.core.files.base import File
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.imports.findings import Finding, Sort, Taken
from catalog.imports.formats.registry import FORMATS, format_of
from catalog.imports.taking import AT_ONCE, Taking, names_films
from catalog.models import Film, FilmImport, FilmQuerySet, ImportFinding
from catalog.models.traffic.imports import LONGEST_SAID
from catalog.waking import held_alone, wake, wake_on_commit
from office.permissions import refuse_unless_may
from records.document import Document
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)
TASK = "catalog.tasks.work_on_import"
NEEDED = ("catalog.add_filmimport", "catalog.change_film")
"""The permissions of who imports: an import changes films that are public."""
LOCK_SPACE = 0x494D504F
"""The class of the advisory locks that keep two workers off the same import: “IMPO” in ASCII."""
LARGEST = 19 * 1024 * 1024
MOST_AT_ONCE = 3_000
"""Rows that are imported in one transaction: some minutes' work. More is for the command line."""
MOST_FINDINGS = 5_000
SECONDS = 120
"""After which a worker lets others have their turn; the next run goes on."""
KEPT = timedelta(days=30)


@transaction.atomic
def upload_films(*, file: File[Any], form: str = "", by: User | None) -> FilmImport:
    """Keeps a file of films, and has it checked. Raises Refused: `office-only`, `too-large`, `file` (empty), `form` (unknown)."""
    _refuse_unless_editor(by)
    chosen = FORMATS.get(form) or format_of(file.name or "")
    if chosen is None:
        raise Refused(_("The name of the file does not tell its format; choose it."), "form")
    if not file.size:
        raise Refused(_("The file is empty."), "file")
    if file.size > LARGEST:
        raise Refused(
            _("The file is larger than 19 MB. Import it on the command line, or in pieces."), "file"
        )
    name = (file.name or chosen.name)[-200:]
    row = FilmImport.objects.create(name=name, file=file, form=chosen.name, size=file.size, asked_by=by)
    wake_on_commit(TASK, row.pk)
    return row


@transaction.atomic
def begin_import(*, film_import: FilmImport, all_or_nothing: bool, by: User | None) -> None:
    """Has a checked file imported. Raises Refused: `office-only`, `not-checked`, `refused-rows`, `too-many`."""
    _refuse_unless_editor(by)
    row = FilmImport.objects.select_for_update(no_key=True).get(pk=film_import.pk)
    if not row.is_checked or not row.file:
        raise Refused(_("This file is not checked, or it was imported already."), "not-checked")
    if all_or_nothing and row.refused:
        raise Refused(_("Rows would be refused, so nothing would be imported. Mend the file, or import the others."), "all_or_nothing")  # fmt: skip
    if all_or_nothing and row.rows_read > MOST_AT_ONCE:
        raise Refused(_("At most %(most)d rows can be imported in one go here."), "all_or_nothing", {"most": MOST_AT_ONCE})  # fmt: skip
    fresh = dict.fromkeys(("rows_read", "bytes_read", "created", "changed", "unchanged", "refused"), 0)
    FilmImport.objects.filter(pk=row.pk).update(
        stage=FilmImport.Stage.IMPORT, status=FilmImport.Status.WAITING, all_or_nothing=all_or_nothing,
        is_second_reading=False, names_later=False, finished_at=None, touched_at=timezone.now(), **fresh,
    )  # fmt: skip
    wake_on_commit(TASK, row.pk)


def _refuse_unless_editor(by: User | None) -> None:
    for permission in NEEDED:
        refuse_unless_may(by, permission)


def work_on(*, film_import_id: int, seconds: float = SECONDS) -> None:
    """Goes on with an import for some time; asks for the next run when there is more. Does nothing while another worker has it."""
    with held_alone(LOCK_SPACE, film_import_id) as is_held:
        row = FilmImport.objects.unfinished().filter(pk=film_import_id).first()
        is_left = is_held and row is not None and not _is_ended(row, seconds)
    if is_left:
        wake(TASK, film_import_id)


def _is_ended(row: FilmImport, seconds: float) -> bool:
    try:
        if row.all_or_nothing:
            with transaction.atomic():
                is_over = _go_on(row, until=float("inf"))
                _undo_if_refused(row)
        else:
            is_over = _go_on(row, until=time.monotonic() + seconds)
    except _Undone as undone:
        _say_undone(row, undone)
    except _Elsewhere:
        return True
    except Exception:  # also when it takes longer than the task may
        log.exception("Import %d failed.", row.pk)
        _end(row, FilmImport.Status.FAILED)
    else:
        if is_over:
            _end(row, FilmImport.Status.DONE)
        return is_over
    return True


class _Elsewhere(Exception):  # noqa: N818 - nothing is wrong
    """Another worker has this import, and went on with it."""


class _Undone(Exception):  # noqa: N818 - as above
    """A row was refused, and all were wanted."""

    def __init__(self, refused: int, errors: list[ImportFinding]) -> None:
        super().__init__()
        self.refused, self.errors = refused, errors


def _undo_if_refused(row: FilmImport) -> None:
    row.refresh_from_db()
    if row.refused:
        raise _Undone(row.refused, list(_errors(row)))


def _errors(row: FilmImport) -> QuerySet[ImportFinding]:
    return row.findings.filter(stage=row.stage, sort=Sort.ERROR.value)


@transaction.atomic
def _say_undone(row: FilmImport, undone: _Undone) -> None:
    """What was undone took its findings with it; why it was undone stays."""
    ImportFinding.objects.bulk_create(undone.errors)
    FilmImport.objects.filter(pk=row.pk).update(refused=undone.refused)
    _end(row, FilmImport.Status.FAILED)


def _go_on(row: FilmImport, *, until: float) -> bool:
    """Whether the import is over."""
    taking = Taking(is_loose=FORMATS[row.form].is_loose, dry_run=row.stage == FilmImport.Stage.CHECK)
    if row.rows_read or row.is_second_reading:
        _recall(row, taking)
    if not row.is_second_reading:
        if not _read(row, taking, until):
            return False
        if not taking.names_later:
            return True
        _turn_to_second_reading(row)
    return _read(row, taking, until)


def _documents(row: FilmImport, file: Any) -> Iterator[Document]:
    documents = FORMATS[row.form].read(file, row.name)
    return (each for each in documents if names_films(each)) if row.is_second_reading else documents


def _recall(row: FilmImport, taking: Taking) -> None:
    """What earlier runs met."""
    taking.names_later, taking.put_off = row.names_later, None
    taking.refused = set(_errors(row).values_list("line", flat=True))
    if not row.is_second_reading:
        return  # the rows are passed on the way
    with row.file.open("rb") as file:
        for document in FORMATS[row.form].read(cast("BinaryIO", file), row.name):
            taking.remember(document)


def _read(row: FilmImport, taking: Taking, until: float) -> bool:
    place = 0
    with row.file.open("rb") as file:
        for some in batched(_documents(row, file), AT_ONCE):
            if place + len(some) <= row.rows_read:
                for document in some:
                    taking.remember(document)
            else:
                _take(row, taking, some, file.tell())
                if time.monotonic() > until:
                    return False
            place += len(some)
    return True


@transaction.atomic
def _take(row: FilmImport, taking: Taking, some: tuple[Document, ...], bytes_read: int) -> None:
    held = FilmImport.objects.select_for_update(no_key=True).get(pk=row.pk)
    if not held.is_unfinished or (held.rows_read, held.is_second_reading) != (
        row.rows_read,
        row.is_second_reading,
    ):
        raise _Elsewhere
    taken = taking.take(some, again=row.is_second_reading)
    held.rows_read += len(some)
    held.bytes_read = bytes_read
    held.names_later = taking.names_later
    held.status = FilmImport.Status.RUNNING
    held.touched_at = timezone.now()
    for name in ("created", "changed", "unchanged", "refused"):
        setattr(held, name, getattr(held, name) + getattr(taken, name))
    held.save()
    _note(held, taken)
    row.rows_read, row.names_later = held.rows_read, held.names_later


def _turn_to_second_reading(row: FilmImport) -> None:
    turned = FilmImport.objects.unfinished().filter(pk=row.pk, is_second_reading=False)
    if not turned.update(is_second_reading=True, rows_read=0, bytes_read=0, touched_at=timezone.now()):
        raise _Elsewhere
    row.is_second_reading, row.rows_read = True, 0


def _note(row: FilmImport, taken: Taken) -> None:
    room = MOST_FINDINGS - row.findings.filter(stage=row.stage).count()
    ImportFinding.objects.bulk_create(_found(row, each) for each in taken.findings[: max(0, room)])


def _found(row: FilmImport, finding: Finding) -> ImportFinding:
    return ImportFinding(
        film_import=row, stage=row.stage, sort=finding.sort.value, line=finding.line, film=finding.film[:100],
        field=finding.field[:200], said=finding.said[:LONGEST_SAID],
    )  # fmt: skip


def _end(row: FilmImport, status: FilmImport.Status) -> None:
    ended = FilmImport.objects.unfinished().filter(pk=row.pk)
    ended.update(status=status, finished_at=timezone.now(), touched_at=timezone.now())


def findings_of(row: FilmImport) -> Iterator[Finding]:
    """Of its present stage, in the order of the file, as they are read."""
    for each in row.findings.filter(stage=row.stage).order_by("pk").iterator():
        yield Finding(Sort(each.sort), each.line, each.film, each.field, each.said)


def new_films(row: FilmImport) -> FilmQuerySet:
    """The films that an import added, as far as its findings name them."""
    named = row.findings.filter(stage=FilmImport.Stage.IMPORT, sort=Sort.NEW)
    return Film.objects.wholes().filter(slug__in=named.values("film"))


def wake_forgotten() -> None:
    """For imports that no worker has, such as after a restart."""
    for key in FilmImport.objects.forgotten().values_list("pk", flat=True):
        wake(TASK, key)


def forget_old() -> None:
    """Deletes files and findings a month after the import."""
    for row in FilmImport.objects.filter(created_at__lt=timezone.now() - KEPT).exclude(file="")[:100]:
        row.findings.all().delete()
        row.file.delete(save=False)
        FilmImport.objects.filter(pk=row.pk).update(file="")
