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
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from moneyed import Money

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.buyers.schools import has_sites
from licensing.forms import CheckoutForm
from licensing.licences.answers import lines_held_already
from licensing.models import Act, Institution, Order
from licensing.prices.offers import Buyer, mark_of
from licensing.prices.taxes import tax_expected
from licensing.sales.ordering.acceptance import rule_for
from licensing.sales.ordering.cart import Cart, chosen_tier, fill, last_days
from licensing.sales.payment.paying import by_card
from licensing.terms.days import office_today
from licensing.views.buying.handing_over import who_orders
from licensing.views.buying.naming import institution_named
from office.distributor.reader import distributor_on
from office.distributor.terms import newest_version
from wording.countries import country_label


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
        if seen := Institution.objects.of(request.user).first():
            messages.info(request, _who_orders(seen))
            return redirect("licensing:cart")
        messages.info(request, _("Register the institution that the licences are for. Your cart is kept."))
        return redirect(f"{reverse('licensing:institution-new')}?next={reverse('licensing:checkout')}")
    of_the_cart = [each for each in institutions if each.tier == chosen_tier(request)]
    institution = institution_named(request, own) or (of_the_cart or institutions)[0]
    filled = fill(cart, Buyer.of(institution))
    taxed = tax_expected(institution, filled.lines, on=office_today(), seller=distributor_on(request))
    lines = [(line.film, line.licence_type) for line in filled.lines]
    form = CheckoutForm(
        request.POST or None,
        request.FILES or None,
        institution=institution,
        user=request.user,
        lines=[line.wanted for line in filled.lines],
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
        "country": country_label(institution.country),
        "is_without_sites": filled.names_sites and not has_sites(institution),
        "terms_version": newest_version(),
        "due_words": _due_words(institution, filled.total),
        "last_days": last_days(filled, form.days),
        "already": lines_held_already(institution, lines, on=office_today()),
    }
    return render(request, "licensing/checkout.html", context)


def _due_words(institution: Institution, total: Money | None) -> str:
    """When an order of this total by purchase order has to be paid, by the distributor's rules. One query."""
    if total is None:
        return ""
    days = rule_for(Order(tier=institution.tier, total=total)).net_days
    return ngettext(
        "by purchase order within %(days)d day of the invoice; by card at once",
        "by purchase order within %(days)d days of the invoice; by card at once",
        days,
    ) % {"days": days}


def _who_orders(institution: Institution) -> str:
    """For a member who does not: whom to ask, by their addresses."""
    words = _(
        "You may see what %(institution)s holds, but not order for it: its administrators and buyers do (%(people)s). Send them the link of your cart."
    )
    people = ", ".join(who_orders(institution)) or _("nobody at present")
    return words % {"institution": institution.legal_name, "people": people}


def _nothing_to_order(request: PersonRequest) -> HttpResponse:
    """An empty cart, or a checkout that was sent twice: then its order exists already."""
    key = request.POST.get("request_key", "")
    is_key = bool(key) and key.isprintable()
    made = Order.objects.filter(placed_by=request.user, request_key=key).first() if is_key else None
    if made:
        number = " ".join(request.POST.get("purchase_order_number", "").split())
        if (
            number
            and not made.purchase_orders.filter(number__in=[number] if number.isprintable() else []).exists()
        ):
            messages.warning(
                request,
                _(
                    "This order was placed before, from another page: what you sent now changes nothing in it."
                ),
            )
        return redirect(made)
    messages.info(request, _("The cart is empty, so there is nothing to order."))
    return redirect("licensing:cart")
