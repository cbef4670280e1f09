"""Spans of requests, tasks, statements and Valkey's commands, for a collector that speaks OpenTelemetry's protocol (OTLP) over HTTP.

Off unless LONGTAKE_TRACES_URL names the collector. Its packages are in requirements-tracing.lock.
https://opentelemetry.io/docs/specs/otlp/#otlphttp
"""

from __future__ import annotations

from collections.abc import Sequence

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.celery import CeleryInstrumentor
from opentelemetry.instrumentation.django import DjangoInstrumentor
from opentelemetry.instrumentation.psycopg import PsycopgInstrumentor
from opentelemetry.instrumentation.redis import RedisInstrumentor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Event, ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import Status
from opentelemetry.util.types import Attributes

from config.observability.logs import masked


class MaskingExporter(SpanExporter):
    """Hands spans on to another exporter without the secrets of addresses, tracebacks included."""

    def __init__(self, inner: SpanExporter) -> None:
        self._inner = inner

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        return self._inner.export([_masked(span) for span in spans])

    def shutdown(self) -> None:
        self._inner.shutdown()


def _masked(span: ReadableSpan) -> ReadableSpan:
    status = Status(span.status.status_code, masked(span.status.description or "") or None)
    return ReadableSpan(
        masked(span.name), span.context, span.parent, span.resource, _without_secrets(span.attributes),
        [Event(each.name, _without_secrets(each.attributes), each.timestamp) for each in span.events],
        span.links, span.kind, status=status, start_time=span.start_time, end_time=span.end_time,
        instrumentation_scope=span.instrumentation_scope,
    )  # fmt: skip


def _without_secrets(attributes: Attributes) -> Attributes:
    values = (attributes or {}).items()
    return {name: masked(value) if isinstance(value, str) else value for name, value in values}


def trace_to(url: str) -> None:
    """Sends this process's spans there from now on, in batches from a thread of its own.

    Statements and commands are without their values. A collector that does not answer costs spans and lines of the log, no page.
    """
    provider = TracerProvider(resource=Resource.create({"service.name": "longtake"}))
    provider.add_span_processor(BatchSpanProcessor(MaskingExporter(OTLPSpanExporter(endpoint=url))))
    trace.set_tracer_provider(provider)
    for kind in (DjangoInstrumentor, CeleryInstrumentor, PsycopgInstrumentor, RedisInstrumentor):
        kind().instrument()
