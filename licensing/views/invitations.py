"""The page to which an invitation's link leads: sign in or sign up with the invited address, then accept."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.addresses import has_verified
from accounts.models import User
from licensing.buyers.invitations import accept_invitation
from licensing.lookup import invitation_for
from wording.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = invitation_for(token)
    person = request.user if isinstance(request.user, User) else None
    if request.method == "POST":
        if person is None:
            return redirect_to_login(request.path)
        try:
            accept_invitation(invitation=found, by=person)
        except Refused as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(
                request, _("You act for %(institution)s now.") % {"institution": found.institution}
            )
            return redirect(found.institution)
    context = {"invitation": found, "is_mine": has_verified(person, found.email)}
    answer = render(request, "licensing/invitation.html", context)
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "same-origin"
    return answer
