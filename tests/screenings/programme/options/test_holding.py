"""Screens held until a time: drawn, made longer, confirmed by publishing, let go; and who waits for them comes next."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence
from reminders.models import Reminder
from reminders.outbox import subject_of
from reminders.writing.preview import preview
from screenings.models import (
    Closure,
    PlanRequest,
    Screen,
    ScreenHold,
    Screening,
    SecondOption,
    Showing,
    Venue,
)
from screenings.planner import Settings
from screenings.planning.questions import rooms
from screenings.programme.announcing import cancel_screening, publish_screening
from screenings.programme.booking import take_plan
from screenings.programme.options.holding import expire_screen_holds, hold_screens, keep_screens
from screenings.programme.options.waiting import (
    give_up_second_option,
    promote_second_options,
    take_second_option,
)
from screenings.programme.plan_requests import ask_plan, run_plan
from screenings.tasks import expire_options
from tests.screenings.conftest import NOW, ONE_DAY, SATURDAY, Sitting, answered, at, signed_in
from tests.screenings.programme.test_booking import refused
from wording.refusals import Refused

WEEK = timedelta(days=7)


@pytest.fixture
def held(draft: Screening, owner: User) -> Screening:
    """Until 8 March, a week from now."""
    hold_screens(screening=draft, until=NOW + WEEK, by=owner)
    return draft


@pytest.fixture
def other(venue: Venue, film: Film, owner: User) -> PlanRequest:
    """A plan for the same screen and hours."""
    return answered(venue, film, owner, ONE_DAY)


def pass_time(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW + by)


def test_a_plan_on_a_screen_that_is_gone_is_refused_and_holds_up_nobody(
    held: Screening,
    other: PlanRequest,
    venue: Venue,
    film: Film,
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    three = Screen.objects.create(venue=venue, name="Three", capacity=9, formats=["dcp"])
    there = {"Rust": "10:30", "Remnants": "15:30", "Rails": "19:00"}
    day: list[Sitting] = [(title, clock, "Three") for title, clock in there.items()]
    gone = answered(venue, film, owner, {SATURDAY: day})
    for waiting in (gone, other):
        SecondOption.objects.create(plan_request=waiting, plan_index=0, by=owner, until=NOW + 2 * WEEK)
    three.delete()
    for act in (take_plan, take_second_option):
        with pytest.raises(Refused) as error:
            act(plan_request=gone, index=0, by=owner)
        assert refused(error) == ["no-such-screen"]
    pass_time(monkeypatch, WEEK)
    assert (expire_screen_holds(), promote_second_options()) == (1, 1)


def test_hold_is_made_longer_and_is_one(held: Screening, owner: User) -> None:
    hold_screens(screening=held, until=NOW + 2 * WEEK, by=owner)
    assert ScreenHold.objects.get().until == NOW + 2 * WEEK
    with pytest.raises(IntegrityError), transaction.atomic():
        ScreenHold.objects.create(screening=held, until=NOW)


@pytest.mark.parametrize(
    ("until", "code"),
    [(NOW, "past"), (NOW + timedelta(days=20), "too-late"), (NOW + timedelta(days=91), "too-far")],
)
def test_hold_ends_in_time(until: datetime, code: str, draft: Screening, venue: Venue, owner: User) -> None:
    if code == "too-far":
        for number, row in enumerate(draft.showings.order_by("pk")):
            begins = NOW + timedelta(days=100 + number)
            ends = begins + timedelta(hours=5)
            Showing.objects.filter(pk=row.pk).update(
                starts_at=begins, ends_at=ends, occupied_from=begins, occupied_until=ends
            )
    with pytest.raises(Refused) as error:
        hold_screens(screening=draft, until=until, by=owner)
    assert refused(error) == [code]


def test_only_who_presents_a_draft_holds_its_screens(
    published: Screening, owner: User, outsider: User
) -> None:
    for by, code in ((owner, "not-a-draft"), (outsider, "not-yours")):
        with pytest.raises(Refused) as error:
            hold_screens(screening=published, until=NOW + WEEK, by=by)
        assert refused(error) == [code]
    with pytest.raises(Refused) as error:
        keep_screens(screening=published, by=outsider)
    assert refused(error) == ["not-yours"]


def test_hold_that_is_over_frees_the_screens_and_says_so(
    held: Screening, other: PlanRequest, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert expire_screen_holds() == 0
    pass_time(monkeypatch, WEEK)
    assert (expire_screen_holds(), expire_screen_holds()) == (1, 0)
    held.refresh_from_db()
    assert (held.status, held.showings.standing().count()) == ("cancelled", 0)
    told = Reminder.objects.waiting().get(kind="screenings.hold-over")
    assert preview(told).subject == "The hold is over: The Works"
    assert take_plan(plan_request=other, index=0, by=owner).status == "draft"


def test_programmer_is_reminded_a_day_before(held: Screening, owner: User) -> None:
    reminder = Reminder.objects.waiting().get(kind="screenings.hold-ends")
    assert f"{reminder.due_at:%Y-%m-%d}" == "2027-03-07"
    assert "until Mon 8 March 2027, 13:00" in preview(reminder).text
    ScreenHold.objects.update(until=NOW)
    assert preview(reminder).text == "", "it is over"
    keep_screens(screening=held, by=owner)
    assert not Reminder.objects.waiting().filter(kind="screenings.hold-ends").exists()


def test_publishing_confirms_and_calling_off_ends_the_hold(
    held: Screening, licence: Licence, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_screening(screening=held, by=owner)
    assert not ScreenHold.objects.exists()
    pass_time(monkeypatch, WEEK)
    assert expire_screen_holds() == 0
    held.refresh_from_db()
    assert held.status == "published"


def test_held_hours_can_be_planned_over(held: Screening, venue: Venue) -> None:
    screens = list(venue.screens.select_related("venue").order_by("name"))
    booked = [
        [
            len(room.bookings)
            for room in rooms(
                screens, (), first=SATURDAY, last=SATURDAY, presenter=venue.institution, over_holds=over
            )
        ]
        for over in (False, True)
    ]
    assert booked == [[3, 0], [0, 0]]


def test_second_option_becomes_the_first(
    held: Screening, other: PlanRequest, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = take_second_option(plan_request=other, index=0, by=owner)
    assert take_second_option(plan_request=other, index=0, by=owner) == option
    later = answered(other.venue, other.film, owner, ONE_DAY)
    SecondOption.objects.create(plan_request=later, plan_index=0, by=owner, until=option.until)
    SecondOption.objects.filter(plan_request=later).update(created_at=NOW + timedelta(minutes=1))
    assert promote_second_options() == 0
    pass_time(monkeypatch, WEEK)
    assert expire_options() == 2, "the older of two comes first"
    made = Screening.objects.get(plan_request=other)
    assert (made.status, made.hold.until) == ("draft", NOW + WEEK + timedelta(days=3))
    assert list(SecondOption.objects.values_list("plan_request", flat=True)) == [later.pk]
    told = Reminder.objects.waiting().get(kind="screenings.option-first")
    assert preview(told).subject == "You hold the screens now: The Works"


def test_who_waits_is_told_that_the_first_is_confirmed(
    held: Screening, other: PlanRequest, licence: Licence, owner: User, venue: Venue, film: Film
) -> None:
    """Only where the screens are those of the plan, only once, and not of a draft that no longer held them. The page says so before."""
    elsewhere = answered(venue, film, owner, {SATURDAY + WEEK: ONE_DAY[SATURDAY]})
    SecondOption.objects.create(plan_request=elsewhere, plan_index=0, by=owner, until=NOW + 3 * WEEK)
    option = take_second_option(plan_request=other, index=0, by=owner)
    assert (
        "1 plan has a second option on them." in signed_in(owner).get(f"/desk/screenings/{held.slug}/").text
    )
    keep_screens(screening=held, by=owner)
    publish_screening(screening=held, by=owner)
    told = Reminder.objects.waiting().get(kind="screenings.first-confirmed")
    mail = preview(told)
    assert (told.subject, mail.subject) == (
        subject_of(option),
        "The screens are booked: The Works, The Room",
    )
    assert "from Sat 20 March 2027, 10:30. Whoever had the first option has confirmed it" in mail.text
    assert f"/desk/plans/{other.pk}/" in mail.text


def test_who_waits_is_told_why_waiting_is_over(
    held: Screening, other: PlanRequest, venue: Venue, owner: User
) -> None:
    """Once, and not while the first option stands."""
    take_second_option(plan_request=other, index=0, by=owner)
    Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    promote_second_options()
    assert SecondOption.objects.exists()
    cancel_screening(screening=held, by=owner)
    assert promote_second_options() == 0
    told = Reminder.objects.waiting().get(kind="screenings.option-over")
    assert preview(told).subject == "Your second option is over: The Works, The Room"
    assert "but the plan does not fit any more:" in preview(told).text
    assert "- The venue is closed on Saturday 20 March 2027, when 'Rails' is shown." in preview(told).text
    assert (promote_second_options(), SecondOption.objects.exists()) == (0, False)


def test_second_option_comes_next_when_the_first_is_called_off(
    held: Screening, other: PlanRequest, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_second_option(plan_request=other, index=0, by=owner)
    cancel_screening(screening=held, by=owner)
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "10:30", venue) - timedelta(days=2))
    assert promote_second_options() == 1
    made = Screening.objects.get(plan_request=other)
    assert made.hold.until == at(SATURDAY, "10:30", venue), "no longer than until it begins"


def test_second_option_waits_no_longer_than_its_plan(
    held: Screening, other: PlanRequest, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_second_option(plan_request=other, index=0, by=owner)
    keep_screens(screening=held, by=owner)
    assert promote_second_options() == 0
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "10:30", venue))
    promote_second_options()
    assert not SecondOption.objects.exists()
    told = Reminder.objects.waiting().get(kind="screenings.option-over")
    assert "did not become free before its first showing would have begun" in preview(told).text


def test_plan_that_was_taken_meanwhile_is_held_by_nobody(
    held: Screening, other: PlanRequest, owner: User
) -> None:
    take_second_option(plan_request=other, index=0, by=owner)
    cancel_screening(screening=held, by=owner)
    made = take_plan(plan_request=other, index=0, by=owner)
    assert promote_second_options() == 0
    assert not SecondOption.objects.exists()
    assert not ScreenHold.objects.filter(screening=made).exists()


def test_second_option_is_for_what_is_only_held(
    draft: Screening, other: PlanRequest, venue: Venue, film: Film, owner: User, outsider: User
) -> None:
    booked = refusal_of(other, owner)
    assert set(booked) == {"bookings"}
    free = answered(venue, film, owner, {SATURDAY + WEEK: ONE_DAY[SATURDAY]})
    assert refusal_of(free, owner) == ["not-held"]
    assert refusal_of(free, outsider) == ["not-yours"]
    assert refusal_of(free, owner, index=7) == ["no-plan"]


def refusal_of(request: PlanRequest, by: User, index: int = 0) -> list[str]:
    with pytest.raises(Refused) as error:
        take_second_option(plan_request=request, index=index, by=by)
    return refused(error)


def test_pages_hold_and_wait(held: Screening, other: PlanRequest, owner: User) -> None:
    client = signed_in(owner)
    desk, plan = f"/desk/screenings/{held.slug}/", f"/desk/plans/{other.pk}/"
    assert "Held until Mon 8 March 2027, 13:00." in client.get(desk).text
    assert (
        "Its screens are held until Mon 8 March 2027, 13:00; then it is called off."
        in client.get("/desk/").text
    )
    until = "holds a screen of this plan until Mon 8 March 2027, 13:00."
    assert f"Your own “The Works” {until}" in client.get(plan).text
    refused_one = ask_plan(
        venue=held.venue, film=held.film, first_day=SATURDAY, last_day=SATURDAY, by=owner,
        settings=Settings(kinds=("one-day",), most_minutes_a_day=500),
    )  # fmt: skip
    run_plan(plan_request_id=refused_one.pk)
    assert "Some screens are only held on these days" in client.get(refused_one.get_absolute_url()).text
    client.post(f"{plan}second/", {"index": "0"})
    assert "Give up the second option" in client.get(plan).text
    text = client.get("/desk/").text
    assert ("Second options" in text, "it would begin on Sat 20 March 2027" in text) == (True, True)
    assert ("1 plan." in text, "Asked Mon 1 March 2027, 13:00." in text) == (True, True)
    client.post(f"{plan}second/0/give-up/", {"confirm": "1"})
    assert "Take the second option" in client.get(plan).text
    school = Institution.objects.create(legal_name="A School", tier=other.institution.tier, country="NL")
    Screening.objects.filter(pk=held.pk).update(institution=school)
    assert f"Somebody else {until}" in client.get(plan).text
    Screening.objects.filter(pk=held.pk).update(institution=other.institution)
    assert client.post(f"{plan}second/", {"index": "x"}).status_code == 404
    late = client.post(f"{desk}hold/", {"hold_day": "2027-03-21", "hold_clock": "10:00"})
    assert "A hold ends before the first showing begins." in late.text
    assert client.post(f"{desk}hold/", {"hold_day": "2027-03-10", "hold_clock": "18:00"}).status_code == 302
    assert "Held until Wed 10 March 2027, 18:00." in client.get(desk).text
    client.post(f"{desk}hold/", {"keep": "1"})
    assert "Booked until you publish the screening" in client.get(desk).text


def test_giving_up_is_for_those_who_may(
    held: Screening, other: PlanRequest, owner: User, outsider: User
) -> None:
    take_second_option(plan_request=other, index=0, by=owner)
    with pytest.raises(Refused):
        give_up_second_option(plan_request=other, index=0, by=outsider)
    assert signed_in(outsider).post(f"/desk/plans/{other.pk}/second/", {"index": "0"}).status_code == 404
    assert SecondOption.objects.count() == 1


def test_hold_is_drawn_on_the_timetables_of_others(
    held: Screening, venue: Venue, film: Film, owner: User
) -> None:
    beside = answered(venue, film, owner, {SATURDAY + timedelta(days=1): ONE_DAY[SATURDAY]})
    made = take_plan(plan_request=beside, index=0, by=owner)
    text = signed_in(owner).get(f"/desk/screenings/{made.slug}/timetable/").text
    assert text.count('class="timeline-held-by"') == 3
    assert text.count('class="timeline-booked"') == 3


def test_database_holds_drafts_only(held: Screening) -> None:
    """Whatever code says so, at the end of its transaction."""
    cancelled = Screening.objects.filter(pk=held.pk)

    def let_go() -> None:
        cancelled.update(status=Screening.Status.CANCELLED)
        connection.check_constraints()

    def hold_again() -> None:
        ScreenHold.objects.create(screening=held, until=NOW)
        connection.check_constraints()

    with pytest.raises(IntegrityError, match="only_drafts_are_held"), transaction.atomic():
        let_go()
    ScreenHold.objects.all().delete()
    cancelled.update(status=Screening.Status.CANCELLED)
    with pytest.raises(IntegrityError, match="only_drafts_are_held"), transaction.atomic():
        hold_again()
