"""Renewing licences: chosen ones, with today's prices and the days that follow, as one order."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.forms.buying.renewals import ChosenForm, MailForm, RenewalForm
from licensing.models import Act, Institution, Licence, Order
from licensing.notices.ending import ending_on
from licensing.prices.offers import mark_of
from licensing.prices.taxes import Taxed, tax_expected
from licensing.sales.ordering.cart import MOST_LINES
from licensing.sales.payment.paying import by_card
from licensing.sales.quoting.quotes import make_quote
from licensing.sales.quoting.renewals import (
    Proposal,
    propose,
    renewable_by,
    renewable_from,
    renewable_of,
)
from licensing.terms.days import office_today
from licensing.views.buying.naming import institution_named
from office.distributor.reader import distributor_on
from wording.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def renew(request: PersonRequest) -> HttpResponse:
    """The licences are named in the address (`licence`, several), and a day on which they all end (`until`).

    The mail about licences that end names instead the institution, and the day that the mail was due; `all` names all
    that can be renewed of one institution. POST orders the renewals, or with `quote` makes a quote of them. The page
    sends the ticks and the day as they stand when it is sent, which then decide, and not the address.
    """
    if made := _made_before(request):
        return redirect(made)
    said = request.POST if "ticked" in request.POST else request.GET
    chosen = _chosen(request, said)
    until = _until(said)
    if "show" in request.POST:
        return redirect(_address(chosen, until))
    proposal = propose(chosen, on=office_today(), until=until)
    if proposal is None:
        messages.info(request, _why_none(request))
        return redirect("licensing:licences")
    if request.method == "POST" and "quote" in request.POST and proposal.possible:
        return _quote(request, proposal, until)
    taxed = tax_expected(
        proposal.institution, proposal.quoted, on=office_today(), seller=distributor_on(request)
    )
    form = _form(request, proposal, taxed) if proposal.possible else None
    if request.method == "POST" and form and form.is_valid() and (order := form.save()):
        return redirect("licensing:order" if by_card(order).refusal else "licensing:pay", order.number)
    context = {
        "proposal": proposal,
        "form": form,
        "taxed": taxed,
        "quote_key": uuid.uuid4().hex,
        "quoted": mark_of(proposal.quoted),
        "until_form": ChosenForm(initial={"until": until or proposal.latest_together}),
        "until": until,
        "are_all": "all" in said,
        "others": [each for each in chosen if each.institution_id != proposal.institution.pk],
    }
    return render(request, "licensing/renew.html", context)


def _why_none(request: PersonRequest) -> str:
    """Why there is nothing to renew: of all of an institution's licences, from which day there is."""
    if "all" in request.GET and (institution := _institution(request)):
        if coming := renewable_from(institution, office_today()):
            licence, day = coming
            return _("None of the licences can be renewed now. The next is %(number)s, from %(day)s.") % {
                "number": licence.number,
                "day": date_format(day, "DATE_FORMAT"),
            }
        return _("None of the licences can be renewed now.")
    return _(
        "No licence that you can renew now is chosen. Only members who may order for the institution can renew its licences."
    )


def _institution(request: PersonRequest) -> Institution | None:
    own = list(Institution.objects.of(request.user, Act.ORDER).order_by("memberships__pk"))
    return institution_named(request, own) or next(iter(own), None)


@login_required
@require_safe
def together(request: PersonRequest) -> HttpResponse:
    """The address of a page that `renew` has become."""
    query = request.GET.copy()
    query["all"] = "1"
    return redirect(f"{reverse('licensing:renew')}?{query.urlencode()}")


def _quote(request: PersonRequest, proposal: Proposal, until: date | None) -> HttpResponse:
    key, seen = request.POST.get("quote", ""), request.POST.get("seen", "")
    if not (key.isprintable() and seen.isprintable()):
        raise Http404
    try:
        made = make_quote(
            institution=proposal.institution,
            lines=proposal.lines,
            by=request.user,
            starts_on=min(each.starts_on for each in proposal.possible),
            request_key=key[:40] or None,
            expected=seen or None,
        )
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect(_address([each.licence for each in proposal.renewals], until))
    return redirect(made)


def _address(licences: list[Licence], until: date | None) -> str:
    """The page of these licences."""
    named = [("licence", each.number) for each in licences]
    day = [("until", until.isoformat())] if until else []
    return f"{reverse('licensing:renew')}?{urlencode([*named, *day])}"


def _form(request: PersonRequest, proposal: Proposal, taxed: Taxed | None) -> RenewalForm:
    return RenewalForm(
        request.POST or None,
        request.FILES or None,
        proposal=proposal,
        user=request.user,
        request_key=uuid.uuid4().hex,
        quoted=mark_of(proposal.quoted, tax=taxed.tax.amount if taxed else Decimal(0)),
        currency=str(proposal.total.currency) if proposal.total else settings.DEFAULT_CURRENCY,
        total=taxed.total if taxed else proposal.total,
    )


def _chosen(request: PersonRequest, said: QueryDict) -> list[Licence]:
    """The named licences that the person may renew, the next to end first. Others are left out, as if there were none."""
    numbers = [each for each in said.getlist("licence")[:MOST_LINES] if each.isprintable()]
    rows = renewable_by(request.user)
    if numbers:
        rows = rows.filter(number__in=numbers)
    elif "ticked" in said:
        return []
    elif (mail := MailForm(request.GET)).is_valid():
        keys = [each.pk for each in ending_on(mail.cleaned_data["institution"], mail.last_days)]
        rows = rows.filter(pk__in=keys[:MOST_LINES])
    elif "all" in request.GET:
        institution = _institution(request)
        return renewable_of(institution, office_today()) if institution else []
    else:
        return []
    joined = rows.select_related("institution", "film__part_of", "line__licence_type").without_papers()
    return list(joined.order_by(F("ends_on").asc(), "pk"))


def _until(said: QueryDict) -> date | None:
    form = ChosenForm(said)
    return form.cleaned_data.get("until") if form.is_valid() else None


def _made_before(request: PersonRequest) -> Order | None:
    """The order that a form sent twice has made already."""
    key = request.POST.get("request_key", "")
    if not key or not key.isprintable():
        return None
    return Order.objects.filter(placed_by=request.user, request_key=key).first()
