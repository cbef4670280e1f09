"""A festival's programme by the planner: asked for, stopped, its showings fixed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.lookup import festival_for
from screenings.models import FestivalPlan, Screen
from screenings.planner.festival import programme_from_data
from screenings.programme.festivals import arranging
from screenings.programme.festivals.planning import ask_programme, current_plan, stop_planning
from screenings.views.desk import tell_refusal
from screenings.views.festivals.page import wish_of
from screenings.views.planning.often import refuse_too_often
from wording.refusals import Refused


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
    """Fixes a showing where the programme has it, or lets it go again."""
    found = festival_for(request.user, pk, to="change")
    wish, nth = wish_of(found, request.POST.get("film", "")), request.POST.get("nth", "")
    if not nth.isdecimal() or len(nth) > 3:
        raise Http404
    current = current_plan(found)
    showings = programme_from_data(current.programme).showings if current and current.programme else ()
    there = next((each for each in showings if each.key == (str(wish.pk), int(nth))), None)
    try:
        if "unpin" in request.POST:
            arranging.unpin(film=wish, nth=int(nth), by=request.user)
        elif there is None:
            raise Http404
        else:
            screen = get_object_or_404(Screen, pk=int(there.screen))
            arranging.pin(film=wish, nth=there.nth, screen=screen, starts_at=there.starts_at, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect(found)
