"""A small festival: three days in The Room, one film in three parts and two short ones."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.models import Institution, Licence, LicenceType
from screenings.models import Festival, FestivalFilm, FestivalPlan, Venue
from screenings.planner.festival import Programme, festival_from_data, programme_to_data
from screenings.planner.festival.answer import Showing
from screenings.programme.festivals.about import About, create_festival
from screenings.programme.festivals.arranging import add_film
from screenings.programme.festivals.planning import ask_programme, run_programme
from tests.screenings.conftest import SATURDAY, make_licence


@pytest.fixture
def shorts(db: None) -> list[Film]:
    """Two films of 80 and 95 minutes."""
    films = [
        Film.objects.create(slug=title.lower(), title=title, year=2010, runtime=minutes)
        for title, minutes in (("Salt", 80), ("Slate", 95))
    ]
    DistributionRight.objects.bulk_create(
        DistributionRight(film=film, territory="the world") for film in films
    )
    return films


@pytest.fixture
def festival(venue: Venue, film: Film, shorts: list[Film], owner: User) -> Festival:
    """Rails (120 minutes) twice, Salt and Slate once."""
    screens = list(venue.screens.select_related("venue"))
    about = About("Days of Rust", SATURDAY, SATURDAY + timedelta(days=2), screens)
    made = create_festival(institution=venue.institution, about=about, by=owner)
    add_film(festival=made, film=film.parts.get(slug="rails"), by=owner, showings=2, demand=30)
    for each in shorts:
        add_film(festival=made, film=each, by=owner, demand=10)
    return made


@pytest.fixture
def planned(festival: Festival, owner: User) -> FestivalPlan:
    """Its programme, as the worker made it."""
    plan = ask_programme(festival=festival, by=owner)
    FestivalPlan.objects.filter(pk=plan.pk).update(seconds=1)
    run_programme(plan_id=plan.pk)
    plan.refresh_from_db()
    return plan


@pytest.fixture
def written(festival: Festival, owner: User) -> FestivalPlan:
    """A programme as a person would write it, for who asks nothing of the planner: all on screen One, on Saturday Rails at 10 and 14 and
    Slate at 22, on Sunday Salt at 18."""
    plan = ask_programme(festival=festival, by=owner)
    asked = festival_from_data(plan.question)
    one = next(screen.key for screen in asked.screens if screen.name == "One")
    shown = [
        Showing(begins, begins + timedelta(minutes=minutes), str(wish(festival, slug).pk), nth, one)
        for slug, nth, day, hour, minutes in (
            ("rails", 1, 0, 10, 120), ("rails", 2, 0, 14, 120), ("slate", 1, 0, 22, 95), ("salt", 1, 1, 18, 80),
        )
        for begins in [datetime.combine(SATURDAY + timedelta(days=day), time(hour), asked.zone)]
    ]  # fmt: skip
    plan.status, plan.programme = FestivalPlan.Status.DONE, programme_to_data(Programme(tuple(shown), 0))
    plan.save()
    return plan


@pytest.fixture
def licences(
    cinema: Institution, film: Film, shorts: list[Film], public_screening_type: LicenceType, owner: User
) -> list[Licence]:
    """One for each film, for any number of screenings."""
    films = [film, *shorts]
    made = [
        make_licence(cinema, each, public_screening_type, owner, f"F-{at}") for at, each in enumerate(films)
    ]
    for licence in made:
        licence.grants = {**licence.grants, "screenings": None}
        licence.save()
    return made


def wish(festival: Festival, slug: str) -> FestivalFilm:
    return festival.films.get(film__slug=slug)
