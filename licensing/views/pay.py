"""Paying an order by card, on the gateway's form or at its own page."""

from __future__ import annotations

from urllib.error import URLError

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from djmoney.money import Money
from payments import PaymentError, RedirectNeeded

from accounts.requests import PersonRequest
from licensing.card import open_card_payment
from licensing.forms import dress_gateway_form
from licensing.lookup import order_for
from licensing.refusals import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def pay(request: PersonRequest, number: str) -> HttpResponse:
    """Runs in one transaction with the order's row locked, so that a form sent twice pays once."""
    order = order_for(request.user, number, to="change")
    try:
        payment = open_card_payment(order=order)
        form = payment.get_form(data=request.POST or None)
    except Refused as refused:
        messages.info(request, " ".join(refused.messages))
        return redirect(order)
    except RedirectNeeded as needed:
        # Our own pages by path: the policy on form-action would stop a redirect to another name of this host.
        return redirect(str(needed).removeprefix(settings.SITE_URL))
    except (PaymentError, URLError):
        messages.error(
            request, _("The card service did not answer. Nothing was taken; try again in a moment.")
        )
        return redirect("licensing:pay", order.number)
    context = {
        "order": order,
        "owed": Money(payment.total, payment.currency),
        "form": dress_gateway_form(form),
        "is_dummy": "gateway_response" in form.fields,
    }
    return render(request, "licensing/pay.html", context)
