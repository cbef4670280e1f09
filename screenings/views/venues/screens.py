"""The screens of a venue, on the desk of those who run it: added and changed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.requests.page import PersonRequest
from screenings.forms.screens import ScreenForm
from screenings.lookup import screen_run_by, venue_run_by
from screenings.models import Screen, Venue


@never_cache
@login_required
def new(request: PersonRequest, slug: str) -> HttpResponse:
    return _page(request, venue_run_by(request.user, slug), None)


@never_cache
@login_required
def change(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    screen = screen_run_by(request.user, slug, pk)
    return _page(request, screen.venue, screen)


def _page(request: PersonRequest, venue: Venue, screen: Screen | None) -> HttpResponse:
    form = ScreenForm(request.POST or None, venue=venue, by=request.user, screen=screen)
    if form.is_bound and form.is_valid() and form.save():
        messages.success(request, _("Saved."))
        return redirect("screenings:desk-venue", slug=venue.slug)
    context = {"venue": venue, "screen": screen, "form": form}
    return render(request, "screenings/desk_screen.html", context)
