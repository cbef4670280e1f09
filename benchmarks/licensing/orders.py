"""Orders from start to end, beside their own statements sent by pgbench.

An order is placed, accepted with invoice and licence, and paid. Four buyers of four institutions do so at once, each in a
process of its own, and in turn with four of pgbench, which send exactly these statements in the same transactions to the same
database. Commits wait for the disk, as in production.

What bounds the share: an order is 37 statements, most of them small, which take 10 ms of the database, and 15 to 19 ms of computing in
Python. A quarter of that is psycopg's and that of Django's cursors, in proportion to the statements; the rest is what the trade works out
(prices, the words of three documents, two signatures, mails) and writes, of which no single piece is more than a tenth. Where buyers and
database share two cores and do nothing else, 52 to 69 orders a second stand beside 157 to 191: 0.33 to 0.36 of the bare statements, so
the limit is not kept there. It needs about a core for each buyer and each of their connections.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from benchmarks.licensing.house import House, let_go, set_up
from benchmarks.licensing.script import Script
from benchmarks.measure import Measure
from config.embedded import PostgreSQL
from config.environment import ROOT

BUYERS, ROUNDS, SECONDS = 4, 3, 8.0
MOST_TIMES_BARE = 2.0
"""At least half of what the bare statements reach."""
MOST_STATEMENTS = 40
RATE = re.compile(r"tps = ([\d.]+)")


def measures(house: House, database: PostgreSQL) -> Iterator[Measure]:
    """How many times as many orders a second the bare statements reach, and how many statements there are."""
    folder = database.home.parent
    statements = 0
    for number in range(BUYERS):
        school, buyer = house.school(number)
        for _ in range(3):
            house.order(school, buyer)
        script = Script().record(lambda: house.order(school, buyer))  # noqa: B023 - called at once
        statements = max(statements, script.statements)
        (folder / f"{number}.sql").write_text(script.text())
    let_go()
    yield Measure("an order placed, invoiced and paid", statements, MOST_STATEMENTS, "statements")
    times = statistics.median(_ratio(database, folder) for _ in range(ROUNDS))
    yield Measure("four buyers: orders beside their bare statements", times, MOST_TIMES_BARE, "times")


def _ratio(database: PostgreSQL, folder: Path) -> float:
    """How many times as many orders a second the bare statements reach."""
    bare = _at_once([_pgbench(database, folder / f"{number}.sql") for number in range(BUYERS)], _tps)
    ours = _at_once(
        [[sys.executable, "-m", "benchmarks.licensing.orders", str(number)] for number in range(BUYERS)],
        float,
    )
    print(f"{ours:.1f} orders a second; bare {bare:.1f}", file=sys.stderr)
    return bare / ours


def _at_once(commands: list[list[str]], read: Callable[[str], float]) -> float:
    """The sum of what commands print that run at the same time."""
    running = [subprocess.Popen(each, cwd=ROOT, stdout=subprocess.PIPE, text=True) for each in commands]
    told = [process.communicate()[0] for process in running]
    if any(process.returncode for process in running):
        raise RuntimeError(f"A buyer failed: {told}")
    return sum(read(each) for each in told)


def _pgbench(database: PostgreSQL, script: Path) -> list[str]:
    address = urlsplit(os.environ["DATABASE_URL"])
    [host] = parse_qs(address.query)["host"]
    connection = ["-h", host, "-p", "5432", "-U", address.username or ""]
    run = ["-n", "-M", "simple", "-c", "1", "-j", "1", "-T", str(round(SECONDS)), "-f", str(script)]
    return [str(database.programs / "pgbench"), *connection, *run, address.path.strip("/")]


def _tps(output: str) -> float:
    found = RATE.search(output)
    if found is None:
        raise RuntimeError(output)
    return float(found[1])


def _buy(number: int) -> float:
    """Orders a second of one buyer, who begins when the others are ready, too."""
    set_up()
    from accounts.models import User
    from licensing.models import Institution

    house = House.found()
    buyer = User.objects.get(email=f"buyer{number}@school.example")
    school = Institution.objects.get(memberships__user=buyer)
    house.order(school, buyer)
    begin = _when_all_are_ready()
    count = 0
    while time.time() < begin + SECONDS:
        house.order(school, buyer)
        count += 1
    return count / (time.time() - begin)


def _when_all_are_ready() -> float:
    """A moment by the clock that all the buyers agree on: they meet in an advisory lock of the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(7)")
        while True:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = 7"
            )
            [[ready]] = cursor.fetchall()
            if ready == BUYERS:
                return time.time()
            time.sleep(0.01)


if __name__ == "__main__":
    print(_buy(int(sys.argv[1])))  # one of the buyers
