"""The cinema of tests/screenings, with what it was sold, for the office to look at."""

from __future__ import annotations

import logging

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden

from config import urls
from tests.screenings.conftest import (
    cinema,
    clock,
    draft,
    film,
    licence,
    outsider,
    owner,
    public_screening_type,
    published,
    staff,
    venue,
)

__all__ = [
    "cinema",
    "clock",
    "draft",
    "film",
    "licence",
    "outsider",
    "owner",
    "public_screening_type",
    "published",
    "staff",
    "venue",
]


@pytest.fixture
def plain_refusals(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A refusal is answered without its page and its warning, for tests that knock at hundreds of doors."""

    def refuse(request: HttpRequest, exception: Exception) -> HttpResponse:
        return HttpResponseForbidden()

    def not_read(request: HttpRequest, exception: Exception) -> HttpResponse:
        return HttpResponseBadRequest()

    monkeypatch.setattr(urls, "handler403", refuse, raising=False)
    monkeypatch.setattr(urls, "handler400", not_read, raising=False)
    for name in ("django.request", "django.security"):
        caplog.set_level(logging.CRITICAL, logger=name)
