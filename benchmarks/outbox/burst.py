"""A September in which 50,000 licences end on one day: their mails leave, and the film page is as quick as before.

    python -m benchmarks.outbox.burst [--lines] [--size N]

The licences belong to 2,001 schools, one of which holds a tenth of them. Each school is told once, of all of its licences.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from benchmarks.licensing import house, many
from benchmarks.measure import Measure
from benchmarks.outbox.sink import sink
from benchmarks.table import show
from config.environment import ROOT
from demo.place import free_port

if TYPE_CHECKING:
    from licensing.models import Institution
    from reminders.notices import Notice

SIZE = 50_000
NOTICE = 30
"""Days before the end."""
IDLE = 400
"""Pages asked for before anything is due."""
LONGEST = 1800
"""Seconds in which all must have left."""


def measures(size: int) -> Iterator[Measure]:
    with house.running(), sink(milliseconds=20) as port, serving() as web:
        film, owed = ends_on_one_day(size)
        path = f"/films/{film}/"
        before = statistics.median(visit(web, path) for _ in range(IDLE))
        began = time.monotonic()
        worker = sending(port)
        during = [visit(web, path) for _ in iter(worker.poll, 0)]
        took = time.monotonic() - began
        sent, mails = delivered()
        said = f"{size:,} licences of {owed:,} schools in {mails:,} mails, {took:.0f} s"
        yield Measure(f"September ({said}): of what is owed, sent", sent / owed, 1.0, "x", is_least=True)
        slower = statistics.median(during) / before
        yield Measure("September: a film page meanwhile, of one before (median)", slower, 1.2, "x")


def ends_on_one_day(size: int) -> tuple[str, int]:
    """The film's slug, and how many schools are owed a mail now."""
    from django.db.models import Exists, OuterRef

    from licensing.models import Institution, Licence
    from licensing.terms.days import office_today
    from reminders.notices import owe_notices

    crowd = many.fill(house.House.build(), size)
    today = office_today()
    Licence.objects.update(ends_on=today + timedelta(days=NOTICE))
    schools = Institution.objects.filter(Exists(Licence.objects.filter(institution=OuterRef("pk"))))
    owe_notices(about_ends(school, today) for school in schools)
    return crowd.house.film.slug, schools.count()


def about_ends(school: Institution, today: date) -> Notice:
    """As `licensing.notices.owed` owes it; it is noon where its reader is, so that nothing waits for the morning."""
    from reminders.notices import Notice, Recipient

    noon = f"Etc/GMT{(datetime.now(UTC).hour - 1) % 24 - 11:+d}"
    reader = Recipient(f"library{school.pk}@school.example", None, "en", noon)
    data = {"day": today.isoformat()}
    return Notice(
        kind="licensing.licences-ending", about=school, to=reader, occasion=today.isoformat(), data=data
    )


def sending(port: int) -> subprocess.Popen[bytes]:
    """A worker that sends until nothing is due."""
    command = [sys.executable, "-m", "benchmarks.outbox.loops", "ours", str(LONGEST), "0"]
    mail = {"LONGTAKE_EMAIL_URL": f"smtp://127.0.0.1:{port}", "LONGTAKE_PROCESS": "worker"}
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | mail, stdout=subprocess.DEVNULL)


def delivered() -> tuple[int, int]:
    """Reminders that were sent, and the mails that they were sent in."""
    from reminders.models import Reminder

    sent = Reminder.objects.filter(status=Reminder.Status.SENT)
    together = sent.exclude(bundle=None)
    return sent.count(), sent.filter(bundle=None).count() + together.values("bundle").distinct().count()


@contextmanager
def serving() -> Iterator[int]:
    """The port of a web process."""
    port = free_port()
    command = [sys.executable, "-m", "config.serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


def visit(port: int, path: str) -> float:
    """Seconds until the whole page is there. A server that is just starting is waited for."""
    until = time.monotonic() + 60
    while True:
        began = time.perf_counter()
        caller = HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            caller.request("GET", path)
            answer = caller.getresponse()
            answer.read()
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
            continue
        finally:
            caller.close()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        return time.perf_counter() - began


if __name__ == "__main__":
    given = sys.argv[sys.argv.index("--size") + 1] if "--size" in sys.argv else str(SIZE)
    sys.exit(show(measures(int(given))))
