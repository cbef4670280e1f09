"""The pages that say who the office is and on what terms it works."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from office.distributor.terms import newest_version, terms_text
from office.information import information
from office.models import DistributorFile
from office.models.one_row import THE_ONE
from office.permissions import may
from revisions.pages import kept
from revisions.subjects import INFORMATION


@require_safe
@kept(INFORMATION, for_members=False)
def information_page(request: HttpRequest, slug: str) -> HttpResponse:
    context = {
        "slug": slug,
        "information": information(slug, get_language()),
        "may_change": may(request.user, "office.change_informationpage"),
    }
    return render(request, "office/information.html", context)


@require_safe
@kept(INFORMATION, for_members=False)
def licence_terms(request: HttpRequest, version: str) -> HttpResponse:
    """One version of the licence terms, as documents name it."""
    terms = terms_text(version, get_language())
    if terms is None:
        raise Http404
    return render(request, "office/licence_terms.html", {"terms": terms})


@require_safe
def newest_licence_terms(request: HttpRequest) -> HttpResponse:
    version = newest_version()
    if version is None:
        raise Http404
    return redirect("office:licence-terms", version)


@require_safe
def vendor_form(request: HttpRequest) -> HttpResponse:
    """The distributor's W-9 or like form, for whoever pays it. One statement."""
    file = DistributorFile.objects.filter(vendor_form_of__pk=THE_ONE).first()
    if file is None:
        raise Http404
    headers = {
        "Content-Disposition": 'attachment; filename="vendor-form.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    return HttpResponse(bytes(file.content), content_type=file.media_type, headers=headers)
