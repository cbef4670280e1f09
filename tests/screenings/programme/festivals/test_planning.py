"""A festival's programme by the worker: its question from rows, its progress, stopped, failed, replanned."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import Film, ScreeningCopy
from screenings.access import Access
from screenings.models import (
    Closure,
    Festival,
    FestivalPlan,
    FestivalScreening,
    OutsideBooking,
    OutsideCalendar,
    Screening,
    Venue,
)
from screenings.planner.festival import Programme, festival_from_data, programme_from_data, review
from screenings.planner.question import programme_day
from screenings.planning.festivals import question_of
from screenings.programme.festivals.arranging import add_film, pin
from screenings.programme.festivals.losing import lose_screen
from screenings.programme.festivals.planning import (
    ask_programme,
    current_plan,
    run_programme,
    send_forgotten,
    stop_planning,
)
from tests.screenings.conftest import SATURDAY, at
from tests.screenings.programme.festivals.conftest import wish
from wording.refusals import Refused


def programme(plan: FestivalPlan) -> Programme:
    assert plan.programme is not None
    return programme_from_data(plan.programme)


def test_question_has_parts_pauses_and_the_screens_hours_without_what_is_booked(
    festival: Festival, film: Film, owner: User, draft: Screening
) -> None:
    """The draft has screen One on Saturday from 10:20 to 21:20, with breaks that are too short to be used."""
    add_film(festival=festival, film=film, by=owner)
    question = question_of(festival)
    whole = next(each for each in question.films if each.title == "The Works")
    assert (whole.minutes, whole.parts, whole.length) == (540, (240, 180, 120), 600)
    one = next(screen for screen in question.screens if screen.name == "One")
    assert one.turnaround == 30
    evening = [hours for hours in one.hours if question.day_of(hours.opens_at) == SATURDAY][-1]
    assert (evening.opens_at, evening.closes_at) == (
        at(SATURDAY, "21:30", draft.venue),
        at(SATURDAY + timedelta(days=1), "00:30", draft.venue),
    )


def test_what_is_booked_elsewhere_is_in_the_way_and_a_showing_of_its_own_is_not(
    festival: Festival, draft: Screening
) -> None:
    """Both take screen One at the same minute."""

    def opens() -> list[datetime]:
        one = next(screen for screen in question_of(festival).screens if screen.name == "One")
        return [
            hours.opens_at
            for hours in one.hours
            if programme_day(hours.opens_at, draft.venue.zone) == SATURDAY
        ]

    rust = draft.showings.get(film__slug="rust")
    FestivalScreening.objects.create(film=festival.films.all()[0], nth=1, screening=draft)
    free = opens()
    calendar = OutsideCalendar.objects.create(
        venue=draft.venue, name="Hires", address="https://hall.example/a.ics"
    )
    OutsideBooking.objects.create(
        calendar=calendar, screen=rust.screen, starts_at=rust.occupied_from, ends_at=rust.occupied_until
    )
    assert opens()[0] >= rust.occupied_until > free[0]


@pytest.mark.parametrize(("curfew", "on"), [(time(23), 0), (time(0, 15), 1)])
def test_nothing_is_planned_past_the_curfew_of_the_night(
    curfew: time, on: int, festival: Festival, venue: Venue
) -> None:
    """One after midnight is of the night that follows the day."""
    Venue.objects.update(curfew=curfew)
    ends = at(SATURDAY + timedelta(days=on), f"{curfew:%H:%M}", venue)
    for screen in question_of(festival).screens:
        assert (len(screen.hours), screen.hours[0].closes_at) == (3, ends)


def test_a_lost_screen_has_no_hours_that_day_and_the_others_have_theirs(
    festival: Festival, venue: Venue, owner: User
) -> None:
    lose_screen(festival=festival, screen=venue.screens.get(name="One"), day=SATURDAY, by=owner)
    question = question_of(festival)
    open_on = {
        screen.name: [question.day_of(hours.opens_at).day for hours in screen.hours]
        for screen in question.screens
    }
    assert open_on == {"One": [21, 22], "Two": [20, 21, 22]}


def test_question_says_what_a_showing_is_marked_with_and_what_all_parts_of_a_film_carry(
    festival: Festival, film: Film, draft: Screening, owner: User
) -> None:
    """One part alone has captions, so the whole has none; a showing is relaxed once all of its parts are."""
    whole, salt = add_film(festival=festival, film=film, by=owner), wish(festival, "salt")
    copies = ScreeningCopy.objects.filter(film__part_of=film)
    copies.update(audio_description=["en"])
    copies.filter(film__slug="rust").update(captions=["en"])
    first = draft.showings.order_by("starts_at")[0]
    pin(film=salt, nth=1, screen=first.screen, starts_at=first.starts_at, by=owner)
    FestivalScreening.objects.create(film=salt, nth=1, screening=draft)
    marks = []
    for marked in (draft.showings.filter(pk=first.pk), draft.showings.all()):
        marked.update(marks=["relaxed"])
        question = question_of(festival)
        marks += [each.marks for each in question.pins]
    assert marks == [(), (Access.RELAXED,)]
    assert [each.carries for each in question.films if each.key == str(whole.pk)] == [(Access.DESCRIPTION,)]


def test_hours_that_are_past_are_not_planned(
    festival: Festival, venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = at(SATURDAY + timedelta(days=1), "12:00", venue)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    assert {screen.hours[0].opens_at for screen in question_of(festival).screens} == {noon}


def test_closed_days_have_no_hours(festival: Festival, venue: Venue) -> None:
    Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    question = question_of(festival)
    days = {question.day_of(hours.opens_at) for hours in question.screens[0].hours}
    assert days == {SATURDAY + timedelta(days=1), SATURDAY + timedelta(days=2)}


def test_worker_makes_a_whole_programme_that_breaks_no_rule(planned: FestivalPlan) -> None:
    made = programme(planned)
    assert planned.status == FestivalPlan.Status.DONE
    assert (made.unplaced, len(made.showings)) == ((), 4)
    assert not any(finding.hard for finding in review(made.showings, festival_from_data(planned.question)))


def test_festival_is_planned_once_at_a_time(festival: Festival, owner: User) -> None:
    asked = ask_programme(festival=festival, by=owner)
    with pytest.raises(Refused) as refused:
        ask_programme(festival=festival, by=owner)
    assert refused.value.code == "too-many"
    assert stop_planning(plan=asked, by=owner)
    assert not stop_planning(plan=asked, by=owner)
    ask_programme(festival=festival, by=owner)


def test_festival_without_films_is_not_planned(festival: Festival, owner: User) -> None:
    festival.films.all().delete()
    with pytest.raises(Refused) as refused:
        ask_programme(festival=festival, by=owner)
    assert refused.value.code == "no-films"


def test_plan_of_a_dead_worker_is_picked_up_again(festival: Festival, owner: User) -> None:
    asked = ask_programme(festival=festival, by=owner)
    FestivalPlan.objects.filter(pk=asked.pk).update(status=FestivalPlan.Status.RUNNING, seconds=1)
    assert send_forgotten(older_than=timedelta(seconds=-1)) == 1
    run_programme(plan_id=asked.pk)
    asked.refresh_from_db()
    assert asked.status == FestivalPlan.Status.DONE


def test_plan_that_kills_its_workers_is_given_up(festival: Festival, owner: User) -> None:
    asked = ask_programme(festival=festival, by=owner)
    long_ago = timezone.now() - timedelta(minutes=16)
    FestivalPlan.objects.filter(pk=asked.pk).update(status="running", created_at=long_ago)
    assert send_forgotten() == 0
    asked.refresh_from_db()
    assert (asked.status, asked.error[:19]) == ("failed", "The planner failed.")
    ask_programme(festival=festival, by=owner)


def test_stopped_plan_is_not_begun(festival: Festival, owner: User) -> None:
    asked = ask_programme(festival=festival, by=owner)
    stop_planning(plan=asked, by=owner)
    run_programme(plan_id=asked.pk)
    asked.refresh_from_db()
    assert (asked.status, asked.programme) == (FestivalPlan.Status.CANCELLED, None)


def test_fixed_showings_that_clash_fail_in_words(festival: Festival, venue: Venue, owner: User) -> None:
    screen = venue.screens.get(name="One")
    for slug in ("salt", "slate"):
        pin(film=wish(festival, slug), nth=1, screen=screen, starts_at=at(SATURDAY, "18:00", venue), by=owner)
    asked = ask_programme(festival=festival, by=owner)
    run_programme(plan_id=asked.pk)
    asked.refresh_from_db()
    assert (asked.status, asked.error) == (
        FestivalPlan.Status.FAILED,
        "One is taken twice, or has no time for its turnaround.",
    )


def test_replan_moves_only_what_was_on_the_closed_day(
    festival: Festival, planned: FestivalPlan, venue: Venue, owner: User
) -> None:
    before = programme(planned)
    question = festival_from_data(planned.question)
    closed = question.day_of(before.showings[0].starts_at)
    Closure.objects.create(venue=venue, first_day=closed, last_day=closed)
    lost = {each.key for each in before.showings if question.day_of(each.starts_at) == closed}
    asked = ask_programme(festival=festival, by=owner, moves_least=True)
    run_programme(plan_id=asked.pk)
    asked.refresh_from_db()
    assert asked.moved == {"moved": sorted(list(key) for key in lost), "least": len(lost)}
    assert programme(asked).unplaced == ()
    assert current_plan(festival) == asked


def test_replan_without_a_programme_is_refused(festival: Festival, owner: User) -> None:
    with pytest.raises(Refused) as refused:
        ask_programme(festival=festival, by=owner, moves_least=True)
    assert refused.value.code == "no-plan"
