"""Kinds of plan that programmers name: nights with breakfast, weekends from Friday, first Sundays; and several plans of a kind."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from screenings.planner import Conflict, Plan, plan, review
from screenings.planner.planning import best_of_kind
from tests.screenings.planner.asking import ask

FRIDAY = 4
THROUGH: dict[str, Any] = {"opens": time(10), "closes": time(9, 30), "last": date(2026, 3, 8)}


def test_a_night_lasts_from_the_evening_to_breakfast_before_a_free_morning() -> None:
    question = ask(**THROUGH)
    found = best_of_kind(question, "all-night")
    assert isinstance(found, Plan)
    starts = [each.starts_local for each in found.sittings]
    assert ([each.weekday() for each in found.days], starts[0].hour) == ([FRIDAY], 21)
    assert (starts[-1].weekday(), time(5) <= starts[-1].time() <= time(9)) == (FRIDAY + 1, True)
    assert {each.day for each in found.sittings} == {date(2026, 3, 6)}
    assert not {"late-night", "free-morning"} & {each.rule for each in found.price}
    assert [each for each in review(found, question) if each.hard] == []


def test_a_night_without_breakfast_is_found_and_one_in_a_house_that_closes_refused() -> None:
    night = best_of_kind(ask(**THROUGH), "all-night")
    assert isinstance(night, Plan)
    bare = [replace(each) for each in night.sittings[:1]]
    hungry = review(replace(night, sittings=tuple(bare)), ask(**THROUGH))
    assert "breakfast" in {each.rule for each in hungry}
    (refusal, *_) = plan(ask(kinds=("all-night",), last=date(2026, 3, 8))).refusals
    assert [set(clash.codes) for clash in refusal.clashes] == [{"opening-hours", "breakfast"}]


def test_friday_with_the_weekend_begins_on_friday() -> None:
    found = best_of_kind(ask(first=date(2026, 3, 7), last=date(2026, 3, 15)), "long-weekend")
    assert isinstance(found, Plan)
    assert found.days[0] == date(2026, 3, 13)


def test_first_sundays_are_a_month_apart() -> None:
    found = best_of_kind(ask(last=date(2026, 6, 1), screens=1), "first-sundays")
    assert isinstance(found, Plan)
    assert (found.days[0].weekday(), [day.day <= 7 for day in found.days]) == (6, [True] * len(found.days))
    assert len({day.month for day in found.days}) == len(found.days) > 1


def test_chosen_weekdays_are_kept_or_asked_to_give_way() -> None:
    answer = plan(ask(weekdays=(6,), kinds=("one-day", "two-days")))
    assert {day.weekday() for each in answer.plans if each.kind == "one-day" for day in each.days} == {6}
    (refusal,) = answer.refusals
    assert [str(step) for each in refusal.changes for step in each.steps] == [
        "Allow the weekday of Monday 9 March 2026 as well."
    ]


def test_next_best_plans_say_how_they_differ() -> None:
    plans = plan(ask(plans_of_a_kind=3, kinds=("one-day",))).plans
    assert [(each.rank, each.proven) for each in plans] == [(1, True), (2, True), (3, True)]
    assert [each.cost for each in plans] == sorted(each.cost for each in plans)
    assert (plans[0].differs, [bool(each.differs) for each in plans[1:]]) == ((), [True, True])


def test_nothing_overlaps_with_what_it_must_be_kept_apart_from() -> None:
    begins, ends = datetime(2026, 3, 7, 9, tzinfo=UTC), datetime(2026, 3, 7, 21, tzinfo=UTC)
    festival = Conflict(7, begins, ends, "Shoah")
    question = replace(
        ask(first=date(2026, 3, 7), last=date(2026, 3, 8), kinds=("one-day",)), conflicts=(festival,)
    )
    (found,) = plan(question).plans
    assert found.days == (date(2026, 3, 8),)
    (refusal,) = (
        each for each in plan(replace(question, last_day=date(2026, 3, 7))).refusals if each.kind == "one-day"
    )
    said = [str(step) for change in refusal.changes for step in change.steps]
    assert "Let it overlap with Shoah on Saturday 7 March 2026, from 10:00 to 22:00." in said
