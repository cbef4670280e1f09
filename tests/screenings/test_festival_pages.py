"""The pages of festivals: who may open them, what they show, what their buttons do, how many queries they take."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from djmoney.money import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType, Membership, Price, Role
from screenings.models import (
    Festival,
    FestivalFilm,
    FestivalPair,
    FestivalPin,
    FestivalPlan,
    FestivalPublication,
    Screening,
    Venue,
)
from screenings.planner.festival import (
    Programme,
    Together,
    festival_from_data,
    programme_from_data,
    programme_to_data,
)
from screenings.planner.festival.answer import Showing
from screenings.programme.announcing import cancel_screening
from screenings.programme.festivals.arranging import add_film, keep_apart
from screenings.programme.festivals.planning import ask_programme, run_programme
from screenings.programme.festivals.publications import run_publication
from screenings.programme.festivals.publishing import publish_festival
from tests.screenings.conftest import NOW, SATURDAY, at, make_venue, person, signed_in
from tests.screenings.programme.festivals.conftest import festival, licences, planned, shorts, wish, written
from tests.undone import undone

__all__ = ["festival", "licences", "planned", "shorts", "written"]

ACTS = ("films", "films/remove", "pairs", "lost", "plan", "stop", "pin", "publish", "publishing")


@pytest.mark.parametrize("role", ["owner", "colleague", "staff", "outsider", "stranger"])
def test_festival_is_for_members_and_the_office(
    role: str,
    festival: Festival,
    planned: FestivalPlan,
    owner: User,
    colleague: User,
    staff: User,
    outsider: User,
) -> None:
    people = {"owner": owner, "colleague": colleague, "staff": staff, "outsider": outsider, "stranger": None}
    client, address = signed_in(people[role]), festival.get_absolute_url()
    page = {"stranger": 302, "outsider": 404}.get(role, 200)
    found = {"page": client.get(address).status_code}
    for more in ("change", "pairs", "faults"):
        assert client.get(f"{address}{more}/").status_code == found["page"]
    for act in ACTS:
        with undone():
            salt = wish(festival, "salt").pk
            data = {"film": str(salt), "pin": f"{salt}-1", "confirm": "1"}
            found[act] = client.post(f"{address}{act}/", data).status_code
    # The form again, with its faults; and which licences are missing.
    refused = {"films": 200, "pairs": 200, "publish": 200, "lost": 200} if page == 200 else {}
    done = {200: 302}.get(page, page)
    assert found == {"page": page} | dict.fromkeys(ACTS, done) | refused
    listed = client.get("/festivals/")
    assert ("Days of Rust" in listed.content.decode()) == (page == 200)


def test_a_reader_of_the_institution_sees_and_changes_nothing(
    festival: Festival, planned: FestivalPlan, cinema: Institution, owner: User
) -> None:
    reader = person("reader@cinema.example")
    Membership.objects.create(institution=cinema, user=reader, role=Role.READER)
    kept = keep_apart(
        film=wish(festival, "salt"), other=wish(festival, "slate"), why=Together.FORBIDDEN, by=owner
    )
    FestivalPlan.objects.update(status="running")
    client, address = signed_in(reader), festival.get_absolute_url()
    assert client.get(address).status_code == 200
    salt = wish(festival, "salt").pk
    data = {"film": f"{salt}", "pin": f"{salt}-1", "remove": f"{kept.pk}", "confirm": "1"}
    for act in ("films/remove", "pairs", "plan", "stop", "pin", "publishing"):
        assert client.post(f"{address}{act}/", data).status_code == 302, act
    assert client.post(f"{address}publish/", data).status_code == 200, "what is missing, to be read"
    assert client.post(f"{address}publish/", data | {"covered": "1"}).status_code == 302
    stands = festival.films.count(), festival.plans.get().status, FestivalPair.objects.count()
    assert stands == (3, "running", 1)
    assert not FestivalPin.objects.exists()
    assert not FestivalPublication.objects.exists()


def test_page_says_when_each_part_of_a_long_film_is_shown_and_how_long_was_searched(
    festival: Festival, film: Film, owner: User
) -> None:
    """Ten hours from ten: 240, 180 and 120 minutes, with half an hour between them."""
    row = add_film(festival=festival, film=film, by=owner)
    plan = ask_programme(festival=festival, by=owner)
    asked = festival_from_data(plan.question)
    begins = datetime.combine(SATURDAY, time(10), asked.zone)
    shown = Showing(begins, begins + timedelta(hours=10), str(row.pk), 1, asked.screens[0].key)
    programme = programme_to_data(Programme((shown,), 250, 100, ()))
    FestivalPlan.objects.filter(pk=plan.pk).update(status="done", seconds=20, programme=programme)
    text = " ".join(signed_in(owner).get(festival.get_absolute_url()).content.decode().split())
    assert "10:00–20:00" in text
    assert f'?day={SATURDAY}#programme">Saturday 20 March</a> ' in text
    assert "its parts 10:00–14:00, 14:30–17:30, 18:00–20:00" in text
    assert "It costs 250 points. None costs less than 100. The planner searched for 20 seconds" in text


def test_page_shows_a_day_of_the_programme_and_links_to_the_others(
    festival: Festival, planned: FestivalPlan, owner: User
) -> None:
    client, page = signed_in(owner), festival.get_absolute_url()
    question, programme = festival_from_data(planned.question), programme_from_data(planned.programme or {})
    counts = Counter(question.day_of(each.starts_at) for each in programme.showings)
    text = client.get(page).text
    assert "Publish all showings" in text
    assert "Still to place" not in text
    links = re.findall(r'href="(\?day=([\d-]+))#programme"', text)
    assert [day for _link, day in links] == [f"{day}" for day in question.days]
    for link, day in links:
        shown = client.get(f"{page}{link}").text.count('class="reel-filled"')
        assert shown == counts[date.fromisoformat(day)]
    for odd in ("", "2031-01-01", "x", "0" * 90):
        assert client.get(f"{page}?day={odd}").context["grid"].day == min(counts)


def test_page_is_as_large_for_hundreds_of_films_and_all_that_is_to_better_has_a_page_of_its_own(
    festival: Festival, planned: FestivalPlan, owner: User
) -> None:
    """A hundred films more, none of which has a place; a page lists fifty."""
    films = Film.objects.bulk_create(
        Film(slug=f"more-{at}", title=f"More {at}", year=2010, runtime=90) for at in range(100)
    )
    rows = FestivalFilm.objects.bulk_create(FestivalFilm(festival=festival, film=each) for each in films)
    client, page = signed_in(owner), festival.get_absolute_url()
    planned.question["films"] += [{**planned.question["films"][0], "key": f"{row.pk}"} for row in rows]
    unplaced = [[f"{row.pk}", 1] for row in rows]
    FestivalPlan.objects.update(
        question=planned.question, programme={**(planned.programme or {}), "unplaced": unplaced}
    )
    found = client.get(page)
    assert "100 showings have no place." in found.text
    assert found.text.count("no free place was found") == 20
    assert len(found.context["page_obj"]) == 50
    assert len(client.get(f"{page}?page=3").context["page_obj"]) == 3
    faults = [client.get(f"{page}faults/?page={at}") for at in (1, 2)]
    assert [each.text.count("no free place was found") for each in faults] == [50, 50]
    last = client.get(f"{page}faults/?page=3").text
    assert "seats stay empty" in last
    assert f"{page}?day=2027-03-2" in last


def test_page_says_what_has_no_place_and_why(festival: Festival, owner: User) -> None:
    client = signed_in(owner)
    festival.films.filter(film__slug="salt").update(showings=4)
    client.post(f"{festival.get_absolute_url()}plan/")
    asked = FestivalPlan.objects.get()
    FestivalPlan.objects.update(seconds=1)
    run_programme(plan_id=asked.pk)
    text = client.get(festival.get_absolute_url()).content.decode()
    assert "Still to place" in text
    assert "no free place was found that its rules allow." in text


def test_screen_that_is_lost_for_a_day_is_planned_without_and_had_again(
    festival: Festival, planned: FestivalPlan, owner: User
) -> None:
    """Both screens are lost on the day of one showing: it moves alone, and what was fixed there is no more."""
    client, page = signed_in(owner), festival.get_absolute_url()
    question, programme = festival_from_data(planned.question), programme_from_data(planned.programme or {})
    first = programme.showings[0]
    day = question.day_of(first.starts_at)
    client.post(f"{page}pin/", {"pin": f"{first.film}-{first.nth}"})
    assert FestivalPin.objects.exists()
    for screen in festival.screens.all():
        for _twice in range(2):
            said = client.post(f"{page}lost/", {"screen": screen.pk, "day": f"{day}"}, follow=True).text
            assert "The planner leaves it out." in said
    assert not FestivalPin.objects.exists()
    client.post(f"{page}plan/", {"moves_least": "1"})
    again = FestivalPlan.objects.latest("pk")
    run_programme(plan_id=again.pk)
    again.refresh_from_db()
    moved = programme_from_data(again.programme or {})
    assert day not in {question.day_of(each.starts_at) for each in moved.showings}
    on_it = sum(question.day_of(each.starts_at) == day for each in programme.showings)
    assert (again.moved or {})["least"] == on_it
    lost = festival.lost_days.count()
    client.post(f"{page}lost/", {"remove": festival.lost_days.latest("pk").pk})
    assert (lost, festival.lost_days.count()) == (festival.screens.count(), lost - 1)
    for wrong, field in (({"day": "2031-01-01"}, "day"), ({"screen": "0"}, "screen")):
        data = {"screen": festival.screens.latest("pk").pk, "day": f"{day}"} | wrong
        assert list(client.post(f"{page}lost/", data).context["lost_form"].errors) == [field]
    assert client.post(f"{page}lost/", {"remove": "9" * 30}).status_code == 404


def test_screen_with_booked_showings_is_not_lost(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    client, page = signed_in(owner), festival.get_absolute_url()
    publish_festival(festival=festival, by=owner)
    showing = Screening.objects.earliest("pk").showings.get()
    data = {"screen": showing.screen_id, "day": f"{showing.starts_at.date()}"}
    assert "is booked there: move it on its own page first." in client.post(f"{page}lost/", data).text
    assert not festival.lost_days.exists()


def test_page_reloads_itself_while_the_planner_works(festival: Festival, owner: User) -> None:
    ask_programme(festival=festival, by=owner)
    client = signed_in(owner)
    page = client.get(festival.get_absolute_url()).content.decode()
    assert 'http-equiv="refresh"' in page
    piece = client.get(festival.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert piece.lstrip().startswith('<section id="programme"')
    client.post(f"{festival.get_absolute_url()}stop/")
    assert 'http-equiv="refresh"' not in client.get(festival.get_absolute_url()).content.decode()


def test_buttons_fix_a_showing_and_let_it_go(festival: Festival, planned: FestivalPlan, owner: User) -> None:
    client, salt = signed_in(owner), wish(festival, "salt")
    page = festival.get_absolute_url()
    answer = client.post(f"{page}pin/", {"pin": f"{salt.pk}-1", "day": "2027-03-21"})
    assert answer["Location"] == f"{page}?day=2027-03-21#programme"
    there = next(
        each for each in programme_from_data(planned.programme or {}).showings if each.film == str(salt.pk)
    )
    assert [(each.film, each.starts_at) for each in FestivalPin.objects.all()] == [(salt, there.starts_at)]
    day = festival_from_data(planned.question).day_of(there.starts_at)
    assert f'name="unpin" value="{salt.pk}-1"' in client.get(f"{page}?day={day}").text
    client.post(f"{page}pin/", {"unpin": f"{salt.pk}-1", "day": "no-day"})
    assert FestivalPin.objects.count() == 0


def test_button_fixes_this_showing_of_a_film_that_has_two(
    festival: Festival, written: FestivalPlan, venue: Venue, owner: User
) -> None:
    rails = wish(festival, "rails")
    signed_in(owner).post(f"{festival.get_absolute_url()}pin/", {"pin": f"{rails.pk}-2"})
    fixed = FestivalPin.objects.get()
    assert (fixed.nth, fixed.starts_at) == (2, at(SATURDAY, "14:00", venue))


def test_page_begins_with_the_day_of_the_programme_that_it_is_at_the_venue(
    festival: Festival, written: FestivalPlan, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At half past one in the night after Saturday, Saturday is not over."""
    sunday = SATURDAY + timedelta(days=1)
    for clock, day in (("01:30", SATURDAY), ("06:00", sunday)):
        moment = at(sunday, clock, venue)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        assert signed_in(owner).get(festival.get_absolute_url()).context["grid"].day == day


