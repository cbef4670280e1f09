"""The folder of films: which file lies where, and whether it is what was registered."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import ScreeningCopy
from licensing.models import DeliveryFile
from wording.refusals import Refused


def folder() -> Path:
    """Where all delivery files lie; the proxy serves it at our word alone."""
    return Path(storages["films"].path("")).resolve()


def place_of(file: DeliveryFile) -> Path:
    """The file on disk, as large as it was registered.

    Raises Refused (code `missing`) when it is gone, leads out of the folder, or has another size; the row then says since
    when, and the office's first page shows it. Not for a caller's transaction: the refusal would undo the note.
    """
    place = _below(file.path)
    is_there = place is not None and place.stat().st_size == file.size
    if is_there != (file.missing_since is None):
        file.missing_since = None if is_there else timezone.now()
        file.save(update_fields=["missing_since"])
    if place is None or not is_there:
        raise Refused(
            _(
                "This file is not where it should be. The office has been told; please try again later. Nothing was counted."
            ),
            "missing",
        )
    return place


@transaction.atomic
def add_file(
    *,
    copy: ScreeningCopy,
    path: str,
    kind: str = DeliveryFile.Kind.FILM,
    language: str = "",
    sha256: str = "",
) -> DeliveryFile:
    """Registers a file that already lies in the folder of films, or its new content. Reads all of it, a piece at a time.

    `sha256`: the expected digest, in hexadecimal; the file is refused if it has another. Raises Refused (codes
    `no-such-file`, `digest`) and ValidationError for a value that no delivery file can have.
    """
    place = _below(path)
    if place is None:
        raise Refused(_("There is no file %(path)s in the folder of films.") % {"path": path}, "no-such-file")
    with place.open("rb") as content:
        found = hashlib.file_digest(content, "sha256").hexdigest()
    if sha256 and found != sha256.lower():
        raise Refused(_("The file's SHA-256 is %(found)s, not the one given.") % {"found": found}, "digest")
    file = DeliveryFile.objects.filter(path=path).first() or DeliveryFile(path=path)
    file.copy, file.kind, file.language = copy, kind, language
    file.size, file.sha256, file.missing_since = place.stat().st_size, found, None
    file.full_clean(validate_unique=False)
    file.save()
    return file


def _below(path: str) -> Path | None:
    """The regular file at a path below the folder; None if there is none, or if a link leads elsewhere."""
    try:
        place = (folder() / path).resolve(strict=True)
    except (OSError, ValueError):
        return None
    return place if place.is_relative_to(folder()) and place.is_file() else None
