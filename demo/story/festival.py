"""A programmer plans a small festival: six films on two screens in four days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from catalog.models import Film
from demo.errors import DemoError
from demo.sample import people
from demo.sample.accounts import cinema, person
from demo.waiting import wait_for
from screenings.models import Festival, FestivalPlan, Venue
from screenings.planner.festival import Programme, Together, programme_from_data
from screenings.programme.festivals.about import About, create_festival
from screenings.programme.festivals.arranging import add_film, keep_apart
from screenings.programme.festivals.planning import ask_programme

type Steps = Iterator[tuple[str, str]]

DAYS_AHEAD, DAYS, FILMS, LONGEST = 70, 4, 6, 200


def plan_festival() -> Steps:
    """From the list of films to the programme."""
    festival = _festival()
    page = festival.get_absolute_url()
    yield (
        f"{people.PROGRAMMER.name} plans a festival: {festival.films.count()} films on {festival.screens.count()} screens in {DAYS} days, the first with its maker on the second day.",
        page,
    )
    asked = ask_programme(festival=festival, by=person(people.PROGRAMMER))
    asked = wait_for(lambda: _answered(asked.pk), what="The festival's programme")
    programme = programme_from_data(asked.programme or {})
    if programme.unplaced:
        raise DemoError(f"The festival has no place for {len(programme.unplaced)} showings.")
    yield f"The planner places all {len(programme.showings)} showings; {_quality(programme)}.", page
    yield _a_day_later(festival), page


def _a_day_later(festival: Festival) -> str:
    """The guest of the first film comes a day later; all else stays where it can."""
    programmer, wish = person(people.PROGRAMMER), festival.films.get(premiere=True)
    third_day = festival.first_day + timedelta(days=2)
    wishes = {name: getattr(wish, name) for name in ("film", "showings", "demand", "strand", "premiere")}
    add_film(festival=festival, by=programmer, guest_from=third_day, guest_until=third_day, **wishes)
    asked = ask_programme(festival=festival, by=programmer, moves_least=True)
    asked = wait_for(lambda: _answered(asked.pk), what="The festival's other programme")
    moved = asked.moved or {}
    return (
        f"The maker can only come a day later. The planner moves as little as possible, {len(moved['moved'])} of "
        f"{sum(film.showings for film in festival.films.all())}, and proves that at least {moved['least']} must move."
    )


def _festival() -> Festival:
    programmer = person(people.PROGRAMMER)
    venue = Venue.objects.filter(institution=cinema(), country="US").get()
    first_day = timezone.localdate(timezone=venue.zone) + timedelta(days=DAYS_AHEAD)
    screens = list(venue.screens.select_related("venue"))
    about = About("Long Days (sample)", first_day, first_day + timedelta(days=DAYS - 1), screens)
    festival = create_festival(institution=cinema(), about=about, by=programmer)
    films = Film.objects.public_wholes().filter(
        parts=None, copies__format="dcp", copies__runtime__lte=LONGEST
    )
    second_day = first_day + timedelta(days=1)
    wishes = [
        add_film(
            festival=festival,
            film=film,
            by=programmer,
            showings=1 + (at % 2 == 0),
            demand=40 + 10 * at,
            strand="Work" if at < 3 else "Places",
            premiere=at == 0,
            guest_from=None if at else second_day,
            guest_until=None if at else second_day,
        )
        for at, film in enumerate(films.order_by("slug").distinct()[:FILMS])
    ]
    keep_apart(film=wishes[0], other=wishes[1], why=Together.FORBIDDEN, by=programmer)
    return festival


def _answered(key: int) -> FestivalPlan | None:
    plan = FestivalPlan.objects.get(pk=key)
    if plan.status == FestivalPlan.Status.FAILED:
        raise DemoError(f"The planner of festivals failed: {plan.error}")
    return plan if plan.status == FestivalPlan.Status.DONE else None


def _quality(programme: Programme) -> str:
    if programme.proven:
        return "no programme is better, and that is proved"
    return f"a better one could save {programme.gap:.0%} at most"
