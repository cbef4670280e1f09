"""A complete installation of real processes in a folder of its own, as demo/processes.py starts it, with a network that can fail.

Between the processes and PostgreSQL, Valkey and the mail server stands a proxy each. A thread starts again what has ended, as a
supervisor does in production; it does nothing else.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import psycopg
import redis
from celery import Celery
from kombu.exceptions import OperationalError
from psycopg.conninfo import conninfo_to_dict

from config.embedded import PostgreSQL, Valkey
from config.embedded.postgresql import SOCKET_NAME, Postmaster
from config.environment import ROOT
from demo.place import HOST, DemoPlace, free_port
from demo.processes import Processes
from tests import kept
from tests.survival.certificate import make_certificate
from tests.survival.disk import DISK
from tests.survival.ledger import Ledger
from tests.survival.mail import LOGIN, MailServer
from tests.survival.people import Crowd, Scene, Shown

LOOK = 0.3
"""Seconds between two looks of the supervisor."""


class Stack(Processes):
    """What the demonstration starts. `large`: with a second worker and a second beat, as on several hosts. `small`: one web
    process, worker and beat, for tests that may not take long."""

    size: Literal["small", "usual", "large"] = "usual"

    @property
    def commands(self) -> dict[str, list[str]]:
        usual = super().commands
        if self.size == "small":
            return {name: usual[name] for name in ("web", "worker", "beat")}
        if self.size == "usual":
            return usual
        worker = [part.replace("mail@", "second@") for part in usual["worker"]]
        beat = [part.replace("beat-schedule", "second-schedule") for part in usual["beat"]]
        return {**usual, "second worker": worker, "second beat": beat}


class House:
    """Entered, it stands and answers. `let_time_pass` is only for tests that may not wait for a lease."""

    def __init__(
        self,
        folder: Path,
        seed: int,
        *,
        screenings: int = 12,
        buyers: int = 12,
        size: Literal["small", "usual", "large"] = "usual",
        clock: dict[str, str] | None = None,
    ) -> None:
        self.folder, self.chance = folder, random.Random(seed)  # noqa: S311 - chance, not a secret
        self.sizes, self.size, self.clock = (screenings, buyers), size, clock or {}
        self.disk = folder / DISK
        self.disk.mkdir(mode=0o711, exist_ok=True)
        self.database, self.valkey = PostgreSQL(self.disk), Valkey(folder)
        self.ledger = Ledger(folder)
        self.networks: dict[str, subprocess.Popen[str]] = {}
        self.supervising = threading.RLock()
        self.hits = 0
        self.beyond_a_lease = 45.0
        """Seconds; a lease lasts 40."""
        self._ended = threading.Event()
        self._open = ExitStack()

    def __enter__(self) -> Self:
        try:
            self._enter()
        except BaseException:
            self._open.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._open.close()

    def _enter(self) -> None:
        self._open.callback(self.ledger.close)
        kept.lend(self.disk, is_anew=False)
        address, broker = self.database.join(), self.valkey.join()
        self._open.callback(self.database.leave)
        self._open.callback(self.valkey.leave)
        self.own_address = psycopg.conninfo.make_conninfo(address, dbname=kept.DATABASE)
        self.own_broker = broker
        self._outside = Celery(broker=broker, set_as_current=False)
        make_certificate(self.folder)
        scheme = self.chance.choice(["smtp+tls", "smtps"])
        self.mail = self._open.enter_context(MailServer(self.folder, scheme))
        self.place = self._open.enter_context(DemoPlace(self.folder / "site", port=free_port()))
        self.environment = self._environment(scheme)
        scene = self._lay_out()
        self.stack = Stack(self.place, [self.database, self.valkey], environment=self.environment)
        self.stack.size = self.size
        self._open.enter_context(self.stack)
        self.stack.wait_until_ready()
        self.crowd = Crowd(self.place.site_url, scene, self.ledger, self.chance)
        threading.Thread(target=self._supervise, name="supervisor", daemon=True).start()

    def _environment(self, scheme: str) -> dict[str, str]:
        there = conninfo_to_dict(self.own_address)
        valkey = int(self.own_broker.rpartition(":")[2].partition("/")[0])
        database = self._network("database", f"{there['host']}/{SOCKET_NAME}")
        broker = self._network("broker", str(valkey))
        mail = self._network("mail", str(self.mail.port))
        bare = {name: value for name, value in os.environ.items() if not name.startswith("LONGTAKE_")}
        return (
            bare
            | self.clock
            | {
                "DJANGO_SETTINGS_MODULE": "config.settings",
                "LONGTAKE_ENV": "development",
                "LONGTAKE_SITE_URL": self.place.site_url,
                "LONGTAKE_POSTAL_ADDRESS": "1 Film Street\nPortland, OR 97201",
                "LONGTAKE_TRUSTED_PROXIES": "1",
                "LONGTAKE_EMAIL_URL": f"{scheme}://{LOGIN[0]}:{LOGIN[1]}@localhost:{mail}",
                "LONGTAKE_FILES_DIR": str(self.disk / "files"),
                "LONGTAKE_DATA_DIR": str(self.folder),
                "DATABASE_URL": f"postgresql://longtake@{HOST}:{database}/{kept.DATABASE}?sslmode=disable&gssencmode=disable",
                "REDIS_URL": self.own_broker.replace(f":{valkey}/", f":{broker}/"),
                "SSL_CERT_FILE": str(self.folder / "authority.pem"),
                "PYTHONUNBUFFERED": "1",
            }
        )

    def _network(self, name: str, target: str) -> int:
        port = free_port()
        command = [sys.executable, "-m", "tests.survival.proxy", str(port), target]
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        self._open.callback(_end, process)
        assert process.stdout is not None
        process.stdout.readline()
        self.networks[name] = process
        return port

    def _lay_out(self) -> Scene:
        command = [sys.executable, "-m", "tests.survival.scene", *map(str, self.sizes)]
        told = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE)
        facts: dict[str, Any] = json.loads(told.stdout)
        return Scene(**facts | {"screenings": [Shown(**each) for each in facts["screenings"]]})

    def _supervise(self) -> None:
        while not self._ended.wait(LOOK):
            with self.supervising:
                if self._ended.is_set():
                    return
                try:
                    revived = self.stack.keep_up() + self.mail.keep_up()
                except Exception as error:  # noqa: BLE001 - what cannot be started again is the finding
                    self.ledger.complain(f"The supervisor gave up: {error}")
                    return
                if revived:
                    self.ledger.note("started again", names=revived)

    # --- What a fault needs ---------------------------------------------------------------------------------------
    def kill(self, *names: str) -> None:
        """kill -9; the supervisor starts them again."""
        for name in names:
            os.killpg(self.stack.running[name].pid, signal.SIGKILL)

    def kill_valkey(self) -> None:
        server = self.valkey._process
        assert server is not None
        server.kill()
        server.wait()

    def make_due(self) -> None:
        """Somebody registers, and a worker is woken."""
        self.crowd.register()
        self.wake()

    def wake(self) -> None:
        """As a letter about an account does; the poll comes every 20 seconds."""
        with suppress(OperationalError):
            self._outside.send_task("reminders.tasks.deliver_due", retry=False)

    def note_hit(self) -> None:
        """The point that a fault is named after was reached."""
        self.hits += 1
        self.ledger.note("hit")

    def workers(self) -> list[str]:
        return [name for name in self.stack.running if "worker" in name]

    def webs(self) -> list[str]:
        return [name for name in self.stack.running if "web" in name]

    @contextmanager
    def stopped(self, *processes: int) -> Iterator[None]:
        """SIGSTOP, with the children, until the end. They have stopped when it begins: on a busy machine that takes a while."""
        for pid in processes:
            os.killpg(pid, signal.SIGSTOP)
            with suppress(ChildProcessError):  # PostgreSQL is nobody's child
                os.waitid(os.P_PID, pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        try:
            yield
        finally:
            for pid in processes:
                with suppress(ProcessLookupError):  # it was killed meanwhile
                    os.killpg(pid, signal.SIGCONT)

    def pid(self, name: str) -> int:
        return self.stack.running[name].pid

    def postmaster(self) -> int:
        found = Postmaster.of(self.database.home)
        assert found is not None
        return found.pid

    def broker(self) -> redis.Redis:
        return redis.Redis.from_url(self.own_broker)

    @contextmanager
    def sql(self) -> Iterator[psycopg.Connection]:
        """A connection past the network, which waits until PostgreSQL is there."""
        until = time.monotonic() + 60
        while True:
            try:
                connection = psycopg.connect(self.own_address, autocommit=True)
                break
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
        with connection:
            yield connection

    def let_time_pass(self) -> None:
        """As if a minute had gone by for what waits for a dead worker's lease to end, or for the pause after a refusal.

        A worker that lives renews its leases every ten seconds: those that are older are nobody's any more.
        """
        with self.sql() as connection:
            connection.execute(
                "UPDATE reminders_reminder SET leased_until = now(), due_at = least(due_at, now()) "
                "WHERE status = 'sending' AND leased_until < now() + interval '27 seconds' "
                "OR status = 'pending' AND attempts > 0"
            )

    def log(self, name: str) -> str:
        return self.stack.log(name).read_text(errors="replace")


def _end(process: subprocess.Popen[Any]) -> None:
    os.killpg(process.pid, signal.SIGCONT)
    process.kill()
    process.communicate()  # closes its pipes too


def wait_for(is_so: Callable[[], bool], *, seconds: float, every: float = 0.1) -> float | None:
    """How many seconds it took; None when it did not become so."""
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > seconds:
            return None
        time.sleep(every)
    return time.monotonic() - began
