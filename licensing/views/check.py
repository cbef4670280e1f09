"""Proof of a licence for anyone who holds its certificate, and the keys that it is signed with."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from accounts.limits import always, limited
from licensing.certificates import Verdict
from licensing.certificates import check as check_proof
from licensing.days import office_today
from licensing.life import life_of
from licensing.signing import public_keys
from licensing.words import grants_words

TONES = {Verdict.VALID: "good", Verdict.NOT_YET: "calm", Verdict.ENDED: "warn"}


@require_safe
@limited("certificate-check", when=always)
def check(request: HttpRequest, token: str) -> HttpResponse:
    """Needs no sign-in. What is not ours, or that we do not know, is answered with 404 and a sentence."""
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
