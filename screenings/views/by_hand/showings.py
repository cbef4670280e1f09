"""One showing: moved, marked as accessible."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.requests.page import PersonRequest
from screenings.forms import AccessForm, MoveForm
from screenings.lookup import showing_for
from screenings.models import Showing


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
    return _page(request, "screenings/move_showing.html", showing, form)


@login_required
def access(request: PersonRequest, pk: int) -> HttpResponse:
    user = request.user
    showing = showing_for(user, pk)
    form = AccessForm(request.POST or None, showing=showing, by=user)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Saved."))
        return redirect("screenings:desk-screening", slug=showing.screening.slug)
    return _page(request, "screenings/showing_access.html", showing, form)


def _page(
    request: PersonRequest, template: str, showing: Showing, form: MoveForm | AccessForm
) -> HttpResponse:
    screening = showing.screening
    context = {"showing": showing, "screening": screening, "venue": screening.venue, "form": form}
    return render(request, template, context)
