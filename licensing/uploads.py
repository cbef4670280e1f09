"""Papers that institutions hand in: kept away from public media, and shown only to the office."""

from __future__ import annotations

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """Where purchase orders and exemption certificates lie; their addresses lead to `licensing.views.uploads`."""
    return storages["private"]
