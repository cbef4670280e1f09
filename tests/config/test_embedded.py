"""Servers for a machine that has none: shared while used, stopped with the last user, intact after any crash."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from config.embedded import EmbeddedServer, EmbeddedServerError, PostgreSQL, Valkey
from config.embedded.account import Account
from config.embedded.server import package_folder, wait_until
from config.embedded.valkey import Endpoint
from tests import kept
from tests.servers import FOLDER, new_folder

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
OPEN_AND_WAIT = """
import os, sys
from config.embedded import ensure_servers
ensure_servers()
print(os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL"), flush=True)
sys.stdin.readline()
"""
AS_NOBODY = f"""
import encodings.idna, os, psutil, psycopg  # imports all that is needed while root's Python can still be read
from config.embedded import ensure_servers
if os.geteuid() == 0:
    os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})
ensure_servers()
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(os.geteuid() != 0, connection.execute("SELECT current_database()").fetchone())
"""


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A data folder whose path has a space; servers still running in it are stopped afterwards."""
    folder = new_folder(Path(os.environ[FOLDER]))
    inner = folder / "nine hours"
    yield inner
    if inner.exists():
        for server in (PostgreSQL(inner), Valkey(inner)):
            server.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A cluster at rest. Making one takes longer than most of what the tests do with it."""
    folder = new_folder(Path(os.environ[FOLDER]))
    server = PostgreSQL(folder, is_forgetful=True)
    server.join()
    server.leave()
    yield server.home
    shutil.rmtree(folder)


@pytest.fixture
def used_dir(data_dir: Path, cluster: Path) -> Path:
    """A data folder in which servers have been."""
    data_dir.mkdir()
    kept.copy(cluster, data_dir / PostgreSQL.folder)
    return data_dir


@pytest.fixture(params=[PostgreSQL, Valkey])
def kind(request: pytest.FixtureRequest) -> type[EmbeddedServer]:
    found: type[EmbeddedServer] = request.param
    return found


def a_process(code: str, data_dir: Path, **variables: str) -> subprocess.Popen[str]:
    """A Python process with this data folder, which has no servers except those in the given variables."""
    left_out = ("DATABASE_URL", "REDIS_URL", "LONGTAKE_ENV")
    inherited = {name: value for name, value in os.environ.items() if name not in left_out}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=inherited | {"LONGTAKE_DATA_DIR": str(data_dir)} | variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def first_line(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.readline().split()


def postmaster_pid(data_dir: Path) -> int:
    return int((data_dir / "postgresql" / "postmaster.pid").read_text().splitlines()[0])


def write_a_row(address: str) -> None:
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 551 AS minutes")


def rows(address: str) -> list[tuple[int]]:
    with psycopg.connect(address) as connection:
        return connection.execute("SELECT minutes FROM kept").fetchall()


def a_taken_port() -> socket.socket:
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    return taken


def test_postgresql_is_of_the_promised_version_and_has_the_extensions(data_dir: Path) -> None:
    server = PostgreSQL(data_dir, is_forgetful=True)
    with psycopg.connect(server.join()) as connection:
        assert connection.info.server_version // 10_000 == 18
        assert connection.info.dbname == "longtake"
        for extension in ("btree_gist", "pg_trgm", "unaccent"):
            connection.execute(f"CREATE EXTENSION {extension}".encode())
    server.leave()


def test_valkey_keeps_out_who_has_no_password(data_dir: Path) -> None:
    server = Valkey(data_dir)
    with redis.Redis.from_url(server.join()) as ours:
        port = ours.connection_pool.connection_kwargs["port"]
        assert ours.ping() is True
    with socket.create_connection(("127.0.0.1", port)) as stranger:
        stranger.sendall(b"PING\r\n")
        assert stranger.recv(100) == b"-NOAUTH Authentication required.\r\n"
    server.leave()


def test_second_user_shares_the_server_and_the_last_stops_it(
    kind: type[EmbeddedServer], used_dir: Path
) -> None:
    first, second = kind(used_dir), kind(used_dir)
    address = first.join()
    assert second.join() == address
    first.leave()
    assert second.address() == address
    second.leave()
    assert second.address() is None


def test_processes_share_the_servers_and_a_killed_one_is_no_user(data_dir: Path) -> None:
    killed, last = a_process(OPEN_AND_WAIT, data_dir), a_process(OPEN_AND_WAIT, data_dir)
    addresses = first_line(killed)
    assert first_line(last) == addresses == [PostgreSQL(data_dir).address(), Valkey(data_dir).address()]
    killed.kill()
    killed.communicate()
    assert PostgreSQL(data_dir).address() == addresses[0]
    assert last.communicate("leave\n") == ("", "")
    assert [PostgreSQL(data_dir).address(), Valkey(data_dir).address()] == [None, None]


def test_servers_of_a_killed_run_are_taken_over(kind: type[EmbeddedServer], used_dir: Path) -> None:
    run = a_process(OPEN_AND_WAIT, used_dir)
    addresses = first_line(run)
    run.kill()
    run.communicate()
    server = kind(used_dir)
    assert server.join() in addresses
    server.leave()
    assert server.address() is None


def test_exit_of_a_forked_child_leaves_the_server_up(used_dir: Path) -> None:
    forks = "if os.fork() == 0:\n    sys.exit()\nos.wait()\n"
    parent = a_process(OPEN_AND_WAIT.replace("print(", forks + "print("), used_dir)
    assert first_line(parent) == [PostgreSQL(used_dir).address(), Valkey(used_dir).address()]
    parent.communicate("leave\n")
    assert PostgreSQL(used_dir).address() is None


def test_killed_postgresql_starts_again_with_its_data(used_dir: Path) -> None:
    server = PostgreSQL(used_dir)
    write_a_row(server.join())
    os.kill(postmaster_pid(used_dir), signal.SIGKILL)
    assert wait_until(lambda: server.address() is None, seconds=5)
    after = PostgreSQL(used_dir)
    assert rows(after.join()) == [(551,)]
    server.leave()
    after.leave()


def test_killed_valkey_starts_again(data_dir: Path) -> None:
    server = Valkey(data_dir)
    server.join()
    assert server._process is not None
    psutil.Process(server._process.pid).kill()
    server._process.wait()
    after = Valkey(data_dir)
    assert after.join() == after.address()
    server.leave()
    after.leave()


def test_stale_pid_file_with_the_number_of_a_living_stranger_is_passed_over(used_dir: Path) -> None:
    first = PostgreSQL(used_dir)
    write_a_row(first.join())
    lines = (used_dir / "postgresql" / "postmaster.pid").read_text().splitlines()
    first.leave()
    stale = "\n".join([str(os.getpid()), *lines[1:]])
    (used_dir / "postgresql" / "postmaster.pid").write_text(stale)
    after = PostgreSQL(used_dir)
    assert rows(after.join()) == [(551,)]
    after.leave()


def test_pid_file_cut_short_is_passed_over(used_dir: Path) -> None:
    first = PostgreSQL(used_dir, is_forgetful=True)
    first.join()
    first.leave()
    (used_dir / "postgresql" / "postmaster.pid").write_text("12")
    after = PostgreSQL(used_dir, is_forgetful=True)
    assert after.join() == after.address()
    after.leave()


def test_initdb_that_was_killed_leaves_nothing_in_the_way(data_dir: Path) -> None:
    (data_dir / "postgresql.new" / "base").mkdir(parents=True)
    (data_dir / "postgresql").mkdir()
    server = PostgreSQL(data_dir, is_forgetful=True)
    assert server.join() == server.address()
    server.leave()


def test_path_too_long_for_a_socket_is_no_hindrance(data_dir: Path) -> None:
    server = PostgreSQL(data_dir / ("long, " * 30), is_forgetful=True)
    address = server.join()
    with psycopg.connect(address) as connection:
        socket_dir = Path(connection.info.host)
    server.leave()
    assert not socket_dir.exists()
    assert not socket_dir.is_relative_to(data_dir)


def test_works_for_an_ordinary_user(data_dir: Path) -> None:
    if os.geteuid() == 0:
        nobody = Account(NOBODY, NOBODY)
        programs = PostgreSQL(data_dir).programs
        nobody.let_reach(programs)
        nobody.let_read(programs.parent)
        data_dir.mkdir()
        nobody.own(data_dir)
    assert a_process(AS_NOBODY, data_dir).communicate() == ("True ('longtake',)\n", "")


def test_folder_of_another_user_is_a_sentence(data_dir: Path) -> None:
    server = PostgreSQL(data_dir, is_forgetful=True)
    error = server._explained(PermissionError(13, "Permission denied", str(data_dir)))
    assert str(error) == (
        f"PostgreSQL needs {data_dir}, which belongs to another user. "
        "Run Longtake as that user, or set LONGTAKE_DATA_DIR to a folder of your own."
    )


def test_full_disk_is_a_sentence(data_dir: Path, tmp_path: Path) -> None:
    # On Linux /dev/full behaves like a full disk: the error text is the kernel's own.
    initdb = tmp_path / "initdb"
    initdb.write_text("#!/bin/sh\nhead -c 1 /dev/zero > /dev/full\n")
    for path, mode in ((initdb, 0o755), (tmp_path, 0o755)):
        path.chmod(mode)
    with pytest.raises(EmbeddedServerError) as caught:
        PostgreSQL(data_dir, programs=tmp_path).join()
    assert str(caught.value) == (
        f"There is no room left in {data_dir} for PostgreSQL: it needs about 100 MB. "
        "Free some, or set LONGTAKE_DATA_DIR to a folder on another disk."
    )
    assert not (data_dir / "postgresql.new").exists()


def test_failed_start_shows_the_end_of_the_log(used_dir: Path) -> None:
    server = PostgreSQL(used_dir, is_forgetful=True)
    server.join()
    server.leave()
    (used_dir / "postgresql" / "PG_VERSION").write_text("9.6\n")
    with pytest.raises(
        EmbeddedServerError, match=r"(?s)^PostgreSQL did not start\.\nIts last words were:\n.*9\.6"
    ):
        PostgreSQL(used_dir).join()


def test_folder_deleted_under_a_running_server_stops_it(kind: type[EmbeddedServer], used_dir: Path) -> None:
    server = kind(used_dir)
    server.join()
    assert isinstance(server, PostgreSQL | Valkey)
    assert server._process is not None
    pid = server._process.pid
    shutil.rmtree(used_dir)
    server.leave()
    assert not psutil.pid_exists(pid)


def test_missing_package_is_a_sentence() -> None:
    with pytest.raises(EmbeddedServerError) as caught:
        package_folder("no_such_postgres", "PostgreSQL")
    assert str(caught.value) == (
        "This machine has no PostgreSQL for Longtake: the Python package no-such-postgres is not installed "
        "(it exists for Linux and macOS on x86-64 and ARM64)."
    )


def test_taken_port_is_left_for_another(data_dir: Path) -> None:
    with a_taken_port() as taken:
        endpoints = iter([Endpoint(taken.getsockname()[1], "x"), Endpoint.new()])
        server = Valkey(data_dir, new_endpoint=lambda: next(endpoints))
        assert server.join() == server.address()
        server.leave()


def test_no_free_port_is_a_sentence(data_dir: Path) -> None:
    with a_taken_port() as taken:
        server = Valkey(data_dir, new_endpoint=lambda: Endpoint(taken.getsockname()[1], "x"))
        with pytest.raises(EmbeddedServerError) as caught:
            server.join()
    assert (
        str(caught.value)
        == "Valkey found no free port on 127.0.0.1 in 5 tries. Close some programs and try again."
    )


def test_given_servers_are_used_and_nothing_is_embedded(data_dir: Path) -> None:
    process = a_process(
        OPEN_AND_WAIT, data_dir, DATABASE_URL="postgresql://db.example/x", REDIS_URL="redis://r.example"
    )
    assert first_line(process) == ["postgresql://db.example/x", "redis://r.example"]
    process.communicate("leave\n")
    assert not data_dir.exists()


def test_production_embeds_nothing(data_dir: Path) -> None:
    process = a_process(OPEN_AND_WAIT, data_dir, LONGTAKE_ENV="production")
    assert first_line(process) == ["None", "None"]
    process.communicate("leave\n")
    assert not data_dir.exists()


def test_fault_of_a_server_ends_the_process_with_its_sentence(data_dir: Path) -> None:
    data_dir.write_text("a file, where a folder is wanted")
    process = a_process(OPEN_AND_WAIT, data_dir)
    _, said = process.communicate("leave\n")
    assert process.returncode == 1
    assert said == (
        f"PostgreSQL could not be started: [Errno 17] File exists: '{data_dir}'.\n"
        "Or set DATABASE_URL to a server of your own.\n"
    )
    data_dir.unlink()


def test_a_server_that_was_killed_is_revived_at_its_address(
    used_dir: Path, kind: type[EmbeddedServer]
) -> None:
    server = kind(used_dir)
    address = server.join()
    assert not server.revive()
    process = server._process  # type: ignore[attr-defined]  # of both kinds
    process.kill()
    process.wait()
    assert server.revive()
    assert server.address() == address
    assert not server.revive()
    server.leave()
