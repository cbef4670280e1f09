"""Venues of others: who presents, holds the licence; the venue may be hired."""

from __future__ import annotations

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType, Membership, Role, Tier
from reminders.models import Reminder
from screenings.lookup import venues_for
from screenings.models import PlanRequest, Screening, Venue
from screenings.programme.announcing import cancel_screening, publish_screening
from screenings.programme.booking import take_plan
from screenings.programme.plan_requests import ask_plan
from tests.screenings.conftest import ONE_DAY, SATURDAY, answered, make_licence, person, signed_in
from wording.refusals import Refused


@pytest.fixture
def programmer(db: None) -> User:
    return person("programmer@school.example")


@pytest.fixture
def school(programmer: User) -> Institution:
    made = Institution.objects.create(legal_name="A School", tier=Tier.NON_PROFIT, country="NL")
    Membership.objects.create(institution=made, user=programmer, role=Role.OWNER)
    return made


def ask(venue: Venue, film: Film, by: User, institution: Institution) -> PlanRequest:
    return ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=by, institution=institution
    )


def hired(venue: Venue, film: Film, by: User, institution: Institution) -> Screening:
    request = answered(venue, film, by, ONE_DAY)
    PlanRequest.objects.filter(pk=request.pk).update(institution=institution)
    return take_plan(plan_request=request, index=0, by=by)


def test_a_venue_of_others_is_closed_until_its_owner_opens_it(
    venue: Venue, film: Film, programmer: User, school: Institution
) -> None:
    with pytest.raises(Refused) as refused:
        ask(venue, film, programmer, school)
    assert refused.value.code == "not-for-hire"
    assert refused.value.messages == [
        "The Room is not open to A School. Ask The Long Room Cinema Association, which runs it."
    ]
    assert list(venues_for(programmer)) == []
    venue.hirers.add(school)
    assert list(venues_for(programmer)) == [venue]
    assert ask(venue, film, programmer, school).institution == school
    venue.hirers.clear()
    Venue.objects.update(open_to_hire=True)
    venue.refresh_from_db()
    assert list(venues_for(programmer)) == [venue]
    assert ask(venue, film, programmer, school).institution == school


def test_nobody_presents_in_the_name_of_others(
    venue: Venue, film: Film, programmer: User, cinema: Institution, school: Institution
) -> None:
    Venue.objects.update(open_to_hire=True)
    venue.refresh_from_db()
    with pytest.raises(Refused) as refused:
        ask(venue, film, programmer, cinema)
    assert refused.value.code == "not-yours"


def test_the_presenters_licence_counts_and_the_owner_only_watches(
    venue: Venue, film: Film, programmer: User, school: Institution, owner: User, cinema: Institution,
    public_screening_type: LicenceType,
) -> None:  # fmt: skip
    venue.hirers.add(school)
    make_licence(cinema, film, public_screening_type, owner)
    screening = hired(venue, film, programmer, school)
    assert screening.institution == school
    with pytest.raises(Refused):
        publish_screening(screening=screening, by=programmer)  # the cinema's licence is not the school's
    licence = make_licence(school, film, public_screening_type, programmer, number="L-2")
    assert publish_screening(screening=screening, by=programmer).licence == licence
    desk = f"/desk/screenings/{screening.slug}/"
    page = signed_in(owner).get(desk)
    assert (page.status_code, page.context["can_act"]) == (200, False)
    with pytest.raises(Refused) as refused:
        cancel_screening(screening=screening, by=owner)
    assert refused.value.code == "not-yours"


def test_a_plan_taken_after_the_venue_was_closed_is_refused(
    venue: Venue, film: Film, programmer: User, school: Institution
) -> None:
    with pytest.raises(Refused) as refused:
        hired(venue, film, programmer, school)
    assert refused.value.code == "not-for-hire"


def test_two_presenters_never_share_a_screen(
    venue: Venue, film: Film, programmer: User, school: Institution, draft: Screening
) -> None:
    venue.hirers.add(school)
    with pytest.raises(Refused):
        hired(venue, film, programmer, school)


@pytest.mark.parametrize(
    ("role", "sees"), [("owner", True), ("programmer", True), ("buyer", False), ("reader", False)]
)
def test_only_who_plans_screenings_plans_them(
    venue: Venue, film: Film, cinema: Institution, owner: User, role: str, sees: bool
) -> None:
    user = person(f"{role}2@cinema.example")
    Membership.objects.create(institution=cinema, user=user, role=role)
    assert venues_for(user).exists() == sees
    if sees:
        assert ask(venue, film, user, cinema).asked_by == user
    else:
        with pytest.raises(Refused, match="do not plan screenings"):
            ask(venue, film, user, cinema)


def test_a_licence_of_the_district_covers_a_school(
    venue: Venue, film: Film, programmer: User, school: Institution, cinema: Institution, owner: User,
    public_screening_type: LicenceType,
) -> None:  # fmt: skip
    venue.hirers.add(school)
    school.parent = cinema
    school.save()
    licence = make_licence(cinema, film, public_screening_type, owner)
    screening = hired(venue, film, programmer, school)
    with pytest.raises(Refused):
        publish_screening(screening=screening, by=programmer)  # for a single site
    licence.grants |= {"site_scope": "district"}
    licence.save()
    assert publish_screening(screening=screening, by=programmer).licence == licence


def test_reminders_go_to_the_programme_too(draft: Screening, cinema: Institution, owner: User) -> None:
    from licensing.buyers.mailboxes import add_mailbox, confirm_mailbox
    from screenings.notices.owed import owe_for

    mailbox = add_mailbox(institution=cinema, by=owner, matter="programme", email="programme@cinema.example")
    confirm_mailbox(mailbox=mailbox, by=None)
    owe_for(screening=draft)
    due = Reminder.objects.waiting().filter(kind="screenings.licence-missing")
    assert sorted(due.values_list("recipient", flat=True)) == [
        "owner@cinema.example",
        "programme@cinema.example",
    ]


def test_a_hirer_reads_of_a_draft_of_others_only_that_the_screen_is_booked(
    venue: Venue, film: Film, owner: User, programmer: User, school: Institution, licence: Licence
) -> None:
    Venue.objects.update(open_to_hire=True)
    venue.refresh_from_db()
    mine = answered(venue, film, programmer, ONE_DAY)
    PlanRequest.objects.filter(pk=mine.pk).update(institution=school)
    theirs = take_plan(plan_request=answered(venue, film, owner, ONE_DAY), index=0, by=owner)

    def said() -> list[str]:
        with pytest.raises(Refused) as refused:
            take_plan(plan_request=mine, index=0, by=programmer)
        return refused.value.messages

    assert said()[0] == "'Rust' overlaps a booking of One: booked from 10:20 to 14:50."
    asked = ask(venue, film, programmer, school)
    assert {each["label"] for screen in asked.question["screens"] for each in screen["bookings"]} == {""}
    Screening.objects.filter(pk=theirs.pk).update(institution=school)
    assert said()[0] == "'Rust' overlaps a booking of One: Rust."
    Screening.objects.filter(pk=theirs.pk).update(institution=venue.institution)
    publish_screening(screening=theirs, by=owner)
    assert said()[0] == "'Rust' overlaps a booking of One: Rust."


def test_the_house_reads_what_is_booked_in_it(
    venue: Venue, film: Film, owner: User, programmer: User, school: Institution
) -> None:
    own = answered(venue, film, owner, ONE_DAY)
    venue.hirers.add(school)
    hired(venue, film, programmer, school)
    with pytest.raises(Refused, match="overlaps a booking of One: Rust"):
        take_plan(plan_request=own, index=0, by=owner)
