"""A search as a PDF: asked for, watched, taken."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.limits import limited
from accounts.requests.same_origin import token_or_same_origin
from catalog.booklets.asking import ask_booklet, said
from catalog.lookup import booklet_at
from wording.refusals import Refused

EVERY = "2"
"""Seconds after which the page asks again, without a script."""


@token_or_same_origin
@require_POST
@limited("booklet")
def ask(request: HttpRequest) -> HttpResponse:
    """Has the films of a search set as a PDF."""
    by = request.user if request.user.is_authenticated else None
    try:
        booklet = ask_booklet(search=request.POST.dict(), by=by)
    except Refused as refused:
        messages.error(request, refused.messages[0])
        return redirect("catalog:films")
    return redirect(booklet)


@never_cache
@require_safe
def booklet(request: HttpRequest, token: UUID) -> HttpResponse:
    """How far it is, and where it is to be had."""
    found = booklet_at(token)
    answer = render(request, "catalog/booklet.html", {"booklet": found, "said": said(found)})
    if found.is_unfinished:
        answer["Refresh"] = EVERY
    return answer


@never_cache
@require_safe
def booklet_file(_request: HttpRequest, token: UUID) -> FileResponse:
    found = booklet_at(token)
    if not found.file:
        raise Http404
    return FileResponse(found.file.open("rb"), content_type="application/pdf", filename="films.pdf")
