"""The cinema of tests/screenings, with what it was sold, for the office to look at."""

from __future__ import annotations

import logging

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

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

    monkeypatch.setattr(urls, "handler403", refuse, raising=False)
    caplog.set_level(logging.ERROR, logger="django.request")
