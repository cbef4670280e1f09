"""The mailbox page: every mail that the demonstration sent, readable by everyone. Only in the demonstration."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from demo.mailbox import Letter, letters

FOLDER = Path(settings.DATA_DIR) / "demo" / "mailbox"


def mailbox(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/mailbox.html", {"letters": letters(FOLDER)})


def letter(request: HttpRequest, key: str) -> HttpResponse:
    return render(request, "demo/letter.html", {"letter": _find(key)})


def attachment(request: HttpRequest, key: str, number: int) -> HttpResponse:
    parts = list(_find(key).message.iter_attachments())
    if number >= len(parts):
        raise Http404
    part = parts[number]
    response = HttpResponse(part.get_payload(decode=True), content_type=part.get_content_type())
    response["Content-Disposition"] = f'inline; filename="{Path(part.get_filename("file")).name}"'
    return response


def _find(key: str) -> Letter:
    for one in letters(FOLDER):
        if one.key == key:
            return one
    raise Http404
