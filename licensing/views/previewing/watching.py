"""Watching a preview on our own page: a file of the office's, or a page of a host inside a frame."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.page import PersonRequest
from catalog.material.previews import PLAYERS, player_of
from licensing.lookup import preview_for, viewing_for
from licensing.previews.playing import CAPTIONS_TYPE, type_of
from licensing.previews.tokens import token_of
from licensing.previews.watching import begin_viewing, files_of, place_in, refuse_unsendable
from licensing.views.holding.sending import send
from wording.refusals import Refused


@login_required
@require_POST
def watch(request: PersonRequest, pk: int) -> HttpResponse:
    """Writes the viewing down, and leads to its page."""
    found = preview_for(request.user, pk)
    try:
        viewing = begin_viewing(preview=found, what=request.POST.get("what", ""), by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect(found)
    return redirect("licensing:viewing", token_of(viewing))


@csp_override(cast("dict[str, list[str]]", settings.SECURE_CSP) | {"frame-src": list(PLAYERS)})
@login_required
@never_cache
@require_safe
def viewing(request: PersonRequest, token: str) -> HttpResponse:
    found, is_over = viewing_for(request.user, token)
    try:
        refuse_unsendable(found, request.user)
    except Refused:  # the preview's page says why
        return redirect(found.preview)
    if is_over:
        messages.info(request, _("This page was open for a day. Begin again from here."))
        return redirect(found.preview)
    files = [(each, type_of(each)) for each in files_of(found)]
    context = {
        "viewing": found,
        "preview": found.preview,
        "token": token,
        "films": [each for each in files if each[1] != CAPTIONS_TYPE],
        "captions": [each for each, kind in files if kind == CAPTIONS_TYPE],
        "played": player_of(found.link.address) if found.link else None,
    }
    return render(request, "licensing/previews/viewing.html", context)


@login_required
@require_safe
def viewing_file(request: PersonRequest, token: str, pk: int) -> HttpResponseBase:
    """The film, or its captions, to the person whose preview it is; asked again at each transfer."""
    found, is_over = viewing_for(request.user, token)
    try:
        refuse_unsendable(found, request.user)
        sent = place_in(found, pk)
    except Refused as refused:
        return HttpResponse(" ".join(refused.messages), "text/plain; charset=utf-8", HTTPStatus.FORBIDDEN)
    if is_over or sent is None:
        raise Http404
    file, place = sent
    return send(request, place, below=file.path, name=file.name, played_as=type_of(file))
