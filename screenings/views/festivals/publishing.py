"""A festival's programme is published by a worker: what its licences cover, how far it is, stopped."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRefresh

from accounts.requests.page import PersonRequest
from licensing.terms.days import office_today
from screenings.lookup import festival_for
from screenings.models import FestivalPublication
from screenings.programme.festivals.publications import ask_publication, stop_publication
from screenings.programme.festivals.publishing import cover_of_programme
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    """Has all published, or with `covered` what licences cover already. Where some are missing, the page says which and what they cost."""
    found, only_covered = festival_for(request.user, pk, to="change"), "covered" in request.POST
    try:
        cover = None if only_covered else cover_of_programme(found, request.user)
        if cover and (cover.uncovered or request.method != "POST"):
            context = {"festival": found, "cover": cover, "today": office_today()}
            return render(request, "screenings/festival_publish.html", context)
        ask_publication(festival=found, by=request.user, only_covered=only_covered)
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect(found)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publishing(request: PersonRequest, pk: int) -> HttpResponse:
    """How far it is, for htmx: once it is over, the whole page comes anew. POST stops it."""
    if request.method == "POST":
        return _stop(request, pk)
    found = festival_for(request.user, pk)
    publication = FestivalPublication.objects.filter(festival=found).first()
    if not request.htmx:
        return redirect(found)
    if publication is None or not publication.is_open:
        return HttpResponseClientRefresh()
    context = {"festival": found, "publication": publication}
    return render(request, "screenings/festival_publication.html", context)


def _stop(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="change")
    try:
        stop_publication(festival=found, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect(found)
