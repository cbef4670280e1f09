"""A worker holds a lease on the rows that it is sending, and renews it while it lives. When it dies, another may take them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from datetime import timedelta
from types import TracebackType

from django.db import Error, connection
from django.db.models.functions import Now

from reminders.models import Reminder

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=40)
RENEWED_EVERY = 10.0
"""Seconds. With a poll every 20 s, a dead worker's rows are taken over within a minute. Three renewals in a row may fail."""


class Leases:
    """Renews the leases of the current rows, in a thread of its own with its own database connection.

    How long ago the last renewal was is measured by a clock that nobody sets, because the wall's may be wrong.
    """

    def __init__(self, *, every: float = RENEWED_EVERY) -> None:
        self.every = every
        self.current: Sequence[Reminder] = ()
        self._renewed = time.monotonic()
        self._is_lost = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reminder leases", daemon=True)

    def __enter__(self) -> Leases:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def hold(self, rows: Sequence[Reminder], *, since: float) -> None:
        """These are renewed from now on. They were claimed after `since`, in `time.monotonic()`'s seconds."""
        self.current, self._renewed, self._is_lost = rows, since, False

    def are_held(self) -> bool:
        """Whether no other worker can have taken over the current rows since they were claimed."""
        self._is_lost |= time.monotonic() - self._renewed > LEASE.total_seconds()
        return not self._is_lost

    def _run(self) -> None:
        try:
            while not self._ended.wait(self.every):
                self._renew()
        finally:
            connection.close()

    def _renew(self) -> None:
        """What is settled already is no longer held, and stays as it is; so does what another worker took over."""
        rows, began = self.current, time.monotonic()
        if not rows:
            return
        self.are_held()  # a lease that was over stays lost, although what nobody took is renewed
        try:
            Reminder.objects.held(rows).update(leased_until=Now() + LEASE)
            if rows is self.current:
                self._renewed = began
        except Error as error:
            connection.close()  # the next renewal opens a new one
            log.warning("The leases of %d reminders were not renewed: %s", len(rows), type(error).__name__)
