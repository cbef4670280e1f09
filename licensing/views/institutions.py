"""Institutions: registering one, and the page that its members see."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests.limits import limited
from accounts.requests.next_page import next_page
from accounts.requests.page import PersonRequest
from licensing.buyers.institutions import ask_verification
from licensing.forms import InstitutionForm
from licensing.lookup import institution_for
from licensing.models import Institution, Membership
from wording.countries import country_label
from wording.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("institution")
def new(request: PersonRequest) -> HttpResponse:
    form = InstitutionForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid() and (institution := form.save()):
        messages.success(request, _welcome(institution))
        following = request.GET.get("next", "")
        return HttpResponseRedirect(next_page(following, otherwise=institution.get_absolute_url()))
    return render(request, "licensing/institution_new.html", {"form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("verification")
def institution(request: PersonRequest, pk: int) -> HttpResponse:
    """Submitting the page's form asks the office again to verify an institution that was not accepted."""
    found = institution_for(request.user, pk)
    if request.method == "POST":
        try:
            ask_verification(institution=found, by=request.user)
        except Refused as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, _("The office has been asked to check again."))
        return redirect(found)
    members = Membership.objects.filter(institution=found).select_related("user")
    context = {"institution": found, "members": members, "country": country_label(found.country)}
    return render(request, "licensing/institution.html", context)


def _welcome(institution: Institution) -> str:
    if institution.is_verified:
        return _("%(institution)s is registered.") % {"institution": institution}
    return _(
        "%(institution)s is registered. The office will verify it next; you can order in the meantime."
    ) % {"institution": institution}
