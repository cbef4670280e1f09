"""Many questions in one test, each of which finds the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def undone() -> Iterator[None]:
    """What is written meanwhile is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
