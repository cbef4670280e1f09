"""What a crawl prints while it runs: a run of hours must not hold back its faults until the end."""

from __future__ import annotations

import time

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, re_path

from tests.fuzz import crawl as crawling
from tests.fuzz.crawl import Findings, crawl


def fails(request: HttpRequest) -> HttpResponse:
    if request.path == "/slow/":
        time.sleep(0.05)
        return HttpResponse()
    raise ZeroDivisionError


urlpatterns = [path("slow/", fails), re_path("", fails)]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def test_crawl_says_a_fault_once_when_it_comes_and_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawling, "PROGRESS", 4)
    said: list[str] = []
    findings = Findings(said.append)
    client = Client(raise_request_exception=False)
    crawl("guest", client, ["/"], requests=8, seed=1, into=findings)
    fault, *progress = said
    assert fault.startswith("fault: ZeroDivisionError: '' at test_crawl.py:")
    assert "  as guest 0 with SEED=1:\n    " in fault
    assert progress == [
        "guest: 4 of 8, 1 faults (500: 4)",
        "guest: 8 of 8, 1 faults (500: 8)",
    ]
    assert list(findings.times.values()) == [8]


def test_crawl_says_what_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawling, "SLOW", 0.04)
    said: list[str] = []
    crawl("guest", Client(), ["/slow/"], requests=3, seed=1, into=Findings(said.append))
    slow = [line for line in said if line.startswith("slow, 0.")]
    assert slow
    assert "guest " in slow[0]
