"""What the planner asks of people: long sittings and days are said or not proposed, nights are nights, a meal is not followed by
another, and the day of every clock is clear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from screenings.planner import (
    Block,
    Booking,
    Choice,
    ClosedDay,
    Frame,
    Refusal,
    Use,
    by_hand,
    opinion,
    place,
    review,
)
from tests.screenings.planner.asking import ask
from tests.screenings.planner.test_put_right import ALEXANDERPLATZ, advice, clocks, found, local, refused

SATURDAY = date(2026, 3, 7)
AS_A_CINEMA = (Choice("meal-break", Use.SOFT),)
ON_SATURDAY: dict[str, Any] = {"first": SATURDAY, "last": SATURDAY, "screens": 1, "choices": AS_A_CINEMA}
LA_FLOR = tuple(
    Block(f"p{part}", f"Part {part}", minutes, part)
    for part, minutes in enumerate((80, 100, 120, 205, 300), start=1)
)


def meant(refusal: Refusal) -> list[list[str]]:
    return [[str(each) for each in change.means] for change in refusal.changes]


@pytest.mark.parametrize("blocks", [(Block("x", "Endless", 900),), ALEXANDERPLATZ], ids=["sitting", "day"])
def test_fifteen_hours_on_end_and_eighteen_on_one_day_are_never_proposed(blocks: tuple[Block, ...]) -> None:
    """The day of fourteen episodes would last 18 hours with the shortest breaks."""
    assert advice(refused("one-day", ask(blocks=blocks, **ON_SATURDAY))) == []


def test_a_change_says_how_long_people_sit_and_stay() -> None:
    sitting = refused("one-day", ask(blocks=(Block("x", "X", 660),), opens=time(14), **ON_SATURDAY))
    said = ["'X' lasts 11 h on end, longer than 5 h without a meal."]
    assert (len(sitting.changes), meant(sitting)) == (2, [said, said])
    day = refused("one-day", ask(blocks=LA_FLOR, opens=time(12), **ON_SATURDAY))
    assert meant(day)[0][-1].startswith("Saturday 7 March 2026 then lasts 1")
    short = refused("one-day", ask(opens=time(14), **ON_SATURDAY))
    assert meant(short) == [[], []]


def test_a_change_keeps_the_wish_for_meals() -> None:
    """An hour less would do for those who eat nothing all day."""
    question = ask(closes=time(19), **ON_SATURDAY)
    assert advice(refused("one-day", question))[0].startswith("Stay open until 20:47")
    careless = replace(question, settings=question.settings.without("meal-break"))
    assert advice(refused("one-day", careless))[0].startswith("Stay open until 19:47")


def test_a_night_does_not_begin_in_the_morning_nor_go_home_in_between() -> None:
    chapters = (Block("x", "X", 600, 1, (20, 150, 300, 450)),)
    question = ask(blocks=chapters, closes=time(4), first=SATURDAY, last=date(2026, 3, 8), screens=1)
    said = advice(refused("all-night", question))
    assert any(each.startswith("Stay open until") for each in said)
    assert not any(each.startswith("Open at") for each in said)
    frame = Frame(question, kind="all-night")
    morning = place(frame, block=0, screen="1", starts_at=local(SATURDAY, "08:40"), to_minute=20)
    evening = place(frame, block=0, screen="1", starts_at=local(SATURDAY, "10:30"), from_minute=20)
    late = replace(by_hand(question, (morning, evening)), kind="all-night")
    assert [each.rule for each in review(late, question) if each.rule == "night-falls"] == ["night-falls"] * 2


def test_nobody_has_two_lunches() -> None:
    """A second pause of a meal's length costs all that goes beyond a short break."""
    films = tuple(Block(name, name, 60, part) for part, name in enumerate("ABC", start=1))
    question = ask(blocks=films, first=SATURDAY, last=SATURDAY, screens=1)

    def waits(*begins: str) -> list[tuple[int, str]]:
        made = by_hand(
            question,
            [
                place(Frame(question), block=n, screen="1", starts_at=local(SATURDAY, at))
                for n, at in enumerate(begins)
            ],
        )
        return [(each.cost, str(each.say)) for each in made.price if each.rule == "waiting"]

    soon = (26, "The break after 'B' is 26 min longer than necessary so soon after a meal.")
    assert waits("11:00", "12:45", "14:30") == [soon]
    turned = replace(
        question, screens=tuple(replace(each, turnaround_minutes=25) for each in question.screens)
    )
    best = found("one-day", turned)
    assert [each.kind.value for each in best.intervals].count("meal") <= 1


