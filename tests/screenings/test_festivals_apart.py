"""A festival's pages are about this festival alone; and who may only see festivals finds nothing there that changes one."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from accounts.models import User
from screenings.models import (
    Festival,
    FestivalFilm,
    FestivalLostDay,
    FestivalPair,
    FestivalPlan,
    FestivalPublication,
)
from screenings.planner.festival import Together
from screenings.planning.festivals import question_of
from screenings.programme.festivals.about import About, create_festival
from screenings.programme.festivals.arranging import add_film, keep_apart, pin
from screenings.programme.festivals.losing import have_screen_again, lose_screen
from screenings.programme.festivals.planning import ask_programme
from tests.office.people import someone
from tests.screenings.conftest import SATURDAY, at, signed_in
from tests.screenings.programme.festivals.conftest import festival, shorts, wish
from wording.refusals import Refused

__all__ = ["festival", "shorts"]

ASKED = {"HX-Request": "true"}


@pytest.fixture
def other(festival: Festival, owner: User) -> Festival:
    """Another festival of the same people with the same films and screens: two of them kept apart, one fixed, a screen lost; its planner
    is asked, and its programme is being published."""
    screens = list(festival.screens.select_related("venue"))
    about = About("Days of Dust", SATURDAY, SATURDAY, screens)
    made = create_festival(institution=festival.institution, about=about, by=owner)
    salt, slate = (
        add_film(festival=made, film=each.film, by=owner) for each in festival.films.order_by("pk")[1:]
    )
    keep_apart(film=salt, other=slate, why=Together.MAKER, by=owner)
    lose_screen(festival=made, screen=screens[1], day=SATURDAY, by=owner)
    begins = at(SATURDAY, "18:00", screens[0].venue)
    pin(film=salt, nth=1, screen=screens[0], starts_at=begins, by=owner)
    ask_programme(festival=made, by=owner)
    FestivalPublication.objects.create(festival=made, asked_by=owner, language="en")
    return made


def test_a_page_shows_nothing_of_another_festival(festival: Festival, other: Festival, owner: User) -> None:
    client, page = signed_in(owner), festival.get_absolute_url()
    shown = client.get(page).context
    said = {name: shown[name] for name in ("asked", "is_open", "publication", "pairs")}
    assert said == {"asked": None, "is_open": False, "publication": None, "pairs": 0}
    assert not shown["lost_days"]
    assert not client.get(f"{page}pairs/").context["page_obj"].object_list
    assert client.get(f"{page}publishing/", headers=ASKED).headers["HX-Refresh"] == "true"
    assert "fixed showing" not in client.get(f"{page}delete/").text
    assert client.get(f"{page}?film={wish(other, 'salt').pk}").status_code == 404
    seen = client.get(other.get_absolute_url()).context
    assert (seen["is_open"], seen["pairs"], seen["asked"].status) == (True, 1, "waiting")
    own, theirs = question_of(festival), question_of(other)
    assert [(len(each.pairs), len(each.pins)) for each in (own, theirs)] == [(0, 0), (1, 1)]


def what_takes_away(salt: FestivalFilm) -> list[tuple[str, dict[str, object]]]:
    """The addresses below a festival's page, with what is sent there."""
    return [
        ("films/remove", {"film": salt.pk, "confirm": "1"}),
        ("pin", {"unpin": f"{salt.pk}-1"}),
        ("pairs", {"remove": FestivalPair.objects.get().pk}),
        ("lost", {"remove": FestivalLostDay.objects.get().pk}),
    ]


def test_a_page_changes_nothing_of_another_festival(festival: Festival, other: Festival, owner: User) -> None:
    client, page, salt = signed_in(owner), festival.get_absolute_url(), wish(other, "salt")
    for act, data in what_takes_away(salt):
        assert client.post(f"{page}{act}/", data).status_code == 404, act
    client.post(f"{page}stop/")
    client.post(f"{page}publishing/")
    stands = (
        FestivalPlan.objects.get().status,
        FestivalPublication.objects.get().status,
        salt.pins.count(),
        FestivalPair.objects.count(),
        other.lost_days.count(),
    )
    assert stands == ("waiting", "waiting", 1, 1, 1)


def test_a_festival_stays_as_it_is_while_it_is_published(other: Festival, owner: User) -> None:
    client, page, salt = signed_in(owner), other.get_absolute_url(), wish(other, "salt")
    for act, data in what_takes_away(salt):
        said = client.post(f"{page}{act}/", data, follow=True).text
        assert "The festival is being published. Wait until it is done, or stop it." in said, act
    stands = salt.pins.count(), FestivalPair.objects.count(), other.lost_days.count(), other.films.count()
    assert stands == (1, 1, 1, 2)


def test_who_may_only_see_festivals_finds_no_button_that_works(
    festival: Festival, other: Festival, settings: Settings
) -> None:
    """The office's people who may change them delete none: each asks for a permission of its own."""
    client, page, salt = (
        signed_in(someone("view", settings)),
        other.get_absolute_url(),
        wish(other, "salt").pk,
    )
    assert [client.get(f"{page}{each}").status_code for each in ("", "pairs/", "faults/")] == [200] * 3
    data = {"film": f"{salt}", "unpin": f"{salt}-1", "confirm": "1"}
    acts = (
        "films",
        "films/remove",
        "pairs",
        "lost",
        "plan",
        "stop",
        "pin",
        "publish",
        "publishing",
        "change",
        "delete",
    )
    assert {act: client.post(f"{page}{act}/", data).status_code for act in acts} == dict.fromkeys(acts, 404)
    assert {act: client.get(f"{page}{act}/").status_code for act in ("change", "delete", "publish")} == {
        "change": 404, "delete": 404, "publish": 404,
    }  # fmt: skip
    assert "/festivals/new/" not in client.get("/festivals/").text
    changing = signed_in(someone("change", settings))
    assert [changing.get(f"{page}{each}/").status_code for each in ("change", "delete")] == [200, 404]


def test_losing_a_screen_and_having_it_again_asks_who_does_it(other: Festival, outsider: User) -> None:
    lost = other.lost_days.get()
    FestivalPublication.objects.all().delete()
    for act in (
        lambda: lose_screen(festival=other, screen=lost.screen, day=SATURDAY, by=outsider),
        lambda: have_screen_again(lost=lost, by=outsider),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "not-yours"
