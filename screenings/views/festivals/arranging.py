"""What a festival's programme is to be made of: films, pairs that keep apart, screens that are lost for a day."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.forms import FestivalFilmForm, LostDayForm, PairForm
from screenings.lookup import festival_for
from screenings.models import FestivalLostDay, FestivalPair
from screenings.programme.festivals import arranging
from screenings.programme.festivals.losing import have_screen_again
from screenings.views.desk import tell_refusal
from screenings.views.festivals.page import festival_page, wish_of
from screenings.views.planning.territory import key_of
from wording.refusals import Refused


@login_required
@require_POST
def film(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    form = FestivalFilmForm(request.POST, festival=found, by=request.user)
    if form.is_valid() and form.save():
        return redirect(found)
    return festival_page(request, found, film_form=form)


@login_required
@require_POST
def pair(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    if (key := request.POST.get("remove", "")).isdecimal() and len(key) < 10:
        rows = FestivalPair.objects.select_related("film__festival__institution")
        row = get_object_or_404(rows, pk=int(key), film__festival=found)
        try:
            arranging.keep_apart_no_more(pair=row, by=request.user)
        except Refused as refused:
            tell_refusal(request, refused)
        return redirect(found)
    form = PairForm(request.POST, festival=found, by=request.user)
    if form.is_valid() and form.save():
        return redirect(found)
    return festival_page(request, found, pair_form=form)


@login_required
@require_POST
def lost_day(request: PersonRequest, pk: int) -> HttpResponse:
    """A screen is lost for a day, or there again (`remove`)."""
    found = festival_for(request.user, pk, to="change")
    if "remove" in request.POST:
        rows = FestivalLostDay.objects.filter(festival=found)
        row = get_object_or_404(rows, pk=key_of(request.POST["remove"]))
        try:
            have_screen_again(lost=row, by=request.user)
        except Refused as refused:
            tell_refusal(request, refused)
        return redirect(found)
    form = LostDayForm(request.POST, festival=found, by=request.user)
    if form.is_valid() and form.save():
        messages.success(request, _("The planner leaves it out. Ask it to move only what must move."))
        return redirect(found)
    return festival_page(request, found, lost_form=form)


@login_required
@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    wish = wish_of(found, request.POST.get("film", ""))
    try:
        arranging.remove_film(film=wish, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect(found)
