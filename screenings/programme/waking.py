"""Wakes workers for questions to the planner. Best effort: a periodic task finds in the database what no worker took."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.conf import settings

from accounts.rest import rest_of

if TYPE_CHECKING:
    from celery import Task

log = logging.getLogger(__name__)


def notify(task: Task[Any, Any], key: int) -> None:
    """Asks for `task` with the row's key. If the broker is down, this is only logged, and nobody asks it for a while."""
    rest = rest_of(settings.CELERY_BROKER_URL)
    if rest.is_on:
        return
    try:
        task.delay(key)
    except Exception as error:  # noqa: BLE001 - whatever the broker's client raises, the question is already saved
        rest.begin()
        log.warning("No worker could be notified of %s %d: %s", task.name, key, error)
