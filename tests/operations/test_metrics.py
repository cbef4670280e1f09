"""Figures for Prometheus: only with the token, requests by view, every sign."""

from __future__ import annotations

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import resolve
from prometheus_client.parser import text_string_to_metric_families

from operations.metrics import MetricsMiddleware

WORD = "a-word-that-prometheus-knows"
LABELS = ("view", "status", "sign")


def answer(request: HttpRequest) -> HttpResponse:
    if request.path_info == "/films/":
        request.resolver_match = resolve("/films/")
        return HttpResponse()
    return HttpResponse(status=404)


def figures(middleware: MetricsMiddleware) -> dict[tuple[str, ...], float]:
    """Each value by its name and labels, read by Prometheus' own parser."""
    request = RequestFactory().get("/metrics", headers={"Authorization": f"Bearer {WORD}"})
    text = middleware(request).getvalue().decode()
    return {
        (sample.name, *(sample.labels[key] for key in LABELS if key in sample.labels)): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@override_settings(METRICS_TOKEN="")
def test_without_a_token_nothing_is_measured() -> None:
    with pytest.raises(MiddlewareNotUsed):
        MetricsMiddleware(answer)


@override_settings(METRICS_TOKEN=WORD)
@pytest.mark.parametrize("given", ["", "Bearer", "Bearer wrong", "Bearer ü"])
def test_whoever_does_not_know_the_token_finds_nothing(given: str) -> None:
    request = RequestFactory().get("/metrics", headers={"Authorization": given})
    response = MetricsMiddleware(answer)(request)
    assert (response.status_code, response.getvalue()) == (404, b"")


@override_settings(METRICS_TOKEN=WORD)
@pytest.mark.django_db
def test_requests_are_counted_by_view_and_status_and_unknown_addresses_are_one() -> None:
    middleware = MetricsMiddleware(answer)
    before = figures(middleware)
    for path in ("/films/", "/films/", "/made/up/1", "/made/up/2"):
        middleware(RequestFactory().get(path))
    after = figures(middleware)
    counted = {
        labels: after[labels] - before.get(labels, 0)
        for labels in after
        if labels[0] == "longtake_request_seconds_count"
    }
    assert counted[("longtake_request_seconds_count", "catalog:films", "200")] == 2
    assert counted[("longtake_request_seconds_count", "none", "404")] == 2


@override_settings(METRICS_TOKEN=WORD)
@pytest.mark.django_db
def test_each_sign_has_its_value_and_whether_all_is_well() -> None:
    read = figures(MetricsMiddleware(answer))
    assert read[("longtake_well", "beat")] == 0
    assert read[("longtake_well", "oldest_reminder")] == 1
    assert read[("longtake_oldest_reminder",)] == 0
