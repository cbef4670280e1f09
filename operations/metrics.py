"""Figures for Prometheus: how many requests, how long they took, and the value of each sign.

Each web process counts its own requests: let Prometheus read each process at its own port. The signs come from the database and
are the same everywhere. https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotFound
from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from operations.signs import readings, signs

PATH = "/metrics"
BOUNDS = (0.005, 0.02, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0)
"""Seconds."""
registry = CollectorRegistry()
requests = Histogram(
    "longtake_request_seconds",
    "Seconds until the answer began, by view and status",
    ("view", "status"),
    buckets=BOUNDS,
    registry=registry,
)


class Signs:
    """Reads the signs at each scrape: 1 where all is well, and the measured value."""

    def collect(self) -> Iterator[Metric]:
        now = readings()
        well = GaugeMetricFamily("longtake_well", "1 where all is well", labels=["sign"])
        for sign in signs():
            well.add_metric([sign.name], float(now[sign.name].is_well))
            yield GaugeMetricFamily(f"longtake_{sign.name}", sign.measures, value=now[sign.name].value)
        yield well


registry.register(Signs())


class MetricsMiddleware:
    """Measures each request and answers `/metrics` for whoever knows the token. Without a token it is not there at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == PATH:
            return metrics(request)
        began = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        match = request.resolver_match
        # An address that leads nowhere is one view, or anybody could fill the memory with made-up ones.
        view = match.view_name if match else "none"
        requests.labels(view, response.status_code).observe(seconds)
        return response


def metrics(request: HttpRequest) -> HttpResponse:
    """404 without the token, as if nothing were there."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        return HttpResponseNotFound()
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
