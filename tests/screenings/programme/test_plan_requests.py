"""Questions to the planner: with the venue's current bookings, answered by a worker, cancelled, failed, forgotten."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from celery import Celery
from django.db import connection

from accounts.models import User
from catalog.models import Film, ScreeningCopy
from config.celery import app
from licensing.models import Institution, Licence, Membership, Role
from screenings import planner
from screenings.audience.choosing import once_each
from screenings.models import Closure, PlanRequest, Screening, Showing, Venue
from screenings.planning.days_off import days_off
from screenings.planning.part_wishes import Repeats
from screenings.planning.works import Work
from screenings.programme import plan_requests
from screenings.programme.booking import move_showing, take_plan
from screenings.programme.coverage import intended_by
from screenings.programme.plan_requests import LOCK_SPACE, ask_plan, cancel_plan, run_plan, send_forgotten
from tests.screenings.conftest import NOW, SATURDAY, at, make_venue, person, signed_in
from tests.screenings.programme.test_booking import refused
from wording.refusals import Refused

type Execute = Callable[[str, Any, bool, Any], Any]


def asked(venue: Venue, film: Film, by: User, days: int = 3, **more: object) -> PlanRequest:
    last = SATURDAY + timedelta(days=days - 1)
    return ask_plan(venue=venue, film=film, first_day=SATURDAY, last_day=last, by=by, **more)  # type: ignore[arg-type]  # mixed


def question(request: PlanRequest) -> planner.Question:
    return planner.question_from_data(request.question)


def test_question_has_the_copies_runtimes_and_chapter_points(venue: Venue, film: Film, owner: User) -> None:
    blocks = question(asked(venue, film, owner, intro_minutes=10, qa_minutes=20)).blocks
    assert [(block.label, block.minutes, block.chapter_points) for block in blocks] == [
        ("Rust", 240, (120,)),
        ("Remnants", 180, ()),
        ("Rails", 120, ()),
    ]
    assert [(block.intro_minutes, block.qa_minutes) for block in blocks] == [(10, 0), (0, 0), (0, 20)]


def test_what_is_shown_again_is_asked_taken_and_counted(venue: Venue, film: Film, owner: User) -> None:
    """One question for a run and a repeat of its third part; the draft's showings say which is which, and stay apart by hand."""
    wishes = planner.Settings(kinds=("any",), repeat_most_days=2)
    request = asked(venue, film, owner, settings=wishes, repeats=Repeats(times=1, parts=(3,)), qa_minutes=20)
    assert [(block.label, block.run, block.qa_minutes) for block in question(request).blocks] == [
        ("Rust", 1, 0), ("Remnants", 1, 0), ("Rails", 1, 20), ("Rails", 2, 0),
    ]  # fmt: skip
    run_plan(plan_request_id=request.pk)
    draft = take_plan(plan_request=PlanRequest.objects.get(pk=request.pk), index=0, by=owner)
    rails = list(draft.showings.filter(film__slug="rails"))
    assert [each.run for each in rails] == [1, 2]
    assert [each.pk for each in once_each(list(draft.showings.all()))] == [
        each.pk for each in draft.showings.filter(run=1)
    ]
    intended = intended_by(draft)
    assert (intended and intended.screenings, draft.showings.count()) == (2, 4)
    moved = move_showing(showing=rails[1], starts_at=rails[1].starts_at + timedelta(minutes=5), by=owner)
    assert (moved.run, Showing.objects.get(pk=rails[0].pk).starts_at) == (2, rails[0].starts_at)
    with pytest.raises(Refused) as error:
        asked(venue, film, owner, repeats=Repeats(times=1, parts=(4,)))
    assert refused(error) == ["no-such-repeat"]


def test_question_about_a_part_is_of_that_part_alone(venue: Venue, film: Film, owner: User) -> None:
    rails = film.parts.get(slug="rails")
    blocks = question(asked(venue, rails, owner)).blocks
    assert [Work.read(block.film).film for block in blocks] == [rails.pk]


def test_question_without_copies_takes_the_films_own_runtime(venue: Venue, film: Film, owner: User) -> None:
    ScreeningCopy.objects.all().delete()
    assert [block.minutes for block in question(asked(venue, film, owner)).blocks] == [242, 182, 122]


