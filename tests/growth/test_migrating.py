"""The schema changes while the site is visited: `manage.py migrate` beside a running web server."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from config.database import LIMITS
from config.environment import ROOT
from tests import kept
from tests.silent import SLACK
from tests.web import Answer, Site, environment_of_a_process, running_site

BEFORE = {"reminders": "0003", "screenings": "0017"}
"""States that the newest can be taken back to (triggers cannot be); what came since creates tables, columns, constraints and indexes."""
DEEP = "/health/deep"
"""Asks the outbox, whose table the migration wants; says 503 here at all times, since no worker runs."""
PAGES = (
    "/films/",
    "/prices/",
    "/account/login/",
    "/health/ready",
    DEEP,
)
"""None needs what those migrations add, so they stand for the release before."""
HELD = LIMITS["web"].lock + 1
"""Seconds that somebody's transaction goes on before the migration gets its table, and all who ask that table wait behind it."""

GO_BACK = """
import sys, django
django.setup()
from django.core.management import call_command
for each in sys.argv[1:]:
    call_command("migrate", *each.split(), verbosity=0)
"""


@pytest.fixture
def address(django_db_setup: None) -> Iterator[str]:
    """A database of its own in the state before, on this run's server."""
    server, name = os.environ["DATABASE_URL"], f"migrating_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as maker:
        copied = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(kept.DATABASE)
        )
        maker.execute(copied)
        try:
            yield make_conninfo(server, dbname=name)
        finally:
            maker.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def manage(address: str, *command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment_of_a_process(DATABASE_URL=address, DJANGO_SETTINGS_MODULE="config.settings"),
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def visitors(site: Site) -> Iterator[list[tuple[str, Answer]]]:
    """Two who go round and round, until it is over; what they were answered."""
    answers: list[tuple[str, Answer]] = []
    is_over = threading.Event()

    def visit() -> None:
        while not is_over.is_set():
            answers.extend((page, site.ask(page)) for page in PAGES)

    walks = [threading.Thread(target=visit) for _ in range(2)]
    for walk in walks:
        walk.start()
    try:
        yield answers
    finally:
        is_over.set()
        for walk in walks:
            walk.join()


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(180)
def test_pages_are_answered_while_the_schema_changes(address: str, tmp_path: Path) -> None:
    back = manage(address, "-c", GO_BACK, *(f"{app} {name}" for app, name in BEFORE.items()))
    assert back.wait(60) == 0
    with running_site(tmp_path, DATABASE_URL=address) as site, psycopg.connect(address) as somebody:
        usual = {page: site.ask(page).status for page in PAGES}
        somebody.execute("SELECT count(*) FROM reminders_reminder")  # holds its lock until the commit
        with visitors(site) as answers:
            migration = manage(address, "manage.py", "migrate", "--verbosity=0")
            _wait_for_the_lock(address, migration)
            before = len(answers)
            threading.Event().wait(HELD)
            somebody.commit()
            assert migration.wait(60) == 0
        assert len(answers) > before
        assert {page: site.ask(page).status for page in PAGES} == usual
    wrong = [(page, answer.status) for page, answer in answers if answer.status != 200 and page != DEEP]
    assert wrong == []
    assert {answer.status for page, answer in answers if page == DEEP and answer.text} == {503}
    slowest = max(answer.seconds for _page, answer in answers)
    print(f"{len(answers)} answers; the slowest took {slowest:.1f} s")  # noqa: T201 - shown by make grow
    assert slowest < LIMITS["web"].lock + SLACK
    with psycopg.connect(address) as reader:
        reader.execute("SELECT copy_of_id FROM reminders_reminder")


def _wait_for_the_lock(address: str, migration: subprocess.Popen[bytes]) -> None:
    """Until the migration waits for a table that somebody else uses."""
    waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'reminders_reminder'::regclass"
    with psycopg.connect(address, autocommit=True) as watcher:
        for _ in range(600):
            row = watcher.execute(waits).fetchone()
            if row and row[0]:
                return
            assert migration.poll() is None
            threading.Event().wait(0.1)
    raise AssertionError("The migration waited for nobody.")
