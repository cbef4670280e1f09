"""How quickly the outbox is drained, compared with bare loops in the same run, and whether its size matters.

    python -m benchmarks.outbox [--lines] [--most N]

measures with 10,000 to `--most` (1,000,000) messages outstanding. Each rate is messages a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.licensing import house
from benchmarks.measure import Measure
from benchmarks.outbox.sink import sink
from benchmarks.table import show
from config.environment import ROOT

SECONDS = 4
START_SECONDS = 4
"""Until Django is set up in each process."""
MILLISECONDS = 20
"""How long a mail server at some distance takes for a message."""
OWE = """
INSERT INTO reminders_reminder (
    key, kind, subject, recipient, due_at, language, time_zone, data, secret,
    status, attempts, fruitless_claims, last_error, message_id, created_at
)
SELECT 'bench:' || number, 'accounts.webauthn-removed', 'accounts.user:' || number, 'reader' || number || '@library.example',
    now() - interval '1 hour' + number * interval '1 millisecond', 'en', 'UTC', '{}', '{}',
    'pending', 0, 0, '', gen_random_uuid(), now()
FROM generate_series(1, %s) AS number
"""


def measures(most: int) -> Iterator[Measure]:
    with house.running():
        with sink(milliseconds=MILLISECONDS) as port:
            yield from against_bare(port, f"a server that takes {MILLISECONDS} ms")
        with sink(milliseconds=0) as port:
            yield from against_bare(port, "a server that answers at once")
            yield from by_size(port, most)


def against_bare(port: int, server: str) -> Iterator[Measure]:
    rates = {}
    for way, processes in (("single", 1), ("batched", 1), ("ours", 1), ("ours", 2)):
        outstanding(10_000)
        rates[way, processes] = rate(port, way, processes)
    ours = rates["ours", 1]
    said = f"{ours:.0f}/s, single {rates['single', 1]:.0f}/s, batched {rates['batched', 1]:.0f}/s, two {rates['ours', 2]:.0f}/s"
    is_far = "ms" in server
    yield Measure(
        f"Outbox, {server}: time a mail, of a single-row loop's ({said})",
        rates["single", 1] / ours,
        0.25 if is_far else 0.8,
        "x",
    )
    yield Measure(
        f"Outbox, {server}: time a mail, of a bare loop's in batches", rates["batched", 1] / ours, 1.25, "x"
    )
    yield Measure(
        f"Outbox, {server}: time a mail of two processes, of one's", ours / rates["ours", 2], 0.8, "x"
    )


def by_size(port: int, most: int) -> Iterator[Measure]:
    rates = {}
    size = 10_000
    while size <= most:
        outstanding(size)
        rates[size] = rate(port, "ours", 1)
        size *= 10
    said = ", ".join(f"{size:,}: {each:.0f}/s" for size, each in rates.items())
    slowest, fastest = min(rates.values()), max(rates.values())
    yield Measure(
        f"Outbox, by messages outstanding ({said}): slowest to fastest", fastest / slowest, 1.25, "x"
    )


def outstanding(count: int) -> None:
    """So many messages are due, and there are no others."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE reminders_reminder")
        cursor.execute(OWE, [count])
        cursor.execute("VACUUM ANALYZE reminders_reminder")
        cursor.execute("CHECKPOINT")


def rate(port: int, way: str, processes: int) -> float:
    """Of all processes together, which begin at one moment."""
    begin = time.time() + START_SECONDS
    command = [sys.executable, "-m", "benchmarks.outbox.loops", way, str(SECONDS), str(begin)]
    environment = os.environ | {
        "LONGTAKE_EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "LONGTAKE_PROCESS": "worker",
    }
    running = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    return sum(float(process.communicate()[0]) for process in running)


if __name__ == "__main__":
    given = sys.argv[sys.argv.index("--most") + 1] if "--most" in sys.argv else "1000000"
    sys.exit(show(measures(int(given))))
