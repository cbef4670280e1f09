"""From the cart to an order: for which institution, paid how, beginning when."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.limits import limited
from accounts.requests import PersonRequest
from licensing.cart import Cart, fill
from licensing.forms import CheckoutForm
from licensing.models import Institution, Order, Tier
from licensing.offers import Buyer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def checkout(request: PersonRequest) -> HttpResponse:
    cart = Cart(request)
    if not len(cart):
        return _nothing_to_order(request)
    institutions = list(Institution.objects.acting(request.user).order_by("memberships__pk"))
    if not institutions:
        messages.info(request, _("Register the institution that the licences are for. Your cart is kept."))
        return redirect(f"{reverse('licensing:institution-new')}?next={reverse('licensing:checkout')}")
    institution = _chosen(request, institutions)
    filled = fill(cart, Buyer(Tier(institution.tier), institution.country))
    lines = [(line.film, line.licence_type) for line in filled.lines]
    form = CheckoutForm(
        request.POST or None,
        request.FILES or None,
        institution=institution,
        user=request.user,
        lines=lines,
        request_key=cart.key,
    )
    if request.method == "POST" and form.is_valid() and (order := form.save()):
        cart.clear()
        return redirect("licensing:pay" if _can_be_paid(order) else "licensing:order", order.number)
    context = {"form": form, "filled": filled, "institution": institution, "institutions": institutions}
    return render(request, "licensing/checkout.html", context)


def _chosen(request: HttpRequest, institutions: list[Institution]) -> Institution:
    told = request.POST.get("institution") or request.GET.get("institution")
    return next((each for each in institutions if str(each.pk) == told), institutions[0])


def _can_be_paid(order: Order) -> bool:
    return order.method == Order.Method.CARD and order.institution.is_verified


def _nothing_to_order(request: PersonRequest) -> HttpResponse:
    """An empty cart, or a checkout sent a second time: what it made is in the list of orders."""
    told = request.POST.get("request_key", "")
    made = Order.objects.filter(placed_by=request.user, request_key=told).first() if told else None
    if made:
        return redirect(made)
    messages.info(request, _("The cart is empty, so there is nothing to order."))
    return redirect("licensing:cart")
