"""Accessible showings from the venue's desk to the audience: asked for, planned, marked by hand, and told wherever a showing is."""

from __future__ import annotations

import io
from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from icalendar import Calendar
from pypdf import PdfReader

from accounts.models import User
from catalog.models import Film, ScreeningCopy
from screenings import planner
from screenings.access import DEVICES, SOUGHT_WORDS, Access, meets
from screenings.lookup import screening_for
from screenings.models import PlanRequest, Screen, Screening, Showing, Venue
from screenings.planning.by_hand.asking import opinion_on
from screenings.planning.by_hand.places import cut, places_of
from screenings.planning.questions import pieces_for
from screenings.programme.booking import cancel_showing, take_plan
from screenings.programme.plan_requests import run_plan
from screenings.programme.timetables.changes import version_of
from screenings.programme.timetables.marking import mark_showing
from screenings.programme.timetables.rearranging import rearrange
from screenings.schedules.feeds import calendar_of_screening
from screenings.schedules.rows import coming
from tests.screenings.conftest import NOW, SATURDAY, at, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from tests.screenings.schedules.test_announced import structured
from tests.screenings.test_pages import QUESTION
from wording.refusals import Refused

ONE_DAY_ASKED = QUESTION | {"last_day": "2027-03-20", "kinds": ["one-day"], "intro_minutes": "0"}


@pytest.fixture
def two(venue: Venue) -> Screen:
    """The screen with devices and with places for wheelchairs."""
    Screen.objects.filter(name="Two").update(devices=["captions", "loop"], wheelchair_places=2)
    return venue.screens.get(name="Two")


@pytest.fixture
def captioned(film: Film) -> Film:
    """The same film, with a second DCP of each part that carries captions."""
    for part in film.parts.all():
        copy = ScreeningCopy.objects.get(film=part)
        copy.pk, copy.label, copy.captions = None, "DCP, captioned", ["en"]
        copy.save()
    return film


def test_a_programmer_asks_for_captions_and_gets_them(
    venue: Venue, two: Screen, captioned: Film, owner: User
) -> None:
    """The copies are those that carry them, the screen is the one that shows them, and the plan's page says so."""
    data = ONE_DAY_ASKED | {"film": captioned.pk, "venue": venue.pk, "institution": venue.institution_id}
    signed_in(owner).post("/desk/plans/new/", data | {"access": ["captions"]})
    request = PlanRequest.objects.get()
    question = planner.question_from_data(request.question)
    assert question.settings.access == (Access.CAPTIONS,)
    assert {block.carries for block in question.blocks} == {(Access.CAPTIONS,)}
    run_plan(plan_request_id=request.pk)
    page = signed_in(owner).get(request.get_absolute_url()).text
    assert page.count("Two, captions on a device<") == 3
    draft = take_plan(plan_request=PlanRequest.objects.get(), index=0, by=owner)
    assert {
        (each.screen, each.access) for each in draft.showings.select_related("copy", "screen__venue")
    } == {(two, (Access.CAPTIONS, Access.LOOP, Access.WHEELCHAIRS))}


def test_what_no_screen_and_no_copy_can_offer_is_refused_beside_its_field(
    venue: Venue, two: Screen, film: Film, owner: User
) -> None:
    """At once, and with every reason; unless it would only be better so, which is the planner's to say."""
    data = ONE_DAY_ASKED | {"film": film.pk, "venue": venue.pk, "institution": venue.institution_id}
    asked = data | {"access": ["captions", "description", "wheelchairs"]}
    page = signed_in(owner).post("/desk/plans/new/", asked)
    parts = ("Rust", "Remnants", "Rails")
    assert page.context["form"].errors["access"] == [
        *(f"The copy of '{part}' carries no captions." for part in parts),
        *(f"The copy of '{part}' carries no audio description." for part in parts),
    ]
    two.wheelchair_places = 0
    two.save()
    page = signed_in(owner).post("/desk/plans/new/", data | {"access": ["wheelchairs", "loop"]})
    assert page.context["form"].errors["access"] == ["No screen here offers places for wheelchairs."]
    assert not PlanRequest.objects.exists()
    signed_in(owner).post("/desk/plans/new/", asked | {"use_access": "soft"})
    assert planner.question_from_data(PlanRequest.objects.get().question).settings.access


