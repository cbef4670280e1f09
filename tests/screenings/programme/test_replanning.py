"""A screening replanned: what is asked, what moves, who is told, and that nothing is half moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, RightsReport
from reminders.models import Reminder
from screenings import planner
from screenings.models import Closure, PlanRequest, Screen, Screening, Showing, Venue
from screenings.planner.question import programme_day
from screenings.planning.part_wishes import Repeats
from screenings.planning.replans import Changed, replan_question
from screenings.programme.booking import move_showing, take_plan
from screenings.programme.plan_requests import ask_plan, run_plan
from screenings.programme.replanning import ask_replan, take_replan
from screenings.programme.timetables.changes import last_to_undo
from tests.screenings.conftest import ONE_DAY, SATURDAY, answered, at, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused

SUNDAY = SATURDAY + timedelta(days=1)
TWO_DAYS = {
    SATURDAY: [("Rust", "10:30"), ("Remnants", "15:30")],
    SUNDAY: [("Rails", "14:00")],
}


@pytest.fixture
def weekend(venue: Venue, film: Film, owner: User) -> Screening:
    return take_plan(plan_request=answered(venue, film, owner, TWO_DAYS), index=0, by=owner)  # type: ignore[arg-type]  # invariance


def asked(
    screening: Screening, by: User, changed: Changed | None = None, first: date = SATURDAY, days: int = 4
) -> PlanRequest:
    request = ask_replan(
        screening=screening,
        first_day=first,
        last_day=first + timedelta(days=days - 1),
        by=by,
        changed=changed,
    )
    run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    return request


def plan_of(request: PlanRequest) -> planner.Plan:
    (plan,) = planner.answer_from_data(request.answer or {}).plans
    return plan


def said(request: PlanRequest) -> list[str]:
    moves = plan_of(request).moves
    assert moves is not None
    return [str(each) for each in moves.say()]


def stands(screening: Screening) -> list[tuple[str, datetime, str]]:
    rows = screening.showings.select_related("film", "screen").order_by("starts_at")
    return [(row.film.title, row.starts_at, row.screen.name) for row in rows]


def lost(venue: Venue, day: date, *names: str) -> Changed:
    """These screens cannot be used on a day."""
    screens = venue.screens.filter(name__in=names)
    span = (at(day, "06:00", venue), at(day + timedelta(days=1), "05:00", venue))
    return Changed(lost={screen.pk: span for screen in screens})


def test_nothing_moves_where_nothing_has_changed(weekend: Screening, owner: User) -> None:
    assert said(asked(weekend, owner)) == ["Nothing has to move."]


def test_a_lost_screen_moves_only_to_the_other_one(weekend: Screening, venue: Venue, owner: User) -> None:
    request = asked(weekend, owner, lost(venue, SUNDAY, "One"))
    assert said(request) == [
        "1 of 3 showings must move: as it is, the timetable cannot stand.",
        "Together they move by 0 min; that is the least for so few.",
    ]
    take_replan(plan_request=request, by=owner)
    assert stands(weekend) == [
        ("Rust", at(SATURDAY, "10:30", venue), "One"),
        ("Remnants", at(SATURDAY, "15:30", venue), "One"),
        ("Rails", at(SUNDAY, "14:00", venue), "Two"),
    ]


def test_a_closed_day_moves_its_showings_and_no_other(weekend: Screening, venue: Venue, owner: User) -> None:
    """To the hour that is nearest to the old one."""
    Closure.objects.create(venue=venue, first_day=SUNDAY, last_day=SUNDAY)
    request = asked(weekend, owner)
    assert said(request)[0] == "1 of 3 showings must move: as it is, the timetable cannot stand."
    take_replan(plan_request=request, by=owner)
    assert stands(weekend)[:2] == [
        ("Rust", at(SATURDAY, "10:30", venue), "One"),
        ("Remnants", at(SATURDAY, "15:30", venue), "One"),
    ]
    (_, begins, _) = stands(weekend)[2]
    assert begins == at(SATURDAY, "22:30", venue)


def test_the_number_that_must_move_is_said_with_what_is_not_enough(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    request = asked(weekend, owner)
    assert said(request)[0] == "3 of 3 showings must move; 2 are not enough."
    stay = Changed(stays=[showing_of(weekend, "Rails").pk])
    assert said(asked(weekend, owner, stay, first=SATURDAY - timedelta(days=1)))[0] == (
        "2 of 3 showings must move; 1 is not enough."
    )


def test_what_must_stay_and_cannot_is_explained(weekend: Screening, venue: Venue, owner: User) -> None:
    rails = showing_of(weekend, "Rails")
    changed = lost(venue, SUNDAY, "One", "Two")
    request = asked(weekend, owner, Changed(stays=[rails.pk], lost=changed.lost))
    answer = planner.answer_from_data(request.answer or {})
    assert answer.plans == ()
    (refusal,) = answer.refusals
    assert {code for clash in refusal.clashes for code in clash.codes} >= {"stays"}
    steps = [str(step) for change in refusal.changes for step in change.steps]
    assert "Let 'Rails' move as well, which stands on Sunday 21 March 2027 at 14:00." in steps


def test_a_longer_part_moves_what_follows(draft: Screening, venue: Venue, owner: User) -> None:
    remnants = showing_of(draft, "Remnants")
    request = asked(draft, owner, Changed(lengths={remnants.pk: 200}))
    assert said(request)[0] == "1 of 3 showings must move: as it is, the timetable cannot stand."
    take_replan(plan_request=request, by=owner)
    rows = {title: begins for title, begins, _ in stands(draft)}
    assert (rows["Remnants"], rows["Rails"]) == (at(SATURDAY, "15:30", venue), at(SATURDAY, "19:05", venue))
    remnants.refresh_from_db()
    assert (remnants.ends_at, remnants.until_minute) == (at(SATURDAY, "18:50", venue), 200)
    assert last_to_undo(draft) is None, "minutes would be lost"


def test_a_showing_goes_where_there_are_seats_for_those_who_hold_places(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    """Screen Two has 12 seats."""
    weekend.showings.update(booked=13)
    take_replan(plan_request=asked(weekend, owner, lost(venue, SUNDAY, "One")), by=owner)
    assert {screen for _, _, screen in stands(weekend)} == {"One"}


def test_two_showings_change_places_in_one_transaction(weekend: Screening, venue: Venue, owner: User) -> None:
    """The constraint waits until all are written."""
    rust, remnants = showing_of(weekend, "Rust"), showing_of(weekend, "Remnants")
    request = asked(weekend, owner)
    question = planner.question_from_data(request.question)
    sittings = planner.arrange(
        planner.Frame(question),
        [
            planner.place(planner.Frame(question), block=0, screen=f"{rust.screen_id}", starts_at=remnants.starts_at),
            planner.place(planner.Frame(question), block=1, screen=f"{rust.screen_id}", starts_at=at(SATURDAY, "20:00", venue)),
            planner.place(planner.Frame(question), block=2, screen=f"{rust.screen_id}", starts_at=at(SUNDAY, "14:00", venue)),
        ],
        "replan",
    )  # fmt: skip
    request.answer = planner.answer_to_data(planner.Answer((sittings,)))
    request.save()
    take_replan(plan_request=request, by=owner)
    assert [begins for _, begins, _ in stands(weekend)] == [
        at(SATURDAY, "15:30", venue),
        at(SATURDAY, "20:00", venue),
        at(SUNDAY, "14:00", venue),
    ]


def test_showings_still_never_occupy_a_screen_at_once(weekend: Screening) -> None:
    rust, remnants = showing_of(weekend, "Rust"), showing_of(weekend, "Remnants")
    with pytest.raises(IntegrityError), transaction.atomic():
        Showing.objects.filter(pk=remnants.pk).update(
            occupied_from=rust.occupied_from, starts_at=rust.starts_at, ends_at=rust.ends_at
        )


def test_everyone_is_told_once_of_all_that_moved(published: Screening, venue: Venue, owner: User) -> None:
    registered(published, "Ada")
    registered(published, "Bo", showings=[showing_of(published, "Rails")])
    Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    request = asked(published, owner)
    assert said(request)[0] == "3 of 3 showings must move; 2 are not enough."
    page = signed_in(owner).get(request.get_absolute_url()).content.decode()
    assert (
        "2 people hold places at showings that move or wait for some, and are told once each: Ada, Bo."
        in page
    )
    assert signed_in(owner).post(f"/desk/plans/{request.pk}/take/").status_code == 302
    take_replan(plan_request=request, by=owner)
    told = Reminder.objects.filter(kind="screenings.showings-moved")
    assert sorted(told.values_list("recipient", flat=True)) == ["ada@reader.example", "bo@reader.example"]
    assert not Reminder.objects.filter(kind="screenings.showing-moved").exists()
    assert set(published.showings.values_list("sequence", flat=True)) == {1}
    assert RightsReport.objects.get().first_day > SATURDAY


def test_page_names_those_alone_whose_showing_moves_if_only_to_another_screen(
    published: Screening, venue: Venue, screen: Screen, owner: User
) -> None:
    """What only ends later is offered too, and nobody is named for it."""
    client, rails = signed_in(owner), showing_of(published, "Rails")
    registered(published, "Ada", showings=[showing_of(published, "Rust")])
    registered(published, "Bo", showings=[rails])
    longer = client.get(asked(published, owner, Changed(lengths={rails.pk: 130})).get_absolute_url())
    assert (longer.context["is_changed"], longer.context["told"]) == (True, [])
    assert "Move the showings" in longer.text
    evening = Changed(lost={screen.pk: (at(SATURDAY, "18:50", venue), at(SUNDAY, "05:00", venue))})
    found = client.get(asked(published, owner, evening).get_absolute_url()).context
    assert [(row.showing.film.title, row.is_moved, row.screen) for row in found["rows"]] == [
        ("Rust", False, "One"), ("Remnants", False, "One"), ("Rails", True, "Two"),
    ]  # fmt: skip
    assert (found["told"], found["rows"][2].sitting.starts_at) == (["Bo"], rails.starts_at)


def test_replan_begins_like_one_of_the_same_screening_only(published: Screening, owner: User) -> None:
    request = published.plan_request
    assert request is not None
    PlanRequest.objects.filter(pk=request.pk).update(said={"last_day": "2027-06-01"})
    address = f"/desk/screenings/{published.slug}/replan/?again={request.pk}"
    for replans, day in ((None, SATURDAY + timedelta(days=7)), (published, "2027-06-01")):
        PlanRequest.objects.filter(pk=request.pk).update(replans=replans)
        assert signed_in(owner).get(address).context["form"]["last_day"].value() == day


def test_an_answer_about_showings_that_have_moved_since_is_refused(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    request = asked(weekend, owner, lost(venue, SUNDAY, "One"))
    move_showing(showing=showing_of(weekend, "Rust"), starts_at=at(SATURDAY, "10:00", venue), by=owner)
    before = stands(weekend)
    with pytest.raises(Refused) as error:
        take_replan(plan_request=request, by=owner)
    assert refused(error) == ["changed-since"]
    assert stands(weekend) == before


def test_an_answer_is_refused_whole_when_its_screen_is_taken_meanwhile(
    weekend: Screening, venue: Venue, film: Film, owner: User
) -> None:
    request = asked(weekend, owner, lost(venue, SUNDAY, "One"))
    other = {SUNDAY: [("Rails", "14:00", "Two")]}
    plan = answered(venue, film.parts.get(part_number=3), owner, other)  # type: ignore[arg-type]  # invariance
    take_plan(plan_request=plan, index=0, by=owner)
    before = stands(weekend)
    with pytest.raises(Refused) as error:
        take_replan(plan_request=request, by=owner)
    assert refused(error) == ["bookings"]
    assert stands(weekend) == before


def test_replans_are_for_whoever_runs_the_screening(weekend: Screening, owner: User, outsider: User) -> None:
    with pytest.raises(Refused) as error:
        ask_replan(screening=weekend, first_day=SATURDAY, last_day=SUNDAY, by=outsider)
    assert refused(error) == ["not-yours"]
    request = asked(weekend, owner)
    with pytest.raises(Refused) as error:
        take_replan(plan_request=request, by=outsider)
    assert refused(error) == ["not-yours"]


def test_a_replan_is_never_taken_as_a_new_screening(weekend: Screening, owner: User) -> None:
    with pytest.raises(Refused) as error:
        take_plan(plan_request=asked(weekend, owner), index=0, by=owner)
    assert refused(error) == ["no-plan"]
    assert Screening.objects.count() == 1


def test_what_has_begun_stays_and_what_follows_comes_after(
    weekend: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "12:00", venue))
    request = asked(weekend, owner, lost(venue, SATURDAY, "One"))
    question = planner.question_from_data(request.question)
    assert [block.label for block in question.blocks] == ["Remnants", "Rails"]
    assert min(each.opens_at for screen in question.screens for each in screen.openings) == at(
        SATURDAY, "14:45", venue
    )
    assert said(request)[0] == "1 of 2 showings must move: as it is, the timetable cannot stand."


def test_wishes_that_a_person_broke_by_hand_move_nobody(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    """Five minutes between two parts are less than the shortest break that was asked for."""
    move_showing(showing=showing_of(weekend, "Remnants"), starts_at=at(SATURDAY, "15:05", venue), by=owner)
    rust = showing_of(weekend, "Rust")
    move_showing(showing=rust, starts_at=at(SATURDAY, "10:30", venue) + timedelta(minutes=5), by=owner)
    assert said(asked(weekend, owner)) == ["Nothing has to move."]


def test_form_asks_and_page_shows_before_and_after(
    weekend: Screening, venue: Venue, screen: Screen, owner: User, cinema: Institution
) -> None:
    client = signed_in(owner)
    address = f"/desk/screenings/{weekend.slug}/replan/"
    assert "Rails" in client.get(address).content.decode()
    showings = list(weekend.showings.order_by("starts_at"))
    data = {
        "stays": [showings[0].pk],
        "lost_screen": screen.pk,
        "lost_from_day": "2027-03-21",
        "lost_to_day": "2027-03-21",
        "first_day": "2027-03-20",
        "last_day": "2027-03-25",
        **{f"length_{each.pk}": each.until_minute - each.from_minute for each in showings},
    }
    response = client.post(address, data | {"lost_to_day": ""})
    assert response.context["form"].errors == {"lost_to_day": ["Say from when until when it cannot be used."]}
    response = client.post(address, data)
    request = PlanRequest.objects.get(replans=weekend)
    assert response["Location"] == request.get_absolute_url()
    run_plan(plan_request_id=request.pk)
    page = client.get(request.get_absolute_url()).content.decode()
    assert "1 of 3 showings must move" in page
    assert "stays, as you asked" in page
    assert "Nobody holds a place at a showing that moves" in page
    form = client.get(request.again_url()).context["form"]
    begins = {name: form[name].value() for name in ("stays", "lost_from_day", "lost_from_clock", "last_day")}
    assert begins == {
        "stays": [f"{showings[0].pk}"], "lost_from_day": "2027-03-21", "lost_from_clock": None, "last_day": "2027-03-25",
    }  # fmt: skip
    question = planner.question_from_data(request.question)
    (gone,) = next(room.bookings for room in question.screens if room.key == f"{screen.pk}")
    assert (gone.starts_at, gone.ends_at) == (
        at(SUNDAY, "06:00", venue).astimezone(UTC),
        at(SUNDAY + timedelta(days=1), "06:00", venue).astimezone(UTC),
    )
    client.post(f"/desk/plans/{request.pk}/take/")
    assert "The showings have been moved." in client.get(request.get_absolute_url()).content.decode()


def test_ready_made_day_is_untouched_by_an_empty_change(draft: Screening, owner: User) -> None:
    before = stands(draft)
    take_replan(plan_request=asked(draft, owner), by=owner)
    assert stands(draft) == before
    assert set(ONE_DAY) == {SATURDAY}


def test_a_published_screening_does_not_use_up_the_licence_it_is_replanned_under(
    published: Screening, owner: User
) -> None:
    """The licence is for one screening, and this is it."""
    settings = planner.question_from_data(asked(published, owner).question).settings
    assert (settings.licence_from, settings.licence_to) == (date(2027, 3, 1), date(2028, 2, 29))


def test_hours_and_guests_that_were_asked_for_still_hold(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    """The broken projector would move the part to another hour, or beside its guest."""
    taken = weekend.plan_request
    assert taken is not None
    question = planner.question_from_data(taken.question)
    stay = planner.Stay(at(SUNDAY, "13:00", venue), at(SUNDAY, "18:00", venue))
    *others, rails = question.blocks
    blocks = (*others, replace(rails, must_start=time(14), guest=(stay,)))
    taken.question = planner.question_to_data(replace(question, blocks=blocks))
    taken.save()
    Screening.objects.get(pk=weekend.pk).showings.update(booked=13)  # too many for screen Two
    request = asked(weekend, owner, lost(venue, SUNDAY, "One"))
    rails = planner.question_from_data(request.question).blocks[2]
    assert (rails.must_start, rails.guest) == (time(14), (stay,))
    assert planner.answer_from_data(request.answer or {}).plans == ()


def test_what_is_shown_again_moves_alone_and_stays_within_its_days(
    venue: Venue, film: Film, owner: User
) -> None:
    """The third part is shown on two days, no more than two days later the second time."""
    wishes = planner.Settings(kinds=("any",), repeat_most_days=2, meal_after=None)
    question = ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SUNDAY + timedelta(days=2), by=owner,
        settings=wishes, repeats=Repeats(times=1, parts=(3,)),
    )  # fmt: skip
    run_plan(plan_request_id=question.pk)
    question.refresh_from_db()
    screening = take_plan(plan_request=question, index=0, by=owner)
    first, again = screening.showings.filter(film__slug="rails").order_by("run")
    stood = stands(screening)
    day = programme_day(again.starts_at, venue.zone)
    request = asked(screening, owner, lost(venue, day, again.screen.name))
    assert (plan_of(request).moves.moved, plan_of(request).moves.least) == (1, 1)  # type: ignore[union-attr]  # said above
    take_replan(plan_request=request, by=owner)
    moved = Showing.objects.get(pk=again.pk)
    assert [each for each in stands(screening) if each not in stood] == [
        ("Rails", moved.starts_at, moved.screen.name)
    ]
    days = (programme_day(moved.starts_at, venue.zone) - programme_day(first.starts_at, venue.zone)).days
    assert 1 <= days <= 2


def cut_in_three(screening: Screening, venue: Venue) -> list[Showing]:
    """Rust in three showings of 80 minutes on three days, of which the one in the middle is called off."""
    rust = showing_of(screening, "Rust")
    cuts = []
    for nth, (begin, end) in enumerate(((0, 80), (80, 160), (160, 240))):
        begins = at(SATURDAY - timedelta(days=4 - nth), "18:00", venue)
        rust.pk, rust.uid, rust.from_minute, rust.until_minute = None, uuid4(), begin, end
        rust.starts_at, rust.ends_at = begins, begins + timedelta(minutes=80)
        rust.occupied_from = begins - timedelta(minutes=10)
        rust.occupied_until = rust.ends_at + timedelta(minutes=20)
        rust.status = Showing.Status.CANCELLED if nth == 1 else Showing.Status.PLANNED
        rust.save(force_insert=True)
        cuts.append(Showing.objects.get(pk=rust.pk))
    Showing.objects.filter(film=rust.film_id).exclude(pk__in=[each.pk for each in cuts]).delete()
    return cuts


def test_a_stretch_keeps_its_place_in_the_film_when_the_one_before_it_is_called_off(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    first, _off, third = cut_in_three(weekend, venue)
    take_replan(plan_request=asked(weekend, owner, first=SATURDAY - timedelta(days=5), days=8), by=owner)
    third.refresh_from_db()
    assert (third.from_minute, third.until_minute, third.sequence) == (160, 240, 0)
    longer = Changed(lengths={first.pk: 90})
    request = asked(weekend, owner, longer, first=SATURDAY - timedelta(days=5), days=8)
    take_replan(plan_request=request, by=owner)
    third.refresh_from_db()
    assert (third.from_minute, third.until_minute) == (170, 250)


def test_an_answer_about_another_stretch_of_the_film_is_refused(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    """Another replan has lengthened it meanwhile, and moved nothing."""
    rails = showing_of(weekend, "Rails")
    old, new = asked(weekend, owner), asked(weekend, owner, Changed(lengths={rails.pk: 130}))
    take_replan(plan_request=new, by=owner)
    with pytest.raises(Refused) as error:
        take_replan(plan_request=old, by=owner)
    assert refused(error) == ["changed-since"]
    rails.refresh_from_db()
    assert rails.until_minute == 130


def test_what_has_begun_keeps_its_screen_until_it_is_turned_around(
    weekend: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "12:00", venue))
    rust = showing_of(weekend, "Rust")
    question = planner.question_from_data(asked(weekend, owner).question)
    one = next(screen for screen in question.screens if screen.label == "One")
    assert one.bookings == (planner.Booking(rust.occupied_from, rust.occupied_until, "Rust", fixed=True),)


def test_what_a_replan_asks_at_the_edges_of_seats_days_and_hours(
    weekend: Screening, venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Screen Two has 12 seats; the first half of Rust, which was to start at 10:30, was called off; Remnants follows sooner than a break."""
    plan = weekend.plan_request
    assert plan is not None
    before = planner.question_from_data(plan.question)
    blocks = [replace(before.blocks[0], must_start=time(10, 30)), *before.blocks[1:]]
    plan.question = planner.question_to_data(replace(before, blocks=tuple(blocks)))
    soon = at(SATURDAY, "14:33", venue)
    weekend.showings.filter(film__title="Rust").update(from_minute=120, booked=12, occupied_until=soon)
    weekend.showings.filter(film__title="Remnants").update(booked=13, starts_at=soon, occupied_from=soon)
    weekend.showings.filter(film__title="Rails").update(sequence=4)
    screens = list(venue.screens.select_related("venue").order_by("name"))

    def question(first: date, last: date) -> planner.Question:
        return replan_question(weekend, screens, first_day=first, last_day=last, changed=Changed())

    early, late = question(SATURDAY, SATURDAY), question(SUNDAY, SUNDAY)
    assert [(len(each.fits), each.sequence) for each in early.standing] == [(2, 0), (1, 0), (2, 4)]
    assert [(each.moves_from, each.moves_to) for each in (early, late)] == [(None, SATURDAY), (SUNDAY, None)]
    assert early.blocks[0].must_start is None
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "12:00", venue))
    opens = min(each.opens_at for screen in question(SATURDAY, SUNDAY).screens for each in screen.openings)
    assert opens == at(SATURDAY, "14:30", venue)


