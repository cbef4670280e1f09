"""What a programmer sees before a plan is taken: plans on one clock, the calendar, what is licensed and what it costs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.models import Institution, Licence, LicenceType, Membership, Role
from screenings import planner
from screenings.models import PlanRequest, Screening, Venue
from screenings.programme.announcing import publish_screening
from screenings.programme.booking import take_plan
from screenings.programme.options.holding import hold_screens
from screenings.schedules.comparing import weeks_of
from screenings.schedules.timetable import on_one_clock, timetable_of
from tests.screenings.conftest import (
    NOW,
    ONE_DAY,
    SATURDAY,
    answered,
    make_licence,
    make_venue,
    person,
    signed_in,
)
from tests.screenings.programme.test_booking import refused
from tests.screenings.test_accessible import ONE_DAY_ASKED
from wording.refusals import Refused
from wording.say import say

SUNDAY = SATURDAY + timedelta(days=1)
LATE = {SATURDAY: [("Rust", "14:00"), ("Remnants", "18:30"), ("Rails", "22:25")]}
TWO_DAYS = {SATURDAY: [("Rust", "10:30")], SUNDAY: [("Remnants", "15:00"), ("Rails", "19:00", "Two")]}


def with_plans(venue: Venue, film: Film, by: User, count: int) -> PlanRequest:
    """One request with several plans: on one day, late on it, on two days."""
    made = [answered(venue, film, by, days) for days in (ONE_DAY, LATE, TWO_DAYS)[:count]]  # type: ignore[arg-type]  # dict is invariant
    plans = [planner.answer_from_data(each.answer or {}).plans[0] for each in made]
    request = made[-1]
    request.answer = planner.answer_to_data(planner.Answer(tuple(plans)))
    request.first_day, request.last_day = SATURDAY, SUNDAY
    request.save()
    return request


def page(request: PlanRequest, user: User) -> str:
    return signed_in(user).get(request.get_absolute_url()).text


def test_timetables_on_one_clock_have_one_scale(venue: Venue, film: Film, owner: User) -> None:
    early, late = (
        timetable_of(take_plan(plan_request=answered(venue, film, owner, days), index=0, by=owner))  # type: ignore[arg-type]  # as above
        for days in (ONE_DAY, {day + timedelta(days=7): each for day, each in LATE.items()})
    )
    one, two = on_one_clock([early, late])
    assert (
        (one.days[0].begins, one.days[0].ends) == (two.days[0].begins, two.days[0].ends) == (10 * 60, 25 * 60)
    )
    assert one.marks == two.marks
    assert one.days[0].bars[0].x == pytest.approx(100 * 30 / (15 * 60), abs=0.001)


def test_calendar_has_whole_weeks_around_the_days_asked(venue: Venue, film: Film, owner: User) -> None:
    screening = take_plan(plan_request=answered(venue, film, owner, TWO_DAYS), index=0, by=owner)  # type: ignore[arg-type]  # as above
    weeks = weeks_of([timetable_of(screening)], SATURDAY, SUNDAY + timedelta(days=1))
    assert [len(week) for week in weeks] == [7, 7]
    assert weeks[0][0].day == date(2027, 3, 15)
    asked = [cell for week in weeks for cell in week if cell.is_asked]
    assert [
        (cell.day.day, [(each.number, each.begins, each.ends) for each in cell.used]) for cell in asked
    ] == [
        (20, [(1, "10:30", "14:30")]),
        (21, [(1, "15:00", "21:00")]),
        (22, []),
    ]


def test_plan_without_a_licence_says_what_to_buy(
    venue: Venue, film: Film, owner: User, public_screening_type: LicenceType
) -> None:
    text = page(with_plans(venue, film, owner, 1), owner)
    assert "You hold none that covers it." in text
    assert "<strong>Public screening, 50</strong> for The Works" in text
    assert "$300.00" in text


def test_plan_with_a_licence_names_it(venue: Venue, film: Film, owner: User, licence: Licence) -> None:
    text = page(with_plans(venue, film, owner, 1), owner)
    assert "You hold what covers it:" in text
    assert f"/licences/{licence.number}/" in text


def test_plans_are_numbered_and_compared(venue: Venue, film: Film, owner: User) -> None:
    text = page(with_plans(venue, film, owner, 3), owner)
    assert "All plans on one clock" in text
    assert (
        text.count('href="#plan-3"') == 3
    )  # its heading among the compared, and its two days on the calendar


def test_each_plan_says_what_is_true_of_itself(
    venue: Venue, film: Film, owner: User, cinema: Institution, licence: Licence
) -> None:
    """The licence and our right end with Saturday, and on Sunday somebody's draft holds a screen: that is the third plan's trouble. Where
    we may license is the venue's country."""
    request = with_plans(venue, film, owner, 3)
    plans = planner.answer_from_data(request.answer or {}).plans
    ranked = [replace(plan, rank=rank) for rank, plan in enumerate(plans, start=1)]
    refusal = planner.Refusal("evenings", say("few", "There are too few evenings."))
    request.answer = planner.answer_to_data(planner.Answer(tuple(ranked), (refusal,)))
    request.save()
    evening = {SUNDAY: [("Rust", "10:00", "Two"), ("Remnants", "14:30", "Two"), ("Rails", "19:00", "Two")]}
    held = take_plan(plan_request=answered(venue, film, owner, evening), index=0, by=owner)  # type: ignore[arg-type]  # as above
    hold_screens(screening=held, until=NOW + timedelta(days=7), by=owner)
    Licence.objects.update(ends_on=SATURDAY)
    DistributionRight.objects.update(countries=["NL"], territory="the Netherlands", ends_on=SATURDAY)
    Institution.objects.update(country="BE")
    client = signed_in(owner)
    found = client.get(request.get_absolute_url()).context
    assert [
        (each.licensed.coverage.allowed, each.territory.code == "licensable", each.held is not None)
        for each in found["plans"]
    ] == [(True, True, False), (True, True, False), (False, False, True)]
    names = [str(each.name) for each in found["plans"]]
    assert names == ["By hand", "By hand, second choice", "By hand, third choice"]
    assert found["others_hold"]
    PlanRequest.objects.filter(pk=request.pk).update(said={"over_holds": "on"})
    assert not client.get(request.get_absolute_url()).context["others_hold"]


