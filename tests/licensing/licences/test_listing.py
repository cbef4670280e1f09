"""The page of all licences: what the filters leave, how the bars stand on one scale, the spreadsheet and the calendar."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from accounts.models import User
from catalog.models import Film
from licensing.licences.ending import revoke
from licensing.licences.feeds import renew_feed
from licensing.licences.life import life_of
from licensing.licences.listing import Scale, bars_of, scale_of
from licensing.models import Institution, Licence, LicenceFeed, LicenceType, Membership
from tests.licensing.conftest import TODAY, licence_of, signed_in
from tests.standing import standing
from wording.spreadsheets import in_a_cell


@standing
def held(
    school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType, copy: LicenceType,
    screening: LicenceType,
) -> dict[str, Licence]:  # fmt: skip
    """Three years of the whole, three years of a part, one screening within a year, a copy without end."""
    wanted = {"whole": (film, site), "part": (rails, site), "once": (film, screening), "copy": (film, copy)}
    return {name: licence_of(school, teacher, work, kind) for name, (work, kind) in wanted.items()}


def shown(client: Client, query: str = "") -> list[str]:
    return [bar.licence.number for bar in client.get(f"/licences/{query}").context["bars"]]


def test_the_next_to_end_stands_first_and_what_has_no_end_last(
    held: dict[str, Licence], teacher: User
) -> None:
    expected = [held[name].number for name in ("once", "whole", "part", "copy")]
    assert shown(signed_in(teacher)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?film=rails", {"part"}),
        ("?film=TRACKS", {"whole", "part", "once", "copy"}),
        ("?kind=Copy", {"copy"}),
        ("?within=365", {"once"}),
        ("?within=30", set()),
        ("?standing=in-force", {"whole", "part", "once"}),
        ("?standing=revoked", {"copy"}),
        ("?standing=nonsense&within=x&kind=other", {"whole", "part", "once", "copy"}),
    ],
)
def test_filters_leave_what_is_asked_for(
    held: dict[str, Licence], teacher: User, office: User, query: str, expected: set[str]
) -> None:
    revoke(licence=held["copy"], because="Sent back.", by=office)
    names = {licence.number: name for name, licence in held.items()}
    assert {names[number] for number in shown(signed_in(teacher), query)} == expected


def test_a_scale_reaches_from_the_first_day_to_the_last(held: dict[str, Licence]) -> None:
    scale = scale_of(held.values(), TODAY)
    assert scale == Scale(date(2027, 3, 1), date(2030, 2, 28))
    bars = {bar.licence.number: (bar.left, bar.width) for bar in bars_of(held.values(), scale, TODAY)}
    assert bars[held["copy"].number] == (0.0, 100.0)
    assert bars[held["once"].number] == (0.0, 33.42)
    assert scale.years == [(2028, 27.95), (2029, 61.37), (2030, 94.7)]


def test_a_page_has_a_bar_in_words_for_each(held: dict[str, Licence], teacher: User) -> None:
    page = signed_in(teacher).get("/licences/").text
    assert "From 1 March 2027 until 29 February 2028: In force." in page
    assert "From 1 March 2027, without an end date: In force." in page


def test_the_spreadsheet_has_the_same_rows(held: dict[str, Licence], teacher: User) -> None:
    answer = signed_in(teacher).get("/licences/licences.csv?kind=Copy")
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    licence = held["copy"]
    assert rows[1] == [
        licence.number, "West of the Tracks", "2003", "Copy", "Lincoln Unified School District", "2027-03-01", "",
        life_of(licence, TODAY).sentence, "United States", licence.line.order.number,
        f"http://127.0.0.1:8000/licences/{licence.number}/",
    ]  # fmt: skip
    assert len(rows) == 2


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert (in_a_cell(text), in_a_cell("Copy"), in_a_cell(None)) == (f"'{text}", "Copy", "")


def test_the_calendar_has_the_last_day_of_each(held: dict[str, Licence], teacher: User, office: User) -> None:
    revoke(licence=held["part"], because="Sent back.", by=office)
    feed = renew_feed(user=teacher)
    answer = signed_in(None).get(feed.get_absolute_url())
    events = Calendar.from_ical(answer.getvalue()).walk("VEVENT")
    assert [(event["summary"], event.decoded("dtstart")) for event in events] == [
        ("The licence for West of the Tracks ends", date(2028, 2, 29)),
        ("The licence for West of the Tracks ends", date(2030, 2, 28)),
    ]
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_a_new_address_closes_the_old_one(held: dict[str, Licence], teacher: User) -> None:
    client = signed_in(teacher)
    client.post("/licences/ends/renew/")
    before = LicenceFeed.objects.get().get_absolute_url()
    assert before in client.get("/licences/").text
    client.post("/licences/ends/renew/")
    after = LicenceFeed.objects.get().get_absolute_url()
    stranger = signed_in(None)
    assert [stranger.get(each).status_code for each in (before, after)] == [404, 200]


def test_the_calendar_ends_with_the_membership_and_the_account(
    held: dict[str, Licence], teacher: User
) -> None:
    address = renew_feed(user=teacher).get_absolute_url()
    Membership.objects.filter(user=teacher).delete()
    assert b"VEVENT" not in signed_in(None).get(address).getvalue()
    User.objects.filter(pk=teacher.pk).update(is_active=False)
    assert signed_in(None).get(address).status_code == 404


def test_lists_are_of_the_persons_own_institutions(
    held: dict[str, Licence], colleague: User, outsider: User
) -> None:
    assert len(shown(signed_in(colleague))) == 4
    assert signed_in(outsider).get("/licences/").context["bars"] == []
    body = signed_in(outsider).get("/licences/licences.csv").getvalue().decode()
    assert body.count("\n") == 1
    for address in ("/licences/", "/licences/licences.csv"):
        assert signed_in(None).get(address).status_code == 302


def test_twenty_six_licences_make_two_pages(
    school: Institution, teacher: User, film: Film, copy: LicenceType
) -> None:
    first = licence_of(school, teacher, film, copy)
    for number in range(25):
        order = first.line.order
        order.pk, order.number, order.request_key = None, f"ORD-{number}", None
        order.save()
        line = first.line
        line.pk, line.order = None, order
        line.save()
        Licence.objects.create(
            number=f"L-{number}", institution=school, film=film, line=line, licensee_name="School",
            type_name="Copy", grants=first.grants, starts_on=TODAY,
        )  # fmt: skip
    client = signed_in(teacher)
    assert (len(shown(client)), len(shown(client, "?page=2"))) == (25, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_spreadsheet_costs_the_same_for_one_row_and_for_three(
    school: Institution,
    teacher: User,
    film: Film,
    copy: LicenceType,
    rows: int,
    django_assert_num_queries: Any,
) -> None:
    for _ in range(rows):
        licence_of(school, teacher, film, copy)
    client = signed_in(teacher)
    with django_assert_num_queries(5):
        assert client.get("/licences/licences.csv").getvalue().count(b"\n") == rows + 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_calendar_costs_the_same_for_one_row_and_for_three(
    school: Institution,
    teacher: User,
    film: Film,
    site: LicenceType,
    rows: int,
    django_assert_num_queries: Any,
) -> None:
    for _ in range(rows):
        licence_of(school, teacher, film, site)
    feed = renew_feed(user=teacher)
    with django_assert_num_queries(2):
        assert signed_in(None).get(feed.get_absolute_url()).getvalue().count(b"BEGIN:VEVENT") == rows
