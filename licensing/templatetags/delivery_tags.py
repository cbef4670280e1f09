"""What other pages show of deliveries."""

from __future__ import annotations

from typing import Any

from django import template

from licensing.delivery.words import OVER, how_of_licence, how_words, nothing_words, promise_words
from licensing.models import Delivery, Licence, Order

register = template.Library()


@register.inclusion_tag("licensing/how_you_get_it.html")
def how_you_get_it(licence: Licence) -> dict[str, Any]:
    """On a licence's page: what has been delivered and what is still to come. One query."""
    return {"licence": licence, "sentences": how_of_licence(licence), "is_over": licence.status in OVER}


@register.inclusion_tag("licensing/how_you_get_them.html")
def how_you_get_them(order: Order, licences: list[Licence]) -> dict[str, Any]:
    """On an order's page: for each licence its deliveries, for each line without one what its type promises. One query."""
    found = Delivery.objects.filter(licence__in=licences).with_listing().select_related("key_request")
    sentences: dict[int, list[str]] = {licence.pk: [] for licence in licences}
    for each in found.order_by("pk"):
        sentences[each.licence_id].append(how_words(each))
    issued = {licence.line_id for licence in licences}
    return {
        "licences": [(licence, sentences[licence.pk] or [nothing_words()]) for licence in licences],
        "lines": [
            (line, promise_words(line.licence_type)) for line in order.lines.all() if line.pk not in issued
        ],
        "is_cancelled": order.status == Order.Status.CANCELLED,
    }