def test_plan_of_a_screen_that_is_gone_is_shown_without_a_licence(
    venue: Venue, film: Film, owner: User
) -> None:
    request = with_plans(venue, film, owner, 3)
    venue.screens.get(name="Two").delete()
    assert "No licence that you hold" in page(request, owner)


def test_licences_of_three_plans_take_as_many_queries_as_of_one(
    venue: Venue, film: Film, owner: User, public_screening_type: LicenceType
) -> None:
    counted = []
    for count in (1, 3):
        request, client = with_plans(venue, film, owner, count), signed_in(owner)
        client.get(request.get_absolute_url())
        with CaptureQueriesContext(connection) as captured:
            client.get(request.get_absolute_url())
        counted.append(len(captured))
    assert counted == [21, 21]


@pytest.mark.parametrize(("ends", "is_covered"), [(SATURDAY, False), (SUNDAY, True)])
def test_licence_that_ends_between_two_parts_is_said_on_the_plan_and_at_publication(
    venue: Venue, film: Film, owner: User, licence: Licence, ends: date, is_covered: bool
) -> None:
    """One that ends on the night of the last showing covers it, although that ends after midnight."""
    Licence.objects.update(ends_on=ends)
    days = {SATURDAY: [("Rust", "10:30")], SUNDAY: [("Remnants", "15:00"), ("Rails", "22:25", "Two")]}
    request = answered(venue, film, owner, days)  # type: ignore[arg-type]  # dict is invariant
    said = page(request, owner)
    ends_on = "Licence L-1 comes closest: It ends on"
    assert ("You hold what covers it:" in said, ends_on in said) == (is_covered, not is_covered)
    draft = take_plan(plan_request=request, index=0, by=owner)
    if is_covered:
        assert publish_screening(screening=draft, by=owner).status == Screening.Status.PUBLISHED
        return
    with pytest.raises(Refused) as error:
        publish_screening(screening=draft, by=owner)
    assert "ended" in refused(error)


