"""What a form or an address of buying names: the institution, and the days of a screening."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest

from licensing.models import Institution
from licensing.terms.occasions import Occasion


def institution_named(request: HttpRequest, own: Sequence[Institution]) -> Institution | None:
    """The one of `own` that the form or the address names; None when neither does. Raises Http404 for someone else's.

    One that was not accepted may be named: the verb says why it cannot order.
    """
    key = request.POST.get("institution") or request.GET.get("institution")
    if not key:
        return None
    found = next((each for each in own if str(each.pk) == key), None)
    if found is None:
        raise Http404
    return found


def occasion_read(text: str) -> Occasion | None:
    """None for nothing. Raises Http404 for what is no interval of days."""
    try:
        return Occasion.read(text) if text else None
    except ValueError as fault:
        raise Http404 from fault
