"""Festivals: listed, made, filled with films, planned, fixed, published."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests.page import PersonRequest
from licensing.terms.days import office_today
from screenings.forms import FestivalFilmForm, FestivalForm, LostDayForm, PairForm
from screenings.lookup import PLAN, festival_for, festivals_for, venues_for
from screenings.models import Festival, FestivalFilm, FestivalLostDay, FestivalPair, FestivalPlan, Screen
from screenings.planner.festival import festival_from_data, programme_from_data
from screenings.planning.festivals import films_of
from screenings.programme.festivals import arranging
from screenings.programme.festivals.losing import have_screen_again
from screenings.programme.festivals.planning import ask_programme, current_plan, stop_planning
from screenings.programme.festivals.publishing import cover_of_programme, publish_festival
from screenings.schedules.festival_grid import grid_of
from screenings.views.asked_first import Question, asked_first, asks
from screenings.views.desk import tell_refusal
from screenings.views.planning.often import refuse_too_often
from screenings.views.planning.territory import key_of
from wording.refusals import Refused

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
    wish = _wish_of(found, request.GET["film"]) if "film" in request.GET else None
    return _page(request, found, wish=wish, piece="#programme" if request.htmx else "")


def _page(
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
    }
    if current is not None and current.programme is not None:
        question, programme = festival_from_data(current.question), programme_from_data(current.programme)
        context |= {"grid": grid_of(found, films, question, programme), "current": current}
    return context


@login_required
@require_POST
def film(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    form = FestivalFilmForm(request.POST, festival=found, by=request.user)
    if form.is_valid() and form.save():
        return redirect(found)
    return _page(request, found, film_form=form)


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
    return _page(request, found, pair_form=form)


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
    return _page(request, found, lost_form=form)


def _wish(request: PersonRequest, found: Festival) -> FestivalFilm:
    return _wish_of(found, request.POST.get("film", ""))


def _wish_of(found: Festival, key: str) -> FestivalFilm:
    wishes = found.films.select_related("film", "festival__institution")
    return get_object_or_404(wishes, pk=key_of(key))


@login_required
@asks
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    wish = _wish_of(found, (request.POST or request.GET).get("film", ""))
    question = Question(
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
        leave=_("Leave it as it is"),
        sent={"film": wish.pk},
    )
    return asked_first(
        request,
        ask=lambda: question,
        act=lambda: arranging.remove_film(film=wish, by=request.user),
        done=_("Removed."),
        back=found.get_absolute_url(),
    )


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
    wish, nth = _wish(request, found), request.POST.get("nth", "")
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


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    """Publishes all, or with `covered` what licences cover already. Where some are missing, the page says which and what they cost."""
    found, only_covered = festival_for(request.user, pk, to="change"), "covered" in request.POST
    try:
        cover = None if only_covered else cover_of_programme(found, request.user)
        if cover and (cover.uncovered or request.method != "POST"):
            context = {"festival": found, "cover": cover, "today": office_today()}
            return render(request, "screenings/festival_publish.html", context)
        made = publish_festival(festival=found, by=request.user, only_covered=only_covered)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        words = ngettext(
            "%(count)d screening is published.", "%(count)d screenings are published.", len(made)
        )
        messages.success(request, words % {"count": len(made)})
    return redirect(found)
