"""The pages that say who the office is and on what terms it works."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from office.information import information
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
