"""A September: very many licences end on one day, their people are told by a real worker, and visitors must not notice.

python -m benchmarks.outbox.burst [--lines] [--licences N] [--institutions N] [--largest N] [--quiet SECONDS]
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import psutil

from benchmarks.licensing import house
from benchmarks.licensing.watching import seconds_and_megabytes
from benchmarks.measure import Measure, resident
from benchmarks.outbox.reader import Reader, median_and_95th
from benchmarks.outbox.season import Season, lay_out, let_the_day_come, owe_ends
from benchmarks.outbox.sink import sink
from benchmarks.pages.speed import Web
from benchmarks.table import AS_LINES, show
from config.environment import ROOT
from demo.place import free_port

QUIET, BUSY = "quiet", "busy"
FILM_PAGE = "/films/a-film/"
WARM_UP = 10
LOOK = 0.5
LONGEST = 1800
NUMBER = re.compile(r"LIC-2020-\d{7}")


def measures(season: Season, *, quiet: float) -> Iterator[Measure]:
    with house.running(), tempfile.TemporaryDirectory(prefix="longtake-bench-") as folder:
        lay_out(season)
        yield from owing(season)
        let_the_day_come()
        yield from digests(season)
        house.let_go()
        with sink(milliseconds=1, kept=Path(folder)) as port:
            os.environ["LONGTAKE_EMAIL_URL"] = f"smtp://127.0.0.1:{port}"
            yield from burst(Path(folder), quiet)
        yield from arrived(Path(folder), season)


def owing(season: Season) -> Iterator[Measure]:
    taken, megabytes = seconds_and_megabytes(owe_ends)
    yield Measure(f"burst: {season.licences:,} licences are owed their reminders", taken, 120, "s")
    yield Measure("burst: memory for that", megabytes, 100, "MB")


def digests(season: Season) -> Iterator[Measure]:
    """The statements behind one mail, for the institution with most licences and for another."""
    numbers = [_statements(key) for key in (1, 2)]
    yield Measure("burst: statements for the mail of the largest institution", numbers[0], numbers[1], "")


def _statements(institution: int) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from benchmarks.licensing.copies import BASE
    from reminders.kinds import kind_named
    from reminders.models import Reminder
    from reminders.writing.messages import compose

    row = Reminder.objects.filter(
        subject=f"licensing.institution:{BASE + institution}", status="pending"
    ).earliest("due_at")
    kind = kind_named(row.kind)
    if kind is None:
        raise LookupError(row.kind)
    compose(row, kind)
    with CaptureQueriesContext(connection) as asked:
        compose(row, kind)
    return len(asked)


def burst(folder: Path, quiet: float) -> Iterator[Measure]:
    port = free_port()
    web = Web([sys.executable, "-m", "config.serve", "--port", str(port)], port)
    with web, worker(folder) as process:
        for _ in range(WARM_UP):
            web.ask(FILM_PAGE, 1)
        reader = Reader(port, FILM_PAGE)
        with reader.reading():
            reader.phase = QUIET
            time.sleep(quiet)
            reader.phase = BUSY
            taken, megabytes = until_sent(process)
            reader.phase = QUIET  # whatever else the machine does may have changed meanwhile
            time.sleep(quiet)
        yield Measure("burst: until all is sent", taken, LONGEST, "s")
        yield Measure("burst: growth of the worker's memory", megabytes, 100, "MB")
        yield from slower(reader)


def slower(reader: Reader) -> Iterator[Measure]:
    quiet, busy = reader.times[QUIET], reader.times[BUSY]
    for what, before, during in (("", quiet.kept, busy.kept), (", made anew", quiet.anew, busy.anew)):
        for name, was, is_now in zip(
            ("median", "95th percentile"), median_and_95th(before), median_and_95th(during), strict=True
        ):
            said = f"{is_now:.1f} ms, before and after {was:.1f} ms, of {len(during)} and {len(before)} pages"
            yield Measure(f"burst: film page{what}: {name} ({said})", is_now / was, 1.2, "x")


@contextmanager
def worker(folder: Path) -> Iterator[psutil.Process]:
    """As deploy/systemd starts it; ready."""
    command = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "config",
        "worker",
        "-Q",
        "celery",
        "-c",
        "2",
        "--loglevel=INFO",
    ]
    with (folder / "worker.log").open("wb") as log:
        process = psutil.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
        try:
            _wait(lambda: b"ready." in (folder / "worker.log").read_bytes())
            yield process
        finally:
            process.terminate()
            process.wait(60)


def until_sent(process: psutil.Process) -> tuple[float, float]:
    """Woken as by two polls. The seconds, and by how many megabytes the worker's memory grew at most."""
    from config import celery_app

    before = most = resident(process.pid)
    began = time.monotonic()
    for _ in range(2):
        celery_app.send_task("reminders.tasks.deliver_due")
    while _waiting():
        if time.monotonic() - began > LONGEST:
            raise TimeoutError("Not everything was sent in time.")
        time.sleep(LOOK)
        most = max(most, resident(process.pid))
    return time.monotonic() - began, most - before


def _waiting() -> bool:
    from django.db.models.functions import Now

    from reminders.models import Reminder

    return Reminder.objects.filter(status__in=("pending", "sending"), due_at__lte=Now()).exists()


def arrived(folder: Path, season: Season) -> Iterator[Measure]:
    """Each person has one message, and each licence is named in one of them."""
    people, named = Counter[str](), Counter[str]()
    for file in folder.glob("*.eml"):
        message = message_from_bytes(file.read_bytes(), policy=default)
        people[str(message["To"])] += 1
        body = message.get_body(("plain",))
        named.update(set(NUMBER.findall(body.get_content() if body else "")))
    yield Measure(
        f"burst: messages beyond one for each of {len(people)} people", people.total() - len(people), 0, ""
    )
    yield Measure("burst: people who were told nothing", season.people - len(people), 0, "")
    once = sum(1 for times in named.values() if times == 1)
    yield Measure(
        f"burst: of {season.licences:,} licences, not named exactly once", season.licences - once, 0, ""
    )


def _wait(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 120
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError("The worker was not ready within two minutes.")
        time.sleep(0.1)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outbox.burst", description=__doc__)
    parser.add_argument("--licences", type=int, default=50_000)
    parser.add_argument("--institutions", type=int, default=600)
    parser.add_argument(
        "--largest", type=int, default=1_000, help="licences of the institution that has most"
    )
    parser.add_argument("--quiet", type=float, default=20, help="seconds before and after it")
    parser.add_argument(AS_LINES, action="store_true")
    given = parser.parse_args()
    season = Season(given.licences, given.institutions, given.largest)
    return show(measures(season, quiet=given.quiet))


if __name__ == "__main__":
    sys.exit(main())
