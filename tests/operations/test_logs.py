"""Logs: addresses without their secrets, JSON with the request's id, errors reported without persons."""

from __future__ import annotations

import gzip
import json
import logging
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest
from django.urls import URLResolver, get_resolver

from config.environment import ROOT
from config.observability.logs import mask_celerys, masked
from tests.web import environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "Not Found: /films/west-of-the-tracks-tie-xi-qu/",
            "Not Found: /films/west-of-the-tracks-tie-xi-qu/",
        ),
        ("Not Found: /quotes/shared/Mg:1tXyZ9-aBcDeFgHiJkLmNo/", "Not Found: /quotes/shared/…/"),
        ("/registrations/6f1b9c4e-27ab-4a43-9f0e-0a3d7d8b6c21/", "/registrations/…/"),
        (
            "Service Unavailable: /orders/ORD-2026-0001/pay/",
            "Service Unavailable: /orders/ORD-2026-0001/pay/",
        ),
    ],
)
def test_secrets_in_addresses_are_not_logged(written: str, said: str) -> None:
    assert masked(written) == said


def written_out(patterns: Iterable[Any], before: str = "/") -> Iterator[str]:
    """The addresses in which a token stands that is not a UUID, each with one that looks like a word."""
    for each in patterns:
        address = before + str(each.pattern).removeprefix("^").removesuffix("$")
        if isinstance(each, URLResolver):
            yield from written_out(each.url_patterns, address)
        elif re.search(r"<(?!uuid:)[^>]*token>", address):
            yield re.sub(r"<[^>]*>", "1", re.sub(r"<[^>]*token>", "letmein", address))


def test_no_address_with_a_token_is_logged_whatever_the_token_looks_like() -> None:
    addresses = set(written_out(get_resolver().url_patterns))
    assert len(addresses) > 20
    assert {each for each in addresses if "letmein" in masked(each)} == set()


def test_json_lines_have_the_id_of_the_request(tmp_path: Path) -> None:
    given = "0b9a4f4c8f8e4d1e9a7b6c5d4e3f2a1b"
    with running_site(tmp_path, LONGTAKE_LOG="json") as site:
        site.ask("/films/no-such-film/Mg:1tXyZ9-aBcDeFgHiJkLmNo/", X_Request_ID=given)
    lines = [json.loads(line) for line in site.log.read_text().splitlines() if line.startswith("{")]
    found = [line for line in lines if line["message"].startswith("Not Found")]
    assert [(line["message"], line["correlation_id"]) for line in found] == [
        ("Not Found: /films/no-such-film/…/", given)
    ]


def test_tracebacks_and_what_celery_writes_name_no_secrets() -> None:
    logger = logging.getLogger("tests.masked")
    logger.propagate = False
    written = StringIO()
    logger.handlers = [logging.StreamHandler(written)]
    logger.handlers[0].setFormatter(logging.Formatter("[%(levelname)s] %(message)s"))
    mask_celerys(logger)
    try:
        raise ValueError("/quotes/shared/Mg:1tXyZ9-aBcDeFgHiJkLmNo/")
    except ValueError:
        logger.exception("Failed")
    assert written.getvalue().startswith("[ERROR] Failed")
    assert written.getvalue().endswith("ValueError: /quotes/shared/…/\n")


class Collector(BaseHTTPRequestHandler):
    """Takes what Sentry's client sends."""

    received: list[bytes] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}[self.headers["Content-Encoding"]]
        self.received.append(unpack(body))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def collector() -> Iterator[str]:
    """The address of a server that takes reports."""
    server = HTTPServer(("127.0.0.1", 0), Collector)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://public@127.0.0.1:{server.server_port}/1"
    server.shutdown()
    server.server_close()


def test_errors_are_reported_without_secrets(collector: str) -> None:
    code = (
        "import django; django.setup(); import logging, sentry_sdk;"
        "logging.getLogger('longtake').error('Failed: /quotes/shared/Mg:1tXyZ9-aBcDeFgHiJkLmNo/'); sentry_sdk.flush()"
    )
    environment = environment_of_a_process(
        LONGTAKE_SENTRY_DSN=collector, DJANGO_SETTINGS_MODULE="config.settings"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, timeout=60)
    reports = b"".join(Collector.received).decode()
    assert "Failed: /quotes/shared/\\u2026/" in reports
    assert "aBcDeFgHiJkLmNo" not in reports