def test_without_a_wish_the_first_copy_of_the_format_is_shown(venue: Venue, captioned: Film) -> None:
    for access, label in (((), "DCP"), ((Access.LOOP,), "DCP"), ((Access.CAPTIONS,), "DCP, captioned")):
        pieces, able = pieces_for(captioned, list(venue.screens.all()), access)
        assert {piece.copy and piece.copy.label for piece in pieces} == {label}
        assert len(able) == 2


def test_marks_are_set_on_the_desk_and_told_everywhere(published: Screening, owner: User) -> None:
    """One part with captions on the screen, which is relaxed too; the screen has a hearing loop and places for wheelchairs."""
    Screen.objects.filter(name="One").update(devices=["loop"], wheelchair_places=2)
    rails = showing_of(published, "Rails")
    ScreeningCopy.objects.filter(film__title="Rails").update(captions=["en"], audio_description=["en"])
    address = f"/desk/showings/{rails.pk}/access/"
    sent = {"marks": ["open-captions", "relaxed"], "mark": "Save"}
    assert signed_in(owner).post(address, sent).status_code == 302
    said = "captions on the screen, hearing loop, places for wheelchairs, relaxed showing"
    visitor = signed_in(None)
    page = visitor.get(published.get_absolute_url()).text
    assert (page.count(said), page.count("hearing loop, places for wheelchairs<")) == (1, 2)
    assert "One, 40 seats, 2 places for wheelchairs, hearing loop" in page
    programme = visitor.get("/screenings/").text
    assert "Access: hearing loop, places for wheelchairs<" in programme
    assert "Some showings: captions on the screen, relaxed showing<" in programme
    assert f"40 places left, {said}" in visitor.get(f"/screenings/{published.slug}/register/").text
    assert said in visitor.get(f"/screenings/{published.slug}/widget/").text
    assert said in signed_in(owner).get(f"/desk/screenings/{published.slug}/").text
    assert f"Access: {said}" in signed_in(owner).get(f"/screenings/{published.slug}/run-of-show/").text
    sheet = PdfReader(io.BytesIO(visitor.get(f"/screenings/{published.slug}.pdf").content))
    assert said in " ".join(sheet.pages[0].extract_text().split())
    calendar = Calendar.from_ical(calendar_of_screening(published))
    descriptions = [str(event["description"]) for event in calendar.walk("VEVENT")]
    assert [f"Access: {said}" in each for each in descriptions] == [False, False, True]
    event = structured(published)["subEvent"]
    assert isinstance(event, list)
    assert [each["workPresented"].get("accessibilityFeature") for each in event] == [
        None,
        None,
        ["openCaptions"],
    ]
    amenities = [[each["name"] for each in part["location"]["amenityFeature"]] for part in event]
    assert amenities == [["Hearing loop", "Wheelchair places"]] * 3


def test_marks_follow_a_cut_and_end_when_they_are_taken_off(
    published: Screening, venue: Venue, owner: User
) -> None:
    rust = mark_showing(showing=showing_of(published, "Rust"), marks=[Access.RELAXED], by=owner)
    places = cut(places_of(published.showings.all()), f"{rust.pk}", 120)
    rearrange(screening=published, places=places, version=version_of(published), by=owner)
    assert [each.marks for each in published.showings.filter(film__title="Rust")] == [["relaxed"]] * 2
    assert mark_showing(showing=rust, marks=[], by=owner).access == ()


def test_a_mark_answers_the_wish_that_a_screening_was_planned_with(draft: Screening, owner: User) -> None:
    request = PlanRequest.objects.get()
    request.question["settings"]["access"] = ["captions"]
    request.save()
    ScreeningCopy.objects.update(captions=["en"])
    assert without_captions(draft) == ["Rust", "Remnants", "Rails"]
    mark_showing(showing=showing_of(draft, "Rust"), marks=[Access.OPEN_CAPTIONS], by=owner)
    assert without_captions(draft) == ["Remnants", "Rails"]


