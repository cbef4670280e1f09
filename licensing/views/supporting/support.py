"""The page for donations, and who supports us."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from djmoney.money import Money

from accounts.models import User
from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.forms.donation import DonationForm
from licensing.lookup import order_for
from licensing.models import Act, DonationOffer, Institution, Order
from licensing.sales.donations.giving import open_page, ways_to_give
from licensing.sales.donations.supporters import leave_supporters, supporters
from licensing.sales.payment.paying import by_card
from wording.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@limited("donation")
def support(request: HttpRequest) -> HttpResponse:
    """Anyone reads it; who is signed in gives, because an order has a person who sees, pays and cancels it."""
    page = open_page()
    offers = list(page.offers.all()) if page else []
    offer = _chosen(offers, request.GET.get("currency", ""))
    methods = ways_to_give(offer.currency) if offer else []
    form = None
    if offer and methods and isinstance(request.user, User):
        form = _form(request, offer, methods, request.user)
        if request.method == "POST" and form.is_valid() and (order := form.save()):
            is_paid_now = order.method == Order.Method.CARD and not by_card(order).refusal
            return redirect("licensing:pay" if is_paid_now else "licensing:order", order.number)
    elif request.method == "POST" and not request.user.is_authenticated:
        return redirect(f"{reverse('account_login')}?next={reverse('licensing:support')}")
    context = {
        "page": page,
        "offer": offer,
        "others": [each for each in offers if each != offer],
        "amounts": [Money(each, offer.currency) for each in offer.amounts] if offer else [],
        "form": form,
        "is_open": bool(offer and methods),
        "supporters": supporters(),
    }
    return render(request, "licensing/support/support.html", context)


@login_required
@require_POST
def leave(request: PersonRequest, number: str) -> HttpResponse:
    """The donor is listed no more."""
    order = order_for(request.user, number)
    if order.kind != Order.Kind.DONATION:
        raise Http404
    try:
        leave_supporters(order=order, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("It is not in the list of supporters any more."))
    return redirect(order)


def _form(
    request: HttpRequest, offer: DonationOffer, methods: list[Order.Method], user: User
) -> DonationForm:
    institutions = list(
        Institution.objects.of(user, Act.ORDER).exclude(verification="refused").order_by("legal_name", "pk")
    )
    return DonationForm(
        request.POST if request.method == "POST" else None,
        offer=offer,
        methods=methods,
        institutions=institutions,
        user=user,
        initial={"request_key": uuid4().hex},
    )


def _chosen(offers: list[DonationOffer], currency: str) -> DonationOffer | None:
    """The offer in a currency, the first unless one is named. Raises Http404 for a currency that is not offered."""
    if not currency:
        return offers[0] if offers else None
    found = next((each for each in offers if each.currency == currency), None)
    if found is None:
        raise Http404
    return found
