"""Kept pages: served without making them again, to those they are meant for, until something on them changes."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.safestring import SafeString
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Film, Person, Relation, Title
from revisions.pages import by_visitor
from revisions.parts import kept_until, key_of
from revisions.reading import Reading
from revisions.storage.store import LONGEST_ADDRESS, key_for
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/films/west-of-the-tracks/"
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def film() -> Film:
    return make_west_of_the_tracks()


@pytest.mark.parametrize(
    "address", [PAGE, f"{PAGE}rust/", "/", "/films/", "/prices/", "/screenings/", "/about/"]
)
def test_a_kept_page_costs_one_statement_and_is_the_same(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    made = client.get(address)
    with django_assert_num_queries(1):
        kept = client.get(address)
    assert (kept.content, kept.headers) == (made.content, made.headers)
    assert not kept.cookies
    assert "csrf" not in kept.text


def test_a_kept_page_has_the_headers_of_one_that_is_made(client: Client) -> None:
    client.get(PAGE)
    kept = client.get(PAGE)
    made = client.get(f"{PAGE}?made=each-time")
    only_kept = {"ETag"}
    assert {
        name: value
        for name, value in kept.headers.items()
        if name not in only_kept | {"Content-Length", "Vary"}
    } == {name: value for name, value in made.headers.items() if name not in {"Content-Length", "Vary"}}
    assert kept.headers["Cache-Control"] == "private, no-cache"


def test_caches_on_the_way_keep_a_page_apart_by_who_asks_and_in_which_language(client: Client) -> None:
    for _made_and_kept in range(2):
        vary = client.get(PAGE).headers["Vary"].split(", ")
        assert {"Accept-Encoding", "Accept-Language", "Cookie"} <= set(vary)


def test_who_picks_a_tier_is_not_shown_what_others_were(client: Client) -> None:
    """As two visitors with a session: each is shown the page of the tier that they picked."""
    seen = []
    for tier in ("k-12", "individual", "k-12"):
        visitor = Client(headers=SAME_ORIGIN)
        visitor.post("/cart/tier/", {"tier": tier, "next": PAGE})
        visitor.get(PAGE)  # with the message
        seen.append(key_of_page(visitor))
    assert seen[0] == seen[2] != seen[1]


def key_of_page(visitor: Client) -> str | None:
    request = RequestFactory().get(PAGE)
    request.session, request.user = visitor.session, AnonymousUser()
    return key_for(request, by_visitor(request))


def test_an_address_too_long_is_answered_and_not_kept(client: Client) -> None:
    assert client.get(PAGE + "?" + "a" * LONGEST_ADDRESS).status_code == 200
    assert key_for(RequestFactory().get("/" + "a" * LONGEST_ADDRESS)) is None
    assert key_for(RequestFactory().get("/" + "a" * (LONGEST_ADDRESS - 1))) is not None


def test_who_has_the_page_is_told_so(client: Client) -> None:
    tag = client.get(PAGE).headers["ETag"]
    answer = client.get(PAGE, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", tag)
    Film.objects.update(synopsis="Another text.")
    assert client.get(PAGE, headers={"If-None-Match": tag}).status_code == 200


def test_a_page_is_sent_compressed_to_who_takes_it(client: Client) -> None:
    plain = client.get(PAGE)
    packed = client.get(PAGE, headers={"Accept-Encoding": "br, gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def sql(statement: str) -> Callable[[], object]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return run


CHANGES: dict[str, tuple[Callable[[], object], str]] = {
    "a film by bulk update": (
        lambda: Film.objects.filter(slug="west-of-the-tracks").update(year=2004),
        "2004",
    ),
    "a film by SQL": (sql("UPDATE catalog_film SET synopsis = 'Ruins.' WHERE part_of_id IS NULL"), "Ruins."),
    "a part": (lambda: Film.objects.filter(slug="rust").update(title="Tie Xi Qu I"), "Tie Xi Qu I"),
    "a title": (
        lambda: Title.objects.create(
            film=Film.objects.get(slug="west-of-the-tracks"),
            text="Distrito Oeste",
            language="es",
            kind="translation",
        ),
        "Distrito Oeste",
    ),
    "a person": (lambda: Person.objects.update(name="Wang B."), "Wang B."),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_on_the_page_at_the_next_request(client: Client, change: str) -> None:
    act, words = CHANGES[change]
    assert words not in client.get(PAGE).text
    assert words not in client.get(PAGE).text
    act()
    assert words in client.get(PAGE).text


def test_an_address_that_a_film_has_left_is_empty(client: Client) -> None:
    client.get(PAGE)
    Film.objects.filter(slug="west-of-the-tracks").update(slug="tie-xi-qu")
    assert client.get(PAGE).status_code == 404
    assert client.get("/films/tie-xi-qu/").status_code == 200


def test_a_related_film_changes_the_page(client: Client, film: Film) -> None:
    other = make_film()
    Relation.objects.create(film=film, other=other)
    assert "Dead Birds" in client.get(PAGE).text
    Film.objects.filter(pk=other.pk).update(title="Live Birds")
    assert "Live Birds" in client.get(PAGE).text


def test_what_another_film_has_changed_leaves_the_page_alone(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = make_film()
    client.get(PAGE)
    Film.objects.filter(pk=other.pk).update(title="Live Birds")
    with django_assert_num_queries(1):
        client.get(PAGE)


def test_languages_are_kept_apart(client: Client) -> None:
    english, french = client.get(PAGE), client.get(PAGE, headers={"Accept-Language": "fr"})
    assert (english.headers["Content-Language"], french.headers["Content-Language"]) == ("en", "fr")
    client.cookies["django_language"] = "fr"
    assert client.get(PAGE).text == french.text


def test_a_page_is_not_true_for_longer_than_the_office_has_its_day(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get(PAGE)
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    with pytest.raises(pytest.fail.Exception), django_assert_num_queries(1):
        client.get(PAGE)


def test_a_member_has_the_same_page_with_a_menu_of_their_own(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(PAGE)
    client.force_login(User.objects.create_user("june@school.example", name="June Member"))
    with django_assert_num_queries(3):  # session, person, revisions
        page = client.get(PAGE)
    assert "June Member" in page.text
    assert page.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in page.headers
    client.logout()
    assert "June Member" not in Client().get(PAGE).text


def test_what_a_member_was_shown_is_not_shown_to_others(client: Client) -> None:
    client.force_login(User.objects.create_user("june@school.example", name="June Member"))
    assert "June Member" in client.get(PAGE).text
    assert "June Member" not in Client().get(PAGE).text
    other = Client()
    other.force_login(User.objects.create_user("july@school.example", name="July Other"))
    assert "June Member" not in other.get(PAGE).text


def test_odd_addresses_are_answered_and_not_kept(client: Client) -> None:
    odd = ("?a=1", "?page=99", "?page=abc", "?decade=1850", "?q=west", "?country=CN&decade=2000")
    ignored = ("?order=abc", "?decade=abcd", "?decade=20000", "?length=abc", "?country=%20")
    for query in (*odd, *ignored):
        assert client.get(f"/films/{query}").status_code == 200
    assert client.get("/films/no-such-film/").status_code == 404
    assert cache._cache.get_client().keys("*page:*") == []  # type: ignore[attr-defined]  # Valkey's own


def test_a_message_is_shown_once_to_whom_it_is_for(client: Client, film: Film) -> None:
    client.get(PAGE)
    visitor = Client(headers=SAME_ORIGIN)
    visitor.post("/cart/tier/", {"tier": "k-12", "next": PAGE})
    page = visitor.get(PAGE)
    assert page.status_code == 200
    assert visitor.get(PAGE).text == page.text


def test_a_page_made_inside_a_transaction_is_not_kept(client: Client) -> None:
    from django.db import transaction

    with transaction.atomic():
        Film.objects.update(synopsis="Never said.")
        assert "Never said." in client.get(PAGE).text
        transaction.set_rollback(True)
    assert "Never said." not in client.get(PAGE).text


def test_without_a_cache_pages_are_made(client: Client, settings: object) -> None:
    settings.KEEPS_PAGES = False  # type: ignore[attr-defined]
    assert client.get(PAGE).text == client.get(PAGE).text


@pytest.mark.parametrize(("seconds", "times"), [(40, 1), (0, 2)])
def test_a_part_that_the_clock_changes_is_kept_until_then(seconds: int, times: int) -> None:
    ends_at = timezone.now() + timedelta(seconds=seconds)
    readings = [Reading(), Reading()]
    made = []
    for reading in readings:
        reading.keeps_parts = True

        def make(reading: Reading = reading) -> SafeString:
            reading.changes_at(ends_at)
            made.append(reading)
            return SafeString("a list")

        assert kept_until(key_of("list", reading, [], ends_at), reading, make) == "a list"
        assert reading.until <= ends_at
    assert made == readings[:times]
