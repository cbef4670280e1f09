"""What may be licensed where, for what and from when."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import DistributionRight, Film, Holdback
from catalog.uses import RightUse
from licensing.models import LicenceType, Price
from licensing.prices.avails import Asked, available, avails_of
from licensing.terms.ours import needed_for
from licensing.terms.rights import Use
from licensing.terms.stretches import Stretch
from tests.licensing.conftest import TODAY

pytestmark = pytest.mark.django_db
LATER = date(2028, 1, 1)


def listed(country: str = "US", on: date = TODAY, use: str = "") -> list[tuple[str, tuple[Stretch, ...]]]:
    """Each film with the days of its first uses."""
    asked = Asked(country, on, use)
    found = avails_of(list(available(asked)), asked)
    assert len(found) == available(asked).count()
    return [(str(each.film), each.days[0].stretches) for each in found]


def days_by_use(film: Film) -> dict[str, tuple[Stretch, ...]]:
    asked = Asked("US", TODAY)
    found = avails_of(list(available(asked).filter(pk=film.pk)), asked)
    return {use.value: days.stretches for avail in found for days in avail.days for use in days.uses}


def test_films_and_parts_are_listed_where_our_rights_reach(film: Film, site: LicenceType) -> None:
    titles = [title for title, _days in listed()]
    assert titles[0] == "West of the Tracks"
    assert "West of the Tracks: Rust" in titles
    DistributionRight.objects.filter(film=film).update(countries=["CA"], ends_on=date(2027, 6, 30))
    assert listed() == []
    assert listed("CA")[0] == ("West of the Tracks", (Stretch(None, date(2027, 6, 30)),))
    assert listed("CA", LATER) == []


def test_right_that_begins_later_says_when(film: Film, site: LicenceType) -> None:
    DistributionRight.objects.filter(film=film).update(starts_on=LATER, ends_on=None)
    assert listed()[0][1] == (Stretch(LATER, None),)


def test_use_asks_for_a_type_that_grants_it(film: Film, site: LicenceType) -> None:
    assert listed(use=site.uses[0])
    assert listed(use="broadcast") == []
    Price.objects.update(ends_on=TODAY)
    assert listed(on=LATER) == []


def test_uses_that_we_do_not_hold_are_not_listed(film: Film, site: LicenceType) -> None:
    assert RightUse.EDUCATION in needed_for([Use(use) for use in site.uses], "higher-education")
    DistributionRight.objects.filter(film=film).update(uses=["broadcast"])
    assert listed() == []
    DistributionRight.objects.filter(film=film).update(uses=[use.value for use in RightUse])
    assert set(days_by_use(film)) >= set(site.uses)


def test_use_that_is_held_back_is_listed_from_the_day_after(film: Film, site: LicenceType) -> None:
    Holdback.objects.create(film=film, uses=["education"], countries=["US"], until=date(2027, 12, 31))
    assert {days_by_use(film)[use] for use in site.uses} == {(Stretch(LATER, None),)}
    part = film.parts.order_by("part_number")[0]
    assert {days_by_use(part)[use] for use in site.uses} == {(Stretch(LATER, None),)}
    assert listed("CA")[0] == ("West of the Tracks", (Stretch(None, None),))


def test_use_that_is_held_back_beyond_our_right_is_not_listed(film: Film, site: LicenceType) -> None:
    DistributionRight.objects.filter(film=film).update(ends_on=date(2027, 12, 31))
    Holdback.objects.create(film=film, uses=["education"], until=date(2027, 12, 31))
    assert listed() == []


def test_part_that_is_held_back_holds_back_its_whole_and_no_other_part(film: Film, site: LicenceType) -> None:
    rust, remnants = film.parts.order_by("part_number")[:2]
    Holdback.objects.create(film=rust, uses=["education"], until=date(2027, 12, 31))
    assert {days_by_use(film)[use] for use in site.uses} == {(Stretch(LATER, None),)}
    assert {days_by_use(remnants)[use] for use in site.uses} == {(Stretch(None, None),)}


def test_part_that_is_held_back_beyond_our_right_hides_no_other_part(film: Film, site: LicenceType) -> None:
    DistributionRight.objects.filter(film=film).update(ends_on=date(2027, 12, 31))
    Holdback.objects.create(film=film.parts.get(slug="rust"), uses=["education"], until=date(2027, 12, 31))
    assert [title for title, _days in listed()] == [
        "West of the Tracks: Remnants",
        "West of the Tracks: Rails",
    ]


def test_withdrawn_and_draft_films_are_not_listed(film: Film, site: LicenceType) -> None:
    Film.objects.filter(pk=film.pk).update(is_published=False)
    assert listed() == []


@pytest.mark.parametrize("rows", [1, 3])
def test_page_makes_the_same_queries_for_any_number(
    client: Client,
    film: Film,
    site: LicenceType,
    django_assert_num_queries: DjangoAssertNumQueries,
    rows: int,
) -> None:
    kept = [each.film.pk for each in avails_of(list(available(Asked("US", TODAY))), Asked("US", TODAY))][
        :rows
    ]
    Price.objects.exclude(film__in=kept).delete()
    client.get("/avails/?country=US")
    with django_assert_num_queries(7):
        page = client.get("/avails/?country=US")
    assert len(page.context["rows"]) == rows


def test_file_has_a_line_for_each_stretch(client: Client, film: Film, site: LicenceType) -> None:
    DistributionRight.objects.filter(film=film).update(ends_on=date(2027, 6, 30))
    DistributionRight.objects.create(
        film=film, territory="North America, again", countries=["US"], starts_on=LATER
    )
    lines = b"".join(client.get("/avails.csv?country=US")).decode("utf-8-sig").splitlines()
    rows = [row for row in csv.DictReader(lines) if not row["part"]]
    assert [(row["film"], row["from"], row["until and including"]) for row in rows] == [
        ("West of the Tracks", "", "2027-06-30"),
        ("West of the Tracks", "2028-01-01", ""),
    ]


@pytest.mark.parametrize("query", ["country=XX&use=none&on=soon", "on=9999-12-31", "page=-1"])
def test_odd_questions_open_the_list(client: Client, film: Film, site: LicenceType, query: str) -> None:
    assert client.get(f"/avails/?{query}").status_code == 200
