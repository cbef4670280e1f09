"""Pages to which links in mails lead: an invitation, and the question whether a mailbox is right."""

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
from licensing.buyers.mailboxes import confirm_mailbox
from licensing.lookup import invitation_for, mailbox_for
from licensing.views.private import private
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
    return private(render(request, "licensing/invitation.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def mailbox(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever reads a mailbox confirms it, without an account: it is shared."""
    found = mailbox_for(token)
    if request.method == "POST":
        try:
            found = confirm_mailbox(mailbox=found, by=None)
        except Refused as refused:
            messages.error(request, " ".join(refused.messages))
    return private(render(request, "licensing/mailbox.html", {"mailbox": found}))
