"""Wakes workers for questions to the planner. Best effort: a periodic task finds in the database what no worker took, and gives up
what kills them."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.rest import rest_of
from catalog.waking import held_alone

if TYPE_CHECKING:
    from celery import Task

log = logging.getLogger(__name__)

TRIED_FOR = timedelta(minutes=15)
"""So long a question whose worker died is begun again."""
WENT_WRONG = gettext_noop(
    "The planner failed. Your question is saved. Please try again, and tell the office if it fails twice."
)


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


def to_send_again(
    unanswered: QuerySet[Any], *, lock_space: int, older_than: timedelta, said: str = WENT_WRONG
) -> list[int]:
    """The keys of the questions that no worker took, for example after the broker was lost, or whose worker died.

    `unanswered` are plan requests, plans or publications of festivals. What has lost its workers for too long fails, in the words `said`.
    """
    forgotten = unanswered.filter(created_at__lt=timezone.now() - older_than).order_by("pk")
    return [
        key
        for key in forgotten.values_list("pk", flat=True)
        if not _is_given_up(unanswered, key, lock_space, said)
    ]


def _is_given_up(unanswered: QuerySet[Any], key: int, lock_space: int, said: str) -> bool:
    """Whether a question has lost its workers for so long that it must be what kills them, such as by all of their memory: it
    would take one after the other with it."""
    status = unanswered.model.Status
    lost = unanswered.filter(pk=key, status=status.RUNNING, created_at__lt=timezone.now() - TRIED_FOR)
    if not lost.exists():
        return False
    with held_alone(lock_space, key) as is_mine:
        given_up = is_mine and lost.update(status=status.FAILED, error=said, finished_at=timezone.now())
    if given_up:
        log.error("%s %d has lost every worker that began it.", unanswered.model.__name__, key)
    return bool(given_up)
