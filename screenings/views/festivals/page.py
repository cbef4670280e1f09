"""Festivals: listed, made, changed; and the page of each, with its programme and its forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests.page import PersonRequest
from screenings.forms import FestivalFilmForm, FestivalForm, LostDayForm
from screenings.lookup import PLAN, festival_for, festivals_for, venues_for
from screenings.models import Festival, FestivalFilm, FestivalPair, FestivalPlan, FestivalPublication
from screenings.planner.festival import Festival as Question
from screenings.planner.festival import Programme, festival_from_data, programme_from_data
from screenings.planner.question import programme_day
from screenings.planning.festivals import films_of
from screenings.programme.festivals.planning import current_plan
from screenings.schedules.festival_grid import faults_of, grid_of
from screenings.views.planning.territory import key_of

MOST_LISTED = 100
A_PAGE = 50
"""Films, or faults of a programme."""


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
    """The whole page with one `day`, and the form of the `film` that is to be changed; for htmx only what changes while the planner works."""
    found = festival_for(request.user, pk)
    wish = wish_of(found, request.GET["film"]) if "film" in request.GET else None
    return festival_page(request, found, wish=wish, piece="#programme" if request.htmx else "")


@login_required
@require_safe
def faults(request: PersonRequest, pk: int) -> HttpResponse:
    """All of the programme that has no place, and all that could be better."""
    found = festival_for(request.user, pk)
    current = current_plan(found)
    rows = faults_of(found, *_read(current)) if current else []
    context = {"festival": found} | page_of(request, rows)
    return render(request, "screenings/festival_faults.html", context)


def festival_page(
    request: PersonRequest,
    found: Festival,
    *,
    wish: FestivalFilm | None = None,
    film_form: FestivalFilmForm | None = None,
    lost_form: LostDayForm | None = None,
    piece: str = "",
) -> HttpResponse:
    context: dict[str, Any] = {
        "festival": found,
        "pairs": FestivalPair.objects.filter(film__festival=found).count(),
        "film_form": film_form or FestivalFilmForm(festival=found, by=request.user, wish=wish),
        "changed_film": wish,
        "lost_days": found.lost_days.select_related("screen__venue"),
        "lost_form": lost_form or LostDayForm(festival=found, by=request.user),
        **page_of(request, films_of(found)),
        **_programme(request, found),
    }
    return render(request, f"screenings/festival.html{piece}", context)


def page_of(request: PersonRequest, rows: Sequence[Any] | QuerySet[Any]) -> dict[str, Any]:
    """A page of a list, and the numbers of those near it, as the template of page links wants them."""
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    numbers = list(page.paginator.get_elided_page_range(page.number))
    return {"page_obj": page, "page_numbers": numbers}


def _programme(request: PersonRequest, found: Festival) -> dict[str, Any]:
    """The latest question to the planner, and the programme that stands now: perhaps one before it."""
    asked = FestivalPlan.objects.filter(festival=found).first()
    current = asked if asked is not None and asked.programme is not None else current_plan(found)
    context: dict[str, Any] = {
        "asked": asked,
        "is_open": asked is not None
        and asked.status in (FestivalPlan.Status.WAITING, FestivalPlan.Status.RUNNING),
        "publication": _publication(found, asked),
    }
    if current is not None:
        question, programme = _read(current)
        today = programme_day(timezone.now(), question.zone)
        grid = grid_of(found, question, programme, day=day_named(request.GET.get("day", "")), today=today)
        context |= {"grid": grid, "current": current}
    return context


def _read(current: FestivalPlan) -> tuple[Question, Programme]:
    return festival_from_data(current.question), programme_from_data(current.programme or {})


def day_named(text: str) -> date | None:
    """The day that an address or a form names; None for none, and for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _publication(found: Festival, asked: FestivalPlan | None) -> FestivalPublication | None:
    """The latest, unless the planner was asked for another programme since."""
    publication = FestivalPublication.objects.filter(festival=found).first()
    is_old = publication is not None and asked is not None and asked.created_at > publication.created_at
    return None if is_old else publication


def wish_of(found: Festival, key: str) -> FestivalFilm:
    """One of its films by the key that a form or an address names; else Http404."""
    wishes = found.films.select_related("film", "festival__institution")
    return get_object_or_404(wishes, pk=key_of(key))
