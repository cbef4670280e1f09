"""Recovery to any moment: a base backup and the archived log bring back what was there then, and nothing that came later."""

from __future__ import annotations

import subprocess
from pathlib import Path

import psycopg

from config.embedded import PostgreSQL
from config.embedded.account import Account
from config.embedded.postgresql import SOCKET_NAME
from tests.growth.engines import run, stop, wait_for
from tests.growth.engines import there as address_in


def count(address: str) -> int:
    with psycopg.connect(address) as there:
        row = there.execute("SELECT count(*) FROM orders").fetchone()
        assert row
        return int(row[0])


def test_a_database_is_as_it_was_before_a_mistake(folder: Path) -> None:
    archive = folder / "archive"
    archive.mkdir()
    primary = PostgreSQL(folder)
    primary.settings |= {
        "wal_level": "replica",
        "max_wal_senders": "4",
        "archive_mode": "on",
        "archive_command": f"test ! -f {archive}/%f && cp %p {archive}/%f",
    }
    account = Account.for_cluster(primary.home)
    account.own(archive)
    address = primary.join()
    home = folder / "restored"
    try:
        with psycopg.connect(address, autocommit=True) as there:
            there.execute("CREATE TABLE orders (number integer)")
            home.mkdir(mode=0o700)
            account.own(home)
            base: list[str | Path] = [
                primary.programs / "pg_basebackup",
                "-D",
                home,
                "-c",
                "fast",
                "-d",
                address,
            ]
            subprocess.run(base, check=True, user=account.uid, group=account.gid, cwd=home)
            there.execute("INSERT INTO orders SELECT generate_series(1, 100)")
            moment = there.execute("SELECT clock_timestamp()::text").fetchone()
            assert moment
            there.execute("SELECT pg_sleep(0.1)")
            there.execute("DELETE FROM orders")
            there.execute("SELECT pg_switch_wal()")
            wait_for(
                lambda: there.execute("SELECT last_archived_wal FROM pg_stat_archiver").fetchone() != (None,),
                "It is archived",
            )
    finally:
        primary.leave()
    (home / f"{SOCKET_NAME}.lock").unlink(missing_ok=True)  # the primary's, copied with its folder
    (home / "recovery.signal").touch()
    account.own(home / "recovery.signal")
    options = primary.settings | {
        "archive_mode": "off",
        "unix_socket_directories": str(home),
        "restore_command": f"cp {archive}/%f %p",
        "recovery_target_time": moment[0],
        "recovery_target_action": "promote",
    }
    command = [str(primary.programs / "postgres"), "-D", str(home)]
    command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    process = run(command, account=account, folder=home)
    try:
        restored = address_in(home, address)
        wait_for(
            lambda: count(restored) == 100, "It has what was there before the mistake", home / "server.log"
        )
    finally:
        stop(process)
