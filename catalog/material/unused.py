"""Deletes files that no row names any more. Their rows may have gone by a form, a cascade or SQL."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.files.storage import Storage


def delete_unused_files(storage: Storage, folder: str, used: Collection[str], *, since: datetime) -> int:
    """Deletes the files in `folder` that are not in `used` and were written before `since`; returns how many."""
    try:
        _folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return 0
    unused = [path for name in names if (path := f"{folder}/{name}") not in used]
    old = [path for path in unused if storage.get_modified_time(path) < since]
    for path in old:
        storage.delete(path)
    return len(old)
