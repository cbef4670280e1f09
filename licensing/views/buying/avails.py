"""What may be licensed where, for what and from when: a page for programmers and libraries, and the same as a spreadsheet."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from licensing.forms.avails import AvailsForm
from licensing.prices.avails import available, avails_csv, avails_of
from licensing.terms.words import USE_LABELS

ON_A_PAGE = 50


@require_safe
@limited("search", when=always)
def avails(request: HttpRequest) -> HttpResponse:
    form = AvailsForm(request.GET)
    asked = form.asked()
    page = Paginator(available(asked), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        (avail.film, [([str(USE_LABELS[use]) for use in days.uses], days.stretches) for days in avail.days])
        for avail in avails_of(list(page.object_list), asked)
    ]
    context = {
        "form": form,
        "asked": asked,
        "rows": rows,
        "page_obj": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number),
    }
    return render(request, "licensing/avails.html", context)


@require_safe
@limited("record-list", when=always)
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """All pages of the list. Sent as it is read."""
    answer = StreamingHttpResponse(
        avails_csv(AvailsForm(request.GET).asked()), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="avails.csv"'
    return answer