def test_access_is_no_reason_for_a_showing_that_may_be_without_it(
    festival: Festival, written: FestivalPlan, owner: User
) -> None:
    """No screen has a loop, which the second of the two showings of Salt is to have: the premiere need not."""
    salt = f"{wish(festival, 'salt').pk}"
    wished = {"access": ["loop"], "accessible": 1, "showings": 2, "premiere": True}
    films = [film | (wished if film["key"] == salt else {}) for film in written.question["films"]]
    unplaced = [[salt, 1], [salt, 2]]
    FestivalPlan.objects.update(
        question={**written.question, "films": films},
        programme={**(written.programme or {}), "showings": [], "unplaced": unplaced},
    )
    grid = signed_in(owner).get(festival.get_absolute_url()).context["grid"]
    assert [each.why is not None for each in grid.unplaced] == [False, True]


def test_film_that_is_removed_is_no_more_in_the_programme_that_stands(
    festival: Festival, written: FestivalPlan, owner: User
) -> None:
    """Neither among what is shown nor among what has no place, on the page or on that of all faults."""
    client, page, slate = signed_in(owner), festival.get_absolute_url(), wish(festival, "slate")
    unplaced = [[f"{wish(festival, slug).pk}", 2] for slug in ("salt", "slate")]
    FestivalPlan.objects.update(programme={**(written.programme or {}), "unplaced": unplaced})
    client.post(f"{page}films/remove/", {"film": wish(festival, "salt").pk, "confirm": "1"})
    grid = client.get(f"{page}?day=2027-03-21").context["grid"]
    assert [(each.wish, each.nth) for each in grid.unplaced] == [(slate, 2)]
    assert [len(row.bars) for row in grid.rows] == [0, 0]
    assert client.get(f"{page}faults/").text.count("no free place was found") == 1


