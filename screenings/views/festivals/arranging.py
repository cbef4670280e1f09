"""What a festival's programme is to be made of: films, pairs that keep apart, screens that are lost for a day."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests.page import PersonRequest
from screenings.forms import FestivalFilmForm, LostDayForm, PairForm
from screenings.lookup import festival_for
from screenings.models import Festival, FestivalLostDay, FestivalPair
from screenings.programme.festivals import arranging
from screenings.programme.festivals.losing import have_screen_again
from screenings.views.asked_first import Question, asked_first, asks
from screenings.views.desk import tell_refusal
from screenings.views.festivals.page import festival_page, page_of, wish_of
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
@require_http_methods(["GET", "HEAD", "POST"])
def pairs(request: PersonRequest, pk: int) -> HttpResponse:
    """Films that keep apart: all pairs with the form for another; POST adds one, or takes one away (`remove`)."""
    found = festival_for(request.user, pk, to="change" if request.method == "POST" else "view")
    if "remove" in request.POST:
        return _keep_apart_no_more(request, found)
    form = PairForm(request.POST or None, festival=found, by=request.user)
    if form.is_bound and form.is_valid() and form.save():
        return redirect("screenings:festival-pair", found.pk)
    rows = FestivalPair.objects.filter(film__festival=found).select_related(
        "film__film__part_of", "other__film__part_of"
    )
    context = {"festival": found, "form": form} | page_of(request, rows)
    return render(request, "screenings/festival_pairs.html", context)


def _keep_apart_no_more(request: PersonRequest, found: Festival) -> HttpResponse:
    rows = FestivalPair.objects.select_related("film")
    row = get_object_or_404(rows, pk=key_of(request.POST["remove"]), film__festival=found)
    try:
        arranging.keep_apart_no_more(pair=row, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect("screenings:festival-pair", found.pk)


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
@asks
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    wish = wish_of(found, (request.POST or request.GET).get("film", ""))

    def ask() -> Question:
        arranging.refuse_removal(wish)
        return Question(
            what=_("Remove a film from the festival"),
            name=wish.film.title,
            lang=wish.film.title_language,
            lede=found.name,
            says=[
                _(
                    "Everything that was asked for it goes too: its showings, hours, guests, and what it is kept apart from."
                )
            ],
            act=_("Remove"),
            sent={"film": wish.pk},
        )

    return asked_first(
        request,
        ask=ask,
        act=lambda: arranging.remove_film(film=wish, by=request.user),
        done=_("Removed."),
        back=found.get_absolute_url(),
    )
