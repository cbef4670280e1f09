"""Renewing licences: chosen ones, with today's prices and the days that follow, as one order."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.forms.buying.renewals import ChosenForm, MailForm, RenewalForm
from licensing.models import Licence, Order
from licensing.notices.ending import ending_on
from licensing.prices.offers import mark_of
from licensing.sales.ordering.cart import MOST_LINES
from licensing.sales.payment.paying import by_card
from licensing.sales.quoting.renewals import Proposal, propose, renewable_by
from licensing.terms.days import office_today


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def renew(request: PersonRequest) -> HttpResponse:
    """The licences are named in the address (`licence`, several), and a day on which they all end (`until`).

    The mail about licences that end names instead the institution, and the day that the mail was due.
    """
    if made := _made_before(request):
        return redirect(made)
    chosen = _chosen(request)
    until = _until(request)
    proposal = propose(chosen, on=office_today(), until=until)
    if proposal is None:
        messages.info(
            request,
            _("Choose the licences to renew. Only members who may order for the institution can renew them."),
        )
        return redirect("licensing:licences")
    form = _form(request, proposal) if proposal.possible else None
    if request.method == "POST" and form and form.is_valid() and (order := form.save()):
        return redirect("licensing:order" if by_card(order).refusal else "licensing:pay", order.number)
    context = {
        "proposal": proposal,
        "form": form,
        "until_form": ChosenForm(initial={"until": until or proposal.latest_together}),
        "until": until,
        "others": [each for each in chosen if each.institution_id != proposal.institution.pk],
    }
    return render(request, "licensing/renew.html", context)


def _form(request: PersonRequest, proposal: Proposal) -> RenewalForm:
    return RenewalForm(
        request.POST or None,
        request.FILES or None,
        proposal=proposal,
        user=request.user,
        request_key=uuid.uuid4().hex,
        quoted=mark_of(proposal.quoted),
        currency=str(proposal.total.currency) if proposal.total else settings.DEFAULT_CURRENCY,
    )


def _chosen(request: PersonRequest) -> list[Licence]:
    """The named licences that the person may renew, the next to end first. Others are left out, as if there were none."""
    numbers = [each for each in request.GET.getlist("licence")[:MOST_LINES] if each.isprintable()]
    rows = renewable_by(request.user)
    if numbers:
        rows = rows.filter(number__in=numbers)
    elif (mail := MailForm(request.GET)).is_valid():
        keys = [each.pk for each in ending_on(mail.cleaned_data["institution"], mail.last_days)]
        rows = rows.filter(pk__in=keys[:MOST_LINES])
    else:
        return []
    joined = rows.select_related("institution", "film__part_of", "line__licence_type").without_papers()
    return list(joined.order_by(F("ends_on").asc(), "pk"))


def _until(request: PersonRequest) -> date | None:
    form = ChosenForm(request.GET)
    return form.cleaned_data.get("until") if form.is_valid() else None


def _made_before(request: PersonRequest) -> Order | None:
    """The order that a form sent twice has made already."""
    key = request.POST.get("request_key", "")
    if not key or not key.isprintable():
        return None
    return Order.objects.filter(placed_by=request.user, request_key=key).first()
