"""An import from the first row of a file to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import batched
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.imports.findings import Taken
from catalog.imports.formats.registry import Format
from catalog.imports.taking import AT_ONCE, Taking, names_films
from records.document import Document
from wording.refusals import Refused

type Opening = Callable[[], AbstractContextManager[BinaryIO]]


class NothingTaken(Refused):
    """Under `atomic`, a row was refused; nothing was written."""

    def __init__(self, taken: Taken) -> None:
        super().__init__(_("Nothing was imported, because rows were refused."), "nothing-taken")
        self.taken = taken


@dataclass(frozen=True, kw_only=True)
class Step:
    """What became of a batch, and how far the file is read."""

    taken: Taken
    rows_read: int
    bytes_read: int


def import_films(
    *, opening: Opening, name: str, form: Format, dry_run: bool = False, atomic: bool = False
) -> Iterator[Step]:
    """Imports a file, a batch in a transaction, and says what became of each batch. Memory is that of a batch and of all slugs.

    It can be run again at any time: what is in the catalogue already is not written. With `atomic` everything happens in one transaction;
    raises NothingTaken, with all that was found, when a row is refused.
    """
    if not atomic or dry_run:
        yield from _steps(opening, name, form, dry_run=dry_run)
        return
    total = Taken()
    steps = []
    with transaction.atomic():
        for step in _steps(opening, name, form, dry_run=False):
            total.add(step.taken)
            total.findings += step.taken.findings
            steps.append(step)
        if any(each.sort == "error" for each in total.findings):
            raise NothingTaken(total)
    yield from steps


def _steps(opening: Opening, name: str, form: Format, *, dry_run: bool) -> Iterator[Step]:
    taking = Taking(is_loose=form.is_loose, dry_run=dry_run)
    with opening() as file:
        yield from _reading(taking, file, form.read(file, name), again=False)
    if taking.names_later:
        with opening() as file:
            naming = (document for document in form.read(file, name) if names_films(document))
            yield from _reading(taking, file, naming, again=True)


def _reading(taking: Taking, file: BinaryIO, documents: Iterator[Document], *, again: bool) -> Iterator[Step]:
    rows = 0
    for some in batched(documents, AT_ONCE):
        with transaction.atomic():
            taken = taking.take(some, again=again)
        rows += len(some)
        yield Step(taken=taken, rows_read=rows, bytes_read=file.tell())
