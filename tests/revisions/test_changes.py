"""Each kind of row that a public page shows, changed in each way: the page says it at the next request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection, models
from django.db.models import F
from django.test import Client
from django.utils import timezone
from djmoney.money import Money

from accounts.models import User
from catalog.editing.publishing import make_draft, publish_due, publish_film, withdraw_film
from catalog.models import (
    Collection,
    Credit,
    DistributionRight,
    Door,
    Film,
    FrontSection,
    Person,
    PersonName,
    PressNotice,
    Preview,
    Reading,
    ReadingAbout,
    Recognition,
    Relation,
    ScreeningCopy,
    Source,
    Statement,
    Still,
    StudyGuide,
    Subject,
    Title,
)
from licensing.models import Institution, LicenceType, Price
from office.models import InformationPage
from screenings.models import MealPlace, OpeningHours, Screen, Screening, Showing, Venue
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db(transaction=True)
FILM, PART, LIST, PERSON = (
    "/films/west-of-the-tracks/", "/films/west-of-the-tracks/rust/", "/films/", "/people/wang-bing/",
)  # fmt: skip
VENUE, SCREENING, PROGRAMME = "/venues/the-room/", "/screenings/rust-in-may/", "/screenings/"


@pytest.fixture(autouse=True)
def world() -> None:
    """One row at least of each kind, all of them on the pages."""
    film = make_west_of_the_tracks()
    source = Source.objects.get()
    Relation.objects.create(film=film, other=make_film(), note="A note of kinship")
    PersonName.objects.create(
        person=Person.objects.get(), text="Another", language="ru", kind="transliteration"
    )
    Recognition.objects.create(film=film, event="A festival in May", outcome="A prize", kind="prize")
    PressNotice.objects.create(film=film, outlet="A paper", text="Long and good.", source=source)
    reading = Reading.objects.create(key="a-book", title="A Book of Rust")
    ReadingAbout.objects.create(film=film, reading=reading, pages="11-12")
    Preview.objects.create(film=film, title="A beginning", address="https://films.example/preview")
    Still.objects.create(
        film=film, digest="0" * 32, width=1920, height=1080, image="stills/0", description="A train"
    )
    Film.objects.filter(pk=film.pk).update(featured=1)
    Door.objects.create(name="Teachers", text="For class.", link="Begin", address="/films/")
    FrontSection.objects.create(kind="featured", order=20, heading="Now")
    gathered = Collection.objects.create(slug="long-days", name="Long days", front_position=1)
    gathered.films.add(film)
    StudyGuide.objects.create(film=film, title="A guide", file="guides/guide.pdf")
    DistributionRight.objects.create(film=film, territory="A territory")
    ScreeningCopy.objects.create(film=film, label="DCP", format="dcp", runtime=554)
    kind = LicenceType.objects.create(
        code="site", name="Site licence", summary="For a site.", uses=["classroom"], term_months=12
    )
    for each in (film, *film.parts.all()):
        Price.objects.create(
            film=each,
            licence_type=kind,
            tier="higher-education",
            amount=Money(100, "USD"),
            starts_on=date(2020, 1, 1),
        )
    programme(film)
    InformationPage.objects.create(slug="about", title="About the house", body="We are few.")


def programme(film: Film) -> None:
    cinema = Institution.objects.create(
        legal_name="The Long Room Association", tier="non-profit", country="NL"
    )
    venue = Venue.objects.create(
        slug="the-room",
        name="The Room",
        institution=cinema,
        time_zone="Europe/Amsterdam",
        city="Town",
        country="NL",
    )
    MealPlace.objects.create(venue=venue, name="A counter")
    OpeningHours.objects.create(venue=venue, weekday=0, opens=time(10), closes=time(23))
    screen = Screen.objects.create(venue=venue, name="One", capacity=40)
    screening = Screening.objects.create(
        slug="rust-in-may", film=film, venue=venue, institution=cinema, title="Rust in May", status="cancelled",
        programmer=User.objects.create_user("owner@cinema.example"),
    )  # fmt: skip
    starts_at = timezone.now() + timedelta(days=30)
    ends_at = starts_at + timedelta(minutes=244)
    Showing.objects.create(
        screening=screening, film=film.parts.get(slug="rust"), screen=screen, until_minute=244, starts_at=starts_at,
        ends_at=ends_at, occupied_from=starts_at, occupied_until=ends_at, capacity=40,
    )  # fmt: skip


WORDS = ["First new words", "Second new words", "Third new words"]
# What is changed, which column of it, where it is seen, and what it is changed to, once for each way.
KINDS: dict[str, tuple[type[models.Model], str, str, list[Any]]] = {
    "film": (Film, "synopsis", FILM, list(WORDS)),
    "film in a list": (Film, "title", LIST, list(WORDS)),
    "film on the front page": (Film, "title", "/", list(WORDS)),
    "text of a film on the front page": (Film, "synopsis", "/", list(WORDS)),
    "title on the front page": (Title, "text", "/", list(WORDS)),
    "person on the front page": (Person, "name", "/", list(WORDS)),
    "whole of a part": (Film, "title", PART, list(WORDS)),
    "title": (Title, "text", FILM, list(WORDS)),
    "title in a list": (Title, "text", LIST, list(WORDS)),
    "statement": (Statement, "note", FILM, list(WORDS)),
    "source": (Source, "name", FILM, list(WORDS)),
    "relation": (Relation, "note", FILM, list(WORDS)),
    "heading": (Subject, "name", FILM, list(WORDS)),
    "heading in a list": (Subject, "name", LIST, list(WORDS)),
    "person": (Person, "name", FILM, list(WORDS)),
    "person in a list": (Person, "name", LIST, list(WORDS)),
    "person's page": (Person, "biography", PERSON, list(WORDS)),
    "other name of a person": (PersonName, "text", PERSON, list(WORDS)),
    "credit": (Credit, "detail", PERSON, list(WORDS)),
    "recognition": (Recognition, "event", FILM, list(WORDS)),
    "press notice": (PressNotice, "text", FILM, list(WORDS)),
    "reading": (Reading, "title", FILM, list(WORDS)),
    "reading about a film": (ReadingAbout, "pages", FILM, ["21-22", "31-32", "41-42"]),
    "description of a still": (Still, "description", FILM, list(WORDS)),
    "still on the front page": (Still, "description", "/", list(WORDS)),
    "door": (Door, "text", "/", list(WORDS)),
    "section of the front page": (FrontSection, "heading", "/", list(WORDS)),
    "collection": (Collection, "name", "/collections/long-days/", list(WORDS)),
    "collection on the front page": (Collection, "name", "/", list(WORDS)),
    "film of a collection": (Film, "title", "/collections/long-days/", list(WORDS)),
    "preview": (Preview, "title", FILM, list(WORDS)),
    "study guide": (StudyGuide, "title", FILM, list(WORDS)),
    "right": (DistributionRight, "territory", FILM, list(WORDS)),
    "copy": (ScreeningCopy, "runtime", FILM, [661, 662, 663]),
    "licence type": (LicenceType, "summary", "/prices/", list(WORDS)),
    "licence type in the table of prices": (LicenceType, "name", FILM, list(WORDS)),
    "licence type in the prices": (LicenceType, "name", "/prices/", list(WORDS)),
    "price": (Price, "amount", FILM, [711, 722, 733]),
    "price in the prices": (Price, "amount", "/prices/", [711, 722, 733]),
    "price of a part": (Price, "amount", PART, [711, 722, 733]),
    "institution": (Institution, "legal_name", SCREENING, list(WORDS)),
    "venue": (Venue, "name", PROGRAMME, list(WORDS)),
    "town in the programme": (Venue, "city", PROGRAMME, list(WORDS)),
    "film in the programme": (Film, "title_language", PROGRAMME, ["fr", "nl", "de"]),
    "venue's page": (Venue, "address", VENUE, list(WORDS)),
    "opening hours": (OpeningHours, "closes", VENUE, [time(21, 11), time(21, 22), time(21, 33)]),
    "meal place": (MealPlace, "name", VENUE, list(WORDS)),
    "screen": (Screen, "name", VENUE, list(WORDS)),
    "screening": (Screening, "title", PROGRAMME, list(WORDS)),
    "screening on the front page": (Screening, "title", "/", list(WORDS)),
    "venue of a screening on the front page": (Venue, "name", "/", list(WORDS)),
    "screening's page": (Screening, "description", SCREENING, list(WORDS)),
    "places": (Showing, "booked", SCREENING, [1, 2, 3]),
    "information page": (InformationPage, "body", "/about/", list(WORDS)),
}


SHARES = 5
"""The kinds are dealt out to so many tests: making all these rows takes longer than a change of one."""


def by_save(model: type[models.Model], column: str, value: Any) -> None:
    for row in model._default_manager.all():
        setattr(row, column, value)
        row.save()


def by_bulk_update(model: type[models.Model], column: str, value: Any) -> None:
    model._default_manager.update(**{column: value})


def by_sql(model: type[models.Model], column: str, value: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{model._meta.db_table}" SET "{column}" = %s', [value])  # noqa: S608 - a test's own


@pytest.mark.parametrize("share", range(SHARES))
def test_a_change_is_seen_whichever_way_it_is_made(client: Client, share: int) -> None:
    faults = []
    for kind in kinds_of(share):
        model, column, address, values = KINDS[kind]
        for way, value in zip((by_save, by_bulk_update, by_sql), values, strict=True):
            before = client.get(address).text
            again = client.get(address).text
            way(model, column, value)
            after = client.get(address).text
            if again != before or not is_new(value, before, after):
                faults.append((kind, way.__name__))
    assert faults == []


@pytest.mark.parametrize("share", range(SHARES))
def test_a_change_is_seen_by_a_member(client: Client, share: int) -> None:
    client.force_login(User.objects.create_user("june@school.example"))
    faults = []
    for kind in kinds_of(share):
        model, column, address, values = KINDS[kind]
        Client().get(address)
        before = client.get(address).text
        by_bulk_update(model, column, values[0])
        if not is_new(values[0], before, client.get(address).text):
            faults.append(kind)
    assert faults == []


def kinds_of(share: int) -> Iterator[str]:
    """Each finds the rows as they were: what was changed for the one before is changed back."""
    for kind in list(KINDS)[share::SHARES]:
        model, column, _address, _values = KINDS[kind]
        former = list(model._default_manager.values_list("pk", column))
        yield kind
        for pk, value in former:
            model._default_manager.filter(pk=pk).update(**{column: value})


def is_new(value: Any, before: str, after: str) -> bool:
    return after != before and said(value) in after


def test_a_showing_that_is_moved_is_drawn_elsewhere_in_the_programme(client: Client) -> None:
    (before,) = re.findall(r'<time datetime="([^"]+)"', client.get(PROGRAMME).text)
    day = timedelta(days=1)
    Showing.objects.update(
        **{column: F(column) + day for column in ("starts_at", "ends_at", "occupied_from", "occupied_until")}
    )
    (after,) = re.findall(r'<time datetime="([^"]+)"', client.get(PROGRAMME).text)
    assert date.fromisoformat(after) == date.fromisoformat(before) + day


def test_the_front_page_shows_other_screenings_when_there_are_others(client: Client) -> None:
    def programme() -> str:
        return client.get("/").text.partition('<ul class="programme">')[2].partition("</ul>")[0]

    before = programme()
    assert "Rust in May" in before
    day = timedelta(days=1)
    Showing.objects.update(
        starts_at=F("starts_at") + day, ends_at=F("ends_at") + day, occupied_until=F("ends_at") + day
    )
    assert "Rust in May" in programme()
    assert programme() != before
    Screening.objects.update(status="draft")
    assert programme() == ""
    Screening.objects.update(status="cancelled")
    assert "Rust in May" in programme()


def test_the_price_of_one_part_leaves_the_others(client: Client) -> None:
    client.get(FILM)
    Price.objects.filter(film__slug="rust").update(amount=711)
    page = client.get(FILM).text
    assert page.count("$711.00</span>") == 1
    assert (
        page.count("$100.00</span>")
        == Film.objects.filter(part_of=None, slug="west-of-the-tracks").get().parts.count()
    )


def test_a_price_of_another_tier_is_new_in_the_matrix(client: Client) -> None:
    price = Price.objects.filter(film__slug="west-of-the-tracks").order_by("pk")[0]
    Price.objects.create(
        film=price.film,
        licence_type=price.licence_type,
        tier="k-12",
        amount=Money(222, "USD"),
        starts_on=price.starts_on,
    )
    assert "$222.00" in client.get(FILM).text
    Price.objects.filter(amount=222).update(amount=333)
    page = client.get(FILM).text
    assert ("$222.00" in page, "$333.00" in page) == (False, True)


def test_the_title_of_a_film_is_new_in_the_licences_of_its_parts(client: Client) -> None:
    page = f"{FILM}rust/"
    assert "Add to cart" in client.get(page).text
    Film.objects.filter(slug="west-of-the-tracks").update(title="Tie Xi Qu: West of Rails")
    named = set(re.findall(r'visually-hidden">: (.*?: Rust), ', client.get(page).text))
    assert named == {"Tie Xi Qu: West of Rails: Rust"}


def said(value: Any) -> str:
    """As a page has it."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int) and value < 10:
        return f'"remainingAttendeeCapacity": {40 - value}'
    return str(value)