def test_territory_is_said_while_the_form_is_filled_in(
    venue: Venue, film: Film, owner: User, outsider: User
) -> None:
    asked: dict[str, str | int] = {
        "film": film.pk,
        "venue": venue.pk,
        "first_day": f"{SATURDAY}",
        "last_day": f"{SUNDAY}",
    }
    address = "/desk/plans/territory/"
    said = "We may license “The Works” in the Netherlands on these days."
    assert said in signed_in(owner).get(address, asked).text
    assert said in signed_in(owner).get("/desk/plans/new/", asked).text
    assert not signed_in(outsider).get(address, asked).text.strip()
    assert not signed_in(owner).get(address, asked | {"first_day": "soon"}).text.strip()
    DistributionRight.objects.update(countries=["US"], territory="the United States")
    assert "We may not license “The Works” in the Netherlands." in signed_in(owner).get(address, asked).text


def test_film_page_leads_those_who_may_plan_to_the_form(
    venue: Venue, film: Film, owner: User, outsider: User, staff: User, cinema: Institution
) -> None:
    reader = person("reader@cinema.example")
    Membership.objects.create(institution=cinema, user=reader, role=Role.READER)
    link = 'href="/desk/plans/new/?film=the-works/rust"'
    part = film.parts.get(slug="rust")
    seen = {
        who: link in signed_in(who).get(part.get_absolute_url()).text
        for who in (owner, staff, reader, outsider, None)
    }
    assert seen == {owner: True, staff: True, reader: False, outsider: False, None: False}
    assert (
        f'<option value="{part.pk}" selected>'
        in signed_in(owner).get("/desk/plans/new/?film=the-works/rust").text
    )


def test_refusal_for_the_territory_is_said_once(venue: Venue, film: Film, owner: User) -> None:
    DistributionRight.objects.update(countries=["US"], territory="the United States")
    asked = ONE_DAY_ASKED | {"film": film.pk, "venue": venue.pk, "institution": venue.institution_id}
    page = signed_in(owner).post("/desk/plans/new/", asked)
    said = "We may not license “The Works” in the Netherlands"
    assert (str(page.context["form"].non_field_errors()).count(said), page.text.count(said)) == (1, 1)


def test_form_begins_with_the_programmers_own_venue_where_we_may_license(
    venue: Venue, film: Film, owner: User, staff: User, cinema: Institution
) -> None:
    hotel = Institution.objects.create(legal_name="A Hotel", tier="non-profit", country="NL")
    hired = make_venue(hotel, "Europe/Amsterdam", "NL", slug="hired")
    abroad = make_venue(cinema, "Europe/Berlin", "DE", slug="abroad")
    Venue.objects.filter(pk=hired.pk).update(name="A Ballroom", open_to_hire=True)
    Venue.objects.filter(pk=abroad.pk).update(name="Abroad")
    DistributionRight.objects.update(countries=["NL"], territory="the Netherlands")
    address = "/desk/plans/new/?film=the-works"
    assert f'<option value="{venue.pk}" selected>' in signed_in(owner).get(address).text
    assert (
        f'<option value="{hired.pk}" selected>' in signed_in(staff).get(address).text
    )  # the office has none
    venue.delete()
    assert f'<option value="{abroad.pk}" selected>' in signed_in(owner).get(address).text


def test_enter_asks_the_planner(venue: Venue, owner: User) -> None:
    text = signed_in(owner).get("/desk/plans/new/").text
    form = text[text.index("form-column") :]
    pressed = re.findall(r'<(?:button|input)[^>]* type="submit"[^>]*>', form)
    assert re.findall(r'name="([^"]+)"', pressed[0]) == ["ask"]


def test_publish_is_greyed_with_its_reason(
    draft: Screening, owner: User, public_screening_type: LicenceType
) -> None:
    text = signed_in(owner).get(f"/desk/screenings/{draft.slug}/").text
    assert (
        '<button class="btn btn-primary" type="button" disabled aria-describedby="publish-waits">Publish</button>'
        in text
    )
    assert "This waits for a licence: once you have paid" in text


def test_order_leads_back_to_the_screening_that_waits(
    draft: Screening, owner: User, cinema: Institution, film: Film, public_screening_type: LicenceType
) -> None:
    licence = make_licence(cinema, film, public_screening_type, owner)
    order = licence.line.order
    text = signed_in(owner).get(order.get_absolute_url()).text
    assert f'href="/desk/screenings/{draft.slug}/"' in text
    assert "Go back to it to publish it." in text
