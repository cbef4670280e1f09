"""A programme becomes screenings: all or none, never double-booked, only under licences that cover them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import Film, ScreeningCopy
from licensing.models import Licence
from screenings.access import Access
from screenings.models import (
    Festival,
    FestivalFilm,
    FestivalPin,
    FestivalPlan,
    FestivalScreening,
    Screening,
    Showing,
)
from screenings.planner.festival import programme_from_data, review
from screenings.planner.festival.planning import fixed_showings
from screenings.planning.festivals import question_of
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import move_showing, take_plan
from screenings.programme.festivals.arranging import add_film, pin, remove_film, unpin
from screenings.programme.festivals.planning import ask_programme, run_programme
from screenings.programme.festivals.publishing import publish_festival
from screenings.programme.timetables.marking import mark_showing
from tests.screenings.conftest import NOW, answered
from tests.screenings.programme.festivals.conftest import wish
from wording.refusals import Refused


def test_each_showing_becomes_a_published_screening_in_its_place(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    made = publish_festival(festival=festival, by=owner)
    programme = programme_from_data(planned.programme or {})
    assert {screening.status for screening in Screening.objects.all()} == {Screening.Status.PUBLISHED}
    assert sorted(
        (each.starts_at, each.ends_at, str(each.screen_id)) for each in Showing.objects.all()
    ) == sorted((each.starts_at, each.ends_at, each.screen) for each in programme.showings)
    assert (len(made), FestivalPin.objects.count()) == (4, 4)


def test_publishing_again_makes_nothing_twice(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    publish_festival(festival=festival, by=owner)
    assert publish_festival(festival=festival, by=owner) == []
    assert Screening.objects.count() == 4


def test_the_rest_is_published_while_the_festival_lasts(
    festival: Festival,
    planned: FestivalPlan,
    licences: list[Licence],
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The last film that is shown once gets its licence after the first showing is over."""
    showings = programme_from_data(planned.programme or {}).showings
    once = {f"{film.pk}": film for film in festival.films.filter(showings=1)}
    last = next(once[each.film] for each in reversed(showings) if each.film in once)
    its = Licence.objects.filter(film=last.film)
    its.update(ends_on=licences[0].starts_on)
    publish_festival(festival=festival, by=owner, only_covered=True)
    before = Screening.objects.count()
    its.update(ends_on=date(2028, 2, 29))
    monkeypatch.setattr(timezone, "now", lambda: showings[0].ends_at)
    publish_festival(festival=festival, by=owner)
    assert (0 < before < 4, Screening.objects.count()) == (True, 4)


def test_what_no_licence_covers_stops_all_of_it(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    Licence.objects.filter(film__slug="slate").update(ends_on=licences[0].starts_on)
    with pytest.raises(Refused) as refused:
        publish_festival(festival=festival, by=owner)
    assert refused.value.code == "not-covered"
    assert refused.value.messages[0].startswith("“Slate” cannot be published: ")
    Licence.objects.update(ends_on=licences[0].starts_on)
    with pytest.raises(Refused) as all_refused:
        publish_festival(festival=festival, by=owner)
    assert len({each.split(" cannot")[0] for each in all_refused.value.messages}) == len(licences) > 1
    assert (Screening.objects.count(), Showing.objects.count(), FestivalPin.objects.count()) == (0, 0, 0)


def test_screen_that_was_booked_meanwhile_stops_all_of_it(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], film: Film, owner: User
) -> None:
    first = programme_from_data(planned.programme or {}).showings[0]
    venue = festival.screens.all()[0].venue
    local = first.starts_at.astimezone(venue.zone)
    name = festival.screens.get(pk=int(first.screen)).name
    other = answered(
        venue, film.parts.get(slug="rails"), owner, {local.date(): [("Rails", f"{local:%H:%M}", name)]}
    )
    take_plan(plan_request=other, index=0, by=owner)
    with pytest.raises(Refused) as refused:
        publish_festival(festival=festival, by=owner)
    assert refused.value.code == "hours"
    assert Screening.objects.count() == 1


def test_fixed_showing_follows_its_screening(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    first, second = publish_festival(festival=festival, by=owner)[:2]
    showing = first.showings.get()
    later = showing.starts_at + timedelta(minutes=5)
    move_showing(showing=showing, starts_at=later, by=owner)
    made = first.of_festival
    assert FestivalPin.objects.get(film=made.film, nth=made.nth).starts_at == later
    cancel_screening(screening=second, by=owner)
    assert FestivalPin.objects.count() == 3
    assert FestivalScreening.objects.count() == 3


def test_film_in_parts_keeps_its_screen_through_the_pauses(
    festival: Festival, film: Film, licences: list[Licence], owner: User
) -> None:
    festival.films.all().delete()
    add_film(festival=festival, film=film, by=owner)
    asked = ask_programme(festival=festival, by=owner)
    FestivalPlan.objects.filter(pk=asked.pk).update(seconds=1)
    run_programme(plan_id=asked.pk)
    publish_festival(festival=festival, by=owner)
    showings = list(Showing.objects.order_by("starts_at"))
    assert [each.film.title for each in showings] == ["Rust", "Remnants", "Rails"]
    assert [each.occupied_until for each in showings[:2]] == [each.occupied_from for each in showings[1:]]


def test_festival_without_a_programme_is_not_published(festival: Festival, owner: User) -> None:
    with pytest.raises(Refused) as refused:
        publish_festival(festival=festival, by=owner)
    assert refused.value.code == "no-plan"


def test_outsider_publishes_nothing(festival: Festival, planned: FestivalPlan, outsider: User) -> None:
    with pytest.raises(Refused) as refused:
        publish_festival(festival=festival, by=outsider)
    assert refused.value.code == "not-yours"


def test_what_is_booked_stays_fixed_and_replanned_in_its_place(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    publish_festival(festival=festival, by=owner)
    with pytest.raises(Refused):
        unpin(film=wish(festival, "salt"), nth=1, by=owner)
    with pytest.raises(Refused):  # from a page that was opened before
        pin(film=wish(festival, "salt"), nth=1, screen=festival.screens.all()[0], starts_at=NOW, by=owner)
    with pytest.raises(Refused):
        remove_film(film=wish(festival, "salt"), by=owner)
    asked = ask_programme(festival=festival, by=owner)
    FestivalPlan.objects.filter(pk=asked.pk).update(seconds=1)
    run_programme(plan_id=asked.pk)
    asked.refresh_from_db()
    assert (
        programme_from_data(asked.programme or {}).showings
        == programme_from_data(planned.programme or {}).showings
    )


def test_captions_that_a_person_puts_on_the_screen_answer_a_film_that_asks_for_captions(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    publish_festival(festival=festival, by=owner)
    ScreeningCopy.objects.filter(film__slug="rails").update(captions=["en"])
    FestivalFilm.objects.filter(film__slug="rails").update(access=["captions"], accessible_showings=1)
    for by_hand, lacking in ((), 1), ([Access.OPEN_CAPTIONS], 0):
        showing = Showing.objects.filter(film__slug="rails").order_by("starts_at")[0]
        mark_showing(showing=showing, marks=by_hand, by=owner)
        asked = question_of(festival)
        faults = [each for each in review(fixed_showings(asked), asked) if each.hard]
        assert [len(each.showings) for each in faults] == [lacking] * bool(lacking)