def test_grid_names_the_venue_where_there_are_two_and_what_is_longer_than_any_day(
    festival: Festival, written: FestivalPlan, venue: Venue, owner: User
) -> None:
    """The screens are open for fourteen hours and a half."""
    client, slate = signed_in(owner), wish(festival, "slate")
    annex = make_venue(venue.institution, venue.time_zone, "NL", "annex")
    named = []
    for minutes in (870, 871):
        films = [
            {**film, "minutes": minutes} if film["key"] == f"{slate.pk}" else film
            for film in written.question["films"]
        ]
        programme = {**(written.programme or {}), "unplaced": [[f"{slate.pk}", 2]]}
        FestivalPlan.objects.update(question={**written.question, "films": films}, programme=programme)
        grid = client.get(festival.get_absolute_url()).context["grid"]
        named.append(([row.screen for row in grid.rows], grid.unplaced[0].is_too_long))
        assert (grid.marks[0].text, grid.marks[-1].text) == ("10:00", "00:00")
        festival.screens.add(*annex.screens.all())
    assert named == [(["One", "Two"], False), (["The Room, One", "The Room, Two"], True)]


def test_programme_that_stands_is_shown_while_the_planner_begins_another(
    festival: Festival, written: FestivalPlan, owner: User
) -> None:
    ask_programme(festival=festival, by=owner)
    shown = signed_in(owner).get(festival.get_absolute_url()).context
    assert (shown["is_open"], shown["current"]) == (True, written)


