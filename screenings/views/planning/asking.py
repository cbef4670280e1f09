"""Asking the planner: a form that begins as the venue likes its days, or like a request that was made before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.requests.page import PersonRequest
from screenings import planner
from screenings.forms import PlanForm
from screenings.forms.planning.wishes import fields_of
from screenings.lookup import PLAN, plan_for, venues_for
from screenings.models import HouseStyle, PlanRequest, Venue
from screenings.planning.styles import SHIPPED, settings_of, usual_style
from screenings.views.planning.often import put_question
from screenings.views.planning.territory import film_named, key_of, likely_venue, territory_said
from wording.say import Say

DAYS_AHEAD, DAYS_ASKED = 21, 9


@login_required
def new(request: PersonRequest) -> HttpResponse:
    user = request.user
    initial = _beginning(user, request.GET)
    if "use_style" in request.POST:
        form = PlanForm(by=user, initial=initial | request.POST.dict() | _styled(request))
    else:
        form = PlanForm(request.POST or None, by=user, initial=initial)
    if form.is_bound and form.is_valid():
        if "keep_style" not in request.POST and (asked := put_question(request, form, "plan")):
            return redirect(asked)
        if "keep_style" in request.POST and (style := form.keep_style()):
            messages.success(request, _("The style “%(name)s” is kept.") % {"name": style.name})
    context = {
        "form": form,
        "has_venue": venues_for(user, PLAN).exists(),
        "territory": _territory(user, form, {**initial, **request.POST.dict()}),
    }
    return render(request, "screenings/plan_new.html", context)


def _territory(user: User, form: PlanForm, about: Mapping[str, Any]) -> Say | None:
    """What stands beside the days; nothing where the form is refused for it, and so says it already."""
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, "territory"):
        return None
    chosen = _venue(user, f"{about.get('venue', '')}")
    return territory_said(film_named(f"{about.get('film', '')}"), chosen, about)


def _venue(user: User, key: str) -> Venue | None:
    return venues_for(user, PLAN).filter(pk=key_of(key)).first()


def _beginning(user: User, said: Mapping[str, str]) -> dict[str, Any]:
    """What stands in the form at first. `said` may name a request to begin `again` with, or a film and a venue."""
    if "again" in said:
        return asked_before(plan_for(user, key_of(said["again"])))
    first_day = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    last_day = first_day + timedelta(days=DAYS_ASKED)
    initial: dict[str, Any] = {"first_day": first_day, "last_day": last_day}
    if film := film_named(said.get("film", "")):
        initial["film"] = film.pk
    if "venue" in said:
        initial["venue"] = said["venue"]
        venue = _venue(user, said["venue"])
    else:
        venue = likely_venue(user, film, first_day, last_day)
        initial |= {"venue": venue.pk} if venue else {}
    usual = usual_style(venue)
    return initial | {"style": usual.code, "styled": usual.code, **fields_of(usual.settings)}


def asked_before(asked: PlanRequest) -> dict[str, Any]:
    """The fields of a request as they were filled in; of one that no form asked, what its row and question say."""
    about: dict[str, Any] = {
        "film": asked.film_id,
        "venue": asked.venue_id,
        "institution": asked.institution_id,
        "first_day": asked.first_day,
        "last_day": asked.last_day,
    }
    if asked.said is not None:
        return about | dict(asked.said)
    settings = planner.question_from_data(asked.question).settings
    return about | dict(fields_of(settings)) | {"kinds": [*settings.kinds], "weekdays": [*settings.weekdays]}


def _styled(request: PersonRequest) -> dict[str, object]:
    """The fields as the chosen style fills them in; the several kinds as they were ticked."""
    chosen = request.POST.get("style", "")
    several = {name: request.POST.getlist(name) for name in ("kinds", "weekdays", "apart_from", "access")}
    kept: dict[str, object] = {**several, "style": chosen, "styled": chosen}
    if chosen in SHIPPED:
        return kept | dict(fields_of(SHIPPED[chosen].settings))
    row = HouseStyle.objects.filter(
        venue__in=venues_for(request.user, PLAN),
        pk=key_of(chosen),
    ).first()
    return kept | dict(fields_of(settings_of(row))) if row else kept
