"""Three ways to send what is due, each in a process of its own: ours, and two bare loops that do no more than they must.

    python -m benchmarks.outbox.loops WAY SECONDS BEGIN

prints how many messages it sent in so many seconds from BEGIN, a time of the clock, at which several may begin together.
"""

from __future__ import annotations

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.licensing.house import let_go, set_up

if TYPE_CHECKING:
    from django.core.mail.backends.base import BaseEmailBackend

    from reminders.models import Reminder

BATCH = 200
CLAIM = """
UPDATE reminders_reminder SET status = 'sending', claimed_at = statement_timestamp()
WHERE id IN (
    SELECT id FROM reminders_reminder WHERE status IN ('pending', 'sending') AND status = 'pending'
        AND due_at <= statement_timestamp()
    ORDER BY due_at, id LIMIT %s FOR UPDATE SKIP LOCKED
)
RETURNING *
"""
SETTLE = "UPDATE reminders_reminder SET status = 'sent', sent_at = statement_timestamp() WHERE id = ANY(%s)"


def ours(seconds: float) -> int:
    from reminders.sending.delivery import deliver_due

    return deliver_due(run_for=timedelta(seconds=seconds)).sent


def single(seconds: float) -> int:
    """Claim one, compose, send, settle, on one connection."""
    return _bare(seconds, batch=1, connections=1)


def batched(seconds: float) -> int:
    """The same for many at once, on as many connections as ours; leases, verdicts and doubles are nobody's business."""
    from django.conf import settings

    return _bare(seconds, batch=BATCH, connections=settings.OUTBOX_CONNECTIONS)


def _bare(seconds: float, *, batch: int, connections: int) -> int:
    from django.db import connection

    from office.distributor.reader import distributor
    from reminders.account_letters import LETTERS
    from reminders.models import Reminder
    from reminders.writing.messages import mail_of, write

    seller, local, sent = distributor(), threading.local(), 0
    kind = LETTERS[-1]

    def mail(row: Reminder) -> Any:
        written = write(row, kind, seller)
        return mail_of([written], seller) if written else None

    def send(one: Any) -> None:
        _server(local).send_messages([one])

    with ThreadPoolExecutor(connections) as pool, connection.cursor() as cursor:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            rows = list(Reminder.objects.raw(CLAIM, [batch]))
            if not rows:
                break
            mails = [mail(row) for row in rows]
            if batch == 1:
                send(mails[0])
            else:
                list(pool.map(send, mails))
            cursor.execute(SETTLE, [[row.pk for row in rows]])
            sent += len(rows)
    return sent


def _server(local: threading.local) -> BaseEmailBackend:
    from django.core.mail import mailers

    if not hasattr(local, "server"):
        local.server = mailers["outbox"]
        local.server.open()
    server: BaseEmailBackend = local.server
    return server


WAYS = {"ours": ours, "single": single, "batched": batched}

if __name__ == "__main__":
    way, seconds, begin = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    set_up()
    time.sleep(max(0.0, begin - time.time()))
    began = time.perf_counter()
    sent = WAYS[way](seconds)
    print(sent / (time.perf_counter() - began), flush=True)
    let_go()
