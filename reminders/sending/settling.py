"""Settling: what became of claimed rows is written in groups, each in one commit that waits for the disk."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from reminders.channels.channel import Channel, Verdict
from reminders.models import DeadAddress, Reminder
from reminders.models.addresses import LONGEST_REASON
from reminders.sending.connections import Outcome

log = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=30)
FIRST_PAUSE_OF_AWAITED = timedelta(seconds=10)
"""Somebody waits for it at a screen."""
LONGEST_PAUSE = timedelta(minutes=30)
MOST_ATTEMPTS = 240
"""With the longest pause, five days of refusals (RFC 5321, 4.5.4.1: give up after four to five days)."""
MOST_FRUITLESS_CLAIMS = 5
"""How often in a row a reminder may kill its worker, or fail to be composed."""
TOO_OFTEN_FRUITLESS = f"{MOST_FRUITLESS_CLAIMS} workers crashed or were stopped while they were sending it."
TROUBLE = "The mail server refuses our account or sender, so everything due waits: %s"
STOPPED = "This address takes no mail"
"""So begins the reason of what was not sent for it; `addresses.stopped.write_again` finds it by that."""

type Copying = Callable[[Sequence[Reminder]], None]
"""Owes copies of what was sent, in the commit that settles it."""


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

    def count(self, settled: Settled) -> None:
        number = len(settled.rows)
        match settled.status:
            case Reminder.Status.SENT:
                self.sent += number
            case Reminder.Status.PENDING:
                self.put_off += number
            case Reminder.Status.FAILED:
                self.failed += number
            case Reminder.Status.CANCELLED:
                self.cancelled += number


@dataclass(frozen=True, slots=True)
class Settled:
    """What becomes of some rows of one claim."""

    status: Reminder.Status
    rows: Sequence[Reminder]
    values: dict[str, Any] = field(default_factory=dict)


def settle(settlements: Sequence[Settled], result: Delivered, *, copying: Sequence[Copying] = ()) -> bool:
    """Writes them in one commit and counts them. A row that another worker has claimed meanwhile is left alone: then False."""
    sent = [row for each in settlements if each.status == Reminder.Status.SENT for row in each.rows]
    rest = [each for each in settlements if each.status != Reminder.Status.SENT]
    whole = [Settled(Reminder.Status.SENT, sent, {"sent_at": Now()}), *rest] if sent else rest
    if len(whole) == 1 and not (sent and copying):
        written = _write(whole[0])  # one statement is one commit
    elif whole:
        with transaction.atomic():
            written = sum(_write(each) for each in whole)
            for copy in copying if sent else ():
                copy(sent)
    else:
        written = 0
    for each in whole:
        result.count(each)
    return written == sum(len(each.rows) for each in whole)


def _write(settled: Settled) -> int:
    """Returns how many rows were still this worker's."""
    values: dict[str, Any] = {"leased_until": None, "fruitless_claims": 0}
    if settled.status != Reminder.Status.PENDING:
        values["secret"] = {}
    values |= settled.values
    return Reminder.objects.held(settled.rows).update(status=settled.status, **values)


def after(outcome: Outcome, channel: Channel) -> tuple[list[Settled], Verdict | None]:
    """How the rows of a mail are settled, and what a refusal means for the others."""
    rows, error = outcome.outgoing.rows, outcome.error
    if error is None:
        return [Settled(Reminder.Status.SENT, rows)], None
    said = channel.in_words(error)
    if not isinstance(error, OSError):
        return [_unfit(rows, said, is_alone=isinstance(error, ValueError))], None
    verdict = channel.verdict_on(error)
    if verdict is Verdict.TROUBLE:
        log.error(TROUBLE, channel.without_names(error))
        return [waits(rows, said, attempts=F("attempts") - 1)], verdict  # it does not count
    log.warning("%s not sent: %s", names(rows), channel.without_names(error))
    if verdict is Verdict.GONE:
        return [stopped(rows, said)], verdict
    if verdict is Verdict.NEVER:
        is_about_all = len(rows) == 1 or isinstance(error, SMTPRecipientsRefused)
        return [failed(rows, said) if is_about_all else alone(rows, said)], verdict
    return put_off(rows, said, is_lost=verdict is Verdict.LOST), verdict


