"""The tests' own servers: apart for each parallel process, and cleared away after a run that was killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from config.embedded import PostgreSQL, Valkey
from config.embedded.postgresql import Postmaster
from tests.config.test_embedded import a_process, first_line
from tests.servers import FOLDER, PREFIX, new_folder, remove_abandoned, valkey_number_of

HOLD_A_RUN = """
import os, sys
from pathlib import Path
from tests.servers import Run
run = Run(Path(os.environ["LONGTAKE_DATA_DIR"]))
run.start()
print(os.environ["DATABASE_URL"], os.environ["REDIS_URL"], flush=True)
sys.stdin.readline()
run.stop()
"""


@pytest.mark.parametrize(("worker", "number"), [("gw0", 1), ("gw11", 12)])
def test_each_parallel_process_has_its_own_valkey_number(worker: str, number: int) -> None:
    assert (
        valkey_number_of(worker, "redis://:word@127.0.0.1:4000/0") == f"redis://:word@127.0.0.1:4000/{number}"
    )


@pytest.fixture
def place() -> Path:
    """Where runs have their folders; it lies in this run's own, and goes with it."""
    return new_folder(Path(os.environ[FOLDER]))


def test_servers_of_a_killed_run_are_stopped(place: Path) -> None:
    folder = place / f"{PREFIX}killed"
    folder.mkdir(mode=0o711)
    held = a_process(HOLD_A_RUN, folder)
    assert first_line(held) == [PostgreSQL(folder).address(), Valkey(folder).address()]
    held.kill()
    held.communicate()
    postmaster = Postmaster.of(folder / "postgresql")
    assert postmaster is not None
    remove_abandoned(place)
    assert list(place.iterdir()) == []
    assert not postmaster.is_running(folder / "postgresql")


def test_servers_of_a_living_run_stay(place: Path) -> None:
    folder = place / f"{PREFIX}living"
    folder.mkdir(mode=0o711)
    held = a_process(HOLD_A_RUN, folder)
    addresses = first_line(held)
    remove_abandoned(place)
    assert addresses == [PostgreSQL(folder).address(), Valkey(folder).address()]
    held.communicate("leave\n")
    assert not folder.exists()


def test_folder_of_a_run_that_is_just_starting_stays(place: Path) -> None:
    folder = place / f"{PREFIX}new"
    folder.mkdir()
    remove_abandoned(place)
    assert folder.exists()
