"""What other pages show of licensing: a film's prices, and how much is in the cart."""

from __future__ import annotations

from typing import Any

from django import template

from catalog.models import Film

register = template.Library()


@register.inclusion_tag("licensing/price_table.html", takes_context=True)
def price_table(context: dict[str, Any], film: Film) -> dict[str, Any]:
    return {"film": film}


@register.inclusion_tag("licensing/cart_count.html", takes_context=True)
def cart_count(context: dict[str, Any]) -> dict[str, Any]:
    return {"count": 0}
