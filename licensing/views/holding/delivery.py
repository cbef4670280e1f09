"""How a licensee gets the film: its page, downloads, arrivals, keys."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.page import PersonRequest
from licensing.delivery.downloads import (
    LINK_LASTS,
    begin_download,
    download_of,
    files_of,
    note_transfer,
    open_download,
    why_not_in_force,
)
from licensing.delivery.key_events import key_events
from licensing.delivery.keys import can_ask
from licensing.delivery.parcels import note_arrival
from licensing.delivery.words import badge_of, how_words, nothing_words
from licensing.forms.key_request import KeyRequestForm
from licensing.lookup import licence_for, role_of
from licensing.models import Act, Delivery, DeliveryFile, Licence, Way
from licensing.models.buyers.roles import ROLES_FOR
from licensing.views.holding.sending import asked_of, send
from wording.refusals import Refused

GONE = {"expired": HTTPStatus.GONE, "missing": HTTPStatus.NOT_FOUND, "not-yours": HTTPStatus.NOT_FOUND}


@login_required
@require_safe
def delivery(request: PersonRequest, number: str) -> HttpResponse:
    licence = licence_for(request.user, number)
    found = list(
        Delivery.objects.filter(licence=licence).with_listing().select_related("key_request").order_by("pk")
    )
    files = next(
        (each for each in found if each.way == Way.FILE and each.state == Delivery.State.GIVEN), None
    )
    role, why_not = role_of(request.user, licence.institution), why_not_in_force(licence)
    may_receive = role in ROLES_FOR[Act.RECEIVE]
    context = {
        "licence": licence,
        "deliveries": [(each, how_words(each), *badge_of(each)) for each in found],
        "nothing": nothing_words(),
        "why_not": why_not,
        "files": files_of(files) if files and not why_not else [],
        "hours": int(LINK_LASTS.total_seconds() // 3600),
        "is_member": role is not None,
        "may_receive": may_receive,
        "can_ask": may_receive and any(each.way == Way.DCP for each in found),
    }
    return render(request, "licensing/delivery.html", context)


@login_required
@require_POST
def begin(request: PersonRequest, number: str, pk: int) -> HttpResponse:
    """Counts a download, and leads to its link."""
    licence = licence_for(request.user, number)
    given = get_object_or_404(Delivery.objects.with_listing(), licence=licence, way=Way.FILE)
    file = get_object_or_404(DeliveryFile.objects.select_related("copy"), pk=pk)
    try:
        return redirect("licensing:download", begin_download(delivery=given, file=file, by=request.user))
    except Refused as refused:
        if refused.code == "not-of-this-licence":
            raise Http404 from refused
        messages.error(request, " ".join(refused.messages))
        return redirect(given)


@require_safe
def download(request: HttpRequest, token: str) -> HttpResponseBase:
    """The file, to whoever has the link. What cannot be sent is said on a page."""
    found = None
    try:
        found = download_of(token)
        if found is None:
            raise Http404
        place = open_download(download=found, visitor=request.user)
        asked = asked_of(request, place)
        if request.method == "GET" and asked is not None:
            note_transfer(download=found, size=asked.length)
    except Refused as refused:
        context = {"why": " ".join(refused.messages), "licence": found.delivery.licence if found else None}
        status = GONE.get(refused.code or "", HTTPStatus.FORBIDDEN)
        return render(request, "licensing/no_download.html", context, status=status)
    return send(request, place, below=found.file.path, name=found.file.name)


@login_required
@require_POST
def arrived(request: PersonRequest, number: str, pk: int) -> HttpResponse:
    licence = licence_for(request.user, number)
    if not _may_receive(request, licence):
        raise Http404
    parcel = get_object_or_404(Delivery.objects.with_listing(), licence=licence, pk=pk)
    try:
        note_arrival(delivery=parcel, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("Thank you: the office knows that it has arrived."))
    return redirect(parcel)


@login_required
def key(request: PersonRequest, number: str) -> HttpResponse:
    """Asks for a key (KDM) for one event."""
    licence = licence_for(request.user, number)
    if not _may_receive(request, licence) or not can_ask(licence):
        raise Http404
    events = key_events(licence)
    event = next((each for each in events if each.key == request.GET.get("event")), next(iter(events), None))
    form = KeyRequestForm(request.POST or None, licence=licence, user=request.user, event=event)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The office has your request, and will send the key."))
        return redirect("licensing:delivery", licence.number)
    context = {
        "licence": licence,
        "form": form,
        "event": event,
        "others": [each for each in events if each != event],
    }
    return render(request, "licensing/key_request.html", context)


def _may_receive(request: PersonRequest, licence: Licence) -> bool:
    return role_of(request.user, licence.institution) in ROLES_FOR[Act.RECEIVE]
