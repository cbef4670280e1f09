"""The office publishes, withdraws, and goes back in a film's history."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Film
from tests.catalog.make import make_film, make_west_of_the_tracks

LIST = "/admin/catalog/film/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("office@example.org"))
    return client


def page(film: Film, rest: str) -> str:
    return f"/admin/catalog/film/{film.pk}/{rest}"


def test_buttons_follow_the_state(desk: Client) -> None:
    film = make_film(is_published=False)
    shown = desk.get(page(film, "change/")).text
    assert "Publish now" in shown
    assert "do/withdraw/" not in shown
    assert desk.post(page(film, "do/publish/")).status_code == 302
    shown = desk.get(page(film, "change/")).text
    assert "do/withdraw/" in shown
    assert desk.post(page(film, "do/withdraw/"), {"reason": "Our rights have ended."}).status_code == 302
    film.refresh_from_db()
    assert (film.is_published, film.withdrawn_reason) == (False, "Our rights have ended.")


def test_drafts_are_published_together_from_the_list_with_their_parts(desk: Client) -> None:
    one, two = make_film(is_published=False), make_film("Two", "two", is_published=False)
    make_film("A part", "a-part", part_of=one, part_number=1, is_published=False)
    gone, other = make_film("Gone", "gone"), make_film("Other", "other", is_published=False)
    desk.post(page(gone, "do/withdraw/"), {"reason": "Our rights have ended."})
    chosen = {"action": "publish_drafts", "_selected_action": [one.pk, two.pk, gone.pk]}
    answer = desk.post(LIST, chosen, follow=True)
    assert "3 films and parts are published." in answer.text
    assert set(Film.objects.public().values_list("slug", flat=True)) == {"dead-birds", "a-part", "two"}
    other.refresh_from_db()
    assert not other.is_published


def test_time_that_is_past_is_refused_at_its_field(desk: Client) -> None:
    film = make_film(is_published=False)
    answer = desk.post(page(film, "do/publish-at/"), {"at": "2020-01-01T10:00"})
    assert answer.context["form"].errors == {
        "at": ["This time is past. To publish now, use the other button."]
    }
    assert desk.post(page(film, "do/publish-at/"), {"at": "2099-01-01T10:00"}).status_code == 302
    film.refresh_from_db()
    assert film.publish_at is not None


def test_history_says_field_by_field_and_leads_back(desk: Client) -> None:
    film = make_film(synopsis="A village.")
    Film.objects.filter(pk=film.pk).update(year=1965, synopsis="Another.")
    happened = desk.get(page(film, "history/")).context["happened"]
    assert [each.sentences for each in happened] == [
        ["Year: 1964 → 1965", "Synopsis: A village. → Another."],
        ["Created."],
    ]
    assert [bool(each.back) for each in happened] == [False, True]
    asked = desk.get(happened[1].back).text
    assert "1965 → 1964" in asked
    assert desk.post(happened[1].back).status_code == 302
    film.refresh_from_db()
    assert (film.year, film.synopsis) == (1964, "A village.")
    newest = desk.get(page(film, "history/")).context["happened"]
    assert ["Year: 1965 → 1964", "Synopsis: Another. → A village."] in [each.sentences for each in newest]
    assert {each.who for each in newest if "Year: 1965 → 1964" in each.sentences} == {"office@example.org"}


def test_going_back_changes_neither_address_nor_publication(desk: Client) -> None:
    film = make_film()
    first = desk.get(page(film, "history/")).context["happened"][-1].event
    Film.objects.filter(pk=film.pk).update(year=1965, slug="dead-birds-1964", is_published=False)
    desk.post(page(film, f"back/{first}/"))
    film.refresh_from_db()
    assert (film.year, film.slug, film.is_published) == (1964, "dead-birds-1964", False)


def test_going_back_refuses_what_contradicts_today(desk: Client) -> None:
    film = make_film(imdb="tt0057995")
    first = desk.get(page(film, "history/")).context["happened"][-1].event
    Film.objects.filter(pk=film.pk).update(imdb="")
    make_film("Other", "other", imdb="tt0057995")
    answer = desk.post(page(film, f"back/{first}/"))
    assert "“Other” has this number of IMDb already." in answer.text
    same = Film.objects.get(pk=film.pk)
    assert same.imdb == ""


def test_state_of_another_film_is_not_found(desk: Client) -> None:
    film, other = make_film(), make_film("Other", "other")
    event = desk.get(page(other, "history/")).context["happened"][0].event
    assert desk.get(page(film, f"back/{event}/")).status_code == 404
    assert desk.get(page(film, "back/999999/")).status_code == 404


def test_who_may_only_look_goes_nowhere_back(client: Client) -> None:
    film = make_film()
    reader = User.objects.create_user("reader@example.org", "secret", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_film"))
    client.force_login(reader)
    happened = client.get(page(film, "history/")).context["happened"]
    assert [each.back for each in happened] == [""]
    assert client.post(page(film, f"back/{happened[0].event}/")).status_code == 403


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("lengths=differ", ["Wrong"]),
        ("lengths=unknown", ["Unknown"]),
        ("state=draft", ["Draft"]),
        ("state=withdrawn", []),
        ("state=published&piece=whole", ["Unknown", "West of the Tracks", "Wrong"]),
    ],
)
def test_list_is_filtered_by_state_and_lengths(desk: Client, query: str, titles: list[str]) -> None:
    make_west_of_the_tracks()
    make_film("Draft", "draft", is_published=False)
    for title, minutes in (("Wrong", 50), ("Unknown", None)):
        whole = make_film(title, title.lower(), runtime=100)
        make_film("First", "first", part_of=whole, part_number=1, runtime=minutes)
    shown = desk.get(f"{LIST}?{query}").context["cl"].result_list
    assert sorted(film.title for film in shown) == titles


@pytest.mark.parametrize("rows", [1, 3])
def test_list_makes_the_same_queries_for_any_number(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_film(f"Film {number}", f"film-{number}")
    desk.get(LIST)
    with django_assert_num_queries(5):
        desk.get(f"{LIST}?lengths=differ&state=published")


def test_editor_is_told_at_once_that_parts_do_not_add_up(desk: Client) -> None:
    from tests.catalog.test_admin_film import ADD, part, with_parts

    data = with_parts(desk.get(ADD), part(0, part_number="1"), part(1, part_number="2", runtime=""))
    answer = desk.post(ADD, data, follow=True)
    assert "Part 2 has no runtime. The other parts add up to 100 of 432 minutes." in answer.text
    data = with_parts(desk.get(ADD), part(0, part_number="1", runtime="433")) | {"slug": "longer"}
    answer = desk.post(ADD, data)
    assert (
        "Part 1 is given as 433 minutes and the whole film as 432: no part is longer than its whole."
        in answer.text
    )
    assert not Film.objects.filter(slug="longer").exists()
    assert not Film.objects.get(slug="satan").is_published
