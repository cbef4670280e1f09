"""Work for Celery's workers: verbs called."""

from __future__ import annotations

from celery import shared_task

from licensing.previews.forgetting import forget_old_previews
from licensing.sales.payment import card


@shared_task(name="licensing.tasks.ask_of_silent_payments")
def ask_of_silent_payments() -> int:
    return card.ask_of_silent_payments()


@shared_task(name="licensing.tasks.forget_previews")
def forget_previews() -> int:
    return forget_old_previews()
