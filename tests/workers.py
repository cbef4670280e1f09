"""Real Celery workers on a test's database and broker."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import redis
from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from config.environment import ROOT

type StartWorker = Callable[[], subprocess.Popen[bytes]]


@contextmanager
def workers(folder: Path, *, application: str, queue: str, **environment: str) -> Iterator[StartWorker]:
    """What starts them, as many as are wanted; they end with it. Their logs are in the folder."""
    started: list[subprocess.Popen[bytes]] = []
    own = {"DATABASE_URL": make_conninfo(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"])}
    broker().flushdb()

    def start() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "celery", "-A", application, "worker", "-Q", queue]
        options = ["--pool", "threads", "-c", "2", "-n", f"{len(started)}@%h", "--without-mingle"]
        with (folder / f"worker-{len(started)}.log").open("wb") as log:
            worker = subprocess.Popen(
                [*command, *options, "--without-gossip"],
                cwd=ROOT,
                env=os.environ | own | environment,
                stdout=log,
                stderr=log,
            )
        started.append(worker)
        return worker

    try:
        yield start
    except Exception as error:
        for log in sorted(folder.glob("worker-*.log")):
            error.add_note(log.read_text(errors="replace"))
        raise
    finally:
        for worker in started:
            worker.kill()
            worker.wait()


def broker() -> redis.Redis:
    return redis.Redis.from_url(settings.CELERY_BROKER_URL)


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < until, "Nothing happened within a minute."
        time.sleep(0.05)
