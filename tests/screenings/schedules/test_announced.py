"""The public page, the sheet to print, the frame for other sites: what of each showing they say."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db.models import F
from django.utils import translation
from pypdf import PdfReader

from accounts.models import User
from catalog.models import Film
from licensing.models import Licence
from screenings.models import Screening, Showing, Venue
from screenings.programme.announcing import publish_screening
from screenings.programme.booking import cancel_showing, move_showing, take_plan
from screenings.schedules.announced import access_of_all, first_announced
from screenings.schedules.zones import zone_in_words
from tests.screenings.conftest import ONE_DAY, SATURDAY, answered, at, signed_in
from tests.screenings.programme.test_booking import showing_of


def page(screening: Screening, rest: str = "/") -> str:
    response = signed_in(None).get(f"/screenings/{screening.slug}{rest}")
    assert response.status_code == 200
    return response.content.decode()


def structured(screening: Screening) -> dict[str, object]:
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(screening), re.DOTALL)
    event: dict[str, object] = json.loads(data)
    return event


def test_page_tells_places_subtitles_and_how_to_get_there(published: Screening, film: Film) -> None:
    Film.objects.filter(pk=film.pk).update(synopsis="A film about *works*.\n\nAnd more.")
    published.showings.filter(film__title="Rust").update(booked=40)
    text = page(published)
    assert '<p class="measure" lang="en">A film about works.</p>' in text
    assert text.count("with subtitles in English") == 3
    assert (text.count("40 places left"), text.count("full, with a waiting list")) == (2, 1)
    assert "All times are the venue's: Central European Standard Time, UTC+01:00." in text
    assert 'href="https://www.openstreetmap.org/search?query=Town"' in text
    assert 'class="poster' in text


@pytest.mark.django_db(transaction=True)
def test_what_has_moved_is_said_by_page_sheet_frame_and_events(
    published: Screening, venue: Venue, owner: User
) -> None:
    rails = showing_of(published, "Rails")
    assert "moved from" not in page(published)
    move_showing(showing=rails, starts_at=at(SATURDAY, "20:00", venue), by=owner)
    cancel_showing(showing=showing_of(published, "Rust"), by=owner)
    Screening.objects.update(description="Revised since.")
    assert page(published).count("moved from Sat 20 March 2027, 19:00") == 1
    assert page(published, "/widget/").count("moved from Sat 20 March 2027, 19:00") == 1
    event = structured(published)
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    parts = event["subEvent"]
    assert isinstance(parts, list)
    assert [
        (part["name"], part["eventStatus"].rpartition("/")[2], part.get("previousStartDate"))
        for part in parts
    ] == [
        ("Remnants", "EventScheduled", None),
        ("Rails", "EventRescheduled", "2027-03-20T19:00:00+01:00"),
        ("Rust", "EventCancelled", None),
    ]
    assert "Called off" in page(published)
    assert {part["superEvent"]["@id"] for part in parts} == {event["@id"]}
    move_showing(showing=rails, starts_at=at(SATURDAY, "19:00", venue), by=owner)
    assert "moved from" not in page(published)


def test_what_is_published_in_the_moment_in_which_it_is_made_was_announced_then(
    venue: Venue, film: Film, licence: Licence, owner: User
) -> None:
    """As a festival's showings are, in one transaction: one moment of the audit trail."""
    draft = take_plan(plan_request=answered(venue, film, owner, ONE_DAY), index=0, by=owner)
    publish_screening(screening=draft, by=owner)
    showings = list(draft.showings.all())
    assert first_announced([*showings, None]) == {each.pk: each.starts_at for each in showings}


