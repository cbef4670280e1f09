"""Several lines of a channel, such as connections to the mail server, each in a thread of its own, that stay open for a whole run.

The threads only send; whoever hands them mails keeps the database to itself.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any

from reminders.channels.channel import Channel, Verdict
from reminders.models import Reminder

MAILS_FOR_ANOTHER = 10
"""A further connection is opened for so many mails, so that a few of them need only one."""


@dataclass(frozen=True, slots=True, eq=False)
class Outgoing:
    """A message as its channel sends it, and the rows that it settles."""

    message: Any
    rows: list[Reminder]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mail. `unopened`: the connection could not be opened, so the mail was not tried."""

    outgoing: Outgoing
    error: Exception | None = None
    unopened: OSError | None = None


class Connection:
    """One connection, opened when it is needed and again after it was lost."""

    def __init__(self, channel: Channel, done: SimpleQueue[tuple[Connection, Outcome]]) -> None:
        self._channel, self._line = channel, channel.line()
        self._done = done
        self._handed: SimpleQueue[Outgoing | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="reminder mails", daemon=True)

    def open(self) -> None:
        """Raises OSError. An open connection stays as it is."""
        self._line.open()

    def hand(self, outgoing: Outgoing) -> None:
        """Its outcome comes in the queue."""
        if not self._thread.ident:
            self._thread.start()
        self._handed.put(outgoing)

    def close(self) -> None:
        if self._thread.ident:
            self._handed.put(None)
            self._thread.join()
        self._line.close()

    def _run(self) -> None:
        while outgoing := self._handed.get():
            self._done.put((self, self._outcome(outgoing)))

    def _outcome(self, outgoing: Outgoing) -> Outcome:
        """What a lost connection has certainly not taken is sent again at once, over a new one: servers end connections that are old or long."""
        outcome, is_untaken = self._tried(outgoing)
        return self._tried(outgoing)[0] if is_untaken else outcome

    def _tried(self, outgoing: Outgoing) -> tuple[Outcome, bool]:
        """And whether the connection was lost before the message was handed over."""
        try:
            self.open()
        except OSError as error:
            return Outcome(outgoing, unopened=error), False
        try:
            self._line.send(outgoing.message)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one mail must not end the thread
            if not self._is_lost(error):
                return Outcome(outgoing, error), False
            is_untaken = not self._line.may_have_gone
            self._line.close()
            return Outcome(outgoing, error), is_untaken
        return Outcome(outgoing), False

    def _is_lost(self, error: Exception) -> bool:
        return isinstance(error, OSError) and self._channel.verdict_on(error) is Verdict.LOST


class Connections:
    """As many as the messages of a batch deserve, at most as many as the channel allows."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._done: SimpleQueue[tuple[Connection, Outcome]] = SimpleQueue()
        self._all = [Connection(self._channel, self._done)]

    def __enter__(self) -> Connections:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each in self._all:
            each.close()

    def open(self) -> None:
        """Opens the first, and so learns whether the server is there. Raises OSError."""
        self._all[0].open()

    def send(
        self, mails: Iterable[Outgoing], settle: Callable[[list[Outcome]], bool]
    ) -> tuple[list[Outgoing], OSError | None]:
        """Sends the mails at once, and has what is finished settled in groups: however many finished meanwhile are one.

        A connection is handed its next mail only when its last one is settled: so a crash finds at most one mail a
        connection between the server's acceptance and the commit. Stops when `settle`, which is asked first with nothing,
        returns False, or when no connection can be opened. Returns what was not tried, and why the last connection could not be opened.
        """
        waiting, unopened = list(mails)[::-1], None
        free = self._enough_for(len(waiting))
        busy = 0
        goes_on = settle([])
        while busy or (goes_on and waiting and free):
            while goes_on and waiting and free:
                free.pop(0).hand(waiting.pop())
                busy += 1
            finished = self._finished()
            busy -= len(finished)
            outcomes = [outcome for _connection, outcome in finished]
            goes_on = settle([each for each in outcomes if not each.unopened]) and goes_on
            for connection, outcome in finished:
                if outcome.unopened:
                    unopened = outcome.unopened
                    waiting.append(outcome.outgoing)
                else:
                    free.append(connection)
        return waiting[::-1], unopened if not free else None

    def _enough_for(self, mails: int) -> list[Connection]:
        wanted = min(self._channel.lines(), max(1, mails // MAILS_FOR_ANOTHER))
        while len(self._all) < wanted:
            self._all.append(Connection(self._channel, self._done))
        return self._all[:wanted]

    def _finished(self) -> list[tuple[Connection, Outcome]]:
        """Waits for one, and takes all that are there."""
        finished = [self._done.get()]
        while True:
            try:
                finished.append(self._done.get_nowait())
            except Empty:
                return finished
