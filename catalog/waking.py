"""Wakes workers for what waits in a row. Best effort: a periodic task finds what no worker took."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from celery import current_app
from django.db import connection, transaction

from accounts.rest import rest_of

log = logging.getLogger(__name__)


@contextmanager
def held_alone(space: int, key: int) -> Iterator[bool]:
    """Whether no other worker has this work. The database knows it by an advisory lock, which goes when a worker dies.

    `space` is the class of the locks, one for each kind of work.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [space, key])
        is_held = bool(cursor.fetchone()[0])
    try:
        yield is_held
    finally:
        if is_held:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [space, key])


def wake_on_commit(task: str, key: int) -> None:
    transaction.on_commit(lambda: wake(task, key), robust=True)


def wake(task: str, key: int) -> None:
    """Never raises, however the broker is."""
    rest = rest_of(current_app.conf.broker_url)
    if rest.is_on:
        return
    try:
        current_app.send_task(task, args=[key], retry=False)
    except Exception as error:  # noqa: BLE001 - whatever the broker's client raises, the row waits in the database
        rest.begin()
        log.warning("No worker could be told of %s %d: %s", task, key, type(error).__name__)
