"""The door of a screening: who is expected, who is here. The page goes on without a connection (static/js/door.js)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from pydantic import AwareDatetime, BaseModel, Field, TypeAdapter, ValidationError

from accounts.requests.page import PersonRequest
from screenings.audience.door import Entry, arrived_at, enter, may_let_in
from screenings.lookup import screening_for
from screenings.models import Place, Screening, Showing
from screenings.planning.arrangement import standing_showings
from screenings.schedules.dropping_off import drop_off
from screenings.views.desk import tell_refusal
from wording.refusals import Refused

CAMERA = settings.PERMISSIONS_POLICY.replace("camera=()", "camera=(self)")


class Sent(BaseModel):
    """An entry as a device sends it."""

    key: UUID
    place: int = Field(ge=0, lt=2**63)
    people: int = Field(ge=-1000, le=1000)
    at: AwareDatetime


ENTRIES = TypeAdapter(list[Sent])


@never_cache
@login_required
def door(request: PersonRequest, slug: str) -> HttpResponse:
    """Who is expected at one showing: the one that is asked for, or the next that is not over. A button lets people in."""
    found = screening_for(request.user, slug)
    if request.method == "POST":
        return _let_in(request, found)
    showings = standing_showings(found)
    shown = _asked(request, showings)
    places = Place.objects.filter(showing=shown, registration__cancelled_at=None).exclude(
        registration__confirmed_at=None
    )
    rows = list(places.select_related("registration").order_by("registration__name", "pk"))
    context = {
        "screening": found,
        "venue": found.venue,
        "turnouts": drop_off(found).rows,
        "shown": shown,
        "rows": [(place, uuid4(), uuid4()) for place in rows],
        "can_act": may_let_in(request.user, found),
    }
    response = render(request, "screenings/door.html", context)
    response["Permissions-Policy"] = CAMERA
    return response


def _asked(request: HttpRequest, showings: list[Showing]) -> Showing | None:
    wanted = request.GET.get("showing", "")
    asked = next((each for each in showings if str(each.pk) == wanted), None)
    now = timezone.now()
    coming = next((each for each in showings if each.ends_at > now), None)
    return asked or coming or (showings[-1] if showings else None)


def _let_in(request: PersonRequest, found: Screening) -> HttpResponse:
    """Without a script: one entry, from the row's own form."""
    typed: dict[str, Any] = {name: request.POST.get(name, "") for name in ("key", "place", "people")}
    try:
        sent = Sent.model_validate(typed | {"at": timezone.now()})
        enter(screening=found, entries=[_entry(sent)], by=request.user)
    except ValidationError:
        tell_refusal(request, Refused(_("Say how many people you let in."), "nobody"))
    except Refused as refused:
        tell_refusal(request, refused)
    showing = request.POST.get("showing", "")
    return redirect(f"{request.path}?showing={showing}" if showing.isdecimal() else request.path)


def _entry(sent: Sent) -> Entry:
    at: datetime = sent.at
    return Entry(sent.key, sent.place, sent.people, at)


@never_cache
@login_required
@require_POST
def sync(request: PersonRequest, slug: str) -> JsonResponse:
    """What a device has entered since; the answer is how many of each place are here, whichever device entered them."""
    found = screening_for(request.user, slug)
    try:
        entries = ENTRIES.validate_json(request.body)
        enter(screening=found, entries=[_entry(each) for each in entries], by=request.user)
    except (ValidationError, Refused) as error:
        return JsonResponse({"refused": json.dumps(str(error))}, status=422)
    return JsonResponse({"arrived": arrived_at(found)})


@login_required
@require_safe
def worker(request: PersonRequest, slug: str) -> HttpResponse:
    """The page's service worker, which answers for this door alone: it lies where its scope is."""
    screening_for(request.user, slug)
    return render(request, "screenings/door_worker.js", content_type="text/javascript; charset=utf-8")


@login_required
@require_safe
def turnout(request: PersonRequest, slug: str) -> HttpResponse:
    found = screening_for(request.user, slug)
    context = {"screening": found, "venue": found.venue, "drop_off": drop_off(found)}
    return render(request, "screenings/turnout.html", context)