DELETIONS: dict[str, tuple[Callable[[], object], str, str]] = {
    "title": (lambda: Title.objects.filter(language="zh-Hans").delete(), FILM, "铁西区"),
    "press notice": (lambda: PressNotice.objects.all().delete(), FILM, "Long and good."),
    "price": (lambda: Price.objects.all().delete(), FILM, "$100.00</span>"),
    "heading of a film": (
        lambda: Film.subjects.through.objects.all().delete(),
        FILM,
        "Railways",
    ),
    "showing": (lambda: Showing.objects.all().delete(), SCREENING, "remainingAttendeeCapacity"),
    "information page": (lambda: InformationPage.objects.all().delete(), "/about/", "We are few."),
}


@pytest.mark.parametrize("kind", DELETIONS)
def test_what_is_deleted_is_gone_from_the_page(client: Client, kind: str) -> None:
    delete, address, words = DELETIONS[kind]
    assert words in client.get(address).text
    delete()
    assert words not in client.get(address).text


def test_what_the_office_changes_is_seen(client: Client) -> None:
    client.get(FILM)
    office = Client()
    office.force_login(User.objects.create_superuser("office@distributor.example"))
    price = Price.objects.get(film__slug="west-of-the-tracks")
    sent = {
        "film": price.film_id, "licence_type": price.licence_type_id, "tier": price.tier, "amount_0": "745",
        "amount_1": "USD", "starts_on": "2020-01-01", "ends_on": "", "fee_form": "flat", "percent": "0",
    }  # fmt: skip
    assert office.post(f"/admin/licensing/price/{price.pk}/change/", sent).status_code == 302
    assert "$745.00" in client.get(FILM).text


