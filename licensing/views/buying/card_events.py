"""Stripe's webhook, at the address that docs/operations.md gives."""

from __future__ import annotations

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from licensing.sales.payment.card import apply_session
from licensing.sales.payment.card_life import hear
from licensing.sales.payment.gateways import Later

log = logging.getLogger(__name__)


@csrf_exempt  # Stripe's signature replaces the token
@require_POST
def card_events(request: HttpRequest) -> HttpResponse:
    """200 for events that were accepted or do not concern us; 400 for those that Stripe did not sign. Without Stripe: 404.

    Stripe sends an event again, for three days, until it is answered with 200.
    """
    if settings.CARD_GATEWAY != "stripe":
        raise Http404
    from licensing.sales.payment.gateways.stripe_checkout import UnreadableEventError, read_event

    try:
        told = read_event(body=request.body, signature=request.headers.get("Stripe-Signature", ""))
    except (UnreadableEventError, UnreadablePostError) as error:
        log.warning("An event at the card gateway's address was refused: %s", error)
        return HttpResponse(status=400)
    if isinstance(told, Later):
        if hear(event=told) is None:
            log.warning("Stripe sent event %s of a payment that we do not know (yet).", told.key)
    elif told and apply_session(session=told) is None:
        log.warning("Stripe sent session %s, which is not ours.", told.key)
    return HttpResponse(status=200)
