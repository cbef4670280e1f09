"""Writing and reading pulses: beat sends a task to each queue, and the worker that takes it writes that it lives."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import DurationField, ExpressionWrapper, F, Q
from django.db.models.functions import Now

from operations.models import Pulse
from operations.signs import Reading, Sign

BEAT = "beat"
QUEUES = {"celery": "mails and other tasks", "planning": "plans, imports and catalogues as PDF"}
"""The queues of Celery, and what waits in each."""
EVERY = 30
"""Seconds between two pulses of a queue (settings.CELERY_BEAT_SCHEDULE)."""
LATE = timedelta(minutes=6)
"""A process that has not been seen for so long is not at work; one task may keep a worker for nearly as long."""
LEASE = timedelta(seconds=30)
"""How long a beat leads after it was last seen; then another may take over."""


def feel(name: str) -> None:
    """Writes that this process is at work now."""
    Pulse.objects.bulk_create(
        [Pulse(name=name, felt_at=Now())],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["felt_at"],
    )


def lead(holder: UUID) -> bool:
    """Whether this beat leads from now on for `LEASE`: nobody else does, or whoever did was not seen for that long."""
    Pulse.objects.bulk_create(
        [Pulse(name=BEAT, holder=holder, felt_at=Now())],
        ignore_conflicts=True,
    )
    is_free = Q(holder=holder) | Q(holder=None) | Q(felt_at__lt=Now() - LEASE)
    return bool(Pulse.objects.filter(is_free, name=BEAT).update(holder=holder, felt_at=Now()))


def let_go(holder: UUID) -> None:
    """A beat that ends in order lets another lead at once."""
    Pulse.objects.filter(name=BEAT, holder=holder).update(holder=None)


def age(name: str) -> timedelta | None:
    """How long ago the process was seen, by the database's clock; None when it never was."""
    since = ExpressionWrapper(Now() - F("felt_at"), output_field=DurationField())
    return Pulse.objects.filter(name=name).annotate(age=since).values_list("age", flat=True).first()


def reading(name: str, never: str, late: str) -> Reading:
    since = age(name)
    if since is None:
        return Reading(never)
    minutes = int(since.total_seconds() // 60)
    return Reading(late.format(minutes=minutes) if since > LATE else "", since.total_seconds())


def read_beat() -> Reading:
    return reading(
        BEAT,
        "Beat has never run here: start `celery -A config beat`.",
        "Beat has not been seen for {minutes} minutes: see whether `celery -A config beat` runs.",
    )


def read_worker(queue: str) -> Reading:
    command = f"celery -A config worker -Q {queue}"
    return reading(
        queue,
        f"No worker has ever worked on {QUEUES[queue]}: start `{command}`.",
        f"No worker has worked on {QUEUES[queue]} for {{minutes}} minutes: see whether beat and `{command}` run.",
    )


SIGNS = [
    Sign("beat", "seconds since beat was last seen", read_beat),
    *(
        Sign(
            f"worker_{queue}",
            f"seconds since a worker of the queue {queue} was last seen",
            lambda queue=queue: read_worker(queue),  # type: ignore[misc]  # mypy cannot tell the type of a default
        )
        for queue in QUEUES
    ),
]
