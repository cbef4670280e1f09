"""Real timetables under the styles of their houses: no rule refuses one, and no plan of ours is worse than it by its own rules.

docs/timetables.md tells the cases; its figures are checked here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ruamel.yaml import YAML

from screenings.planner import (
    Block,
    Frame,
    Plan,
    Question,
    Screen,
    Sitting,
    by_hand,
    daily_openings,
    place,
    review,
)
from screenings.planner.planning import best_of_kind
from screenings.planning.styles import SHIPPED

HOUSES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("houses.yaml"))
BY_ID = {house["id"]: house for house in HOUSES}
TOLD = Path(__file__).parents[3] / "docs" / "timetables.md"
every_house = pytest.mark.parametrize("name", BY_ID)


def _instant(house: dict[str, Any], part: list[Any]) -> datetime:
    return datetime.combine(part[2], time.fromisoformat(part[3]), ZoneInfo(house["zone"])).astimezone(UTC)


def _blocks(house: dict[str, Any]) -> list[Block]:
    """A stretch that begins where the one before it ended continues its block; the cut is a chapter point."""
    blocks: list[Block] = []
    for part in house["parts"]:
        if len(part) > 4 and part[4]:
            before = blocks[-1]
            blocks[-1] = replace(
                before, minutes=before.minutes + part[1], chapter_points=(*before.chapter_points, part[4])
            )
        else:
            blocks.append(Block(part[0], part[0], part[1], len(blocks) + 1))
    first = {block.label: block for block in blocks}
    for run, parts in enumerate(house.get("again", ()), start=2):
        blocks += [replace(first[part[0]], run=run) for part in parts]
    return blocks


def _every_part(house: dict[str, Any]) -> list[list[Any]]:
    return [*house["parts"], *(part for run in house.get("again", ()) for part in run)]


def question_of(house: dict[str, Any]) -> Question:
    """Open each day from its earliest start to its latest end."""
    zone = ZoneInfo(house["zone"])
    parts = _every_part(house)
    begins = [_instant(house, part).astimezone(zone) for part in parts]
    ends = [at + timedelta(minutes=part[1]) for at, part in zip(begins, parts, strict=True)]
    first, last = begins[0].date(), begins[-1].date()
    opens, closes = min(at.time() for at in begins), max(ends, key=lambda at: (at.hour < 6, at.time())).time()
    hall = Screen("1", house["id"], house["zone"], daily_openings(first, last, opens, closes, house["zone"]))
    settings = replace(SHIPPED[house["style"]].settings, **house.get("more", {}))
    return Question(tuple(_blocks(house)), (hall,), first, last, settings)


@cache
def replayed(name: str) -> tuple[Question, Plan]:
    house = BY_ID[name]
    question = question_of(house)
    return question, by_hand(question, _as_it_was(house, Frame(question)))


def _as_it_was(house: dict[str, Any], frame: Frame) -> list[Sitting]:
    sittings, block = [], -1
    for part in _every_part(house):
        begins = part[4] if len(part) > 4 else 0
        block += not begins
        stretch = {"from_minute": begins, "to_minute": begins + part[1]}
        sittings.append(place(frame, block=block, screen="1", starts_at=_instant(house, part), **stretch))
    return sittings


@cache
def planned(name: str) -> Plan:
    best = best_of_kind(replayed(name)[0], "any")
    assert isinstance(best, Plan), best
    return best


@every_house
def test_no_rule_of_its_house_refuses_a_real_timetable(name: str) -> None:
    question, real = replayed(name)
    assert [str(each.say) for each in review(real, question) if each.hard] == []


@every_house
def test_no_plan_is_worse_than_the_real_one_by_its_houses_rules(name: str) -> None:
    question, real = replayed(name)
    best = planned(name)
    assert [each for each in review(best, question) if each.hard] == []
    assert (best.proven, best.cost <= real.cost) == (True, True)


def test_what_is_told_is_true() -> None:
    told = re.findall(r"^\| `([\w-]+)` \| [\w-]+ \| (\d+) \| (\d+) \|", TOLD.read_text(), re.MULTILINE)
    assert {name: (int(real), int(ours)) for name, real, ours in told} == {
        name: (replayed(name)[1].cost, planned(name).cost) for name in BY_ID
    }


def test_houses_are_many() -> None:
    assert (len(HOUSES), {house["style"] for house in HOUSES} <= set(SHIPPED)) == (18, True)
    assert min(part[2] for house in HOUSES for part in house["parts"]) == date(2004, 3, 7)
