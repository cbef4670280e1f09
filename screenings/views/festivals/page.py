"""Festivals: listed, made, changed; and the page of each, with its programme and its forms."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.requests.page import PersonRequest
from screenings.forms import FestivalFilmForm, FestivalForm, LostDayForm, PairForm
from screenings.lookup import PLAN, festival_for, festivals_for, venues_for
from screenings.models import Festival, FestivalFilm, FestivalPair, FestivalPlan, FestivalPublication
from screenings.planner.festival import festival_from_data, programme_from_data
from screenings.planning.festivals import films_of
from screenings.programme.festivals.planning import current_plan
from screenings.schedules.festival_grid import grid_of
from screenings.views.planning.territory import key_of

MOST_LISTED = 100


@login_required
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    context = {
        "festivals": festivals_for(request.user)[:MOST_LISTED],
        "has_venue": venues_for(request.user, PLAN).exists(),
    }
    return render(request, "screenings/festivals.html", context)


@login_required
def new(request: PersonRequest) -> HttpResponse:
    form = FestivalForm(request.POST or None, by=request.user)
    if form.is_bound and form.is_valid() and (made := form.save()):
        return redirect(made)
    context = {"form": form, "has_venue": venues_for(request.user, PLAN).exists()}
    return render(request, "screenings/festival_new.html", context)


@login_required
def change(request: PersonRequest, pk: int) -> HttpResponse:
    """What the festival is about: its days, screens, hours and ways."""
    found = festival_for(request.user, pk, to="change")
    form = FestivalForm(request.POST or None, by=request.user, festival=found)
    if form.is_bound and form.is_valid() and (changed := form.save()):
        return redirect(changed)
    return render(request, "screenings/festival_change.html", {"festival": found, "form": form})


@login_required
@require_safe
def festival(request: PersonRequest, pk: int) -> HttpResponse:
    """The whole page, with the form of the `film` that is to be changed; for htmx only the part that changes while the planner works."""
    found = festival_for(request.user, pk)
    wish = wish_of(found, request.GET["film"]) if "film" in request.GET else None
    return festival_page(request, found, wish=wish, piece="#programme" if request.htmx else "")


def festival_page(
    request: PersonRequest,
    found: Festival,
    *,
    wish: FestivalFilm | None = None,
    film_form: FestivalFilmForm | None = None,
    pair_form: PairForm | None = None,
    lost_form: LostDayForm | None = None,
    piece: str = "",
) -> HttpResponse:
    films = list(films_of(found))
    context: dict[str, Any] = {
        "festival": found,
        "films": films,
        "pairs": FestivalPair.objects.filter(film__festival=found).select_related(
            "film__film__part_of", "other__film__part_of"
        ),
        "film_form": film_form or FestivalFilmForm(festival=found, by=request.user, wish=wish),
        "changed_film": wish,
        "pair_form": pair_form or PairForm(festival=found, by=request.user),
        "lost_days": found.lost_days.select_related("screen__venue"),
        "lost_form": lost_form or LostDayForm(festival=found, by=request.user),
    } | _programme(found, films)
    return render(request, f"screenings/festival.html{piece}", context)


def _programme(found: Festival, films: list[FestivalFilm]) -> dict[str, Any]:
    """The latest question to the planner, and the programme that stands now: perhaps one before it."""
    asked = FestivalPlan.objects.filter(festival=found).first()
    current = asked if asked is not None and asked.programme is not None else current_plan(found)
    context: dict[str, Any] = {
        "asked": asked,
        "is_open": asked is not None
        and asked.status in (FestivalPlan.Status.WAITING, FestivalPlan.Status.RUNNING),
        "publication": _publication(found, asked),
    }
    if current is not None and current.programme is not None:
        question, programme = festival_from_data(current.question), programme_from_data(current.programme)
        context |= {"grid": grid_of(found, films, question, programme), "current": current}
    return context


def _publication(found: Festival, asked: FestivalPlan | None) -> FestivalPublication | None:
    """The latest, unless the planner was asked for another programme since."""
    publication = FestivalPublication.objects.filter(festival=found).first()
    is_old = publication is not None and asked is not None and asked.created_at > publication.created_at
    return None if is_old else publication


def wish_of(found: Festival, key: str) -> FestivalFilm:
    """One of its films by the key that a form or an address names; else Http404."""
    wishes = found.films.select_related("film", "festival__institution")
    return get_object_or_404(wishes, pk=key_of(key))
