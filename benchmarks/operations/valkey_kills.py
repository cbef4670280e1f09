"""`python -m benchmarks.operations.valkey_kills [how many [options of the worker]]`: whether a worker survives its broker being killed repeatedly.

Kills and restarts a Valkey of its own while a real worker listens, each time after another pause, so that the kill
meets the worker in different states, and while tasks come. At the end the same worker process must live and do a task.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import redis

from config.embedded import Valkey
from config.embedded.valkey import Endpoint
from config.environment import ROOT

SEND = "celery_app.send_task('celery.backend_cleanup')"
DO = f"from config import celery_app; {SEND}"
KEEP_SENDING = f"""
import contextlib, time
from config import celery_app
while True:
    with contextlib.suppress(Exception):
        {SEND}
    time.sleep(0.1)
"""


def main() -> int:
    """0 if the worker survived, otherwise 1 and the end of its log."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 58
    with tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as name:
        return _run(Path(name), kills)


def _run(folder: Path, kills: int) -> int:
    endpoint = Endpoint.new()
    valkey = Valkey(folder, new_endpoint=lambda: endpoint)
    url = valkey.join()
    environment = os.environ | {
        "LONGTAKE_ENV": "development",
        "REDIS_URL": url,
        "DATABASE_URL": os.environ.get("DATABASE_URL", "postgresql:///nobody-asks"),
    }
    log = folder / "worker.log"
    worker = _worker(environment, log)
    sender = subprocess.Popen([sys.executable, "-c", KEEP_SENDING], cwd=ROOT, env=environment)
    chance = random.Random(58)  # noqa: S311 - pauses, not secrets
    try:
        _wait(lambda: b"ready." in log.read_bytes())
        for number in range(1, kills + 1):
            time.sleep(chance.choice([0, 0.05, 0.2, 0.5, 1, 2]))
            _kill(valkey)
            time.sleep(chance.choice([0, 0.1, 0.5, 2]))
            valkey.start()
            if worker.poll() is not None:
                print(f"The worker ended by itself with code {worker.returncode} at kill {number}.")
                print(log.read_text()[-6000:])
                return 1
        sender.kill()
        subprocess.run([sys.executable, "-c", DO], cwd=ROOT, env=environment, check=True)
        client = redis.Redis.from_url(url)
        _wait(lambda: client.llen("celery") == 0 and client.hlen("unacked") == 0)
        print(f"{kills} kills of Valkey: the worker lives and works.")
        return 0
    finally:
        for process in (sender, worker):
            process.kill()
            process.wait()
        valkey.leave()


def _worker(environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "-Q", "celery", "--loglevel=INFO"]
    options = sys.argv[2:] or ["-c", "1"]
    with log.open("wb") as output:
        return subprocess.Popen([*command, *options], cwd=ROOT, env=environment, stdout=output, stderr=output)


def _kill(valkey: Valkey) -> None:
    assert valkey._process is not None  # noqa: S101, SLF001 - a crash has no public verb
    valkey._process.kill()  # noqa: SLF001 - as above
    valkey._process.wait()  # noqa: SLF001 - as above


def _wait(is_so: object) -> None:
    until = time.monotonic() + 180
    while not is_so():  # type: ignore[operator]
        if time.monotonic() > until:
            raise TimeoutError("Nothing happened within three minutes.")
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
