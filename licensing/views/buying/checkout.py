"""From the cart to an order: for which institution, paid how, beginning when."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.forms import CheckoutForm
from licensing.licences.answers import lines_held_already
from licensing.models import Act, Institution, Order
from licensing.prices.offers import Buyer, mark_of
from licensing.prices.taxes import tax_expected
from licensing.sales.ordering.cart import Cart, fill
from licensing.sales.payment.paying import by_card
from licensing.terms.days import office_today
from licensing.views.buying.naming import institution_named
from office.distributor.reader import distributor_on


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def checkout(request: PersonRequest) -> HttpResponse:
    cart = Cart(request)
    if not len(cart):
        return _nothing_to_order(request)
    own = list(Institution.objects.of(request.user, Act.ORDER).order_by("memberships__pk"))
    institutions = [each for each in own if each.verification != Institution.Verification.REFUSED]
    if not institutions:
        if Institution.objects.of(request.user).exists():
            messages.info(
                request,
                _("You may not order for your institution. Ask its administrator, or register another."),
            )
        else:
            messages.info(
                request, _("Register the institution that the licences are for. Your cart is kept.")
            )
        return redirect(f"{reverse('licensing:institution-new')}?next={reverse('licensing:checkout')}")
    institution = institution_named(request, own) or institutions[0]
    filled = fill(cart, Buyer.of(institution))
    taxed = tax_expected(institution, filled.lines, on=office_today(), seller=distributor_on(request))
    lines = [(line.film, line.licence_type) for line in filled.lines]
    form = CheckoutForm(
        request.POST or None,
        request.FILES or None,
        institution=institution,
        user=request.user,
        lines=lines,
        request_key=cart.key,
        quoted=mark_of(filled.lines, tax=taxed.tax.amount if taxed else Decimal(0)),
        currency=str(filled.total.currency) if filled.total else settings.DEFAULT_CURRENCY,
    )
    if request.method == "POST" and form.is_valid() and (order := form.save()):
        cart.clear()
        return redirect("licensing:order" if by_card(order).refusal else "licensing:pay", order.number)
    context = {
        "form": form,
        "filled": filled,
        "institution": institution,
        "taxed": taxed,
        "institutions": institutions,
        "already": lines_held_already(institution, lines, on=office_today()),
    }
    return render(request, "licensing/checkout.html", context)


def _nothing_to_order(request: PersonRequest) -> HttpResponse:
    """An empty cart, or a checkout that was sent twice: then its order exists already."""
    key = request.POST.get("request_key", "")
    is_key = bool(key) and key.isprintable()
    made = Order.objects.filter(placed_by=request.user, request_key=key).first() if is_key else None
    if made:
        return redirect(made)
    messages.info(request, _("The cart is empty, so there is nothing to order."))
    return redirect("licensing:cart")
