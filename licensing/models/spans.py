"""`licensing.terms.spans`, asked of the database: conditions on rows with `starts_on` and `ends_on`."""

from __future__ import annotations

from datetime import date

from django.db.models import Q


def begun(on: date) -> Q:
    return Q(starts_on=None) | Q(starts_on__lte=on)


def ended(on: date) -> Q:
    return Q(ends_on__lt=on)


def holding(on: date) -> Q:
    """The day is one of the row's days."""
    return begun(on) & (Q(ends_on=None) | Q(ends_on__gte=on))
