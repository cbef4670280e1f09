"""The cart. Adding to it answers htmx with the part that changed, and other requests with the page that they came from."""

from __future__ import annotations

from typing import Any

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
from licensing.licences.answers import lines_held_already
from licensing.models import Act, Institution, LicenceType, Tier
from licensing.prices.offers import Buyer
from licensing.sales.ordering.cart import MOST_LINES, Cart, FilledCart, choose_tier, chosen_tier, fill
from licensing.terms.days import office_today
from licensing.terms.occasions import Occasion
from licensing.views.buying.handing_over import handing_over
from licensing.views.buying.naming import occasion_read


@require_safe
def cart(request: HttpRequest) -> HttpResponse:
    chosen = chosen_tier(request)
    filled = fill(Cart(request), Buyer(chosen or Tier.HIGHER_EDUCATION))
    context = {"filled": filled, "tiers": list(Tier), "tier": chosen, **_already(request, filled)}
    if filled.lines and "holder" not in context:
        context["hand_over"] = handing_over(request, filled)
    return render(request, "licensing/cart.html", context)


def _already(request: HttpRequest, filled: FilledCart) -> dict[str, Any]:
    """What the institution for which the visitor orders holds already; for a guest nothing is known. Three queries."""
    user = request.user
    if not filled.lines or not user.is_authenticated:
        return {}
    own = Institution.objects.of(user, Act.ORDER).exclude(verification=Institution.Verification.REFUSED)
    holder = own.order_by("memberships__pk").first()
    if holder is None:
        return {}
    lines = [(line.film, line.licence_type) for line in filled.lines]
    return {"holder": holder, "already": lines_held_already(holder, lines, on=office_today())}


@require_POST
@token_or_same_origin
@limited("cart")
def add(request: HttpRequest) -> HttpResponse:
    """Adds a licence, or several that are needed together: `film` and `licence_type` then stand once for each.

    A button of the matrix sends both as one value, such as `offer=12-3`. With `occasion` for each, the first and last day of
    the screening that it is for. `tier`, if it is sent, is the one whose prices were shown.
    """
    wanted = [_wanted(film, kind) for film, kind in _pairs(request)]
    occasions = _occasions(request, len(wanted))
    if (tier := request.POST.get("tier", "")) in Tier.values:
        choose_tier(request, Tier(tier))
    held = Cart(request)
    for (film, licence_type), occasion in zip(wanted, occasions, strict=True):
        before = held.occasion_of((film.pk, licence_type.pk))
        if held.add(film, licence_type, occasion) and before is not None:
            messages.warning(request, _was_for_another(film))
    film, licence_type = wanted[-1]
    if request.headers.get("HX-Request"):
        context = {"film": film, "licence_type": licence_type, "count": len(held)}
        return render(request, "licensing/added.html", context)
    for film, licence_type in wanted:
        messages.success(
            request, _("Added to the cart: %(film)s, %(type)s.") % {"film": film, "type": licence_type}
        )
    return HttpResponseRedirect(_back(request))


def _pairs(request: HttpRequest) -> list[tuple[int, int]]:
    if offer := request.POST.get("offer"):
        film, _dash, kind = offer.partition("-")
        return [(_as_key(film), _as_key(kind))]
    films, kinds = request.POST.getlist("film"), request.POST.getlist("licence_type")
    if not films or len(films) != len(kinds) or len(films) > MOST_LINES:
        raise Http404
    return [(_as_key(film), _as_key(kind)) for film, kind in zip(films, kinds, strict=True)]


def _occasions(request: HttpRequest, lines: int) -> list[Occasion | None]:
    sent = request.POST.getlist("occasion")
    if sent and len(sent) != lines:
        raise Http404
    return [occasion_read(text) for text in sent] or [None] * lines


def _was_for_another(film: Film) -> str:
    words = _(
        "The cart had this licence for “%(film)s” for other days. It has it once, for the days asked last: what covers the other days is to be ordered separately."
    )
    return words % {"film": film}


def _wanted(film: int, licence_type: int) -> tuple[Film, LicenceType]:
    found = get_object_or_404(Film.objects.public().select_related("part_of"), pk=film)
    return found, get_object_or_404(LicenceType, is_offered=True, pk=licence_type)


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
    return _as_key(request.POST.get(name, ""))


def _as_key(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)


def _back(request: HttpRequest) -> str:
    """The page with the form, if it is one of ours; else the cart."""
    return next_page(request.POST.get("next", ""), otherwise=reverse("licensing:cart"))
