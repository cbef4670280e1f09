"""The shipped web server as a process of its own, on the test's database: what only real sockets and threads can show."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from django.db import connection
from psycopg.conninfo import make_conninfo

from config.environment import ROOT
from demo.place import free_port


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    text: str
    seconds: float


@dataclass(frozen=True)
class Site:
    """A running web server. `log` is what it wrote."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, path: str, *, method: str = "GET", body: str = "", **headers: str) -> Answer:
        """One request on a connection of its own; header names with `_` for `-`."""
        began = time.monotonic()
        caller = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            caller.request(method, path, body=body or None, headers=sent)
            answer = caller.getresponse()
            text = answer.read().decode()
            return Answer(answer.status, answer.headers, text, time.monotonic() - began)
        finally:
            caller.close()


def environment_of_a_process(**variables: str) -> dict[str, str]:
    """This process's, with the address of the test's own database."""
    database = make_conninfo(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"])
    return os.environ | {"DATABASE_URL": database} | variables


@contextmanager
def running_site(folder: Path, **variables: str) -> Iterator[Site]:
    """Serves from when it answers `/health/live` until the end; `variables` go into its environment."""
    port = free_port()
    log = folder / "web.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "config.serve", "--port", str(port)],
            cwd=ROOT,
            env=environment_of_a_process(**variables),
            stdout=output,
            stderr=output,
        )
    site = Site(port=port, process=process, log=log)
    try:
        _wait_until_it_lives(site)
        yield site
    finally:
        process.terminate()
        process.wait(20)


def _wait_until_it_lives(site: Site) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and site.process.poll() is None:
        with suppress(OSError, http.client.HTTPException):
            if site.ask("/health/live").status == 200:
                return
        time.sleep(0.05)
    raise AssertionError(f"The web server did not come up:\n{site.log.read_text()}")
