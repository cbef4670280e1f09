"""The dummy gateway's page, where no money moves: it replaces the page that Stripe shows."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.requests.page import PersonRequest
from licensing.forms import DummyCardForm
from licensing.lookup import order_for
from licensing.models import CardPayment
from licensing.sales.payment.card import apply_session
from licensing.sales.payment.gateways import State
from licensing.sales.payment.gateways.dummy import dummy_session


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dummy_card(request: PersonRequest, token: object) -> HttpResponse:
    """404 if the settings name another gateway."""
    if settings.CARD_GATEWAY != "dummy":
        raise Http404
    payment = get_object_or_404(CardPayment.objects.select_related("order"), token=str(token))
    order = order_for(request.user, payment.order.number, to="change")
    form = DummyCardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        apply_session(session=dummy_session(payment, State(form.cleaned_data["outcome"])))
        return redirect(f"{order.get_absolute_url()}?back=card")
    return render(request, "licensing/dummy_card.html", {"order": order, "payment": payment, "form": form})