def test_events_say_what_is_left_what_it_costs_and_that_nothing_takes_place(published: Screening) -> None:
    def said() -> tuple[str, bool, str, list[int]]:
        event: dict[str, Any] = structured(published)
        sold = event.get("offers", {"availability": "/none"})["availability"]
        left = [part["remainingAttendeeCapacity"] for part in event["subEvent"][:1]]
        state = event["eventStatus"].rpartition("/")[2]
        return state, event["isAccessibleForFree"], sold.rpartition("/")[2], left

    Screening.objects.update(admission="none")
    found = [said()]
    Screening.objects.update(admission="cost-recovery")
    found.append(said())
    Screening.objects.update(price="12 euros")
    published.showings.update(booked=F("capacity"))
    found.append(said())
    Screening.objects.update(status=Screening.Status.SUSPENDED)
    found.append(said())
    assert found == [
        ("EventScheduled", True, "InStock", [40]),
        ("EventScheduled", False, "none", [40]),  # nobody has said what it costs
        ("EventScheduled", False, "SoldOut", [0]),
        ("EventScheduled", False, "none", [0]),
    ]
    Screening.objects.update(status=Screening.Status.CANCELLED)
    assert structured(published)["eventStatus"] == "https://schema.org/EventCancelled"


def test_access_of_a_screening_is_that_of_what_takes_place(published: Screening) -> None:
    published.showings.filter(film__title__in=("Rust", "Rails")).update(marks=["relaxed"])
    found = [access_of_all(published.showings.all())]
    published.showings.filter(film__title="Remnants").update(status=Showing.Status.CANCELLED)
    found.append(access_of_all(published.showings.all()))
    assert found == [("", "relaxed showing"), ("relaxed showing", "")]


def test_sheet_is_an_accessible_pdf_with_every_showing(published: Screening, venue: Venue) -> None:
    Venue.objects.update(address="1 Long Street", access="Step-free.")
    Screening.objects.update(price="12 euros, at the door")
    Showing.objects.filter(film__title="Rails").update(status=Showing.Status.CANCELLED)
    response = signed_in(None).get(f"/screenings/{published.slug}.pdf")
    assert response["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(response.content))
    text = " ".join(reader.pages[0].extract_text().split())
    for words in (
        "The Works",
        "Sat 20 March 2027",
        "10:30–14:30",
        "Remnants",
        "Step-free.",
        "1 Long Street",
        "12 euros",
        "Called off",
        "Rails, Sat 20 March 2027, 19:00",
    ):
        assert words in text
    assert "/MarkInfo" in reader.root_object


def test_sheet_is_set_also_with_what_no_font_has(published: Screening) -> None:
    Screening.objects.filter(pk=published.pk).update(title="The Works \U00012000")
    reader = PdfReader(io.BytesIO(signed_in(None).get(f"/screenings/{published.slug}.pdf").content))
    assert "The Works \N{WHITE SQUARE}" in reader.pages[0].extract_text()


def test_frame_may_stand_on_any_site_and_has_no_script(published: Screening) -> None:
    response = signed_in(None).get(f"/screenings/{published.slug}/widget/")
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    text = response.content.decode()
    assert "<script" not in text
    assert 'href="http://127.0.0.1:8000/screenings/' in text
    assert "40 places left" in text
    usual = signed_in(None).get(published.get_absolute_url())
    assert "frame-ancestors 'none'" in usual["Content-Security-Policy"]
    assert usual["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("rest", [".pdf", "/widget/"])
def test_drafts_are_in_no_frame_and_on_no_sheet(draft: Screening, rest: str) -> None:
    assert signed_in(None).get(f"/screenings/{draft.slug}{rest}").status_code == 404


@pytest.mark.parametrize(
    ("zone", "language", "words"),
    [
        ("Europe/Amsterdam", "en", "Central European Summer Time, UTC+02:00"),
        ("Europe/Amsterdam", "fr", "heure d’été d’Europe centrale, UTC+02:00"),
        ("Asia/Shanghai", "zh-hans", "中国标准时间, UTC+08:00"),
        ("Asia/Kathmandu", "en", "Nepal Time, UTC+05:45"),
        ("UTC", "en", "Coordinated Universal Time, UTC+00:00"),
        ("Europe/Amsterdam", "xx-nowhere", "Central European Summer Time, UTC+02:00"),
    ],
)
def test_zones_have_the_names_that_people_use(zone: str, language: str, words: str) -> None:
    with translation.override(language):
        assert zone_in_words(ZoneInfo(zone), datetime(2027, 7, 1, tzinfo=UTC)) == words
