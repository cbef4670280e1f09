"""`python -m benchmarks.pages.bare PORT`: the smallest possible response of our web server, to compare pages with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from config.web.serving import server

BODY = b'{"status": "live"}'


def application(_environment: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(BODY)))])
    return [BODY]


if __name__ == "__main__":
    server(application, host="127.0.0.1", port=int(sys.argv[1]), threads=6).run()