def without_captions(screening: Screening) -> list[object]:
    """The parts of which the rules say so when the timetable is changed by hand."""
    row = screening_for(screening.programmer, screening.slug)
    showings = {each.pk: each for each in row.showings.all()}
    screens = list(row.venue.screens.select_related("venue"))
    opinion = opinion_on(row, places_of(showings.values()), showings, screens)
    return [each.say.params["film"] for each in opinion.remarks if each.say.code == "access"]


def test_impossible_marks_are_refused(
    published: Screening, venue: Venue, owner: User, outsider: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    rust, rails = showing_of(published, "Rust"), showing_of(published, "Rails")
    page = signed_in(owner).post(
        f"/desk/showings/{rust.pk}/access/", {"marks": ["open-captions"], "mark": "Save"}
    )
    assert page.context["form"].errors["marks"] == [
        "The copy carries no captions, as far as its description says: ask the office."
    ]
    page = signed_in(owner).post(f"/desk/showings/{rust.pk}/access/", {"marks": ["loop"], "mark": "Save"})
    assert "marks" in page.context["form"].errors
    assert (
        signed_in(outsider).post(f"/desk/showings/{rust.pk}/access/", {"marks": ["relaxed"]}).status_code
        == 404
    )
    for model, wrong in ((Showing, {"marks": ["loop"]}), (Screen, {"devices": ["relaxed"]})):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(**wrong)
    cancel_showing(showing=rails, by=owner)
    codes = []
    for by, showing, now in (
        (outsider, rust, NOW),
        (owner, rails, NOW),
        (owner, rust, rust.ends_at + timedelta(hours=1)),
    ):
        monkeypatch.setattr("django.utils.timezone.now", lambda now=now: now)
        with pytest.raises(Refused) as error:
            mark_showing(showing=showing, marks=[Access.RELAXED], by=by)
        codes += refused(error)
    assert codes == ["not-yours", "cancelled", "past"]


def test_what_a_showing_offered_that_is_over_is_found_no_more(
    published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.showings.filter(film__title="Rust").update(marks=["relaxed"])
    found = []
    for clock in ("14:00", "15:00"):
        monkeypatch.setattr(timezone, "now", lambda clock=clock: at(SATURDAY, clock, published.venue))
        found.append((coming().count(), coming([Access.RELAXED]).count()))
    assert found == [(1, 1), (1, 0)]


def test_visitors_find_screenings_by_what_a_showing_offers(published: Screening) -> None:
    """What the database finds is what the showing says of itself, whatever its marks, its screen and its copy."""
    one, rust = Screen.objects.get(name="One"), showing_of(published, "Rust")
    visitor, address = signed_in(None), published.get_absolute_url()
    several: list[list[Access]] = [[], [Access.CAPTIONS], list(DEVICES)]
    for marks, devices, carried, places in product(
        ([], [Access.OPEN_CAPTIONS], [Access.RELAXED]), several, ([], ["en"]), (None, 0, 2)
    ):
        Showing.objects.filter(pk=rust.pk).update(marks=marks)
        Screen.objects.filter(pk=one.pk).update(devices=devices, wheelchair_places=places)
        ScreeningCopy.objects.update(captions=carried, audio_description=carried)
        offers = Showing.objects.select_related("screen", "copy").get(pk=rust.pk).access
        found = {each for each in SOUGHT_WORDS if Showing.objects.filter(pk=rust.pk).offering([each])}
        assert found == {each for each in SOUGHT_WORDS if meets(each, offers)}
    Screen.objects.filter(pk=one.pk).update(devices=["loop"], wheelchair_places=0)
    Showing.objects.update(marks=[])
    cancel_showing(showing=rust, by=published.programmer)
    Showing.objects.filter(pk=rust.pk).update(marks=["relaxed"])
    for query, is_there in (("", 1), ("loop", 1), ("loop&access=relaxed", 0), ("relaxed", 0), ("walrus", 1)):
        assert (address in visitor.get(f"/screenings/?access={query}").text) == is_there
    assert "No showing to come offers all of this" in visitor.get("/screenings/?access=relaxed").text
