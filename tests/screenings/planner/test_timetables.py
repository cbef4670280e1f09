"""Timetables that real venues kept: the rules find no fault in them, and the planner does at least as well."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ruamel.yaml import YAML

from screenings.planner import (
    Block,
    Frame,
    IntervalKind,
    Question,
    Screen,
    Settings,
    Sitting,
    by_hand,
    daily_openings,
    place,
    plan,
    review,
)

TIMETABLES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("timetables.yaml"))
every_timetable = pytest.mark.parametrize("timetable", TIMETABLES, ids=lambda timetable: timetable["id"])


def _clock(timetable: dict[str, Any], text: str) -> datetime:
    day = date.fromisoformat(timetable["day"])
    return datetime.combine(day, time.fromisoformat(text), ZoneInfo(timetable["zone"])).astimezone(UTC)


def _lengths(timetable: dict[str, Any], part: dict[str, Any]) -> list[int]:
    return [
        (_clock(timetable, end) - _clock(timetable, start)) // timedelta(minutes=1)
        for start, end in part["sittings"]
    ]


def _question(timetable: dict[str, Any]) -> Question:
    day = date.fromisoformat(timetable["day"])
    opens, closes = map(time.fromisoformat, timetable["open"])
    hall = Screen(
        "1", timetable["venue"], timetable["zone"], daily_openings(day, day, opens, closes, timetable["zone"])
    )
    last = len(timetable["parts"]) - 1
    blocks = []
    for at, part in enumerate(timetable["parts"]):
        lengths = _lengths(timetable, part)
        points = tuple(sum(lengths[:cut]) for cut in range(1, len(lengths)))
        qa = timetable.get("qa_minutes", 0) if at == last else 0
        blocks.append(Block(part["label"], part["label"], sum(lengths), at + 1, points, qa_minutes=qa))
    return Question(tuple(blocks), (hall,), day, day, Settings(**timetable["settings"], kinds=("one-day",)))


def _as_it_was(timetable: dict[str, Any], frame: Frame) -> list[Sitting]:
    sittings = []
    for block, part in enumerate(timetable["parts"]):
        reached = 0
        for (start, _), length in zip(part["sittings"], _lengths(timetable, part), strict=True):
            at = _clock(timetable, start)
            stretch = {"from_minute": reached, "to_minute": reached + length}
            sittings.append(place(frame, block=block, screen="1", starts_at=at, **stretch))
            reached += length
    return sittings


@every_timetable
def test_real_timetable_passes_review(timetable: dict[str, Any]) -> None:
    question = _question(timetable)
    real = by_hand(question, _as_it_was(timetable, Frame(question)))
    assert [str(finding.say) for finding in review(real, question) if finding.hard] == []


@every_timetable
def test_planner_does_as_well_as_real_timetable(timetable: dict[str, Any]) -> None:
    question = _question(timetable)
    real = by_hand(question, _as_it_was(timetable, Frame(question)))
    (best,) = plan(question).plans
    assert [finding for finding in review(best, question) if finding.hard] == []
    assert best.cost <= real.cost
    assert best.sittings[-1].ends_at <= max(
        real.sittings[-1].ends_at, _clock(timetable, timetable["open"][1])
    )


def test_real_intervals_are_named() -> None:
    culver = next(each for each in TIMETABLES if each["id"] == "wott-culvercity-2025")
    question = _question(culver)
    real = by_hand(question, _as_it_was(culver, Frame(question)))
    assert [(interval.kind, interval.minutes) for interval in real.intervals] == [
        (IntervalKind.SHORT, 15),
        (IntervalKind.MEAL, 45),
        (IntervalKind.SHORT, 20),
    ]


def test_planner_cuts_rust_where_culver_city_did() -> None:
    culver = next(each for each in TIMETABLES if each["id"] == "wott-culvercity-2025")
    (best,) = plan(_question(culver)).plans
    assert [(sitting.label, sitting.from_minute, sitting.to_minute) for sitting in best.sittings] == [
        ("Rust", 0, 120),
        ("Rust", 120, 240),
        ("Remnants", 0, 176),
        ("Rails", 0, 135),
    ]
