"""Wakes a worker before its next poll. Best effort: every message is in the database, and the poll finds it."""

from __future__ import annotations

import logging
import threading

from celery import current_app
from django.db import transaction

from accounts.rest import rest_of

log = logging.getLogger(__name__)

BROKER_SECONDS = 0.5
"""After a broker did not answer, nobody asks it for a while, so that only a few requests lose half a second."""

_one_at_a_time = threading.Lock()


def wake_on_commit() -> None:
    """Wakes a worker when the transaction is committed. It never raises, and takes little more than half a second at most."""
    transaction.on_commit(wake, robust=True)


def wake() -> None:
    """Asks for a run now. A broker that does not answer is not asked again for a while."""
    rest = rest_of(current_app.conf.broker_url)
    if rest.is_on or not _one_at_a_time.acquire(blocking=False):
        return
    try:
        _ring()
    except Exception as error:  # noqa: BLE001 - whatever the broker does, the poll finds what is due
        rest.begin()
        log.warning("No worker could be woken, so mails leave at the next poll: %s", type(error).__name__)
    finally:
        _one_at_a_time.release()


def _ring() -> None:
    options = {
        **current_app.conf.broker_transport_options,
        "socket_timeout": BROKER_SECONDS,
        "socket_connect_timeout": BROKER_SECONDS,
        "max_retries": 0,
        "retry_on_timeout": False,
    }
    with current_app.connection_for_write(
        connect_timeout=BROKER_SECONDS, transport_options=options
    ) as broker:
        current_app.send_task("reminders.tasks.deliver_due", connection=broker, retry=False)
