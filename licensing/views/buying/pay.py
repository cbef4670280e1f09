"""Paying an order by card: our page says what is due, and its form leads to the gateway's page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.requests.page import PersonRequest
from licensing.lookup import order_for
from licensing.models import Order
from licensing.sales.payment.card import ask_gateway, gateway_page, refuse_not_paying
from licensing.sales.payment.gateways import GatewayTroubleError
from licensing.sales.payment.paying import by_card
from wording.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: PersonRequest, number: str) -> HttpResponse:
    order = order_for(request.user, number, to="change")
    if request.method == "POST":
        return _to_gateway(request, order)
    try:
        refuse_not_paying(order, request.user)
    except Refused as refused:
        return _back(request, order, refused)
    card = by_card(order)
    if card.refusal:
        return _back(request, order, card.refusal)
    return render(request, "licensing/pay.html", {"order": order, "owed": card.owed})


@login_required
@require_POST
def ask(request: PersonRequest, number: str) -> HttpResponse:
    """Asks the gateway for the state of the order's open payment, which the order's page then shows."""
    order = order_for(request.user, number, to="change")
    try:
        ask_gateway(order=order)
    except GatewayTroubleError:
        messages.error(
            request,
            _(
                "The card service did not answer. It will notify us when you have paid; check again in a moment."
            ),
        )
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(order.get_absolute_url())
    return redirect(order)


def _to_gateway(request: PersonRequest, order: Order) -> HttpResponse:
    try:
        return redirect(gateway_page(order=order, by=request.user) or order)
    except Refused as refused:
        return _back(request, order, refused)
    except GatewayTroubleError:
        messages.error(
            request, _("The card service did not answer. You were not charged; try again in a moment.")
        )
        return redirect(order)


def _back(request: PersonRequest, order: Order, refused: Refused) -> HttpResponse:
    messages.info(request, " ".join(refused.messages))
    return redirect(order)
