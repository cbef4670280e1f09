"""Enrolment bands: for whom the price depends on how many are enrolled."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from licensing.models import Price


def tiers_with_bands(on: date) -> frozenset[str]:
    """The tiers whose prices, or licence types, hold for up to this many enrolled. One query."""
    banded = Q(enrolment_most__isnull=False) | Q(licence_type__enrolment_most__isnull=False)
    rows = Price.objects.on_sale(on).filter(banded).select_related(None).order_by()
    return frozenset(rows.values_list("tier", flat=True).distinct())
