"""A migrated database, kept between runs: made once for a schema, copied by every run that finds it.

It is a PostgreSQL cluster at rest in pytest's cache, in a folder named after all that shapes the schema. No server ever
runs there and runs only read it: two at once do not disturb each other, and one that is killed leaves it whole.
`--create-db` makes it anew, `--cache-clear` removes it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg

from config.embedded import PostgreSQL
from config.environment import ROOT

KEPT = ROOT / ".pytest_cache" / "d" / "migrated"
DATABASE = "migrated"
APPS = ("accounts", "catalog", "licensing", "office", "reminders", "revisions", "screenings")
# Beside migrations, models (whose permissions and triggers `migrate` writes) and SQL: what these import.
ALSO = (
    "config/settings.py",
    "config/embedded/*.py",
    "catalog/material/*.py",
    "licensing/terms/rights/grants.py",
    "licensing/terms/royalties/*.py",
    "licensing/typesetting/printing.py",
    "typesetting/*.py",
    "office/distributor/printable.py",
    "requirements-dev.lock",
    "screenings/reach.py",
    "wording/*.py",
)


def lend(folder: Path, *, is_anew: bool, kept: Path = KEPT) -> None:
    """Put a cluster with the migrated database into a run's folder, to be started there; make and keep it if need be.

    EmbeddedServerError, OSError or CalledProcessError when it cannot be had.
    """
    kept.mkdir(parents=True, exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        current = kept / fingerprint()
        if current.exists() and not is_anew:
            copy(current, folder / PostgreSQL.folder)
            return
        make(folder)
        for former in kept.iterdir():
            if former.is_dir():
                shutil.rmtree(former)
        copy(folder / PostgreSQL.folder, kept / "new")
        (kept / "new").rename(current)  # whole or not at all


def make(folder: Path) -> None:
    """A new cluster whose database has every migration, at rest."""
    sys.stderr.write("Making the tests' database, which is kept until the schema changes ...\n")
    server = PostgreSQL(folder, is_forgetful=True)
    address = server.join()
    reader = read_tests(address)
    try:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE}")
        environment = os.environ | {
            "LONGTAKE_ENV": "development",
            "DATABASE_URL": psycopg.conninfo.make_conninfo(address, dbname=DATABASE),
            "REDIS_URL": "redis://127.0.0.1:1/0",  # migrations ask no broker
        }
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        subprocess.run(migrate, cwd=ROOT, env=environment, check=True, stdin=subprocess.DEVNULL)
    finally:
        reader.wait()
        server.leave()


def read_tests(address: str) -> subprocess.Popen[bytes]:
    """Reads all tests once, beside the migrations, which leave a processor idle.

    Where no database was kept, the tests have not been compiled either, and each of a run's processes would do it again.
    """
    environment = os.environ | {
        "LONGTAKE_ENV": "development", "DATABASE_URL": address, "REDIS_URL": "redis://127.0.0.1:1/0"
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "no:tests.servers", "-p", "no:cacheprovider"],
        cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def copy(cluster: Path, to: Path) -> None:
    """With its owner, who is not root where the tests run as root."""
    subprocess.run(["cp", "-pR", cluster, to], check=True)  # noqa: S607 - where cp lies is the system's


def fingerprint() -> str:
    """Changes when the schema could have changed."""
    digest = hashlib.sha256(sys.version.encode())
    for path in shaping_files():
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def shaping_files() -> list[Path]:
    """Every file that has a say in what `migrate` makes."""
    patterns = [*ALSO]
    for app in APPS:
        patterns += [f"{app}/migrations/*", f"{app}/models.py", f"{app}/models/**/*.py", f"{app}/**/*.sql"]
    return sorted({path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()})
