"""Sending: rows are claimed and committed before their messages leave, and settled afterwards. At least once, with a stable Message-ID.

A run claims a batch in one commit, composes it, sends it over several connections at once, and settles what is finished
in groups. Only the run's own thread speaks to the database.

A message can leave twice in three cases, each time with the same Message-ID: the worker dies between the mail server's
acceptance and the commit that settles the row (at most one mail for each connection); the connection is lost after the
message was handed over and before the answer; the worker lives but cannot renew its leases (it is stopped, or the
database is away), and another takes its rows.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain

from office.distributor.reader import distributor
from reminders.models import Reminder
from reminders.sending.claims import Group, claim, give_back
from reminders.sending.composing import composed
from reminders.sending.connections import Connections, Outcome, Outgoing
from reminders.sending.gate import Gate
from reminders.sending.leases import Leases
from reminders.sending.settling import Delivered, after, settle
from reminders.sending.verdicts import Verdict, in_words, is_trouble
from reminders.writing.own_words import Texts

log = logging.getLogger(__name__)

RUN_FOR = timedelta(minutes=1)
LONGEST_SEND = timedelta(minutes=25)
"""The sum of all time limits of one message (see smtp.py); a task must be allowed this in addition to `RUN_FOR`."""
MOST_LOST_CONNECTIONS = 3
SMALLEST_BATCH, LARGEST_BATCH = 20, 400
BATCH_SECONDS = 1.0
"""So long should a batch take: what is claimed can no longer be cancelled, and waits for its turn as it was composed."""


def deliver_due(*, run_for: timedelta = RUN_FOR) -> Delivered:
    """Sends what is due, batch by batch, until nothing is due. After `run_for` it starts no further message.

    While the mail server does not answer, nothing is claimed: everything waits, however long, and no attempt is counted.
    """
    result = Delivered(cancelled=cancel_expired())
    if not Reminder.objects.claimable().exists():
        return result
    with Connections() as connections, Leases() as leases:
        _Run(connections, leases, result, until=time.monotonic() + run_for.total_seconds()).go()
    return result


def cancel_expired() -> int:
    """Cancels what expired while it waited, and deletes its secret. Returns how many."""
    return Reminder.objects.expired().update(status=Reminder.Status.CANCELLED, secret={})


class _Run:
    def __init__(self, connections: Connections, leases: Leases, result: Delivered, *, until: float) -> None:
        self.connections, self.leases, self.result, self.until = connections, leases, result, until
        self.lost = 0
        self.is_over = False

    def go(self) -> None:
        size = SMALLEST_BATCH
        while not self.is_over:
            if self._has_no_time():
                self.result.is_unfinished = Reminder.objects.claimable().exists()
                return
            if not self._is_open():
                return
            began = time.monotonic()
            groups = claim(size)
            if not groups:
                return
            self._deliver(groups, since=began)
            size = next_size(size, took=time.monotonic() - began)

    def _has_no_time(self) -> bool:
        return time.monotonic() >= self.until

    def _is_open(self) -> bool:
        try:
            self.connections.open()
        except OSError as error:
            say_unopened(error)
            return False
        return True

    def _deliver(self, groups: Sequence[Group], *, since: float) -> None:
        self.leases.hold(list(chain.from_iterable(groups)), since=since)
        untried, unopened = self.connections.send(list(self._composed(groups)), self._settle)
        give_back([row for outgoing in untried for row in outgoing.rows])
        self.leases.current = ()
        if unopened:
            say_unopened(unopened)
            self.is_over = True

    def _composed(self, groups: Sequence[Group]) -> Iterator[Outgoing]:
        """The mails of a batch. What has none is settled at once, in one commit."""
        seller, gate, texts = distributor(), Gate.of(self.leases.current), Texts.read()
        settled = []
        for group in groups:
            outgoing, others = composed(group, seller, gate, texts)
            settled += others
            if outgoing:
                yield outgoing
        settle(settled, self.result)
        texts.tell_of_faults()

    def _settle(self, outcomes: Sequence[Outcome]) -> bool:
        """Whether further messages may start: not where another worker may have taken over this one's rows."""
        settled = []
        for outcome in outcomes:
            what, verdict = after(outcome)
            settled += what
            self.lost = self.lost + 1 if verdict is Verdict.LOST else 0
            self.is_over |= verdict is Verdict.TROUBLE or self.lost >= MOST_LOST_CONNECTIONS
        are_ours = settle(settled, self.result) and self.leases.are_held()
        return are_ours and not self.is_over and not self._has_no_time()


def next_size(size: int, *, took: float) -> int:
    """As many as this server takes in about `BATCH_SECONDS`; at most twice as many as before."""
    fits = int(size * min(2.0, BATCH_SECONDS / max(took, 0.001)))
    return max(SMALLEST_BATCH, min(LARGEST_BATCH, fits))


def say_unopened(error: OSError) -> None:
    if is_trouble(error):
        log.error("The mail server refuses our connection, so everything due waits: %s", in_words(error))
    else:
        log.warning("The mail server does not answer, so everything due waits: %s", in_words(error))
