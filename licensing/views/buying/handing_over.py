"""A cart for a colleague: whoever may not order sends its link to somebody who does."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from licensing.models import Act, Institution, Tier
from licensing.models.buyers.roles import ROLES_FOR
from licensing.prices.offers import Buyer
from licensing.prices.wanted import WantedLine
from licensing.sales.ordering.cart import MOST_LINES, FilledCart, chosen_tier, fill_lines, lines_of
from licensing.terms.occasions import Occasion
from licensing.views.buying.naming import occasion_read

MOST_PEOPLE = 5


def handing_over(request: HttpRequest, filled: FilledCart) -> dict[str, Any]:
    """For a member who may order for none of their institutions: who may, the cart's link, and a letter with it.

    Empty for everybody else. Three queries at most.
    """
    user = request.user
    if not isinstance(user, User) or Institution.objects.of(user, Act.ORDER).exists():
        return {}
    institution = Institution.objects.of(user).order_by("memberships__pk").first()
    if institution is None:
        return {}
    people = who_orders(institution)
    offers = [("offer", _said(line.wanted)) for line in filled.lines]
    asked = urlencode([*offers, ("tier", institution.tier)])
    link = request.build_absolute_uri(f"{reverse('licensing:cart-shared')}?{asked}")
    letter = {"subject": _("Please order these film licences"), "body": link}
    return {
        "member_of": institution,
        "people": people,
        "link": link,
        "letter": f"mailto:{','.join(map(quote, people))}?{urlencode(letter, quote_via=quote)}",
    }


def who_orders(institution: Institution) -> list[str]:
    """The addresses of the first members who may order. One query."""
    ordering = institution.members.filter(
        memberships__institution=institution, memberships__role__in=ROLES_FOR[Act.ORDER], is_active=True
    )
    return list(ordering.order_by("email").values_list("email", flat=True).distinct()[:MOST_PEOPLE])


@require_safe
def shared(request: HttpRequest) -> HttpResponse:
    """What a colleague's cart contains, with a button that adds it to the visitor's own. The link alone changes nothing."""
    pairs = dict(_read(offer) for offer in request.GET.getlist("offer"))
    lines = lines_of(pairs) if 0 < len(pairs) <= MOST_LINES else []
    if not lines:
        raise Http404
    named = request.GET.get("tier", "")
    tier = Tier(named) if named in Tier.values else chosen_tier(request) or Tier.HIGHER_EDUCATION
    filled = fill_lines(lines, Buyer(tier))
    return render(request, "licensing/cart_shared.html", {"filled": filled, "tier": tier})


def _said(line: WantedLine) -> str:
    """Film and type, such as `12-3`, and after `@` the days of the screening that it is for."""
    days = f"@{line.occasion}" if line.occasion else ""
    return f"{line.film.pk}-{line.licence_type.pk}{days}"


def _read(offer: str) -> tuple[tuple[int, int], Occasion | None]:
    pair, _at, days = offer.partition("@")
    film, _dash, kind = pair.partition("-")
    for key in (film, kind):
        if not (key.isascii() and key.isdecimal()) or len(key) > 18:
            raise Http404
    return (int(film), int(kind)), occasion_read(days)