def test_what_the_filters_of_the_list_count_is_new_in_it(client: Client) -> None:
    before = client.get(LIST).text
    assert ('value="nl"' in before, 'value="cinema"' in before) == (False, False)
    ScreeningCopy.objects.update(subtitles=["nl"])
    assert 'value="nl"' in client.get(LIST).text
    Price.objects.update(tier="cinema")
    assert 'value="cinema"' in client.get(LIST).text


def test_withdrawal_and_publication_are_shown_at_the_next_request(client: Client) -> None:
    film = Film.objects.get(slug="west-of-the-tracks")
    assert (client.get(FILM).status_code, client.get(PART).status_code) == (200, 200)
    assert 'href="/films/west-of-the-tracks/"' in client.get(LIST).text
    withdraw_film(film=film, reason="Our rights have ended.", by=None)
    assert (client.get(FILM).status_code, client.get(PART).status_code) == (410, 410)
    assert 'href="/films/west-of-the-tracks/"' not in client.get(LIST).text
    publish_film(film=film, by=None)
    make_draft(film=film, by=None)
    Film.objects.filter(pk=film.pk).update(publish_at=timezone.now())
    assert client.get(FILM).status_code == 404
    assert publish_due() == 1
    assert (client.get(FILM).status_code, client.get(PART).status_code) == (200, 200)
    assert 'href="/films/west-of-the-tracks/"' in client.get(LIST).text
