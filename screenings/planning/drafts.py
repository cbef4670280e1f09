"""The draft that a plan would become: unsaved rows, for the verb that takes it and for whoever asks beforehand what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screenings import planner
from screenings.models import PlanRequest, Screen, Screening, Showing
from screenings.planning.works import Work

if TYPE_CHECKING:
    from accounts.models import User


def draft_of(request: PlanRequest, index: int, screens: Mapping[int, Screen], by: User) -> Screening:
    """The screening of one of a request's plans, unsaved and without an address. `screens` are those that the plan uses."""
    return Screening(
        film=request.film,
        venue=request.venue,
        institution=request.institution,
        programmer=by,
        title=request.film.title,
        audience=max(screen.capacity for screen in screens.values()),
        plan_request=request,
        plan_index=index,
    )


def showings_of(screening: Screening, plan: planner.Plan, screens: Mapping[int, Screen]) -> list[Showing]:
    """Its showings, unsaved."""
    return [_showing(screening, sitting, screens[int(sitting.screen)]) for sitting in plan.sittings]


def _showing(screening: Screening, sitting: planner.Sitting, screen: Screen) -> Showing:
    work = Work.read(sitting.film)
    return Showing(
        screening=screening,
        film_id=work.film,
        copy_id=work.copy,
        run=work.run,
        screen=screen,
        from_minute=sitting.from_minute,
        until_minute=sitting.to_minute,
        intro_minutes=sitting.intro_minutes,
        qa_minutes=sitting.qa_minutes,
        starts_at=sitting.starts_at,
        ends_at=sitting.ends_at,
        occupied_from=sitting.occupies_from,
        occupied_until=sitting.occupies_to,
        capacity=screen.capacity,
    )
