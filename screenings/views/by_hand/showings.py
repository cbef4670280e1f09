"""One showing: moved, marked as accessible, called off."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.forms import AccessForm, MoveForm
from screenings.lookup import showing_for
from screenings.models import Showing
from screenings.programme.booking import cancel_showing
from screenings.programme.timetables.trying import try_calling_off
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@login_required
def move(request: PersonRequest, pk: int) -> HttpResponse:
    user = request.user
    showing = showing_for(user, pk)
    form = MoveForm(request.POST or None, showing=showing, by=user)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(
            request, _("The showing has been moved. Everyone who holds a place will be notified.")
        )
        return redirect("screenings:desk-screening", slug=showing.screening.slug)
    return _page(request, "screenings/move_showing.html", showing, form=form)


@login_required
def access(request: PersonRequest, pk: int) -> HttpResponse:
    user = request.user
    showing = showing_for(user, pk)
    form = AccessForm(request.POST or None, showing=showing, by=user)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Saved."))
        return redirect("screenings:desk-screening", slug=showing.screening.slug)
    return _page(request, "screenings/showing_access.html", showing, form=form)


def _page(request: PersonRequest, template: str, showing: Showing, **more: object) -> HttpResponse:
    screening = showing.screening
    context = {"showing": showing, "screening": screening, "venue": screening.venue} | more
    return render(request, template, context)


@login_required
@require_POST
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    """Shows first who would be told what; with `confirm` it is done."""
    user = request.user
    showing = showing_for(user, pk)
    try:
        if "confirm" not in request.POST and not showing.is_cancelled:
            outcome = try_calling_off(showing=showing, by=user)
            return _page(request, "screenings/call_off_showing.html", showing, outcome=outcome)
        cancel_showing(showing=showing, by=user)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("The showing is called off. Everyone who held a place will be notified."))
    return redirect("screenings:desk-screening", slug=showing.screening.slug)
