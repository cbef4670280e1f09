"""Wakes workers for what waits in a row. Best effort: a periodic task finds what no worker took."""

from __future__ import annotations

import logging

from celery import current_app
from django.db import transaction

from accounts.rest import rest_of

log = logging.getLogger(__name__)


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