def test_question_leaves_out_screens_that_cannot_show_the_format(
    venue: Venue, film: Film, owner: User
) -> None:
    venue.screens.filter(name="Two").update(formats=["35mm"])
    assert [screen.label for screen in question(asked(venue, film, owner)).screens] == ["One"]
    venue.screens.update(formats=["35mm"])
    with pytest.raises(Refused) as error:
        asked(venue, film, owner)
    assert refused(error) == ["no-format"]


def test_part_whose_length_nobody_knows_is_named(venue: Venue, film: Film, owner: User) -> None:
    part = film.parts.get(part_number=3)
    part.copies.all().delete()
    Film.objects.filter(pk=part.pk).update(runtime=None)
    with pytest.raises(Refused) as error:
        asked(venue, film, owner)
    assert refused(error) == ["no-length"]
    assert str(error.value.messages[0]) == (
        f"Nobody knows how long “{film.title}: {part.title}” runs, so it cannot be planned: "
        "once the office has a copy of it, its length is known."
    )
    ScreeningCopy.objects.create(film=part, label="Measured", format="dcp", runtime=131)
    assert question(asked(venue, film, owner)).blocks[2].minutes == 131


def test_question_has_hours_past_midnight_without_closures(venue: Venue, film: Film, owner: User) -> None:
    Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    opening = question(asked(venue, film, owner, days=2)).screens[0].openings[0]
    sunday = SATURDAY + timedelta(days=1)
    assert (opening.opens_at, opening.closes_at) == (
        at(sunday, "10:00", venue),
        at(sunday + timedelta(days=1), "00:30", venue),
    )


def test_question_knows_the_hours_of_the_days_after_the_last_as_far_as_a_request_may_go(
    venue: Venue, film: Film, owner: User
) -> None:
    venue.opening_hours.filter(weekday=6).delete()
    closed = SATURDAY + timedelta(days=2)
    Closure.objects.create(venue=venue, first_day=closed, last_day=closed)
    known = [each.opens_at.date() for each in question(asked(venue, film, owner, days=1)).screens[0].openings]
    assert known[:2] == [SATURDAY, SATURDAY + timedelta(days=3)]
    assert known[-1] == SATURDAY + timedelta(days=35)
    long = question(asked(venue, film, owner, days=60)).screens[0].openings
    assert long[-1].opens_at.date() == SATURDAY + timedelta(days=62)


def test_question_knows_the_public_holidays_and_the_weekend_of_the_country(
    venue: Venue, film: Film, owner: User
) -> None:
    put = question(asked(venue, film, owner, days=10))
    assert (put.holidays[:2], put.weekend) == ((date(2027, 3, 26), date(2027, 3, 28)), (5, 6))
    assert days_off("XX", SATURDAY, SATURDAY) == ((), (5, 6))


def test_change_that_was_advised_is_accepted_when_it_is_asked_for(
    venue: Venue, film: Film, owner: User
) -> None:
    """Sunday is closed, and so is Monday: one day more is not enough, and three are what is advised."""
    venue.opening_hours.filter(weekday=6).delete()
    monday = SATURDAY + timedelta(days=2)
    Closure.objects.create(venue=venue, first_day=monday, last_day=monday)
    wishes = planner.Settings(kinds=("series",))
    answer = planner.plan(question(asked(venue, film, owner, days=1, settings=wishes)))
    advised = [str(step) for change in answer.refusals[0].changes for step in change.steps]
    assert "Allow 3 days more, until Tuesday 23 March 2027." in advised
    assert planner.plan(question(asked(venue, film, owner, days=3, settings=wishes))).refusals != ()
    assert planner.plan(question(asked(venue, film, owner, days=4, settings=wishes))).refusals == ()


