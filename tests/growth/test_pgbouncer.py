"""Web processes behind PgBouncer in transaction mode: few connections to the server serve many threads."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from accounts.models import User
from catalog.models import DistributionRight, Film
from reminders.models import Reminder
from tests.config.web.test_serving import send
from tests.growth.engines import pgbouncer
from tests.web import environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)
MOST = 3
"""Connections of PgBouncer to the database; the web process has four times as many threads."""
THREADS = 12
PATHS = {
    "/films/rust/": 20,
    "/films/?q=rust": 20,
    "/films.csv": 5,
    "/avails.csv": 5,
    "/screenings/": 20,
    "/prices/": 20,
}
"""What is asked for, and how often; lists of all films are read with cursors."""


def test_twelve_threads_share_three_connections(folder: Path) -> None:
    film = Film.objects.create(slug="rust", title="Rust", year=2003, runtime=244)
    DistributionRight.objects.create(film=film, territory="the world")
    own = environment_of_a_process()["DATABASE_URL"]
    with (
        pgbouncer(folder, own, most=MOST) as address,
        running_site(
            folder, DATABASE_URL=address, LONGTAKE_POOLER="transaction", LONGTAKE_THREADS=str(THREADS)
        ) as site,
    ):
        with ThreadPoolExecutor(THREADS) as visitors:
            asked = [path for path, times in PATHS.items() for _ in range(times)]
            answers = Counter(visitors.map(lambda path: (path, site.ask(path).status), asked))
            people = [
                {"email": f"new{number}@x.example", "name": "New", "time_zone": "Europe/Paris"}
                for number in range(12)
            ]
            chosen = {"password1": "a long pass phrase", "password2": "a long pass phrase"}
            signed_up = list(
                visitors.map(lambda person: send(site, "/account/signup/", **person, **chosen).status, people)
            )
        with psycopg.connect(make_conninfo(address, dbname="pgbouncer"), autocommit=True) as console:
            pools = console.execute("SHOW SERVERS").fetchall()
    assert answers == {(path, 200): times for path, times in PATHS.items()}
    assert signed_up == [302] * 12
    assert User.objects.count() == Reminder.objects.count() == 12
    assert 0 < len(pools) <= MOST
    assert connection.settings_dict["NAME"] in str(pools)
