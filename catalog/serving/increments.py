"""Records for libraries: the page that says what there is, and the monthly files."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from catalog.exports.formats import FORMATS
from catalog.harvesting.answers import base_address
from catalog.harvesting.months import changed_in, deleted_in, months


@require_safe
def libraries(request: HttpRequest) -> HttpResponse:
    """Formats in words that a librarian knows, the address for harvesters, and a file for each month."""
    context = {
        "formats": FORMATS.values(),
        "months": months(),
        "oai": base_address(),
        "site": settings.SITE_URL,
    }
    return render(request, "catalog/libraries.html", context)


@require_safe
@limited("record-list", when=always)
def changed(_request: HttpRequest, month: str) -> StreamingHttpResponse:
    """New and changed records of a month as MARC 21."""
    return _file(changed_in(month), f"films-{month}.mrc")


@require_safe
@limited("record-list", when=always)
def deleted(_request: HttpRequest, month: str) -> StreamingHttpResponse:
    """Records to be deleted, of a month, as MARC 21."""
    return _file(deleted_in(month), f"films-{month}-deleted.mrc")


def _file(records: Iterator[bytes], name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(records, content_type="application/marc")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
