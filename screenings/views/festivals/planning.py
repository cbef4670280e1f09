"""A festival's programme by the planner: asked for, stopped, its showings fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.lookup import festival_for
from screenings.models import Festival, FestivalFilm, FestivalPlan, Screen
from screenings.planner.festival import programme_from_data
from screenings.programme.festivals import arranging
from screenings.programme.festivals.planning import ask_programme, current_plan, stop_planning
from screenings.views.desk import tell_refusal
from screenings.views.festivals.page import day_named, wish_of
from screenings.views.planning.often import refuse_too_often
from screenings.views.planning.territory import key_of
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@login_required
@require_POST
def plan(request: PersonRequest, pk: int) -> HttpResponse:
    """Asks for a programme; with `moves_least`, for one that keeps as much as possible of what stands."""
    found = festival_for(request.user, pk, to="change")
    try:
        refuse_too_often(request, "festival-plan")
        ask_programme(festival=found, by=request.user, moves_least="moves_least" in request.POST)
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect(found)


@login_required
@require_POST
def stop(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    asked = (
        FestivalPlan.objects.unanswered()
        .filter(festival=found)
        .select_related("festival__institution")
        .first()
    )
    try:
        if asked is not None and stop_planning(plan=asked, by=request.user):
            messages.success(request, _("The planner stops. The best programme so far is kept."))
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect(found)


@login_required
@require_POST
def pin(request: PersonRequest, pk: int) -> HttpResponse:
    """Fixes a showing where the programme has it, or lets it go again; both name it by the key of its film and its number, as in 12-1."""
    found = festival_for(request.user, pk, to="change")
    key, _dash, number = request.POST.get("unpin", request.POST.get("pin", "")).partition("-")
    wish, nth = wish_of(found, key), key_of(number)
    try:
        if "unpin" in request.POST:
            arranging.unpin(film=wish, nth=nth, by=request.user)
        else:
            _fix(found, wish, nth, request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    day = day_named(request.POST.get("day", ""))
    return redirect(f"{found.get_absolute_url()}?day={day}#programme" if day else found.get_absolute_url())


def _fix(found: Festival, wish: FestivalFilm, nth: int, by: User) -> None:
    current = current_plan(found)
    showings = programme_from_data(current.programme).showings if current and current.programme else ()
    there = next((each for each in showings if each.key == (str(wish.pk), nth)), None)
    if there is None:
        raise Http404
    screen = get_object_or_404(Screen, pk=int(there.screen))
    arranging.pin(film=wish, nth=nth, screen=screen, starts_at=there.starts_at, by=by)
