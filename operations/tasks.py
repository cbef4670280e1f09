"""Periodic tasks of the operations."""

from __future__ import annotations

from celery import shared_task

from operations.pulses import feel


@shared_task
def pulse(queue: str) -> None:
    """Sent to each queue every `pulses.EVERY` seconds: whoever takes it writes that this queue is worked on."""
    feel(queue)