def test_a_day_begins_on_the_half_hour_though_its_meal_is_a_little_late() -> None:
    rust, remnants, rails = ask().blocks
    question = ask(
        blocks=(rust, replace(remnants, must_start=time(16)), rails), first=SATURDAY, last=SATURDAY
    )
    best = found("one-day", question)
    assert clocks(best) == ["Sat 10:30", "Sat 16:00", "Sat 19:45"]
    assert [(each.cost, str(each.say)) for each in best.price if each.rule == "meal-times"] == [
        (4, "The meal break after 'Rust' begins at 14:34, outside meal times.")
    ]


def test_before_six_is_after_midnight_for_the_earliest_start_as_for_the_latest_end() -> None:
    night: dict[str, Any] = {
        "earliest_start": time(1),
        "latest_end": time(5),
        "blocks": (Block("x", "X", 100),),
    }
    assert clocks(found("one-day", ask(closes=time(6), **ON_SATURDAY, **night))) == ["Sun 01:00"]
    (clash, *_) = refused("one-day", ask(**ON_SATURDAY, **night)).clashes
    assert "Nothing starts before 01:00, after midnight." in [str(rule) for rule in clash.rules]
    all_night = found("all-night", ask(closes=time(9, 30), earliest_start=time(10), **ON_SATURDAY))
    assert all_night.days == (SATURDAY,)


def test_hours_that_go_over_into_another_day_name_it() -> None:
    """The programme's Saturday night: its doors open at 01:00 on Sunday."""
    question = ask(blocks=(Block("x", "X", 600),), opens=time(1), closes=time(7), **ON_SATURDAY)
    assert advice(refused("one-day", question)) == [
        "Stay open until 11:00 instead of 07:00 on Sunday 8 March 2026.",
        "Open at 21:00 the day before instead of 01:00 on Sunday 8 March 2026.",
    ]
    long = ask(blocks=(Block("x", "X", 700),), opens=time(20), closes=time(3), **ON_SATURDAY)
    assert advice(refused("one-day", long))[0] == (
        "Stay open until 07:40 the next day instead of 03:00 on Saturday 7 March 2026."
    )


def test_closed_on_all_days_asked_for_more_days_are_proposed() -> None:
    question = ask(blocks=(Block("x", "X", 100),), **ON_SATURDAY)
    holiday = tuple(
        replace(
            each, openings=tuple(o for o in each.openings if o.opens_at >= local(date(2026, 3, 10), "00:00"))
        )
        for each in question.screens
    )
    refusal = refused("one-day", replace(question, screens=holiday))
    assert str(refusal.because) == "No screen is open on any of the days asked for."
    assert advice(refusal) == ["Allow 3 days more, until Tuesday 10 March 2026."]
    closed = ClosedDay(SATURDAY, "Paint"), ClosedDay(date(2026, 3, 8), "not asked for")
    named = replace(question, screens=holiday, closed=closed)
    assert str(refused("one-day", named).because) == (
        "No screen is open on any of the days asked for: closed on Saturday 7 March 2026, Paint."
    )
    unknown = tuple(replace(each, openings=()) for each in question.screens)
    assert advice(refused("one-day", replace(question, screens=unknown))) == []


def test_the_booking_that_is_to_move_is_told_by_when_its_audience_comes() -> None:
    begins, ends = local(SATURDAY, "17:40"), local(SATURDAY, "19:40")
    train = Booking(begins, ends, "Last Train Home", begins_at=local(SATURDAY, "18:00"))
    question = ask(blocks=(Block("x", "X", 600),), bookings=(train,), closes=time(21), **ON_SATURDAY)
    assert (
        "Move “Last Train Home” away, which begins at 18:00 on Saturday 7 March 2026 and takes Screen 1 from 17:40 to 19:40."
    ) in advice(refused("one-day", question))


def test_an_overlap_of_one_audience_is_told_once() -> None:
    question = ask()
    starts = ((0, "10:00"), (1, "10:00"), (2, "19:00"))
    frame = Frame(question)
    made = [place(frame, block=n, screen="1", starts_at=local(SATURDAY, at)) for n, at in starts]
    _, remarks = opinion(question, made, binding={"in-order", "turnaround"})
    assert [each.finding.rule for each in remarks if each.level == "error"] == ["in-order"]