def test_plan_that_is_stopped_keeps_what_was_found(
    venue: Venue, film: Film, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = asked(venue, film, owner, days=9, settings=planner.Settings(kinds=("two-days", "one-day")))
    monkeypatch.setattr(plan_requests, "ASK_EVERY", 0)

    def stop_after_the_first(execute: Execute, sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        if sql.startswith("UPDATE") and '"steps_done"' in sql and params[0] == 1:
            cancel_plan(plan_request=request, by=owner)
        return done

    with connection.execute_wrapper(stop_after_the_first):
        run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    assert request.status == "cancelled"
    kept = planner.answer_from_data(request.answer or {})
    assert (kept.cancelled, [plan.kind for plan in kept.plans]) == (True, ["two-days"])


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Amsterdam", date(2027, 3, 26), 18),
        ("Europe/Amsterdam", date(2027, 3, 27), 17),
        ("Europe/Amsterdam", date(2027, 10, 30), 19),
        ("America/New_York", date(2027, 11, 6), 19),
    ],
)
def test_opening_hours_are_those_on_the_wall_in_the_night_when_clocks_change(
    film: Film, owner: User, cinema: Institution, *, zone: str, day: date, hours: int
) -> None:
    venue = make_venue(cinema, zone, "NL", slug="zoned")
    venue.opening_hours.update(closes=time(4))
    request = ask_plan(venue=venue, film=film, first_day=day, last_day=day, by=owner)
    opening = question(request).screens[0].openings[0]
    assert opening.opens_at == datetime.combine(day, time(10), venue.zone)
    assert opening.closes_at - opening.opens_at == timedelta(hours=hours)


def test_question_today_begins_no_earlier_than_now(venue: Venue, film: Film, owner: User) -> None:
    today = NOW.date()
    request = ask_plan(venue=venue, film=film, first_day=today, last_day=today, by=owner)
    assert question(request).screens[0].openings[0].opens_at == NOW


def test_question_has_what_occupies_the_screens(
    draft: Screening, venue: Venue, film: Film, owner: User
) -> None:
    (one, two) = question(asked(venue, film, owner)).screens
    first = draft.showings.get(film__title="Rust")
    assert (one.bookings[0].starts_at, one.bookings[0].ends_at) == (first.occupied_from, first.occupied_until)
    assert (len(one.bookings), len(two.bookings)) == (3, 0)


def test_question_has_the_window_of_the_licence_held(
    licence: Licence, venue: Venue, film: Film, owner: User
) -> None:
    settings = question(asked(venue, film, owner)).settings
    assert (settings.licence_from, settings.licence_to) == (date(2027, 3, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (SATURDAY, SATURDAY - timedelta(days=1), "days-backward"),
        (date(2027, 2, 28), SATURDAY, "past"),
        (SATURDAY, SATURDAY + timedelta(days=62), "too-long"),
    ],
)
def test_ask_plan_refuses_days_that_cannot_be(
    venue: Venue, film: Film, owner: User, *, first: date, last: date, code: str
) -> None:
    with pytest.raises(Refused) as error:
        ask_plan(venue=venue, film=film, first_day=first, last_day=last, by=owner)
    assert refused(error) == [code]


def test_today_is_the_venues(venue: Venue, film: Film, owner: User) -> None:
    venue.time_zone = "Pacific/Kiritimati"  # where it is 2 March already
    venue.save()
    with pytest.raises(Refused) as error:
        ask_plan(venue=venue, film=film, first_day=date(2027, 3, 1), last_day=SATURDAY, by=owner)
    assert refused(error) == ["past"]


def test_ask_plan_refuses_an_institution_a_fourth_open_question(
    venue: Venue, film: Film, owner: User, colleague: User
) -> None:
    first, *_others = [asked(venue, film, owner) for _ in range(3)]
    with pytest.raises(Refused) as error:
        asked(venue, film, colleague)
    assert refused(error) == ["too-many"]
    cancel_plan(plan_request=first, by=owner)
    assert asked(venue, film, colleague).status == PlanRequest.Status.WAITING


def test_ask_plan_refuses_a_venue_without_screens(venue: Venue, film: Film, owner: User) -> None:
    venue.screens.all().delete()
    with pytest.raises(Refused) as error:
        asked(venue, film, owner)
    assert refused(error) == ["no-screens"]


@pytest.fixture
def eager() -> Iterator[Celery]:
    """Tasks run where they are sent, by the same names and arguments, without a broker."""
    app.conf.task_always_eager = True
    yield app
    app.conf.task_always_eager = False


