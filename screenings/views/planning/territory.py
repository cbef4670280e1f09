"""Where we may license a film, said while somebody fills in a request to the planner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.requests.page import PersonRequest
from catalog.models import Film
from licensing.models import Act, Institution
from licensing.prices.territory import rights_of, territory_of, territory_within
from licensing.terms.ours import needed_for
from licensing.terms.rights import Use
from screenings.lookup import PLAN, venues_for
from screenings.models import Venue
from wording.say import Say

LONGEST_PATH = 300


def key_of(text: str) -> int:
    """A key that somebody sent; 0, which no row has, for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def film_named(text: str) -> Film | None:
    """A film by its key, or by the path of its page."""
    found = Film.objects.filter(pk=key_of(text)) if text.isdecimal() else Film.objects.at(text[:LONGEST_PATH])
    return found.select_related("part_of").first() if text else None


@login_required
@require_safe
def territory(request: PersonRequest) -> HttpResponse:
    """What we may license of a film at a venue on some days, in a sentence, while the form is filled in; empty where one is missing."""
    film = film_named(request.GET.get("film", ""))
    venue = venues_for(request.user, PLAN).filter(pk=key_of(request.GET.get("venue", ""))).first()
    return render(
        request, "screenings/plan_territory.html", {"territory": territory_said(film, venue, request.GET)}
    )


def territory_said(film: Film | None, venue: Venue | None, said: Mapping[str, Any]) -> Say | None:
    """For the venue's institution. Nothing of a film that visitors cannot see."""
    days = [parse_day(said.get(name)) for name in ("first_day", "last_day")]
    if film is None or venue is None or not film.is_public or None in days:
        return None
    first, last = (day for day in days if day)
    needed = needed_for({Use.PUBLIC_SCREENING}, venue.institution.tier)
    return territory_of(film, venue.country, first, max(first, last), needed)


def likely_venue(user: User, film: Film | None, first_day: date, last_day: date) -> Venue | None:
    """Where a person most likely plans a film: at their institutions' own venue, where we may license it then. Three queries."""
    own = set(Institution.objects.of(user, Act.SCREEN).values_list("pk", flat=True))
    rights = rights_of([film])[film.pk] if film else ()

    def is_remote(venue: Venue) -> tuple[bool, bool]:
        needed = needed_for({Use.PUBLIC_SCREENING}, venue.institution.tier)
        said = territory_within(rights, film, venue.country, first_day, last_day, needed) if film else None
        return venue.institution_id not in own, said is not None and said.code != "licensable"

    return min(venues_for(user, PLAN).select_related("institution"), key=is_remote, default=None)


def parse_day(said: object) -> date | None:
    """A day as a form or a query has it."""
    if isinstance(said, date):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None
