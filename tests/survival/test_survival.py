"""A few rounds of the most telling faults, with the time of leases made to pass in the database. The long form: `make survive`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import FOLDER, new_folder
from tests.survival.faults import FAULTS, May
from tests.survival.house import House
from tests.survival.points import POINTS
from tests.survival.rounds import play

pytestmark = [pytest.mark.timeout(400), pytest.mark.xdist_group("survival")]
TOLD = {fault.name: fault for fault in (*FAULTS, *POINTS)}
SEED = 1


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with House(new_folder(Path(os.environ[FOLDER])), SEED, screenings=4, buyers=4, size="small") as standing:
        yield standing


@pytest.mark.parametrize(
    "name",
    [
        "kill -9 of the workers between acceptance and settling",
        "kill -9 of web inside checkout",
        "immediate shutdown of PostgreSQL",
    ],
)
def test_people_get_all_that_they_are_owed_and_the_rows_stay_true(house: House, name: str) -> None:
    outcome = play(house, TOLD[name], is_hurried=True)
    assert outcome.wrong == []
    assert outcome.is_hit
    assert outcome.owed > 0
    assert (outcome.lost, outcome.doubled == 0 or May.DOUBLE in outcome.fault.may) == (0, True)
