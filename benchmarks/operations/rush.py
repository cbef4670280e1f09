"""`python -m benchmarks.operations.rush`: our web server with many requests at once, with slow clients, and after a restart of PostgreSQL.

Starts servers of its own with the catalogue in them; loopback only. Each line says what was promised; exit code 1 if not.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from config.embedded import PostgreSQL, Valkey
from config.environment import ROOT
from demo.place import free_port

COMMAND = "{python} -m config.serve --port {port}"
"""LONGTAKE_BENCH_COMMAND gives another server to compare with."""
BURSTS, BURST = 3, 200
ROUNDS, VISITS = 6, 20
SLOW_BODIES = 7


def main() -> int:
    """0 if nothing failed, otherwise 1."""
    with tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)  # under root, PostgreSQL runs as another user
        with _servers(folder) as database, _web(folder) as site:
            return int(not all([_rush(site), _slow_bodies(site), _restarts(site, database)]))


def _rush(site: str) -> bool:
    began, statuses = time.monotonic(), Counter[int]()
    longest = 0.0
    with ThreadPoolExecutor(BURST) as visitors:
        for _ in range(BURSTS):
            for status, seconds in visitors.map(lambda _: _visit(f"{site}/films/"), range(BURST)):
                statuses[status] += 1
                longest = max(longest, seconds)
    took = time.monotonic() - began
    print(
        f"{BURSTS} bursts of {BURST}: {dict(statuses)} in {took:.1f} s, the longest {longest:.1f} s (promised: no 500)"
    )
    return not statuses[500] and not statuses[0]


def _slow_bodies(site: str) -> bool:
    host, port = site.removeprefix("http://").split(":")
    senders = []
    for _ in range(SLOW_BODIES):
        sender = socket.create_connection((host, int(port)))
        sender.sendall(
            b"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\nlogin=a"
        )
        senders.append(sender)
    time.sleep(0.5)
    status, seconds = _visit(f"{site}/films/", timeout=30)
    for sender in senders:
        sender.close()
    print(f"{SLOW_BODIES} slow bodies: a page answered {status} after {seconds:.2f} s (promised: within 2 s)")
    return status == 200 and seconds < 2


def _restarts(site: str, database: PostgreSQL) -> bool:
    failed, said = [], set[int]()
    with ThreadPoolExecutor(6) as visitors:
        for _ in range(ROUNDS):
            list(
                visitors.map(lambda _: _visit(f"{site}/films/"), range(12))
            )  # so that the pool holds several
            database.stop()
            said.add(_visit(f"{site}/health/ready")[0])
            database.start()
            statuses = [_visit(f"{site}/films/")[0] for _ in range(VISITS)]
            failed.append(sum(status != 200 for status in statuses))
    print(f"After {ROUNDS} restarts of PostgreSQL, of {VISITS} requests failed: {failed} (promised: none)")
    print(f"While it was dead, /health/ready said {said} (promised: 503)")
    return not any(failed) and said == {503}


def _visit(address: str, *, timeout: float = 120) -> tuple[int, float]:
    """The status (0 if there was no response) and the seconds."""
    began = time.monotonic()
    status = 0
    with suppress(OSError):
        try:
            with urlopen(address, timeout=timeout) as answer:  # noqa: S310 - our own
                answer.read()
                status = answer.status
        except HTTPError as error:
            status = error.code
    return status, time.monotonic() - began


@contextmanager
def _servers(folder: Path) -> Iterator[PostgreSQL]:
    database, valkey = PostgreSQL(folder, is_forgetful=True), Valkey(folder)
    os.environ |= {
        "DATABASE_URL": database.join(),
        "REDIS_URL": valkey.join(),
        "LONGTAKE_ENV": "development",
    }
    for command in (["migrate"], ["load_catalogue", "demo/data"]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
    try:
        yield database
    finally:
        database.leave()
        valkey.leave()


@contextmanager
def _web(folder: Path) -> Iterator[str]:
    port = free_port()
    command = os.environ.get("LONGTAKE_BENCH_COMMAND", COMMAND).format(python=sys.executable, port=port)
    with (folder / "web.log").open("wb") as log:
        process = subprocess.Popen(command.split(), cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
    site = f"http://127.0.0.1:{port}"
    try:
        _wait(lambda: _visit(f"{site}/health/live")[0] == 200)
        yield site
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _wait(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError("Nothing happened within a minute.")
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main())
