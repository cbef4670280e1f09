"""Delivering: claimed and committed before the message leaves, settled after. At least once, with a stable Message-ID.

The only window for a double is a crash between the mail server's acceptance and the commit that settles the row.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from reminders.kinds import kind_named
from reminders.messages import compose
from reminders.models import Reminder

log = logging.getLogger(__name__)

BATCH = 50
LEASE = timedelta(minutes=1)
MOST_ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=30)


@dataclass(slots=True)
class Delivered:
    """How many reminders one run sent, put off, gave up, or found to have nothing to say any more."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    cancelled: int = 0


def deliver_due(*, batch: int = BATCH) -> Delivered:
    """Sends what is due, one claimed row at a time, until nothing is due or a batch is done.

    While the mail server does not answer, nothing is claimed: all of it waits.
    """
    result = Delivered()
    if not Reminder.objects.due(timezone.now()).exists():
        return result
    mail_server = mailers.default
    try:
        mail_server.open()
    except (OSError, SMTPException) as error:
        log.warning("The mail server does not answer, so what is due waits: %s", error)
        return result
    try:
        _deliver_batch(batch, mail_server, result)
    finally:
        mail_server.close()
    return result


def _deliver_batch(batch: int, mail_server: BaseEmailBackend, result: Delivered) -> None:
    for _ in range(batch):
        reminder = claim_next(at=timezone.now())
        if reminder is None:
            return
        outcome = _deliver(reminder, mail_server)
        setattr(result, outcome, getattr(result, outcome) + 1)


@transaction.atomic
def claim_next(*, at: datetime) -> Reminder | None:
    """Marks the row that is due longest as being sent, passing over rows that other workers hold."""
    reminder = Reminder.objects.due(at).select_for_update(skip_locked=True).first()
    if reminder is not None:
        reminder.status = Reminder.Status.SENDING
        reminder.claimed_at = at
        reminder.attempts += 1
        reminder.save(update_fields=["status", "claimed_at", "attempts"])
    return reminder


def recover_stuck(*, lease: timedelta = LEASE) -> int:
    """Gives back rows whose worker died while sending: after the lease they wait again. The number given back."""
    return Reminder.objects.stuck(timezone.now() - lease).update(status=Reminder.Status.PENDING)


def _deliver(reminder: Reminder, mail_server: BaseEmailBackend) -> str:
    try:
        kind = kind_named(reminder.kind)
        if kind is None:
            return _give_up(reminder, f"No app knows reminders of the kind “{reminder.kind}”.")
        mail = compose(reminder, kind)
        if mail is None:
            return _settle(reminder, Reminder.Status.CANCELLED, "cancelled")
        mail_server.send_messages([mail])
    except Exception as error:  # noqa: BLE001 - whatever goes wrong with one message must not hold up the others
        log.warning("Reminder %s was not sent: %s", reminder.key, error)
        mail_server.close()
        return _put_off(reminder, str(error))
    reminder.sent_at = timezone.now()
    return _settle(reminder, Reminder.Status.SENT, "sent")


def _settle(reminder: Reminder, status: Reminder.Status, outcome: str) -> str:
    """Writes the end of an attempt, unless somebody else took the row meanwhile (its claim is another one)."""
    mine = Reminder.objects.filter(
        pk=reminder.pk, status=Reminder.Status.SENDING, claimed_at=reminder.claimed_at
    )
    mine.update(
        status=status, sent_at=reminder.sent_at, last_error=reminder.last_error, due_at=reminder.due_at
    )
    return outcome


def _put_off(reminder: Reminder, error: str) -> str:
    """Tries again later, each pause twice as long; after the last attempt the row stays failed, for the office to see."""
    if reminder.attempts >= MOST_ATTEMPTS:
        return _give_up(reminder, error)
    reminder.last_error = error
    reminder.due_at = timezone.now() + FIRST_PAUSE * 2 ** (reminder.attempts - 1)
    return _settle(reminder, Reminder.Status.PENDING, "put_off")


def _give_up(reminder: Reminder, error: str) -> str:
    reminder.last_error = error
    return _settle(reminder, Reminder.Status.FAILED, "failed")
