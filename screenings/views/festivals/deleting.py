"""A festival is deleted: first what goes with it, then done."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests.page import PersonRequest
from screenings.lookup import festival_for
from screenings.models import FestivalPin
from screenings.programme.festivals.deleting import delete_festival, refuse_deletion
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    found = festival_for(request.user, pk, to="delete")
    try:
        if request.method != "POST":
            refuse_deletion(found, request.user)
            context = {
                "festival": found,
                "films": found.films.count(),
                "showings": found.films.aggregate(all=Sum("showings", default=0))["all"],
                "fixed": FestivalPin.objects.filter(film__festival=found).count(),
                "is_planned": found.plans.exists(),
            }
            return render(request, "screenings/festival_delete.html", context)
        delete_festival(festival=found, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
        return redirect(found)
    messages.success(request, _("%(name)s is deleted.") % {"name": found.name})
    return redirect("screenings:festivals")
