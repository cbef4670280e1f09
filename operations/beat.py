"""Beat as a scheduler of which several may run, on several hosts: one of them leads, and another takes over when it is gone.

Which one leads stands in PostgreSQL as a lease, because Valkey may lose everything at any time, and because a lease, unlike
a lock of a session, also holds through PgBouncer. Two beats can both send only what one of them had begun to send when it
was stopped for longer than its lease; every periodic task is idempotent, so that costs nothing but the work.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any, cast
from uuid import uuid4

from celery import platforms
from celery.beat import PersistentScheduler, Service
from celery.schedules import schedule
from celery.signals import beat_init
from django.db import Error, connection

from operations.pulses import lead, let_go

log = logging.getLogger(__name__)
LOOK = 5.0
"""Seconds between two looks, at most: several fit into a lease."""
AHEAD = timedelta(seconds=2)
"""So far may a task's last run lie ahead of the clock; NTP moves it by less."""


class LeadingScheduler(PersistentScheduler):
    """Celery's own scheduler, which does nothing while another beat leads or the database does not answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.holder = uuid4()
        self.has_led = False
        self.is_at_work = self.is_ending = False
        super().__init__(*args, **kwargs)

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """Sends what is due. Returns the seconds until the next look, none when beat is to end."""
        self.is_at_work = True
        try:
            wait = self.send_what_is_due(*args, **kwargs)
        finally:
            self.is_at_work = False
        return 0.0 if self.is_ending else wait

    def send_what_is_due(self, *args: Any, **kwargs: Any) -> float:
        if not self.leads():
            return LOOK
        self.forget_the_future()
        return min(LOOK, float(super().tick(*args, **kwargs)))

    def leads(self) -> bool:
        try:
            leads = lead(self.holder)
        except Error as error:
            log.warning("Beat waits: the database does not answer (%s).", str(error).strip())
            leads = False
        finally:
            connection.close()
        if leads != self.has_led:
            log.info("This beat leads from now on." if leads else "This beat waits: another one leads.")
        self.has_led = leads
        return leads

    def forget_the_future(self) -> None:
        """After the clock was set back, tasks have last run in the future, and Celery would send none until then: they are due now.

        What beat keeps on disk says the same, so starting it again would not help.
        """
        now = self.app.now()
        ahead = [
            each for each in self.schedule.values() if each.last_run_at and each.last_run_at > now + AHEAD
        ]
        for each in ahead:
            if isinstance(each.schedule, schedule):
                each.last_run_at = now - each.schedule.run_every  # type: ignore[attr-defined]  # its stubs leave it out
        if ahead:
            log.warning("The clock was set back: %d periodic tasks are due now.", len(ahead))
            self._heap = None  # Celery makes it again, and sorts the tasks by it

    def close(self) -> None:
        try:
            let_go(self.holder)
        except Error:
            log.warning(
                "Beat ends without letting go of its lead: another takes over when the lease is over."
            )
        finally:
            connection.close()
        super().close()


@beat_init.connect
def end_between_two_looks(sender: Service, **_: Any) -> None:
    """A signal ends beat at once while it waits, and after its look while it is at work.

    Celery's own handler closes the schedule and the database's connection wherever beat happens to be, also inside a statement.
    """
    scheduler = cast("LeadingScheduler", sender.scheduler)

    def end(*_: object) -> None:
        scheduler.is_ending = True
        sender.stop()
        if not scheduler.is_at_work:
            raise SystemExit

    platforms.signals.update(SIGTERM=end, SIGINT=end)
