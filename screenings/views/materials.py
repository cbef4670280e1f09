"""Copies and keys of a screening, ticked off."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.lookup import screening_for
from screenings.programme.materials.ticking import tick, untick
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@login_required
@require_POST
def tick_off(request: PersonRequest, slug: str) -> HttpResponse:
    """Ticks off a step, or with `undo` takes it back."""
    found = screening_for(request.user, slug)
    named = {name: request.POST.get(name, "")[:30] for name in ("step", "about")}
    try:
        if "undo" in request.POST:
            untick(screening=found, by=request.user, **named)
        else:
            tick(screening=found, by=request.user, note=request.POST.get("note", "")[:200], **named)
    except (Refused, ValidationError) as refused:
        tell_refusal(request, refused if isinstance(refused, Refused) else Refused(refused.messages))
    return redirect(reverse("screenings:desk-screening", args=[slug]) + "#materials")
