"""The way to and from what is shown at other venues: told, kept by plans, explained, and mended by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from screenings import planner
from screenings.planner import Block, Choice, Conflict, Frame, Plan, Question, Refusal, Use, Why
from screenings.planner.planning import best_of_kind
from screenings.planner.rules.ways import Ways
from tests.screenings.planner.asking import ask

DAY = date(2026, 3, 7)


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), UTC)


def elsewhere(begins: str = "14:00", ends: str = "16:00", **said: Any) -> Conflict:
    """Shoah at the Lantern House, half an hour away."""
    return Conflict(
        7, at(begins), at(ends), **{"label": "Shoah", "venue": "Lantern House", "way": 30, **said}
    )


def question(*conflicts: Conflict, **asked: Any) -> Question:
    """Two parts of an hour each on one screen, open from noon to ten in the evening, ten minutes before and twenty after each."""
    blocks = tuple(Block(f"{part}", f"Part {part}", 60, part=part) for part in (1, 2))
    hours = {"first": DAY, "last": DAY, "opens": time(12), "closes": time(22), "zone": "UTC"}
    room = {"screens": 1, "setup": 10, "turnaround": 20, "kinds": ("one-day",), "meal_after": None}
    return replace(ask(**{"blocks": blocks, **hours, **room, **asked}), conflicts=conflicts)


def said(asked: Question, first: str, second: str) -> list[str]:
    """What the rule finds where the parts begin then."""
    frame = Frame(asked)
    sittings = [
        planner.place(frame, block=n, screen="1", starts_at=at(each))
        for n, each in enumerate((first, second))
    ]
    found = planner.review(planner.by_hand(asked, sittings), asked)
    return [str(each.say) for each in found if each.rule == Ways.code]


@pytest.mark.parametrize(
    ("conflict", "first", "second", "expected"),
    [
        (elsewhere(), "12:30", "16:30", []),
        (
            elsewhere(), "12:31", "16:29",
            [
                "'Part 1' ends at 13:31, too late for Shoah, which begins at 14:00: 30 min on the way to Lantern House.",
                "'Part 2' begins at 16:29, too soon after Shoah, which ends at 16:00: 30 min on the way from Lantern House.",
            ],
        ),
        # What overlaps is another rule's; what is here has no way.
        (elsewhere(), "13:30", "15:59", []),
        (elsewhere(way=0), "12:59", "16:00", []),
        (elsewhere(blocks=(1,)), "12:59", "16:30", []),
        (
            elsewhere(label="", venue=""), "12:00", "16:00",
            ["'Part 2' begins at 16:00, too soon after another showing, which ends at 16:00: 30 min on the way from the other venue."],
        ),
        # A print also needs twenty minutes to be taken down, and ten to be laced up.
        (elsewhere(why=Why.COPY), "12:10", "16:40", []),
        (
            elsewhere(why=Why.COPY), "12:11", "16:39",
            [
                "The copy of 'Part 1' is free here at 13:31, too late for where it is needed at 14:00: 30 min on the way to Lantern House.",
                "The copy of 'Part 2' is free at 16:00, too late for its set-up here at 16:29: 30 min on the way from Lantern House.",
            ],
        ),
    ],
)  # fmt: skip
def test_whoever_leaves_too_little_time_for_the_way_is_told(
    conflict: Conflict, first: str, second: str, expected: list[str]
) -> None:
    assert said(question(conflict), first, second) == expected


def test_nobody_leaves_in_the_middle_of_a_part_that_goes_on() -> None:
    """It fits from noon, with its break after 125 minutes. Ten minutes after the other chapter point something begins elsewhere."""
    long = (Block("1", "Part 1", 240, chapter_points=(60, 125)),)
    hours = {"blocks": long, "closes": time(16, 15), "longest_unbroken": 130}
    asked = question(elsewhere("13:10", "13:40"), choices=(Choice("conflicts", Use.SOFT),), **hours)
    found = best_of_kind(asked, "one-day")
    assert isinstance(found, Plan)
    assert [str(each.say) for each in planner.review(found, asked) if each.hard] == []


@pytest.mark.parametrize(("way", "begins"), [(0, ["17:00", "18:45"]), (45, ["17:45", "19:30"])])
def test_a_plan_begins_when_those_who_come_from_elsewhere_are_there(way: int, begins: list[str]) -> None:
    asked = question(elsewhere("12:00", "17:00", way=way), choices=(Choice("ragged-start", Use.OFF),))
    found = best_of_kind(asked, "one-day")
    assert isinstance(found, Plan)
    assert [f"{each.starts_at:%H:%M}" for each in found.sittings] == begins


def test_a_print_is_taken_down_and_laced_up_besides() -> None:
    """Both parts end at half past six at the earliest; twenty minutes of turnaround and thirty on the way make it 19:20."""
    for begins, is_possible in (("19:20", True), ("19:15", False)):
        asked = question(elsewhere(begins, "22:00", why=Why.COPY), opens=time(16))
        assert isinstance(best_of_kind(asked, "one-day"), Plan) == is_possible
    found = best_of_kind(question(elsewhere("12:00", "17:00", why=Why.COPY)), "one-day")
    assert isinstance(found, Plan)
    assert f"{found.sittings[0].starts_at:%H:%M}" >= "17:40"


def test_a_refusal_says_so_and_what_it_proposes_is_possible() -> None:
    """Part 2 ends at ten only if part 1 begins a quarter of an hour after the other film."""
    asked = question(elsewhere("12:00", "19:15"))
    refused = best_of_kind(asked, "one-day")
    assert isinstance(refused, Refusal)
    assert "Between here and Lantern House there is time for the way: 30 min." in [
        str(rule) for clash in refused.clashes for rule in clash.rules
    ]
    steps = [[str(step) for step in change.steps] for change in refused.changes]
    assert [
        "Take no more than 15 min for the way between here and Lantern House, instead of 30 min."
    ] in steps
    answers = [best_of_kind(question(elsewhere("12:00", "19:15", way=way)), "one-day") for way in (15, 16)]
    assert [isinstance(each, Plan) for each in answers] == [True, False]


def test_nobody_is_told_to_be_on_the_way_for_no_time() -> None:
    """Two minutes would be left, however far another venue is."""
    far = elsewhere("09:00", "10:00", venue="Far Out", way=90)
    refused = best_of_kind(question(elsewhere("12:00", "19:28"), far), "one-day")
    assert isinstance(refused, Refusal)
    assert refused.changes
    assert not [step for change in refused.changes for step in change.steps if step.code == Ways.code]


def test_a_wish_for_the_way_has_its_price() -> None:
    """Two points for each minute that is missing where most are, as the solver counted; none where nobody asks."""
    for use, price in ((Use.SOFT, 90), (Use.OFF, 0)):
        asked = question(elsewhere("12:00", "19:15"), choices=(Choice("ways", use, 3),))
        found = best_of_kind(asked, "one-day")
        assert isinstance(found, Plan)
        assert sum(each.cost for each in found.price if each.rule == Ways.code) == price
        assert found.proven


def test_by_hand_a_showing_too_near_is_mended() -> None:
    asked = question(elsewhere("12:00", "16:00"))
    frame = Frame(asked)
    placed = [
        planner.place(frame, block=n, screen="1", starts_at=at(each))
        for n, each in enumerate(("16:10", "19:00"))
    ]
    _plan, remarks = planner.opinion(asked, placed, binding=frozenset({"bookings"}))
    (remark,) = (each for each in remarks if each.finding.rule == Ways.code)
    assert (remark.level, str(remark.mend and remark.mend.say)) == (
        planner.Level.WARNING,
        "Start “Part 1” at 16:30 instead.",
    )


def test_what_is_elsewhere_on_the_days_asked_for_is_said() -> None:
    day = timedelta(days=1)
    tomorrow = replace(elsewhere(), starts_at=at("14:00") + day, ends_at=at("16:00") + day)
    copied = elsewhere("11:00", "12:30", why=Why.COPY, label="", venue="")
    assert [
        str(each)
        for each in planner.shown_elsewhere(question(elsewhere(), copied, elsewhere(way=0), tomorrow))
    ] == [
        "Saturday 7 March 2026, 11:00 to 12:30: the copy of another showing; 30 min on the way to the other venue",
        "Saturday 7 March 2026, 14:00 to 16:00: Shoah; 30 min on the way to Lantern House",
        "Saturday 7 March 2026, 14:00 to 16:00: Shoah",
    ]


@pytest.mark.parametrize("way", [-1, 601])
def test_a_way_is_no_journey(way: int) -> None:
    with pytest.raises(ValueError, match="A way lasts"):
        elsewhere(way=way)
    with pytest.raises(ValueError, match="usual_way"):
        planner.Settings(usual_way=way)
