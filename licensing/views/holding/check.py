"""Verification of a licence for anyone who has its certificate, and the public keys of its signature."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from licensing.documents.proof.proofs import Verdict
from licensing.documents.proof.proofs import check as check_proof
from licensing.documents.proof.signing import public_keys
from licensing.licences.life import life_of
from licensing.terms.days import office_today
from licensing.terms.words import grants_words

TONES = {Verdict.VALID: "good", Verdict.NOT_YET: "calm", Verdict.ENDED: "warn", Verdict.SUSPENDED: "warn"}


@require_safe
@limited("certificate-check", when=always)
def check(request: HttpRequest, token: str) -> HttpResponse:
    """Needs no sign-in. A certificate that is not ours, or unknown, is answered with 404 and a sentence."""
    result = check_proof(token)
    licence = result.licence
    context = {
        "result": result,
        "tone": TONES.get(result.verdict, "bad"),
        "words": grants_words(licence.terms()) if licence else [],
        "life": life_of(licence, office_today()) if licence else None,
    }
    status = HTTPStatus.OK if licence else HTTPStatus.NOT_FOUND
    return render(request, "licensing/check.html", context, status=status)


@require_safe
@cache_control(public=True, max_age=3600)
def jwks(request: HttpRequest) -> HttpResponse:
    return JsonResponse(public_keys(), content_type="application/jwk-set+json")
