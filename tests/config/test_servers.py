"""The tests' own servers: apart for each parallel process, and cleared away after a run that was killed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from config.embedded import PostgreSQL, Valkey
from tests.config.test_embedded import OPEN_AND_WAIT, a_process, first_line
from tests.servers import PREFIX, new_folder, remove_abandoned, valkey_number_of


@pytest.mark.parametrize(("worker", "number"), [("gw0", 1), ("gw11", 12)])
def test_each_parallel_process_has_its_own_valkey_number(worker: str, number: int) -> None:
    assert (
        valkey_number_of(worker, "redis://:word@127.0.0.1:4000/0") == f"redis://:word@127.0.0.1:4000/{number}"
    )


def test_servers_of_a_killed_run_are_stopped_and_those_of_a_living_run_are_not() -> None:
    place = new_folder()
    killed, living = place / f"{PREFIX}killed", place / f"{PREFIX}living"
    runs = {folder: a_process(OPEN_AND_WAIT, folder) for folder in (killed, living)}
    addresses = {folder: first_line(run) for folder, run in runs.items()}
    runs[killed].kill()
    runs[killed].communicate()
    remove_abandoned(place)
    assert list(place.iterdir()) == [living]
    assert addresses[living] == [PostgreSQL(living).address(), Valkey(living).address()]
    runs[living].communicate("leave\n")
    shutil.rmtree(place)


def test_folder_of_a_run_that_is_just_starting_stays(tmp_path: Path) -> None:
    folder = tmp_path / f"{PREFIX}new"
    folder.mkdir()
    remove_abandoned(tmp_path)
    assert folder.exists()