def test_plan_is_made_by_the_task_and_can_be_taken(
    eager: Celery, venue: Venue, film: Film, owner: User, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # pytest-django's fixture
        request = asked(venue, film, owner, settings=planner.Settings(kinds=("one-day", "two-days")))
    request.refresh_from_db()
    assert (request.status, request.steps_done, request.steps_total, request.error) == ("done", 2, 2, "")
    plans = planner.answer_from_data(request.answer or {}).plans
    assert {plan.kind for plan in plans} == {"one-day", "two-days"}
    screening = take_plan(plan_request=request, index=0, by=owner)
    assert [showing.film.title for showing in screening.showings.all()] == ["Rust", "Remnants", "Rails"]


def test_run_plan_twice_answers_once(venue: Venue, film: Film, owner: User) -> None:
    request = asked(venue, film, owner, settings=planner.Settings(kinds=("one-day",)))
    run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    run_plan(plan_request_id=request.pk)
    again = PlanRequest.objects.get(pk=request.pk)
    assert (again.status, again.finished_at, again.answer) == ("done", request.finished_at, request.answer)


def test_run_plan_takes_up_what_a_dead_worker_left(venue: Venue, film: Film, owner: User) -> None:
    request = asked(venue, film, owner, settings=planner.Settings(kinds=("one-day",)))
    PlanRequest.objects.filter(pk=request.pk).update(status="running", steps_done=1)
    run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    assert request.status == "done"


def test_question_that_kills_its_workers_is_given_up(
    eager: Celery, venue: Venue, film: Film, owner: User
) -> None:
    request = asked(venue, film, owner, settings=planner.Settings(kinds=("one-day",)))
    PlanRequest.objects.filter(pk=request.pk).update(status="running", created_at=NOW - timedelta(minutes=16))
    assert send_forgotten() == 0
    request.refresh_from_db()
    assert (request.status, request.error[:19]) == ("failed", "The planner failed.")


@pytest.mark.django_db(transaction=True)
def test_run_plan_leaves_what_another_worker_holds(venue: Venue, film: Film, owner: User) -> None:
    request = asked(venue, film, owner, settings=planner.Settings(kinds=("one-day",)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [LOCK_SPACE, request.pk])

    def work() -> None:
        run_plan(plan_request_id=request.pk)
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK_SPACE, request.pk])
    request.refresh_from_db()
    assert request.status == "waiting"


def test_cancelled_plan_is_not_run_and_a_done_one_not_cancelled(
    venue: Venue, film: Film, owner: User
) -> None:
    request = asked(venue, film, owner, settings=planner.Settings(kinds=("one-day",)))
    assert cancel_plan(plan_request=request, by=owner)
    run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    assert (request.status, request.answer) == ("cancelled", None)
    assert not cancel_plan(plan_request=request, by=owner)


def test_a_reader_does_not_stop_the_planner(
    venue: Venue, film: Film, owner: User, cinema: Institution
) -> None:
    reader = person("reader@cinema.example")
    Membership.objects.create(institution=cinema, user=reader, role=Role.READER)
    request = asked(venue, film, owner)
    assert signed_in(reader).post(f"{request.get_absolute_url()}cancel/").status_code == 302
    request.refresh_from_db()
    assert request.status == "waiting"


def test_failure_is_recorded_in_words(venue: Venue, film: Film, owner: User) -> None:
    request = asked(venue, film, owner)
    PlanRequest.objects.filter(pk=request.pk).update(question={"blocks": "nonsense"})
    run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    assert (request.status, request.error[:19]) == ("failed", "The planner failed.")


def test_plan_that_nobody_took_up_is_sent_again(eager: Celery, venue: Venue, film: Film, owner: User) -> None:
    request = asked(venue, film, owner, settings=planner.Settings(kinds=("one-day",)))
    assert send_forgotten() == 0
    PlanRequest.objects.filter(pk=request.pk).update(created_at=NOW - timedelta(seconds=31))
    assert send_forgotten() == 1
    request.refresh_from_db()
    assert request.status == "done"
    assert Showing.objects.count() == 0


def test_hands_and_foyer_are_asked_with_what_is_on_at_the_other_screens(
    draft: Screening, film: Film, owner: User
) -> None:
    """The draft is on the first screen; a question about another knows it only where it matters."""
    other = draft.venue.screens.get(name="Two")
    plain, beside = (
        question(
            asked(
                draft.venue, film, owner, screens=[other], settings=planner.Settings(stagger_minutes=minutes)
            )
        )
        for minutes in (None, 20)
    )
    begins = [(each.starts_at, each.audience_at) for each in beside.beside]
    assert plain.beside == ()
    assert sorted(begins) == sorted(draft.showings.values_list("occupied_from", "starts_at"))
