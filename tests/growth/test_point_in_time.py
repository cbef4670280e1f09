"""Recovery to any moment: a base backup and the archived log bring back what was there then, and nothing that came later."""

from __future__ import annotations

import subprocess
from pathlib import Path

import psycopg

from config.embedded import PostgreSQL
from config.embedded.account import Account
from config.embedded.postgresql import SOCKET_NAME
from tests.growth.engines import run, stop, there, wait_for


def archiving(folder: Path, archive: Path) -> PostgreSQL:
    server = PostgreSQL(folder)
    server.settings |= {
        "wal_level": "replica",
        "max_wal_senders": "4",
        "archive_mode": "on",
        "archive_command": f"test ! -f {archive}/%f && cp %p {archive}/%f",
    }
    return server


def base_backup(server: PostgreSQL, address: str, home: Path, account: Account) -> None:
    home.mkdir(mode=0o700)
    account.own(home)
    command: list[str | Path] = [
        server.programs / "pg_basebackup",
        "-D",
        home,
        "-c",
        "fast",
        "-d",
        address,
    ]
    subprocess.run(command, check=True, user=account.uid, group=account.gid, cwd=home)
    (home / f"{SOCKET_NAME}.lock").unlink()  # the server's own, copied with its folder


def mistake(address: str) -> str:
    """A hundred rows are written and deleted again. The moment in between."""
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("INSERT INTO orders SELECT generate_series(1, 100)")
        row = server.execute("SELECT clock_timestamp()::text").fetchone()
        server.execute("SELECT pg_sleep(0.1)")
        server.execute("DELETE FROM orders")
        last = server.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
        archived = "SELECT last_archived_wal >= %s FROM pg_stat_archiver"
        wait_for(lambda: server.execute(archived, last).fetchone() == (True,), "The log is archived")
        assert row
        return str(row[0])


def count(address: str) -> int:
    with psycopg.connect(address) as server:
        row = server.execute("SELECT count(*) FROM orders").fetchone()
        assert row
        return int(row[0])


def test_a_database_is_as_it_was_before_a_mistake(folder: Path) -> None:
    archive, home = folder / "archive", folder / "restored"
    archive.mkdir()
    primary = archiving(folder, archive)
    account = Account.for_cluster(primary.home)
    account.own(archive)
    address = primary.join()
    try:
        with psycopg.connect(address) as server:
            server.execute("CREATE TABLE orders (number integer)")
        base_backup(primary, address, home, account)
        moment = mistake(address)
        assert count(address) == 0
    finally:
        primary.leave()
    (home / "recovery.signal").touch()
    account.own(home / "recovery.signal")
    options = primary.settings | {
        "archive_mode": "off",
        "unix_socket_directories": str(home),
        "restore_command": f"cp {archive}/%f %p",
        "recovery_target_time": moment,
        "recovery_target_action": "promote",
    }
    command = [str(primary.programs / "postgres"), "-D", str(home)]
    command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    process = run(command, account=account, folder=home)
    try:
        wait_for(lambda: count(there(home, address)) == 100, "It is as it was", home / "server.log")
    finally:
        stop(process)
