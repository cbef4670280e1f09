"""A showing, or a whole screening, called off: first who is told of it in which words, then done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.lookup import screening_for, showing_for
from screenings.models import Screening
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing
from screenings.programme.timetables.changes import version_of
from screenings.programme.timetables.trying import try_calling_all_off, try_calling_off
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@login_required
@require_POST
def showing(request: PersonRequest, pk: int) -> HttpResponse:
    found, user = showing_for(request.user, pk), request.user
    seen = request.POST.get("version", "")
    version = int(seen) if seen.isdecimal() and len(seen) < 9 else version_of(found.screening)

    def ask() -> dict[str, Any]:
        outcome = try_calling_off(showing=found, version=version, by=user)
        return {"showing": found, "outcome": outcome, "version": version}

    return _asked_first(
        request,
        found.screening,
        ask=ask,
        act=lambda: cancel_showing(showing=found, version=version, by=user),
        done=_("The showing is called off. Everyone who held a place will be notified."),
    )


@login_required
@require_POST
def screening(request: PersonRequest, slug: str) -> HttpResponse:
    found, user = screening_for(request.user, slug), request.user
    return _asked_first(
        request,
        found,
        ask=lambda: {"outcome": try_calling_all_off(screening=found, by=user)},
        act=lambda: cancel_screening(screening=found, by=user),
        done=_("The screening is called off. Everyone who registered will be notified."),
    )


def _asked_first(
    request: PersonRequest,
    screening: Screening,
    *,
    ask: Callable[[], dict[str, Any]],
    act: Callable[[], object],
    done: str,
) -> HttpResponse:
    """The question, or what was confirmed. What was changed meanwhile is asked anew."""
    try:
        if "confirm" not in request.POST:
            context = {"screening": screening, "venue": screening.venue} | ask()
            return render(request, "screenings/call_off.html", context)
        act()
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, done)
    return redirect("screenings:desk-screening", slug=screening.slug)
