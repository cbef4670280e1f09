"""Sending: a row is claimed and committed before its message leaves, and settled afterwards. At least once, with a stable Message-ID.

A message can leave twice in three cases, each time with the same Message-ID: the worker dies between the mail server's
acceptance and the commit that settles the row; the connection is lost after the message was handed over and before the
answer; the worker lives but cannot renew its lease (it is stopped, or the database is away), and another takes the row.
"""

from __future__ import annotations

import logging
import random
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.mail import EmailMultiAlternatives, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.db.models.functions import Now

from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.sending.leases import LEASE, Leases
from reminders.sending.verdicts import Verdict, in_words, is_trouble, verdict_on, without_names
from reminders.writing.messages import compose

log = logging.getLogger(__name__)

MAILER = "outbox"
RUN_FOR = timedelta(minutes=1)
LONGEST_SEND = timedelta(minutes=25)
"""The sum of all time limits of one message (see smtp.py); a task must be allowed this in addition to `RUN_FOR`."""
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=30)
MOST_ATTEMPTS = 240
"""With the longest pause, five days of refusals (RFC 5321, 4.5.4.1: give up after four to five days)."""
MOST_FRUITLESS_CLAIMS = 5
"""How often in a row a reminder may kill its worker, or fail to be composed."""
MOST_LOST_CONNECTIONS = 3

# One statement, by the database's clock: the row that has been due longest, or one that a dead worker left. Rows that
# other workers are claiming at this moment are skipped.
CLAIM = """
UPDATE reminders_reminder
SET status = 'sending', attempts = attempts + 1, fruitless_claims = fruitless_claims + 1,
    claimed_at = statement_timestamp(), leased_until = statement_timestamp() + %s
WHERE id = (
    SELECT id FROM reminders_reminder
    WHERE status IN ('pending', 'sending') AND due_at <= statement_timestamp()
        AND (status = 'pending' OR leased_until IS NULL OR leased_until < statement_timestamp())
    ORDER BY due_at, id LIMIT 1
    FOR UPDATE SKIP LOCKED
)
RETURNING *
"""


@dataclass(slots=True)
class Delivered:
    """How many reminders one run sent, put off, gave up, or cancelled because they had nothing to say any more.

    `is_unfinished`: its time was over before everything due was sent.
    """

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    cancelled: int = 0
    is_unfinished: bool = False


def deliver_due(*, run_for: timedelta = RUN_FOR) -> Delivered:
    """Sends what is due, one claimed row at a time, until nothing is due. After `run_for` it starts no further message.

    While the mail server does not answer, nothing is claimed: everything waits, however long, and no attempt is counted.
    """
    result = Delivered(cancelled=cancel_expired())
    if not Reminder.objects.claimable().exists():
        return result
    mail_server = mailers[MAILER]
    try:
        with Leases() as leases:
            _run(mail_server, leases, result, until=time.monotonic() + run_for.total_seconds())
    finally:
        mail_server.close()
    return result


def cancel_expired() -> int:
    """Cancels what expired while it waited, and deletes its secret. Returns how many."""
    return Reminder.objects.expired().update(status=Reminder.Status.CANCELLED, secret={})


def _run(mail_server: BaseEmailBackend, leases: Leases, result: Delivered, *, until: float) -> None:
    lost = 0
    while lost < MOST_LOST_CONNECTIONS:
        if time.monotonic() >= until:
            result.is_unfinished = Reminder.objects.claimable().exists()
            return
        if not _is_open(mail_server):
            return
        reminder = claim_next()
        if reminder is None:
            return
        leases.current = reminder
        verdict = _deliver(reminder, mail_server, result)
        leases.current = None
        if verdict is Verdict.TROUBLE:
            return
        lost = lost + 1 if verdict is Verdict.LOST else 0


def _is_open(mail_server: BaseEmailBackend) -> bool:
    try:
        mail_server.open()
    except OSError as error:
        if is_trouble(error):
            log.error("The mail server refuses our connection, so everything due waits: %s", in_words(error))
        else:
            log.warning("The mail server does not answer, so everything due waits: %s", in_words(error))
        return False
    return True


