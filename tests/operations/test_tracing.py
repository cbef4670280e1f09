"""Spans reach a real collector, without secrets; without its address there are none."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from config.environment import ROOT
from tests.web import environment_of_a_process

VISIT = """
from config.wsgi import application
from django.test import RequestFactory
application(RequestFactory().get("/registrations/aB3dEfGhIjKlMnOpQrStUvWx/", SERVER_NAME="localhost").environ, lambda *_: None)
from opentelemetry import trace
provider = trace.get_tracer_provider()
if hasattr(provider, "force_flush"):
    provider.force_flush()
print(type(provider).__name__)
"""


class Collector(BaseHTTPRequestHandler):
    """Takes what the exporter sends: protobuf, in which names and values stand as they are."""

    received: list[bytes] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.received.append(gzip.decompress(body) if self.headers["Content-Encoding"] == "gzip" else body)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def collector() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Collector)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1/traces"
    server.shutdown()
    server.server_close()


def provider_of_a_visit(**variables: str) -> str:
    environment = environment_of_a_process(DJANGO_SETTINGS_MODULE="config.settings", **variables)
    command = [sys.executable, "-c", VISIT]
    told = subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=60, stdout=subprocess.PIPE)
    return told.stdout.decode().strip()


@pytest.mark.django_db(transaction=True)
def test_spans_of_a_request_and_its_statements_reach_the_collector_without_secrets(collector: str) -> None:
    assert provider_of_a_visit(LONGTAKE_TRACES_URL=collector) == "TracerProvider"
    spans = b"".join(Collector.received)
    assert b"GET registrations/" in spans
    assert b"SELECT" in spans
    assert "/registrations/…/".encode() in spans
    assert b"aB3dEfGhIjKlMnOpQrStUvWx" not in spans


@pytest.mark.django_db(transaction=True)
def test_nothing_is_traced_unless_asked_for() -> None:
    assert provider_of_a_visit() == "ProxyTracerProvider"
