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
from reminders.channels import CHANNELS, EMAIL, addressed_by
from reminders.channels.channel import Channel, Verdict
from reminders.models import Reminder
from reminders.sending.claims import Group, claim, give_back
from reminders.sending.composing import Composer
from reminders.sending.connections import Connections, Outcome, Outgoing
from reminders.sending.gate import Gate
from reminders.sending.leases import Leases
from reminders.sending.settling import Delivered, after, settle
from reminders.writing.own_words import Texts

log = logging.getLogger(__name__)

LONGEST_SEND = timedelta(minutes=25)
"""The sum of all time limits of one message (see channels/email/smtp.py); a task must be allowed this in addition to `run_for`."""
MOST_LOST_CONNECTIONS = 3
SMALLEST_BATCH, LARGEST_BATCH = 20, 400
BATCH_SECONDS = 1.0
"""So long should a batch take: what is claimed can no longer be cancelled, and waits for its turn as it was composed."""


def deliver_due(channel: Channel = EMAIL, *, run_for: timedelta | None = None) -> Delivered:
    """Sends what is due by a channel, batch by batch, until nothing is due. After `run_for` (the channel's) it starts no further message.

    While the mail server does not answer, nothing is claimed: everything waits, however long, and no attempt is counted.
    """
    result = Delivered(cancelled=cancel_expired())
    if not is_due(channel):
        return result
    until = time.monotonic() + (channel.run_for if run_for is None else run_for).total_seconds()
    with Connections(channel) as connections, Leases() as leases:
        _Run(channel, connections, leases, result, until=until).go()
    return result


def is_due(channel: Channel) -> bool:
    return Reminder.objects.claimable().filter(addressed_by(channel)).exists()


def cancel_expired() -> int:
    """Cancels what expired while it waited, and deletes its secret. Returns how many."""
    return Reminder.objects.expired().update(status=Reminder.Status.CANCELLED, secret={})


class _Run:
    def __init__(
        self, channel: Channel, connections: Connections, leases: Leases, result: Delivered, *, until: float
    ) -> None:
        self.channel = channel
        others = [each.copying() for each in CHANNELS if each is not channel]
        self.copying = [each for each in others if each]
        self.connections, self.leases, self.result, self.until = connections, leases, result, until
        self.lost = 0
        self.is_over = False

    def go(self) -> None:
        size = SMALLEST_BATCH
        while not self.is_over:
            if self._has_no_time():
                self.result.is_unfinished = is_due(self.channel)
                return
            if not self._is_open():
                return
            began = time.monotonic()
            groups = claim(size, self.channel)
            if not groups:
                return
            self._deliver(groups, since=began)
            if sum(map(len, groups)) >= size:
                size = next_size(size, took=time.monotonic() - began)

    def _has_no_time(self) -> bool:
        return time.monotonic() >= self.until

    def _is_open(self) -> bool:
        try:
            self.connections.open()
        except OSError as error:
            say_unopened(error, self.channel)
            return False
        return True

    def _deliver(self, groups: Sequence[Group], *, since: float) -> None:
        self.leases.hold(list(chain.from_iterable(groups)), since=since)
        untried, unopened = self.connections.send(list(self._composed(groups)), self._settle)
        give_back([row for outgoing in untried for row in outgoing.rows])
        self.leases.current = ()
        if unopened:
            say_unopened(unopened, self.channel)
            self.is_over = True

    def _composed(self, groups: Sequence[Group]) -> Iterator[Outgoing]:
        """The mails of a batch. What has none is settled at once, in one commit."""
        texts = Texts.read()
        composer = Composer(self.channel, distributor(), Gate.of(self.leases.current), texts)
        settled = []
        for group in groups:
            outgoing, others = composer.composed(group)
            settled += others
            if outgoing:
                yield outgoing
        settle(settled, self.result)
        texts.tell_of_faults()

    def _settle(self, outcomes: Sequence[Outcome]) -> bool:
        """Whether further messages may start: not where another worker may have taken over this one's rows."""
        settled = []
        for outcome in outcomes:
            what, verdict = after(outcome, self.channel)
            settled += what
            self.lost = self.lost + 1 if verdict is Verdict.LOST else 0
            self.is_over |= verdict is Verdict.TROUBLE or self.lost >= MOST_LOST_CONNECTIONS
        are_ours = settle(settled, self.result, copying=self.copying) and self.leases.are_held()
        return are_ours and not self.is_over and not self._has_no_time()


def next_size(size: int, *, took: float) -> int:
    """As many as this server takes in about `BATCH_SECONDS`; at most twice as many as before."""
    fits = int(size * min(2.0, BATCH_SECONDS / max(took, 0.001)))
    return max(SMALLEST_BATCH, min(LARGEST_BATCH, fits))


def say_unopened(error: OSError, channel: Channel) -> None:
    if channel.is_trouble(error):
        log.error(
            "The mail server refuses our connection, so everything due waits: %s", channel.in_words(error)
        )
    else:
        log.warning("The mail server does not answer, so everything due waits: %s", channel.in_words(error))