def test_what_stays_on_its_screen_stays_though_seats_were_taken_out(weekend: Screening, owner: User) -> None:
    weekend.showings.update(booked=13)
    rails = showing_of(weekend, "Rails")
    request = asked(weekend, owner, Changed(lengths={rails.pk: 130}))
    Screen.objects.filter(pk=rails.screen_id).update(capacity=12)
    take_replan(plan_request=request, by=owner)
    rails.refresh_from_db()
    assert rails.until_minute == 130


def test_before_six_today_is_still_the_day_before(
    weekend: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(SUNDAY, "02:00", venue))
    times = ("starts_at", "ends_at", "occupied_from", "occupied_until")
    Showing.objects.filter(film__title="Rails").update(
        **{each: F(each) - timedelta(hours=11) for each in times}
    )
    page = signed_in(owner).get(f"/desk/screenings/{weekend.slug}/replan/")
    assert page.context["form"].initial["first_day"] == SATURDAY
    assert asked(weekend, owner, first=SATURDAY).first_day == SATURDAY


def test_a_broken_projector_is_no_booking_that_could_move(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    weekend.showings.update(booked=13)
    rails = showing_of(weekend, "Rails")
    changed = replace(lost(venue, SUNDAY, "One"), stays=[rails.pk])
    (refusal,) = planner.answer_from_data(asked(weekend, owner, changed).answer or {}).refusals
    assert [step.code for change in refusal.changes for step in change.steps] == ["stays"]


def test_a_lost_screen_that_somebody_has_booked_is_lost_all_the_same(
    weekend: Screening, venue: Venue, film: Film, owner: User
) -> None:
    """Two bookings of one screen at once would leave no plan at all."""
    other = {SUNDAY: [("Rust", "18:00", "One")]}
    plan = answered(venue, film.parts.get(part_number=1), owner, other)  # type: ignore[arg-type]  # invariance
    take_plan(plan_request=plan, index=0, by=owner)
    assert said(asked(weekend, owner, lost(venue, SUNDAY, "One")))[0] == (
        "1 of 3 showings must move: as it is, the timetable cannot stand."
    )


def test_what_stands_outside_the_days_asked_for_may_stay(
    weekend: Screening, venue: Venue, owner: User
) -> None:
    request = asked(weekend, owner, first=SUNDAY)
    assert said(request) == ["Nothing has to move."]
    take_replan(plan_request=request, by=owner)
    assert {begins.date() for _, begins, _ in stands(weekend)} == {SATURDAY, SUNDAY}


def test_what_moves_keeps_to_the_days_asked_for(weekend: Screening, venue: Venue, owner: User) -> None:
    """Sunday is closed: Rails goes to Monday morning, though Saturday night would be nearer."""
    Closure.objects.create(venue=venue, first_day=SUNDAY, last_day=SUNDAY)
    request = asked(weekend, owner, first=SUNDAY)
    assert said(request)[0] == "1 of 3 showings must move: as it is, the timetable cannot stand."
    take_replan(plan_request=request, by=owner)
    (_, begins, _) = stands(weekend)[2]
    assert begins == at(SUNDAY + timedelta(days=1), "10:00", venue)
    outside = plan_of(request).sittings[0]
    question = planner.question_from_data(request.question)
    moved = replace(outside, starts_at=outside.starts_at + timedelta(minutes=5))
    made = planner.by_hand(question, [moved, *plan_of(request).sittings[1:]])
    assert "moves-within" in {each.rule for each in planner.review(made, question)}
