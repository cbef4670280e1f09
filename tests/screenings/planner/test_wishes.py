"""What a programmer says of single parts, of rules and of days."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from screenings.planner import (
    Block,
    Choice,
    Plan,
    Question,
    Refusal,
    Standing,
    Stay,
    Use,
    plan,
    review,
    settings_from_data,
    settings_to_data,
)
from screenings.planner.planning import best_of_kind
from tests.screenings.planner.asking import PARTS, ask
from tests.screenings.planner.test_put_right import (
    ALEXANDERPLATZ,
    SATURDAY,
    advice,
    clocks,
    found,
    local,
    refused,
)


def wished(part: int, **wish: object) -> tuple[Block, ...]:
    return tuple(replace(block, **wish) if block.part == part else block for block in PARTS)  # type: ignore[arg-type]  # mixed


def weekend(**asked: object) -> Question:
    return ask(**{"first": SATURDAY, "last": SATURDAY + timedelta(days=1), **asked})  # type: ignore[arg-type]  # mixed


def test_a_part_starts_when_it_must() -> None:
    assert clocks(found("one-day", weekend(blocks=wished(3, must_start=time(20, 10)))))[2] == "Sat 20:10"


def test_a_part_may_have_to_start_on_any_minute() -> None:
    best = found("one-day", weekend(blocks=wished(3, must_start=time(19, 7)), last=SATURDAY))
    assert clocks(best)[2] == "Sat 19:07"


def test_a_part_that_misses_its_hour_starts_on_a_round_minute() -> None:
    asked = weekend(
        blocks=wished(3, must_start=time(19, 7)),
        latest_end=time(21),
        choices=(Choice("must-start", Use.SOFT),),
    )
    assert clocks(found("any", asked))[2] == "Sun 18:45"


def test_an_hour_that_cannot_be_kept_is_explained_with_one_that_can() -> None:
    said = refused("one-day", weekend(blocks=wished(3, must_start=time(12))))
    assert {"must-start"} <= {code for clash in said.clashes for code in clash.codes}
    assert any(each.startswith("Let 'Rails' start at") for each in advice(said))


def test_a_guest_is_there_for_the_talk() -> None:
    """Remnants has its Q&A while the guest is there, on Sunday from 14:00 to 16:00."""
    sunday = SATURDAY + timedelta(days=1)
    stay = Stay(local(sunday, "14:00"), local(sunday, "16:00"))
    best = found("any", weekend(blocks=wished(2, qa_minutes=30, guest=(stay,))))
    remnants = next(sitting for sitting in best.sittings if sitting.label == "Remnants")
    assert local(sunday, "14:30") <= remnants.ends_at <= local(sunday, "16:00")
    moved = replace(
        best.sittings[1],
        starts_at=remnants.starts_at + timedelta(hours=3),
        ends_at=remnants.ends_at + timedelta(hours=3),
    )
    again = replace(best, sittings=(best.sittings[0], moved))
    assert "guest-there" in {
        each.rule
        for each in review(again, weekend(blocks=wished(2, qa_minutes=30, guest=(stay,))))
        if each.hard
    }


def test_a_guest_who_is_not_there_long_enough_is_asked_to_stay() -> None:
    stay = Stay(local(SATURDAY, "10:00"), local(SATURDAY, "12:00"))
    said = refused("one-day", weekend(last=SATURDAY, blocks=wished(3, guest=(stay,))))
    assert any(
        each.startswith("Have the guest of 'Rails' there on Saturday 7 March 2026") for each in advice(said)
    )


def test_a_stay_has_a_length_and_a_zone() -> None:
    with pytest.raises(ValueError, match="more than zero"):
        Stay(local(SATURDAY, "12:00"), local(SATURDAY, "12:00"))
    with pytest.raises(ValueError, match="time zone"):
        Stay(datetime(2026, 3, 7, 12), datetime(2026, 3, 7, 13))  # noqa: DTZ001 - that is the fault


def test_a_rule_that_is_off_restricts_nothing_and_costs_nothing() -> None:
    short = {"last": SATURDAY, "opens": time(10), "closes": time(20)}
    assert isinstance(best_of_kind(weekend(**short), "one-day"), Refusal)
    best = found("one-day", weekend(**short, choices=(Choice("meal-break", Use.OFF),)))
    assert "meal-break" not in {each.rule for each in best.price}


def test_a_hard_rule_that_is_soft_costs_each_minute_so_many_times() -> None:
    short = {"last": SATURDAY, "opens": time(10), "closes": time(20)}
    for weight in (1, 3):
        best = found("one-day", weekend(**short, choices=(Choice("meal-break", Use.SOFT, weight),)))
        (cost,) = [each.cost for each in best.price if each.rule == "meal-break" and each.cost]
        assert (cost % weight, cost > 0) == (0, True)


def test_a_soft_rule_that_is_hard_refuses() -> None:
    hard = (Choice("late-night", Use.HARD), Choice("long-day", Use.HARD))
    assert isinstance(best_of_kind(weekend(choices=hard), "one-day"), Refusal)
    best = found("two-days", weekend(choices=hard))
    assert not {"late-night", "long-day"} & {each.rule for each in best.price}


def test_days_begin_at_the_usual_hours() -> None:
    must = (Choice("usual-starts", Use.HARD),)
    best = found("one-day", weekend(usual_starts=(time(10, 45),), choices=must))
    assert clocks(best)[0].endswith("10:45")


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("long-weekend", [4, 5, 6]),
        ("first-sunday", [6]),
        ("every-thursday", [3]),
    ],
)
def test_kinds_fall_on_their_days(kind: str, days: list[int]) -> None:
    best = found(kind, ask(first=date(2026, 4, 1), last=date(2026, 4, 30)))
    assert {day.weekday() for day in best.days} <= set(days)
    assert kind != "first-sunday" or best.days == (date(2026, 4, 5),)
    assert [
        each for each in review(best, ask(first=date(2026, 4, 1), last=date(2026, 4, 30))) if each.hard
    ] == []


def test_evenings_may_be_some_days_apart() -> None:
    question = ask(last=date(2026, 3, 8), opens=time(17), most_minutes_a_day=250)
    closed = replace(
        question,
        screens=tuple(
            replace(screen, openings=tuple(each for each in screen.openings if each.opens_at.day % 2))
            for screen in question.screens
        ),
    )
    best = found("evenings-apart", closed)
    assert [day.day for day in best.days] == [3, 5, 7]


def test_settings_survive_as_plain_data() -> None:
    settings = weekend(choices=(Choice("waiting", Use.OFF),), usual_starts=(time(14),)).settings
    assert settings_from_data(settings_to_data(settings)) == settings


def test_a_standing_showing_at_a_ragged_minute_need_not_move() -> None:
    begins = datetime.combine(SATURDAY, time(12, 7), UTC)
    question = replace(
        weekend(blocks=PARTS[:1]),
        standing=(Standing("a", 0, 0, "1", begins, begins + timedelta(minutes=244)),),
    )
    (same,) = plan(question).plans
    assert isinstance(same, Plan)
    assert same.moves is not None
    assert (same.moves.moved, same.sittings[0].starts_at) == (0, begins)


def test_a_replan_that_is_stopped_keeps_what_an_earlier_round_found() -> None:
    """All must move, because the house is closed at these hours; stopped as soon as a second search is under way."""
    searches: list[threading.Thread] = []

    def stopped() -> bool:
        newest = threading.enumerate()[-1]
        if newest not in searches:
            searches.append(newest)
        return len(searches) > 1

    parts = ALEXANDERPLATZ[:6]
    begins = [datetime.combine(SATURDAY + timedelta(days=n), time(7), UTC) for n in range(len(parts))]
    question = replace(
        weekend(blocks=parts, last=SATURDAY + timedelta(days=13), screens=4),
        standing=tuple(
            Standing(part.label, n, 0, "1", begins[n], begins[n] + timedelta(minutes=part.minutes))
            for n, part in enumerate(parts)
        ),
    )
    assert len(plan(question, cancelled=stopped).plans) == 1