def test_who_asks_for_a_programme_too_often_is_told_how_long_to_wait(
    festival: Festival, owner: User, settings: Settings
) -> None:
    settings.LIMITS |= {"festival-plan": "1/hour"}
    client, page = signed_in(owner), festival.get_absolute_url()
    for is_told in (False, True):
        said = client.post(f"{page}plan/", follow=True).text
        assert ("You can ask it again in 60 minutes." in said) == is_told
        FestivalPlan.objects.update(status="done")
    assert FestivalPlan.objects.count() == 1


def test_opening_the_page_of_publication_publishes_nothing(
    festival: Festival, written: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    """Though all is covered: it is the button that publishes."""
    client, address = signed_in(owner), f"{festival.get_absolute_url()}publish/"
    assert "4 showings are covered and can be published now." in client.get(address).text
    assert not FestivalPublication.objects.exists()
    assert client.post(address).status_code == 302
    assert FestivalPublication.objects.get().status == "waiting"


def test_films_are_kept_apart_and_no_more(festival: Festival, owner: User, outsider: User) -> None:
    client, address = signed_in(owner), f"{festival.get_absolute_url()}pairs/"
    data = {"one": wish(festival, "salt").pk, "other": wish(festival, "slate").pk, "why": "maker"}
    client.post(address, data)
    pair = FestivalPair.objects.get()
    assert "the same maker" in client.get(address).text
    assert "1 pair is kept apart" in client.get(festival.get_absolute_url()).text
    assert signed_in(outsider).post(address, {"remove": pair.pk}).status_code == 404
    client.post(address, {"remove": pair.pk})
    assert FestivalPair.objects.count() == 0


@pytest.mark.parametrize(
    "data", [{}, {"pin": "x-1"}, {"pin": "9" * 30 + "-1"}, {"unpin": "-1"}, {"pin": "1"}]
)
def test_odd_showings_are_not_found(data: dict[str, str], festival: Festival, owner: User) -> None:
    assert signed_in(owner).post(f"{festival.get_absolute_url()}pin/", data).status_code == 404


def test_publishing_makes_screenings_that_the_page_links_to(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    client, page = signed_in(owner), festival.get_absolute_url()
    waiting = client.post(f"{page}publish/", follow=True).text
    assert "Your programme is being checked before it is published." in waiting
    assert "Fix it here" not in waiting
    FestivalPublication.objects.update(status="running", done=3, total=4)
    piece = client.get(f"{page}publishing/", headers={"HX-Request": "true"}).text
    assert "Publishing: 3 of 4 screenings are made." in piece
    run_publication(publication_id=FestivalPublication.objects.get().pk)
    assert client.get(f"{page}publishing/", headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    done = client.get(f"{page}publishing/", follow=True)
    assert "4 screenings are published." in done.text
    days = [client.get(f"{page}?day={each.day}").text for each in done.context["grid"].days]
    assert all(f"/desk/screenings/{each.slug}/" in "".join(days) for each in Screening.objects.all())


def test_what_is_published_is_not_offered_again_and_its_film_stays(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    client, page, salt = signed_in(owner), festival.get_absolute_url(), wish(festival, "salt")
    remove = f"{page}films/remove/?film={salt.pk}"
    asked = FestivalPublication.objects.create(festival=festival, asked_by=owner)
    assert "The festival is being published." in client.get(remove, follow=True).text
    asked.delete()
    made = publish_festival(festival=festival, by=owner)
    assert f"{page}publish/" not in client.get(page).text
    assert "Showings of “Salt” are published." in client.get(remove, follow=True).text
    cancel_screening(screening=next(each for each in made if each.film.slug == "salt"), by=owner)
    assert "Publish the others too" in client.get(page).text
    assert "Everything that was asked for it goes too" in client.get(remove).text


def test_film_is_listed_with_its_strand_and_the_one_day_of_its_guest(festival: Festival, owner: User) -> None:
    festival.films.filter(film__slug="salt").update(strand="Water", guest_from=SATURDAY, guest_until=SATURDAY)
    assert (
        ", strand Water, guest: 20 March 2027</span>"
        in signed_in(owner).get(festival.get_absolute_url()).text
    )


def test_page_says_why_nothing_was_published_until_the_planner_is_asked_again(
    festival: Festival, planned: FestivalPlan, owner: User
) -> None:
    client, page = signed_in(owner), festival.get_absolute_url()
    client.post(f"{page}publish/", {"covered": "1"})
    client.post(f"{page}publishing/")
    assert "Publishing was stopped, and nothing was published." in client.get(page).text
    FestivalPublication.objects.update(status="done")
    assert "No showing was left that a licence covers: nothing was published." in client.get(page).text
    FestivalPublication.objects.update(status="refused", refusals=["Salt is late."])
    assert "<li>Salt is late.</li>" in client.get(page).text
    FestivalPlan.objects.update(created_at=NOW + timedelta(minutes=1))
    assert "Salt is late." not in client.get(page).text


def test_what_no_licence_covers_is_listed_with_what_to_buy_and_the_rest_can_be_published(
    festival: Festival,
    planned: FestivalPlan,
    licences: list[Licence],
    public_screening_type: LicenceType,
    owner: User,
    outsider: User,
) -> None:
    # Rails, shown twice, has a licence for one screening; Slate has none; Salt is covered.
    rails, _salt, slate = licences
    Licence.objects.filter(pk=rails.pk).update(grants=rails.grants | {"screenings": 1})
    Licence.objects.filter(pk=slate.pk).delete()
    prices = [Price(film_id=film, licence_type=public_screening_type, tier="non-profit", amount=Money(90, "USD"), starts_on=date(2027, 1, 1)) for film in (slate.film_id,)]  # fmt: skip
    Price.objects.bulk_create(prices)
    address, client = f"{festival.get_absolute_url()}publish/", signed_in(owner)
    page = client.post(address)
    cover = page.context["cover"]
    assert {(each.wish.film.slug, each.showings) for each in cover.uncovered} == {("rails", 1), ("slate", 1)}
    assert (len(cover.covered), Screening.objects.count()) == (2, 0)
    assert "Together: <strong>$390.00</strong>." in page.text
    fields = re.findall(r'name="(film|licence_type|occasion)" value="([^"]*)"', page.text)
    sent = {name: [value for each, value in fields if each == name] for name, _value in fields}
    assert client.post("/cart/add/", sent)["Location"] == "/cart/"
    cart = client.get("/cart/").text
    assert cart.count("It is for the screening on ") == 2
    assert signed_in(outsider).get(address).status_code == 404
    client.post(address, {"covered": "1"})
    run_publication(publication_id=FestivalPublication.objects.get().pk)
    assert {each.film.slug for each in Screening.objects.all()} == {"rails", "salt"}
    again = client.get(address).context["cover"]
    assert (len(again.covered), len(again.uncovered)) == (0, 2)


def test_festival_is_made_and_filled_by_forms(festival: Festival, owner: User) -> None:
    client, screen = signed_in(owner), festival.screens.all()[0]
    made = client.post("/festivals/new/", {
        "institution": festival.institution_id, "name": "More Days", "first_day": SATURDAY, "last_day": SATURDAY,
        "screens": [screen.pk], "liked_from": "18:00", "liked_until": "21:00", "premiere_from": "18:00", "premiere_until": "20:30", "travel_minutes": "20",
    })  # fmt: skip
    more = Festival.objects.get(name="More Days")
    assert (made.status_code, made["Location"]) == (302, more.get_absolute_url())
    film = wish(festival, "salt").film
    data = {"film": film.pk, "showings": "2", "demand": "30", "days_apart": "1"}
    assert client.post(f"{more.get_absolute_url()}films/", data).status_code == 302
    assert [(each.film, each.showings) for each in more.films.all()] == [(film, 2)]
    client.post(f"{more.get_absolute_url()}films/remove/", {"film": more.films.get().pk, "confirm": "1"})
    assert more.films.count() == 0


def test_what_stands_is_changed_by_the_same_forms(festival: Festival, owner: User) -> None:
    client, salt = signed_in(owner), wish(festival, "salt")
    page = client.get(f"{festival.get_absolute_url()}?film={salt.pk}").content.decode()
    assert "Change Salt" in page
    assert f'value="{salt.film_id}" selected' in page
    address = f"{festival.get_absolute_url()}change/"
    form = client.get(address).context["form"]
    said = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    assert client.post(address, said | {"name": "Other Days", "premiere_from": "17:00"}).status_code == 302
    festival.refresh_from_db()
    assert (festival.name, festival.premiere_from, festival.screens.count()) == ("Other Days", time(17), 2)


def test_refused_festival_says_why_beside_its_field(festival: Festival, owner: User) -> None:
    answer = signed_in(owner).post("/festivals/new/", {
        "institution": festival.institution_id, "name": "Back", "first_day": "2027-03-20", "last_day": "2027-03-19",
        "screens": [festival.screens.all()[0].pk], "liked_from": "18:00", "liked_until": "21:00", "premiere_from": "18:00", "premiere_until": "20:30", "travel_minutes": "20",
    })  # fmt: skip
    assert "The last day is before the first." in answer.content.decode()


def queries(address: str, user: User) -> int:
    client = signed_in(user)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_list_takes_the_same_queries_for_one_festival_and_for_three(festival: Festival, owner: User) -> None:
    found = [queries("/festivals/", owner)]
    for _ in range(2):
        festival.pk = None
        festival.save()
    found.append(queries("/festivals/", owner))
    assert found == [5, 5]


def test_page_takes_the_same_queries_for_two_films_and_for_three(
    festival: Festival, planned: FestivalPlan, owner: User
) -> None:
    found = [queries(festival.get_absolute_url(), owner)]
    festival.films.filter(film__slug="salt").delete()
    found.append(queries(festival.get_absolute_url(), owner))
    assert found == [22, 22]


def test_pages_of_pairs_and_of_faults_take_the_same_queries_for_one_and_for_three(
    festival: Festival, planned: FestivalPlan, owner: User
) -> None:
    page, counts = festival.get_absolute_url(), []
    films = [wish(festival, slug) for slug in ("salt", "slate", "rails")]
    for count in (1, 3):
        for why in list(Together)[:count]:
            keep_apart(film=films[0], other=films[1], why=why, by=owner)
        unplaced = [[f"{film.pk}", 1] for film in films[:count]]
        FestivalPlan.objects.update(programme={**(planned.programme or {}), "unplaced": unplaced})
        counts.append((queries(f"{page}pairs/", owner), queries(f"{page}faults/", owner)))
    assert counts == [(8, 6), (8, 6)]


def test_film_that_asks_for_access_is_on_screens_that_have_it_and_the_page_says_so(
    festival: Festival, owner: User
) -> None:
    """The loop is in the second screen, where at least one of the two showings of Salt is; a colleague finds the wish in the form."""
    festival.screens.filter(name="Two").update(devices=["loop"])
    client, salt, page = signed_in(owner), wish(festival, "salt"), festival.get_absolute_url()
    asked = {"film": salt.film_id, "showings": "2", "demand": "10", "days_apart": "1", "access": ["loop"]}
    client.post(f"{page}films/", asked | {"accessible_showings": "1"})
    assert "1 showing with a hearing loop" in client.get(page).text
    form = client.get(f"{page}?film={salt.pk}").context["film_form"]
    assert (form["access"].value(), form["accessible_showings"].value()) == (["loop"], 1)
    plan = ask_programme(festival=festival, by=owner)
    FestivalPlan.objects.update(seconds=1)
    run_programme(plan_id=plan.pk)
    plan.refresh_from_db()
    names = dict(festival.screens.values_list("pk", "name"))
    shown = [each for each in programme_from_data(plan.programme or {}).showings if each.film == str(salt.pk)]
    on_two = [each for each in shown if names[int(each.screen)] == "Two"]
    assert (len(shown), len(on_two) >= 1) == (2, True)
    assert client.get(page).text.count(", hearing loop</span>") == len(on_two)


def test_access_that_no_screen_or_copy_offers_is_refused_beside_its_field(
    festival: Festival, owner: User
) -> None:
    client, salt, address = signed_in(owner), wish(festival, "salt"), f"{festival.get_absolute_url()}films/"
    data = {"film": salt.film_id, "showings": "2", "demand": "10", "days_apart": "1"}
    for more, field, said in (
        ({"access": ["loop"]}, "access", "No screen that can show Salt offers a hearing loop."),
        ({"access": ["captions"]}, "access", "The copy of Salt carries no captions."),
        (
            {"access": ["loop"], "accessible_showings": "3"},
            "accessible_showings",
            "The film has fewer showings than that.",
        ),
    ):
        page = client.post(address, data | more)
        assert page.context["film_form"].errors == {field: [said]}
    salt.refresh_from_db()
    assert (salt.access, salt.showings) == ([], 1)


def test_showing_whose_screens_lost_what_it_needs_has_no_place_and_the_page_says_why(
    festival: Festival, owner: User
) -> None:
    FestivalFilm.objects.filter(film__slug="salt").update(access=["loop"])
    client = signed_in(owner)
    client.post(f"{festival.get_absolute_url()}plan/")
    FestivalPlan.objects.update(seconds=1)
    run_programme(plan_id=FestivalPlan.objects.get().pk)
    assert (
        "No screen that can show Salt offers a hearing loop." in client.get(festival.get_absolute_url()).text
    )
