"""Where we may license a film, said while somebody fills in a request to the planner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests.page import PersonRequest
from catalog.models import Film
from licensing.prices.territory import territory_of
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


def parse_day(said: object) -> date | None:
    """A day as a form or a query has it."""
    if isinstance(said, date):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None
