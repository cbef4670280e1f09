"""Which licences a reminder of ends is about: those that end on some days, stand, and have not been renewed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from licensing.models import Institution, Licence, Order, OrderLine

EXPIRY_DAYS = (90, 60, 30, 7, 0)
"""A licence's end is told so many days before it."""
UNDONE = (Order.Status.CANCELLED, Order.Status.CREDITED)
"""Orders of which nothing follows."""


def ending_on(institution: Institution, last_days: Sequence[date]) -> list[Licence]:
    """An institution's active licences that end on one of these days, the first to end in front; one statement.

    One is renewed when an order follows it, or when another licence of the same type for the film goes on after it.
    """
    ordered = OrderLine.objects.filter(renews=OuterRef("pk")).exclude(order__status__in=UNDONE)
    going_on = Licence.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")),
        institution=OuterRef("institution"),
        film=OuterRef("film"),
        status=Licence.Status.ACTIVE,
        line__licence_type=OuterRef("line__licence_type"),
    )
    rows = Licence.objects.without_papers().filter(
        ~Exists(ordered),
        ~Exists(going_on),
        institution=institution,
        ends_on__in=list(last_days),
        status=Licence.Status.ACTIVE,
    )
    return list(rows.select_related("institution", "film__part_of").order_by(F("ends_on").asc(), "pk"))
