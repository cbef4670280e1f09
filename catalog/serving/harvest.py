"""The address at which libraries harvest."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.requests.limits import always, limited
from catalog.harvesting.answers import answer


@csrf_exempt  # the protocol asks for POST too; nothing is written
@require_http_methods(["GET", "HEAD", "POST"])
@limited("harvest", when=always)
def oai(request: HttpRequest) -> HttpResponse:
    """OAI-PMH 2.0."""
    query = request.POST if request.method == "POST" else request.GET
    return HttpResponse(answer(query), content_type="text/xml; charset=utf-8")
