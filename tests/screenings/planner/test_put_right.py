"""What the planner once said wrongly, each with the question that showed it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from screenings.planner import (
    Block,
    Booking,
    Frame,
    Opening,
    Plan,
    Question,
    Refusal,
    by_hand,
    place,
    plan,
    planning,
    review,
)
from screenings.planner.frame import without_spare_screens
from screenings.planner.planning import Budget, best_of_kind
from tests.screenings.planner.asking import MONDAY, ask

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = date(2026, 3, 7)
ALEXANDERPLATZ = tuple(
    Block(f"e{part}", f"Episode {part}", minutes, part)
    for part, minutes in enumerate((82, *[59] * 12, 112), start=1)
)


def local(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), AMSTERDAM)


def found(kind: str, question: Question) -> Plan:
    best = best_of_kind(question, kind)
    assert isinstance(best, Plan), best
    return best


def refused(kind: str, question: Question) -> Refusal:
    best = best_of_kind(question, kind)
    assert isinstance(best, Refusal)
    return best


def advice(refusal: Refusal) -> list[str]:
    return [str(step) for change in refusal.changes for step in change.steps]


def clocks(best: Plan) -> list[str]:
    return [f"{sitting.starts_local:%a %H:%M}" for sitting in best.sittings]


def hours(question: Question, *openings: tuple[datetime, datetime]) -> Question:
    made = tuple(Opening(*opening) for opening in openings)
    return replace(question, screens=tuple(replace(screen, openings=made) for screen in question.screens))


def test_more_days_are_advised_only_as_far_as_their_hours_are_known() -> None:
    """Saturday asked for; Sunday and Monday are closed. One day more is no advice: three are."""
    open_days = [(local(day, "10:00"), local(day, "23:00")) for day in (SATURDAY, date(2026, 3, 10))]
    question = hours(ask(first=SATURDAY, last=SATURDAY), *open_days)
    said = advice(refused("series", question))
    assert "Allow 3 days more, until Tuesday 10 March 2026." in said
    assert isinstance(best_of_kind(replace(question, last_day=date(2026, 3, 9)), "series"), Refusal)
    assert isinstance(best_of_kind(replace(question, last_day=date(2026, 3, 10)), "series"), Plan)


def test_no_day_is_advised_whose_hours_nobody_knows() -> None:
    question = hours(ask(first=SATURDAY, last=SATURDAY), (local(SATURDAY, "10:00"), local(SATURDAY, "23:00")))
    assert not any(each.startswith("Allow") for each in advice(refused("series", question)))


def test_a_plan_carries_the_proof_that_it_is_best_or_how_far_it_may_be_from_it() -> None:
    best = found("one-day", ask())
    assert (best.proven, best.most_to_gain) == (True, 0)
    points = tuple(range(20, 240, 20))
    hard = ask(
        blocks=(Block("a", "A", 244, 1, points), Block("b", "B", 178, 2, (60, 90))), longest_unbroken=60
    )
    budget = Budget(1)
    budget.left = 0.3
    hasty = best_of_kind(hard, "one-day", None, budget)
    if isinstance(hasty, Plan):
        assert hasty.bound is not None
        assert hasty.bound <= hasty.cost


def test_a_plan_made_by_hand_claims_no_proof() -> None:
    question = ask(blocks=(Block("x", "X", 100),))
    made = by_hand(
        question, [place(Frame(question), block=0, screen="1", starts_at=local(SATURDAY, "12:00"))]
    )
    assert (made.bound, made.proven, made.most_to_gain) == (None, False, 0)


def three_short_films(**asked: Any) -> Question:
    films = tuple(
        Block(name, name, length, n) for n, (name, length) in enumerate((("A", 58), ("B", 12), ("C", 62)))
    )
    day: dict[str, Any] = {"first": MONDAY, "last": MONDAY, "opens": time(10), "closes": time(12, 50)}
    return ask(blocks=films, **day, **{"setup": 25, "turnaround": 40, "start_step": 1, "screens": 3} | asked)


def test_an_audience_may_need_a_third_screen_where_turnaround_is_long() -> None:
    best = found("one-day", three_short_films())
    assert len({sitting.screen for sitting in best.sittings}) == 3
    assert isinstance(best_of_kind(three_short_films(screens=2), "one-day"), Refusal)


def test_equal_screens_are_left_out_only_as_far_as_nobody_needs_them() -> None:
    kept = [
        len(without_spare_screens(three_short_films(setup=setup, turnaround=turnaround)).screens)
        for setup, turnaround in ((5, 10), (10, 10), (25, 17), (25, 40))
    ]
    assert kept == [1, 2, 2, 3]


def test_a_break_that_need_not_last_leaves_no_screen_out() -> None:
    """With breaks of 15 minutes two screens are enough; without, the third is needed at once."""
    asked = three_short_films(setup=25, turnaround=17)
    off = replace(asked, settings=asked.settings.without("minimum-break"))
    assert (len(without_spare_screens(asked).screens), len(without_spare_screens(off).screens)) == (2, 3)


def test_the_least_change_of_fourteen_parts_on_two_days_is_the_least() -> None:
    """902 minutes in two days of ten hours: the longer day decides, and a minute less is not enough."""
    question = ask(blocks=ALEXANDERPLATZ, last=date(2026, 3, 3), closes=time(15), screens=1)
    said = refused("two-days", question)
    assert not said.unfinished
    assert all(change.least for change in said.changes)
    longer = min(change.effort for change in said.changes if "Stay open" in str(change.steps[0]))
    enough = ask(blocks=ALEXANDERPLATZ, last=date(2026, 3, 3), closes=_later(time(15), longer), screens=1)
    assert isinstance(best_of_kind(enough, "two-days"), Plan)
    short = ask(blocks=ALEXANDERPLATZ, last=date(2026, 3, 3), closes=_later(time(15), longer - 1), screens=1)
    assert isinstance(best_of_kind(short, "two-days"), Refusal)


def _later(clock: time, minutes: int) -> time:
    return (datetime.combine(MONDAY, clock) + timedelta(minutes=minutes)).time()


def test_no_pause_is_advised_that_nobody_may_ask_for() -> None:
    question = ask(last=MONDAY, closes=time(19, 50))
    assert not any("meal break" in each for each in advice(refused("one-day", question)))
    barely = ask(last=MONDAY, closes=time(20, 5))
    assert "Shorten the meal break to 22 min." in advice(refused("one-day", barely))


def test_hours_in_the_small_hours_are_the_night_of_the_day_before() -> None:
    night = (local(date(2026, 3, 8), "01:00"), local(date(2026, 3, 8), "07:00"))
    question = hours(ask(blocks=(Block("x", "X", 200),), first=SATURDAY, last=SATURDAY), night)
    best = found("one-day", question)
    assert best.days == (SATURDAY,)
    assert clocks(best) == ["Sun 01:00"]
    again = by_hand(
        question, [place(Frame(question), block=0, screen="1", starts_at=best.sittings[0].starts_at)]
    )
    assert [str(each.say) for each in review(again, question) if each.hard] == []
    assert again.days == (SATURDAY,)


def test_an_opening_across_the_turn_of_the_day_belongs_to_both_days() -> None:
    """From 22:00 to 08:00: what begins at 06:30 is on the morning's day, what begins at 05:00 on the evening's."""
    question = hours(
        ask(blocks=(Block("x", "X", 60),), first=SATURDAY, last=date(2026, 3, 8)),
        (local(SATURDAY, "22:00"), local(date(2026, 3, 8), "08:00")),
    )
    frame = Frame(question)
    days = [
        place(frame, block=0, screen="1", starts_at=local(date(2026, 3, 8), clock)).day
        for clock in ("05:00", "06:30")
    ]
    assert days == [SATURDAY, date(2026, 3, 8)]
    for clock in ("05:30", "06:30"):
        made = by_hand(
            question, [place(frame, block=0, screen="1", starts_at=local(date(2026, 3, 8), clock))]
        )
        assert [str(each.say) for each in review(made, question) if each.hard] == []


def test_a_single_sitting_that_is_too_long_for_the_meal_rule_is_always_said() -> None:
    best = found("one-day", ask(blocks=(Block("x", "Satantango", 447),)))
    assert "'Satantango' lasts 7 h 27 min on end, longer than 5 h without a meal." in [
        str(each.say) for each in best.price
    ]


def test_a_long_part_is_cut_rather_than_shown_on_end() -> None:
    best = found("one-day", ask(blocks=(Block("x", "X", 447, chapter_points=(220,)),)))
    assert [sitting.to_minute for sitting in best.sittings] == [220, 447]


def test_no_advice_means_fifteen_hours_on_end() -> None:
    """Two halves of 7 h 27 min: their joint length is never proposed as one stretch."""
    long = Block("x", "X", 894, chapter_points=(447,))
    said = advice(refused("one-day", ask(blocks=(long,), closes=time(1), longest_unbroken=200, last=MONDAY)))
    assert not any("14 h 54 min" in each for each in said)


def test_a_day_begins_on_the_half_hour_and_nobody_is_asked_to_come_needlessly_early() -> None:
    short = (Block("x", "X", 100),)
    afternoon = ask(blocks=short, first=SATURDAY, last=SATURDAY, opens=time(14, 35))
    assert clocks(found("one-day", afternoon)) == ["Sat 15:00"]
    morning = ask(blocks=short, first=SATURDAY, last=SATURDAY, opens=time(8, 35))
    assert clocks(found("one-day", morning)) == ["Sat 10:00"]
    working = ask(blocks=short, last=MONDAY, opens=time(14, 35))
    assert clocks(found("one-day", working)) == ["Mon 18:00"]
    until_eight = ask(blocks=(Block("x", "X", 230),), last=MONDAY, opens=time(14, 35), closes=time(20))
    assert clocks(found("one-day", until_eight)) == ["Mon 16:00"]


def test_a_public_holiday_is_a_free_day() -> None:
    question = ask(blocks=(Block("x", "X", 100),), last=MONDAY)
    assert clocks(found("one-day", question)) == ["Mon 18:00"]
    assert clocks(found("one-day", replace(question, holidays=(MONDAY,)))) == ["Mon 10:00"]
    assert clocks(found("one-day", replace(question, weekend=(0, 1)))) == ["Mon 10:00"]


def test_a_half_hour_is_one_on_the_venues_wall_also_where_zones_are_odd() -> None:
    question = ask(
        blocks=(Block("x", "X", 100),),
        first=SATURDAY,
        last=SATURDAY,
        zone="Asia/Kathmandu",
        opens=time(11, 50),
    )
    assert clocks(found("one-day", question)) == ["Sat 12:00"]


def test_change_names_the_booking_that_is_to_move() -> None:
    fair = Booking(datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 2, 22, tzinfo=UTC), "Fair")
    after = Booking(datetime(2026, 3, 2, 23, tzinfo=UTC), datetime(2026, 3, 3, 1, tzinfo=UTC), "Dance")
    said = advice(refused("one-day", ask(last=MONDAY, screens=1, bookings=(fair, after))))
    assert "Move “Fair” away, which takes Screen 1 from 10:00 to 23:00 on Monday 2 March 2026." in said
    assert not any("Dance" in each for each in said)
    unnamed = refused("one-day", ask(last=MONDAY, screens=1, bookings=(replace(fair, label=""),)))
    assert "Move a booking away, which takes Screen 1 from 10:00 to 23:00 on Monday 2 March 2026." in advice(
        unnamed
    )


def test_no_change_asks_for_three_concessions_and_no_cause_is_told_twice() -> None:
    question = ask(
        last=MONDAY,
        opens=time(12),
        closes=time(20),
        earliest_start=time(13),
        latest_end=time(19),
        curfew=time(19),
    )
    said = refused("one-day", question)
    assert all(len(change.steps) <= 2 for change in said.changes)
    first, *more = (set(clash.codes) - {"kind"} for clash in said.clashes)
    assert all(not first & other for other in more)


def test_a_kind_that_was_asked_for_is_always_answered() -> None:
    question = ask(kinds=("one-day", "any"))
    answer = plan(question)
    answered = {kind for best in answer.plans for kind in (best.kind, *best.also)}
    assert answered | {refusal.kind for refusal in answer.refusals} == {"one-day", "any"}
    same = plan(ask(first=SATURDAY, last=SATURDAY, kinds=("one-day", "any")))
    assert [(best.kind, best.also) for best in same.plans] == [("one-day", ("any",))]


def test_a_search_that_is_stopped_keeps_the_plan_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        planning, "LONGEST_SEARCH", 1.0
    )  # the sooner the search is stopped, the less it has in hand
    episodes = tuple(Block(f"e{n}", f"Episode {n}", 61, n, chapter_points=(20, 40)) for n in range(1, 9))
    begun = perf_counter()
    answer = plan(
        ask(blocks=episodes, longest_unbroken=45, kinds=("series", "weekly")),
        cancelled=lambda: perf_counter() - begun > 60,
    )
    assert answer.plans != () or answer.cancelled or answer.refusals != ()


def test_meals_come_between_parts_unless_asked_for_inside() -> None:
    halves = (Block("a", "A", 300, 1, (150,)), Block("b", "B", 90, 2))
    asked: dict[str, Any] = {"blocks": halves, "first": SATURDAY, "last": SATURDAY, "longest_unbroken": 200}
    best = found("one-day", ask(**asked, meal_after=400))
    first, second, third = best.sittings
    assert (second.starts_at - first.ends_at).seconds // 60 < 45
    assert (third.starts_at - second.ends_at).seconds // 60 >= 45


def test_a_dinner_of_an_hour_is_no_waiting() -> None:
    question = ask(first=SATURDAY, last=SATURDAY)
    frame = Frame(question)

    def waits(pause: int) -> list[int]:
        rails = local(SATURDAY, "17:48") + timedelta(minutes=pause)
        starts = (local(SATURDAY, "10:00"), local(SATURDAY, "14:50"), rails)
        made = by_hand(
            question, [place(frame, block=n, screen="1", starts_at=at) for n, at in enumerate(starts)]
        )
        return [each.cost for each in made.price if each.rule == "waiting"]

    assert (waits(47), waits(62), waits(74)) == ([], [], [10])
