"""For which institution a page of buying is: the one that its form or its address names."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest

from licensing.models import Institution


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
