"""The cart. Adding to it answers htmx with the part that changed, and other requests with the page that they came from."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.limits import limited
from accounts.requests.next_page import next_page
from accounts.requests.same_origin import token_or_same_origin
from catalog.models import Film
from licensing.models import LicenceType, Tier
from licensing.prices.offers import Buyer
from licensing.sales.cart import Cart, choose_tier, chosen_tier, fill


@require_safe
def cart(request: HttpRequest) -> HttpResponse:
    chosen = chosen_tier(request)
    filled = fill(Cart(request), Buyer(chosen or Tier.HIGHER_EDUCATION))
    context = {"filled": filled, "tiers": list(Tier), "tier": chosen}
    return render(request, "licensing/cart.html", context)


@require_POST
@token_or_same_origin
@limited("cart")
def add(request: HttpRequest) -> HttpResponse:
    film = get_object_or_404(Film.objects.public().select_related("part_of"), pk=_key(request, "film"))
    licence_type = get_object_or_404(LicenceType, is_offered=True, pk=_key(request, "licence_type"))
    held = Cart(request)
    held.add(film, licence_type)
    if request.headers.get("HX-Request"):
        context = {"film": film, "licence_type": licence_type, "count": len(held)}
        return render(request, "licensing/added.html", context)
    messages.success(
        request, _("Added to the cart: %(film)s, %(type)s.") % {"film": film, "type": licence_type}
    )
    return HttpResponseRedirect(_back(request))


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    Cart(request).remove(_key(request, "film"), _key(request, "licence_type"))
    messages.success(request, _("Removed from the cart."))
    return redirect("licensing:cart")


@require_POST
@token_or_same_origin
@limited("cart")
def tier(request: HttpRequest) -> HttpResponse:
    """Stores the tier whose prices are shown."""
    value = request.POST.get("tier", "")
    if value not in Tier.values:
        raise Http404
    choose_tier(request, Tier(value))
    return HttpResponseRedirect(_back(request))


def _key(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)


def _back(request: HttpRequest) -> str:
    """The page with the form, if it is one of ours; else the cart."""
    return next_page(request.POST.get("next", ""), otherwise=reverse("licensing:cart"))
