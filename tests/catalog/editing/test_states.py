"""A film goes back to an earlier state with its titles, credits and subjects."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pghistory.core
import pytest
from django.db import connection
from django.test import Client

from accounts.models import User
from catalog.editing.restoring import restore_film
from catalog.editing.states import Earlier, lists_of, state_after, state_at
from catalog.models import Credit, Film, Person, Subject, Title
from catalog.search.matching import search_films
from tests.catalog.make import make_west_of_the_tracks
from wording.refusals import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
        return moment


def at(film: Film, moment: datetime) -> Earlier:
    found = state_at(film, moment)
    assert found is not None
    return found


def changed(film: Film) -> None:
    """Otherwise in every way: a title gone, changed and new, another maker, another subject, another year."""
    film.titles.filter(language="zh-Hans").delete()
    film.titles.update(text="Tiexi Qu")
    Title.objects.create(film=film, text="À l’ouest des rails", language="fr", kind="translation", order=2)
    other = Person.objects.create(slug="someone", name="Someone Else")
    Credit.objects.filter(film=film).update(person=other)
    film.subjects.set([Subject.objects.create(slug="labour", name="Labour")])
    Film.objects.filter(pk=film.pk).update(year=2004)


def test_film_goes_back_with_all_its_lists_and_is_found_by_them_again() -> None:
    film = make_west_of_the_tracks()
    before, moment = lists_of(film), now()
    changed(film)
    restored = restore_film(film=film, earlier=at(film, moment), by=None)
    key = lambda row: str(sorted(row.items()))  # noqa: E731
    assert {name: sorted(rows, key=key) for name, rows in lists_of(film).items()} == {
        name: sorted(rows, key=key) for name, rows in before.items()
    }
    assert restored.year == 2003
    assert list(search_films(Film.objects.wholes(), "铁西区").values_list("slug", flat=True)) == [
        "west-of-the-tracks"
    ]
    with pytest.raises(Refused, match="already as it was"):
        restore_film(film=film, earlier=at(film, moment), by=None)


def test_going_back_can_be_taken_back() -> None:
    film = make_west_of_the_tracks()
    moment = now()
    changed(film)
    later, changed_at = lists_of(film), now()
    restore_film(film=film, earlier=at(film, moment), by=None)
    restore_film(film=film, earlier=at(film, changed_at), by=None)
    assert sorted(map(str, lists_of(film)["titles"])) == sorted(map(str, later["titles"]))
    assert lists_of(film)["subjects"] == later["subjects"]


def test_person_who_is_gone_does_not_come_back_and_the_others_do() -> None:
    film = make_west_of_the_tracks()
    moment = now()
    changed(film)
    Person.objects.get(slug="wang-bing").delete()
    restore_film(film=film, earlier=at(film, moment), by=None)
    assert not film.credits.exists()
    assert film.titles.filter(text="铁西区").exists()


def test_lists_whose_history_begins_later_stay(client: Client) -> None:
    film = make_west_of_the_tracks()
    (events,) = pghistory.core.event_models(tracks_model=Title)
    moment = now()
    events._default_manager.create(
        pgh_label="kept", pgh_obj_id=1, id=1, film_id=film.pk, text="Later", language="en", kind="display"
    )
    earlier = at(film, moment)
    assert earlier.lists is None
    Film.objects.filter(pk=film.pk).update(year=2004)
    film.titles.all().delete()
    assert restore_film(film=film, earlier=earlier, by=None).year == 2003
    assert not film.titles.exists()


def test_before_a_film_was_there_is_no_state() -> None:
    film = make_west_of_the_tracks()
    assert state_at(film, datetime(2000, 1, 1, tzinfo=UTC)) is None
    assert state_after(film, 2**30) is None


def test_history_tells_of_lists_and_leads_back_to_each_change(client: Client) -> None:
    client.force_login(User.objects.create_superuser("office@example.org"))
    film = make_west_of_the_tracks()
    film.titles.filter(language="zh-Hans").delete()
    page = f"/admin/catalog/film/{film.pk}/history/"
    happened: list[Any] = client.get(page).context["happened"]
    assert happened[0].sentences == ["Titles removed: 铁西区."]
    assert happened[0].back == ""
    before = next(each for each in happened if each.sentences == ["Subjects added: Railways."])
    shown = client.get(before.back).text
    assert "Tiě xī qū → 铁西区, Tiě xī qū" in shown
    assert client.post(before.back).status_code == 302
    assert film.titles.filter(text="铁西区").exists()


@pytest.mark.parametrize("moment", ["0", "1", str(2**52), "9" * 40])
def test_moment_without_a_state_is_not_found(client: Client, moment: str) -> None:
    client.force_login(User.objects.create_superuser("office@example.org"))
    film = make_west_of_the_tracks()
    assert client.get(f"/admin/catalog/film/{film.pk}/back/at/{moment}/").status_code == 404
