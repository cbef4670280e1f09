"""The words of our licences for other programs, defined at an address that never changes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from licensing.documents.proof.vocabulary import TERMS, vocabulary_ld

JSON_LD = "application/ld+json"


@require_safe
@vary_on_headers("Accept")
def vocabulary(request: HttpRequest) -> HttpResponse:
    """For people; a program that asks for JSON-LD gets it at the same address, which is the profile's name."""
    if request.get_preferred_type(["text/html", JSON_LD]) == JSON_LD:
        return as_json(request)
    return render(request, "licensing/vocabulary.html", {"terms": TERMS})


@require_safe
def as_json(request: HttpRequest) -> JsonResponse:
    answer = JsonResponse(vocabulary_ld(), content_type=JSON_LD)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
