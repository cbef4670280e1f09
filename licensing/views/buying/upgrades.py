"""A licence upgraded, and all of an institution's licences brought to one end; both make a quote, which is then ordered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.forms.buying.quotes import TogetherForm
from licensing.lookup import acts_for, licence_for
from licensing.models import Act, Institution, Licence, Quote
from licensing.prices.wanted import WantedLine
from licensing.sales.quoting.quotes import make_quote
from licensing.sales.quoting.together import (
    last_common_day,
    quote_together,
    renewable,
    renewed_together,
    total_of,
)
from licensing.sales.quoting.upgrades import Upgrade, upgrades_of, why_not
from licensing.terms.days import office_today
from licensing.terms.rights.site_choice import against_sites
from licensing.views.buying.naming import institution_named
from office.refusals import RefusalsOn
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


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def together(request: PersonRequest) -> HttpResponse:
    """The licences that can be renewed, and what it costs until one day; POST makes the quote."""
    own = list(Institution.objects.of(request.user, Act.ORDER).order_by("memberships__pk"))
    institution = (institution_named(request, own) or own[0]) if own else None
    found = renewable(institution) if institution else []
    choices = [(each.ending.number, each) for each in found]
    initial: dict[str, Any] = {
        "licences": [number for number, _each in choices],
        "until": last_common_day(found),
    }
    asked_by_get = request.GET if "until" in request.GET else None
    data = request.POST if request.method == "POST" else asked_by_get
    form = TogetherForm(data, initial=initial, choices=choices)
    rows = []
    if institution and found and (data is None or form.is_valid()):
        numbers, until = _chosen(initial if data is None else form.cleaned_data)
        chosen = [each for each in found if each.ending.number in numbers]
        with RefusalsOn(form):
            rows = list(zip(chosen, renewed_together(chosen, until), strict=True))
            if request.method == "POST":
                made = quote_together(institution=institution, numbers=numbers, until=until, by=request.user)
                return redirect(made)
    asked = set(form["licences"].value() or ())
    context = {
        "form": form,
        "institution": institution,
        "institutions": own,
        "found": [(each, each.ending.number in asked) for each in found],
        "total": total_of([renewal for _each, renewal in rows]),
        "rows": rows,
    }
    return render(request, "licensing/together.html", context)


def _chosen(values: dict[str, Any]) -> tuple[list[str], date]:
    return values["licences"], values["until"]


def _quote(request: PersonRequest, licence: Licence, chosen: Upgrade | None) -> Quote:
    if chosen is None:
        raise Refused(_("Choose one of the upgrades."), "upgrade-none")
    to, sites = chosen.rule.to_type, tuple(licence.named_sites)
    fits = against_sites(to.name, to.grants().site_scope, sites, has_choice=False) is None
    wanted = WantedLine(film=chosen.film, licence_type=to, upgrades=(licence,), sites=sites if fits else ())
    return make_quote(
        institution=licence.institution, lines=[wanted], by=request.user, starts_on=office_today()
    )
