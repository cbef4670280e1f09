"""What Stripe tells us, at the address that docs/operations.md gives to its endpoint."""

from __future__ import annotations

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from licensing.sales.card import apply_session

log = logging.getLogger(__name__)


@csrf_exempt  # Stripe's signature stands in its place
@require_POST
def card_events(request: HttpRequest) -> HttpResponse:
    """200 for what was taken in and for what does not concern us; 400 for what Stripe did not sign. No gateway: 404.

    Stripe sends an event again, for three days, until it is answered with 200.
    """
    if settings.CARD_GATEWAY != "stripe":
        raise Http404
    from licensing.sales.gateways.stripe_checkout import UnreadableEventError, read_event

    try:
        session = read_event(body=request.body, signature=request.headers.get("Stripe-Signature", ""))
    except (UnreadableEventError, UnreadablePostError) as error:
        log.warning("An event at the card gateway's address was refused: %s", error)
        return HttpResponse(status=400)
    if session and apply_session(session=session) is None:
        log.warning("Stripe speaks of session %s, which is not ours.", session.key)
    return HttpResponse(status=200)
