"""What a venue asks of a timetable: its projectionists, their shifts and their rest, its foyer."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from screenings.planner import Block, Booking, Frame, Question, opinion, place, review
from tests.screenings.planner.asking import PARTS, ask
from tests.screenings.planner.test_put_right import SATURDAY, advice, clocks, found, local, refused

TWO_AUDIENCES = (Block("a", "A", 100), Block("b", "B", 100, strand="other"))


def saturday(**asked: object) -> Question:
    return ask(**{"first": SATURDAY, "last": SATURDAY, **asked})  # type: ignore[arg-type]  # mixed


def test_a_shift_lasts_from_set_up_to_turnaround() -> None:
    """Film, two meals, five minutes of set-up and ten of turnaround are eleven hours and two minutes at least."""
    assert len(found("one-day", saturday(longest_shift=662)).sittings) == 3
    said = refused("one-day", saturday(longest_shift=640))
    assert ("longest-shift",) in {tuple(set(clash.codes) & {"longest-shift"}) for clash in said.clashes}
    (allow,) = (each for each in advice(said) if each.startswith("Allow a shift"))
    assert allow == "Allow a shift of 11 h 02 min, on Saturday 7 March 2026 from 09:55 to 20:57."


def test_people_rest_between_two_shifts() -> None:
    blocks = (replace(PARTS[1], must_start=local(SATURDAY, "20:00").time()), PARTS[2])
    question = ask(blocks=blocks, first=SATURDAY, last=SATURDAY + timedelta(days=1), least_rest=13 * 60)
    best = found("two-days", question)
    rests = best.sittings[1].occupies_from - best.sittings[0].occupies_to
    assert rests >= timedelta(hours=13)
    early = replace(
        best.sittings[1],
        starts_at=local(SATURDAY + timedelta(days=1), "10:00"),
        ends_at=local(SATURDAY + timedelta(days=1), "12:12"),
    )
    (fault,) = (
        each for each in review(replace(best, sittings=(best.sittings[0], early)), question) if each.hard
    )
    assert str(fault.say) == (
        "Work ends on Saturday 7 March 2026 at 23:08 and begins again on Sunday 8 March 2026 at 09:55: "
        "a rest of 10 h 47 min."
    )


def test_one_projectionist_looks_after_one_screen() -> None:
    short = {"blocks": TWO_AUDIENCES, "closes": local(SATURDAY, "13:00").time()}
    assert clocks(found("one-day", saturday(**short))) == ["Sat 10:00", "Sat 10:00"]
    said = refused("one-day", saturday(**short, projectionists=1))
    assert any(
        each.startswith("Have 2 projectionists there on Saturday 7 March 2026 from") for each in advice(said)
    )


def test_what_is_on_elsewhere_in_the_venue_needs_projectionists_too() -> None:
    """Two others are busy until noon, one more than there are: nothing of this begins before, and nobody has to move; 12:05 would be a ragged hour."""
    others = tuple(Booking(local(SATURDAY, "09:00"), local(SATURDAY, "12:00")) for _ in range(2))
    question = replace(saturday(blocks=PARTS[:1], projectionists=1), beside=others)
    assert clocks(found("one-day", question)) == ["Sat 12:30"]


def test_showings_begin_apart_from_each_other_and_from_what_is_there() -> None:
    """Something begins on another screen at 10:10, so neither audience comes between 09:50 and 10:30."""
    there = Booking(local(SATURDAY, "09:55"), local(SATURDAY, "11:00"), begins_at=local(SATURDAY, "10:10"))
    question = replace(saturday(blocks=TWO_AUDIENCES, stagger_minutes=20), beside=(there,))
    assert sorted(clocks(found("one-day", question))) == ["Sat 10:30", "Sat 11:00"]


def test_a_foyer_for_one_audience_is_refused_with_the_least_that_it_must_take() -> None:
    short = {"blocks": TWO_AUDIENCES, "closes": local(SATURDAY, "11:50").time()}
    assert "Let showings begin 10 min apart, on Saturday 7 March 2026 at 10:00 and 10:10." in advice(
        refused("one-day", saturday(**short, stagger_minutes=30))
    )


def test_a_full_foyer_is_mended_by_the_nearest_free_hour() -> None:
    there = Booking(local(SATURDAY, "11:55"), local(SATURDAY, "13:00"), begins_at=local(SATURDAY, "12:10"))
    question = replace(saturday(blocks=PARTS[:1], stagger_minutes=20), beside=(there,))
    sitting = place(Frame(question), block=0, screen="1", starts_at=local(SATURDAY, "12:15"))
    _plan, remarks = opinion(question, [sitting], binding=())
    (full,) = (each for each in remarks if each.finding.rule == "staggered")
    assert full.mend is not None
    assert str(full.mend.say) == "Start “Rust” at 12:30 instead."


@pytest.mark.parametrize("asked", [{"stagger_minutes": 90}, {"projectionists": 1}])
@pytest.mark.parametrize(
    "booked",
    [
        pytest.param((True,), id="its room is needed"),
        pytest.param((False, True), id="it is in another room"),
        pytest.param((True, True), id="every room is booked"),
    ],
)
def test_a_booking_that_moves_is_not_in_the_way_where_it_was(
    asked: dict[str, Any], booked: tuple[bool, ...]
) -> None:
    """Nobody knows where it goes, so it takes neither the foyer nor a projectionist; in equal rooms both have to go."""
    begins, ends = local(SATURDAY, "09:00"), local(SATURDAY, "13:00")
    fair = Booking(begins, ends, "Fair", begins_at=local(SATURDAY, "10:30"))
    question = saturday(blocks=TWO_AUDIENCES[:1], closes=ends.time(), screens=len(booked), **asked)
    rooms = tuple(
        replace(room, bookings=(fair,) if taken else ())
        for room, taken in zip(question.screens, booked, strict=True)
    )
    said = refused("one-day", replace(question, screens=rooms))
    moves = [
        f"Move “Fair” away, which begins at 10:30 on Saturday 7 March 2026 and takes {room.name} from 09:00 to 13:00."
        for room in rooms
        if room.bookings
    ]
    assert [each for each in advice(said) if "Fair" in each] == moves