def claim_next() -> Reminder | None:
    """Marks the row that has been due longest as being sent, under a lease. It may be one that a dead worker left."""
    return next(iter(Reminder.objects.raw(CLAIM, [LEASE])), None)


def _deliver(reminder: Reminder, mail_server: BaseEmailBackend, result: Delivered) -> Verdict | None:
    """Sends one claimed reminder, settles it and counts it. Returns None when the mail server refused nothing."""
    if reminder.fruitless_claims > MOST_FRUITLESS_CLAIMS:
        _give_up(
            reminder,
            result,
            f"{MOST_FRUITLESS_CLAIMS} workers crashed or were stopped while they were sending it.",
        )
        return None
    try:
        mail = _composed(reminder)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one message must not hold up the others
        _could_not_compose(reminder, error, result)
        return None
    if mail is None:
        _settle(reminder, Reminder.Status.CANCELLED)
        result.cancelled += 1
        return None
    try:
        mail_server.send_messages([mail])
    except OSError as error:
        verdict = verdict_on(error)
        _refused(reminder, verdict, error, result)
        if verdict is Verdict.LOST:
            mail_server.close()
        return verdict
    except ValueError as error:  # Django raises it for an invalid address
        _give_up(reminder, result, str(error))
        return None
    _settle(reminder, Reminder.Status.SENT, sent_at=Now())
    result.sent += 1
    return None


def _composed(reminder: Reminder) -> EmailMultiAlternatives | None:
    """Raises LookupError when no app registers its kind (any more)."""
    kind = kind_named(reminder.kind)
    if kind is None:
        raise LookupError(f"No app knows reminders of the kind “{reminder.kind}”.")
    return compose(reminder, kind)


def _could_not_compose(reminder: Reminder, error: Exception, result: Delivered) -> None:
    log.warning("Reminder %s could not be composed: %s", reminder.pk, type(error).__name__)
    if reminder.fruitless_claims >= MOST_FRUITLESS_CLAIMS:
        _give_up(reminder, result, in_words(error))
    else:
        _put_off(reminder, result, in_words(error), fruitless_claims=reminder.fruitless_claims)


def _refused(reminder: Reminder, verdict: Verdict, error: OSError, result: Delivered) -> None:
    if verdict is Verdict.TROUBLE:
        log.error(
            "The mail server refuses our account or sender, so everything due waits: %s", without_names(error)
        )
        result.put_off += 1
        _settle(
            reminder, Reminder.Status.PENDING, last_error=in_words(error), attempts=F("attempts") - 1
        )  # this attempt does not count
        return
    log.warning("Reminder %s was not sent: %s", reminder.pk, without_names(error))
    if verdict is Verdict.NEVER or reminder.attempts >= MOST_ATTEMPTS:
        _give_up(reminder, result, in_words(error))
    else:
        _put_off(reminder, result, in_words(error))


def pause_after(attempts: int) -> timedelta:
    """Each pause is twice as long as the one before, up to the longest."""
    doublings: int = min(attempts - 1, 10)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


def _put_off(reminder: Reminder, result: Delivered, error: str, **values: Any) -> None:
    """Adds up to a quarter to the pause, so that messages that failed together are not all tried again together."""
    pause = pause_after(reminder.attempts) * (1 + random.random() / 4)  # noqa: S311 - not a secret
    _settle(reminder, Reminder.Status.PENDING, last_error=error, due_at=Now() + pause, **values)
    result.put_off += 1


def _give_up(reminder: Reminder, result: Delivered, error: str) -> None:
    """Leaves the row as failed, for the office to see."""
    _settle(reminder, Reminder.Status.FAILED, last_error=error)
    result.failed += 1


def _settle(reminder: Reminder, status: Reminder.Status, **values: Any) -> None:
    """Writes the result of an attempt, unless another worker has claimed the row in the meantime."""
    if status != Reminder.Status.PENDING:
        values["secret"] = {}
    settled = {"status": status, "leased_until": None, "fruitless_claims": 0} | values
    Reminder.objects.held(reminder).update(**settled)
