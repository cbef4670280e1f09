"""Periodic tasks of the operations."""

from __future__ import annotations

from typing import Any

from celery import shared_task
from celery.signals import task_postrun

from operations.pulses import QUEUES, feel


@shared_task
def pulse(queue: str) -> None:
    """Sent to each queue every `pulses.EVERY` seconds: whoever takes it writes that this queue is worked on."""
    feel(queue)


@task_postrun.connect
def felt_after(task: Any = None, **_details: Any) -> None:
    """Whoever ends a task is at work: pulses wait behind long tasks."""
    queue = (task.request.delivery_info or {}).get("routing_key")
    if queue in QUEUES:
        feel(queue)
