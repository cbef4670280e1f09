"""A licence upgraded: a quote is made, which is then ordered."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.lookup import acts_for, licence_for
from licensing.models import Licence, Quote
from licensing.prices.wanted import WantedLine
from licensing.sales.quoting.quotes import make_quote
from licensing.sales.quoting.upgrades import Upgrade, upgrades_of, why_not
from licensing.terms.days import office_today
from licensing.terms.rights.site_choice import against_sites
from wording.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def upgrade(request: PersonRequest, number: str) -> HttpResponse:
    """What the licence could become today; POST makes a quote for one of them."""
    found = licence_for(request.user, number)
    if not acts_for(request.user, found.institution, "licensing.add_quote"):
        raise Http404
    offered = upgrades_of(found)
    if request.method == "POST":
        chosen = next((each for each in offered if str(each.rule.pk) == request.POST.get("rule")), None)
        try:
            return redirect(_quote(request, found, chosen))
        except Refused as refused:
            messages.error(request, " ".join(refused.messages))
            return redirect("licensing:upgrade", found.number)
    refusal = why_not(found, found.institution)
    return render(
        request, "licensing/upgrade.html", {"licence": found, "upgrades": offered, "refusal": refusal}
    )


def _quote(request: PersonRequest, licence: Licence, chosen: Upgrade | None) -> Quote:
    if chosen is None:
        raise Refused(_("Choose one of the upgrades."), "upgrade-none")
    to, sites = chosen.rule.to_type, tuple(licence.named_sites)
    fits = against_sites(to.name, to.grants().site_scope, sites, has_choice=False) is None
    wanted = WantedLine(film=chosen.film, licence_type=to, upgrades=(licence,), sites=sites if fits else ())
    return make_quote(
        institution=licence.institution, lines=[wanted], by=request.user, starts_on=office_today()
    )
