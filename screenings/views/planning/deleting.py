"""A question to the planner is deleted: first what goes with it, then done."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests.page import PersonRequest
from screenings.lookup import plan_for
from screenings.programme.plan_requests import delete_request, refuse_deletion
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    asked = plan_for(request.user, pk, to="delete")
    try:
        if request.method != "POST":
            refuse_deletion(asked, request.user)
            context = {"asked": asked, "plans": len((asked.answer or {}).get("plans", ()))}
            return render(request, "screenings/plan_delete.html", context)
        delete_request(plan_request=asked, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
        return redirect(asked)
    messages.success(request, _("The request is deleted."))
    return redirect("screenings:desk")
