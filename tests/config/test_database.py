"""How long each kind of process waits at the database, and what a look at a resting connection finds."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import ConnectionPool

from config.database import BEYOND_A_STATEMENT, bounded, check_on_loan, database
from config.embedded.postgresql import SOCKET_NAME
from config.environment import ROOT
from demo.place import free_port
from tests.silent import SLACK
from tests.web import environment_of_a_process

pytestmark = pytest.mark.django_db(transaction=True)
ASK = """
from django.db import connection
with connection.cursor() as cursor:
    for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
        cursor.execute(f"SHOW {name}")
        print(*cursor.fetchone())
"""


@pytest.mark.parametrize(
    ("process", "limits"),
    [
        ("web", ["5s", "15s", "30s"]),
        ("worker", ["30s", "2min", "2min"]),
        ("command", ["30s", "0", "0"]),
        ("runserver", ["5s", "15s", "0"]),
    ],
)
def test_each_kind_of_process_waits_so_long(process: str, limits: list[str]) -> None:
    environment = environment_of_a_process(LONGTAKE_PROCESS=process, DJANGO_SETTINGS_MODULE="config.settings")
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == limits


def test_the_address_has_the_last_word() -> None:
    url = "postgresql://db.example/longtake?options=-c%20statement_timeout%3D1s&connect_timeout=1"
    options = database(url, process="web", threads=4)["OPTIONS"]
    assert options["options"].split()[-2:] == ["-c", "statement_timeout=1s"]
    assert (options["connect_timeout"], options["pool"]["max_size"]) == ("1", 6)


@pytest.fixture
def resting() -> Iterator[psycopg.Connection]:
    lent = psycopg.connect(environment_of_a_process()["DATABASE_URL"], autocommit=True)
    yield lent
    lent.close()


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that is stopped takes what we send, so nothing but our own patience ends the wait."""
    monkeypatch.setattr("config.database.BEYOND_A_STATEMENT", 0)
    there = conninfo_to_dict(environment_of_a_process()["DATABASE_URL"])
    port = free_port()
    command = [sys.executable, "-m", "tests.survival.proxy", str(port), f"{there['host']}/{SOCKET_NAME}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as network:
        assert network.stdout is not None
        network.stdout.readline()
        address = make_conninfo(
            host="127.0.0.1",
            port=port,
            user=there["user"],
            dbname=there["dbname"],
            sslmode="disable",
            gssencmode="disable",
        )
        lent = bounded(1).connect(address)
        assert lent.execute("SELECT 1").fetchone() == (1,)
        network.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(psycopg.OperationalError):
            lent.execute("SELECT 1")
        assert (1 <= time.monotonic() - began < 1 + BEYOND_A_STATEMENT + SLACK, lent.closed) == (True, True)
        network.kill()


def test_a_statement_that_the_server_refuses_leaves_the_connection_open() -> None:
    lent = bounded(5).connect(environment_of_a_process()["DATABASE_URL"], autocommit=True)
    lent.execute("SET statement_timeout = '50ms'")
    with pytest.raises(psycopg.errors.QueryCanceled):
        lent.execute("SELECT pg_sleep(2)")
    assert lent.execute("SELECT 1").fetchone() == (1,)
    lent.close()


def test_commands_wait_for_as_long_as_it_takes() -> None:
    assert bounded(0) is psycopg.Connection


def end(other: psycopg.Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [other.info.backend_pid])
    time.sleep(0.05)


def test_a_living_connection_passes_without_a_query(resting: psycopg.Connection) -> None:
    with connection.cursor() as cursor:
        check_on_loan(resting)
        cursor.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [resting.info.backend_pid])
        assert cursor.fetchone() == ("",)


def test_a_connection_that_the_server_ended_does_not_pass(resting: psycopg.Connection) -> None:
    end(resting)
    with pytest.raises(psycopg.OperationalError):
        check_on_loan(resting)


def test_a_closed_connection_does_not_pass(resting: psycopg.Connection) -> None:
    resting.close()
    with pytest.raises(psycopg.OperationalError):
        check_on_loan(resting)


def test_all_dead_connections_of_a_pool_are_replaced_at_once() -> None:
    url = environment_of_a_process()["DATABASE_URL"]
    with ConnectionPool(url, min_size=6, max_size=6, timeout=3, check=check_on_loan, open=True) as pool:
        pool.wait()
        for resting in list(pool._pool):
            end(resting)
        for _ in range(6):
            with pool.connection() as lent:
                lent.execute("SELECT 1")


def test_the_price_of_the_check_is_below_a_queries() -> None:
    url = environment_of_a_process()["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as resting:
        ours, queries = (
            _seconds(lambda: check_on_loan(resting)),
            _seconds(lambda: ConnectionPool.check_connection(resting)),
        )
    assert ours < queries


def _seconds(action: object) -> float:
    """Of work, which a busy machine does not make more of as it does of time."""
    began = time.process_time()
    for _ in range(300):
        action()  # type: ignore[operator]
    return time.process_time() - began