def _unfit(rows: Sequence[Reminder], error: str, *, is_alone: bool) -> Settled:
    """Django raises ValueError for an invalid address; anything else is a fault of the mail too."""
    return failed(rows, error) if is_alone or len(rows) == 1 else alone(rows, error)


def failed(rows: Sequence[Reminder], error: str) -> Settled:
    """For the office to see, with the reason."""
    return Settled(Reminder.Status.FAILED, rows, {"last_error": error})


def stopped(rows: Sequence[Reminder], because: str) -> Settled:
    """Nothing goes to their address any more, until the office says so."""
    email = rows[0].recipient.lower()
    row = DeadAddress(email=email, how=DeadAddress.How.BOUNCE, because=because[:LONGEST_REASON])
    DeadAddress.objects.bulk_create([row], ignore_conflicts=True)
    return failed(rows, f"{STOPPED}: {because}")


def cancelled(rows: Sequence[Reminder], because: str = "") -> Settled:
    return Settled(Reminder.Status.CANCELLED, rows, {"last_error": because} if because else {})


def waits(rows: Sequence[Reminder], error: str, **values: Any) -> Settled:
    return Settled(Reminder.Status.PENDING, rows, {"last_error": error, **values})


def alone(rows: Sequence[Reminder], error: str) -> Settled:
    """What was refused as one mail is tried again as one for each row, so that one faulty row fails alone."""
    return waits(rows, error, bundle=None, fruitless_claims=1)


def put_off(rows: Sequence[Reminder], error: str, *, is_lost: bool = False, **values: Any) -> list[Settled]:
    """After a pause. Rows that have been refused for days are given up.

    The mail of a lost connection may have arrived: it stays one mail, with its Message-ID.
    """
    over = [row for row in rows if row.attempts >= MOST_ATTEMPTS]
    rest = [row for row in rows if row.attempts < MOST_ATTEMPTS]
    settled = [failed(over, error)] if over else []
    if rest:
        kept = values if is_lost or len(rows) == 1 else {"bundle": None, **values}
        first = FIRST_PAUSE_OF_AWAITED if any(row.is_awaited for row in rest) else FIRST_PAUSE
        pause = with_jitter(pause_after(max(row.attempts for row in rest), first))
        settled.append(waits(rest, error, due_at=Now() + pause, **kept))
    return settled


def could_not_compose(row: Reminder, error: Exception) -> list[Settled]:
    log.warning("Reminder %s could not be composed: %s", row.pk, type(error).__name__)
    said = str(error) or type(error).__name__
    if row.fruitless_claims >= MOST_FRUITLESS_CLAIMS:
        return [failed([row], said)]
    return put_off([row], said, bundle=None, fruitless_claims=row.fruitless_claims)


def held_until(row: Reminder, due_at: datetime) -> Settled:
    """It was not tried, so the claim does not count."""
    values = {"due_at": due_at, "attempts": F("attempts") - 1, "bundle": None}
    return Settled(Reminder.Status.PENDING, [row], values)


def pause_after(attempts: int, first: timedelta = FIRST_PAUSE) -> timedelta:
    """Each pause is twice as long as the one before, up to the longest."""
    doublings: int = min(attempts - 1, 10)
    return min(first * (1 << doublings), LONGEST_PAUSE)


def with_jitter(pause: timedelta) -> timedelta:
    """Up to a quarter more, so that messages that failed together are not all tried again together."""
    return pause * (1 + random.random() / 4)  # noqa: S311 - not a secret


def names(rows: Sequence[Reminder]) -> str:
    """For the log: keys of rows, never of recipients."""
    return f"Reminder {rows[0].pk}" if len(rows) == 1 else f"Reminders {rows[0].pk} and {len(rows) - 1} more"
