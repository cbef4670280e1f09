"""The cost of public pages compared to a bare view under the same server: `python -m benchmarks.pages.speed [PAGE...]`.

The cost is the CPU time of the web process for each response. A process runs one thread at a time, so its CPU time
limits how many responses it can give in a second, and it depends less than those on what else the machine is doing.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection

import psutil
import psycopg

from benchmarks.measure import Measure
from benchmarks.servers import servers
from benchmarks.table import AS_LINES, show
from config.environment import ROOT
from demo.place import free_port

KEPT, CHANGED, MADE, MEMBER = 0.08, 0.01, 0.004, 0.02
"""The lowest allowed speed as a share of the bare view's: for a kept page, after one thing on it has changed, with
nothing kept, and for a signed-in member."""
GZIP = {"Accept-Encoding": "gzip"}
THREADS = 6
SECONDS = 2.0
ROUNDS = 3
MADE_TIMES, CHANGED_TIMES = 20, 20
FILL = """
from datetime import timedelta
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone
from accounts.models import User
from catalog.models import Film
from demo.sample.filling import fill
from screenings.models import Screening, Showing, Venue
fill()
person, venue = User.objects.get(pk=User.objects.latest("pk").pk), Venue.objects.first()
for number, film in enumerate(Film.objects.filter(part_of=None)[:12]):
    screening = Screening.objects.create(
        slug=f"bench-{number}", film=film, venue=venue, institution=venue.institution, programmer=person,
        title=film.title, status="cancelled",
    )
    starts_at = timezone.now() + timedelta(days=10 + number)
    ends_at = starts_at + timedelta(minutes=film.runtime)
    Showing.objects.create(
        screening=screening, film=film, screen=venue.screens.first(), until_minute=film.runtime, starts_at=starts_at,
        ends_at=ends_at, occupied_from=starts_at, occupied_until=ends_at, capacity=40,
    )
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session.create()
print(session.session_key)
"""


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    change: str
    """SQL that changes one thing on the page each time it runs."""


PAGES = (
    Page(
        "film page",
        "/films/west-of-the-tracks/",
        "UPDATE licensing_price SET amount = amount + 1 WHERE id = (SELECT min(price.id) FROM licensing_price price "
        "JOIN catalog_film film ON film.id = film_id WHERE slug = 'west-of-the-tracks')",
    ),
    Page("film list", "/films/", "UPDATE catalog_film SET runtime = runtime + 1 WHERE slug = 'dead-birds'"),
    Page("front page", "/", "UPDATE catalog_film SET year = year - 1 WHERE slug = 'west-of-the-tracks'"),
    Page(
        "schedule",
        "/screenings/",
        "UPDATE screenings_screening SET title = title || '.' WHERE slug = 'bench-3'",
    ),
)


class Web:
    """A web server in a process of its own, whose CPU time is measured."""

    def __init__(self, command: list[str], port: int) -> None:
        self.port = port
        self.process = psutil.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self) -> Web:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError("The web server did not come up within a minute.")

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.wait(20)

    def cost(self, act: Callable[[], int]) -> float:
        """Milliseconds of CPU time for each response; `act` returns how many there were."""
        before = self._seconds()
        if not (answers := act()):
            raise RuntimeError("The web server gave no response in time; the machine is too busy to measure.")
        return 1000 * (self._seconds() - before) / answers

    def _seconds(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def rush(self, path: str, **headers: str) -> int:
        """Sends requests on several connections for a while; returns the number of responses."""
        lines = [
            f"GET {path} HTTP/1.1",
            "Host: 127.0.0.1",
            *(f"{name}: {value}" for name, value in headers.items()),
        ]
        command = [
            sys.executable,
            "-m",
            "benchmarks.pages.client",
            str(self.port),
            str(SECONDS),
            str(THREADS),
        ]
        printed = subprocess.run(
            command, cwd=ROOT, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True
        )
        return round(float(printed.stdout) * SECONDS)

    def ask(
        self,
        path: str,
        times: int,
        before: Callable[[], object] = lambda: None,
        headers: Mapping[str, str] = GZIP,
    ) -> int:
        """Sends requests one after the other, each after calling `before`."""
        caller = HTTPConnection("127.0.0.1", self.port, timeout=60)
        for _ in range(times):
            before()
            caller.request("GET", path, headers=headers)
            answer = caller.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}.")
        caller.close()
        return times


def measures(names: Collection[str] = ()) -> Iterator[Measure]:
    """For each page and state: its speed as a share of the bare view's, and the least that is wanted."""
    with servers(is_forgetful=True):
        session = _filled()
        with (
            _bare() as bare,
            _web() as web,
            psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as database,
        ):
            for page in PAGES:
                if names and page.name not in names:
                    continue
                yield from _measures_of(page, session, bare, web, database)


def _measures_of(
    page: Page, session: str, bare: Web, web: Web, database: psycopg.Connection
) -> Iterator[Measure]:
    states: dict[str, tuple[float, Callable[[], int]]] = {
        "kept": (KEPT, lambda: web.rush(page.path, **GZIP)),
        "one thing has changed": (
            CHANGED,
            lambda: web.ask(page.path, CHANGED_TIMES, lambda: database.execute(page.change.encode())),
        ),
        "nothing kept": (MADE, lambda: web.ask(f"{page.path}?each=time", MADE_TIMES)),
        "for a member": (MEMBER, lambda: web.rush(page.path, Cookie=f"sessionid={session}")),
    }
    web.ask(page.path, 8)
    web.ask(page.path, 2, headers={"Cookie": f"sessionid={session}"})
    for state, (least, act) in states.items():
        ratios = [bare.cost(lambda: bare.rush("/")) / web.cost(act) for _ in range(ROUNDS)]
        what = f"{page.name}, {state}: speed, as a share of the bare view's"
        yield Measure(what, statistics.median(ratios), least, "", is_least=True)


def _filled() -> str:
    """Fills the database; gives a member's session."""
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", FILL]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return printed.stdout.split()[-1]


def _web() -> Web:
    port = free_port()
    return Web([sys.executable, "-m", "config.serve", "--port", str(port)], port)


def _bare() -> Web:
    port = free_port()
    return Web([sys.executable, "-m", "benchmarks.pages.bare", str(port)], port)


def main() -> int:
    """Of all pages, or of those named on the command line."""
    return show(measures([each for each in sys.argv[1:] if each != AS_LINES]))


if __name__ == "__main__":
    sys.exit(main())
