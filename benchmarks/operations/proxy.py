"""`python -m benchmarks.operations.proxy`: deploy/nginx/longtake.inc in a real nginx, in front of a server that reports the requests it receives.

Needs nginx on the PATH (on Debian: apt-get install nginx-light). Each line says what held; exit code 1 if something did not.
"""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from config.environment import ROOT
from demo.place import free_port

INCLUDED = ROOT / "deploy" / "nginx" / "longtake.inc"
MAIN = """
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream longtake {{ server 127.0.0.1:{upstream}; keepalive 16; }}
  limit_conn_zone $binary_remote_addr zone=longtake_addresses:10m;
  server {{ listen 127.0.0.1:{port}; server_name films.example; include {folder}/longtake.inc; }}
}}
"""
FORGED = {
    "Host": "films.example",
    "X-Forwarded-For": "6.6.6.6",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evil.example",
    "X-Real-IP": "6.6.6.6",
    "Forwarded": "for=6.6.6.6",
}
TOLD = {
    "HTTP_HOST": "films.example",
    "HTTP_X_FORWARDED_FOR": "127.0.0.1",
    "HTTP_X_FORWARDED_PROTO": "http",
    "HTTP_X_FORWARDED_HOST": None,
    "HTTP_X_REAL_IP": "127.0.0.1",
    "HTTP_FORWARDED": None,
}
FILM = "/downloads/a-token/"
INTERNAL = "/internal/films/"
"""As in licensing/views/holding/sending.py; a test compares it with the configuration."""
NAMED = "app.0123456789ab.css"


def main() -> int:
    """0 if everything was as expected, otherwise 1."""
    if not shutil.which("nginx"):
        sys.exit("There is no nginx on the PATH. On Debian: apt-get install nginx-light")
    with tempfile.TemporaryDirectory(prefix="longtake-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx serves files as another user
        with _upstream() as upstream, _nginx(folder, upstream) as port:
            results = [
                _say("what a stranger claims is overwritten", _told(port) == TOLD),
                _say("a large body is refused", _status(port, "POST", body=b"a" * (21 * 1024 * 1024)) == 413),
                _say("slow bodies never reach the server", _slow_bodies(port)),
                _say("static files are served, named ones for ever", _static(port)),
                _say("public files are served, private ones not", _files(port)),
                _say("films are served at our word alone, and resumed", _films(port)),
                _say("health is not told to the public", _status(port, path="/health/ready") == 404),
            ]
        with _nginx(folder, free_port()) as port:
            answer = _ask(port)
            is_said = answer.status == 503 and answer.headers["Retry-After"] == "10"
            results.append(_say("a server that is away is a 503 with Retry-After", is_said))
    return int(not all(results))


def _say(what: str, holds: bool) -> bool:
    print(f"{'ok    ' if holds else 'FAULT '} {what}")
    return holds


def _told(port: int) -> dict[str, Any]:
    answer = _ask(port, headers=FORGED)
    told = json.loads(answer.read())
    return {name: told.get(name) for name in TOLD}


def _slow_bodies(port: int) -> bool:
    with ExitStack() as senders:
        for _ in range(7):
            sender = senders.enter_context(socket.create_connection(("127.0.0.1", port)))
            sender.sendall(b"POST / HTTP/1.1\r\nHost: films.example\r\nContent-Length: 5000\r\n\r\na")
        time.sleep(0.3)
        return _status(port) == 200  # the server behind has one thread


def _static(port: int) -> bool:
    answers = [_ask(port, path=f"/static/{name}") for name in ("plain.css", NAMED)]
    lives = [answer.headers["Cache-Control"] for answer in answers]
    return [answer.status for answer in answers] == [200, 200] and lives == [
        "public, max-age=60",
        "public, max-age=31536000, immutable",
    ]


def _files(port: int) -> bool:
    paths = ("/media/still.jpg", "/media/../private/paper.pdf", "/media/%2e%2e/private/paper.pdf")
    statuses = [_status(port, path=path) for path in paths]
    return statuses[0] == 200 and not any(b"secret" in _ask(port, path=path).read() for path in paths[1:])


def _films(port: int) -> bool:
    """Range, If-Range and HEAD are nginx's; nobody reaches the location itself."""
    whole = _ask(port, path=FILM)
    etag, body = whole.headers["ETag"], whole.read()
    headers = {"Host": "films.example", "Range": "bytes=3-6"}
    part = _ask(port, path=FILM, headers=headers | {"If-Range": etag})
    other = _ask(port, path=FILM, headers=headers | {"If-Range": '"another"'})
    beyond = _ask(port, path=FILM, headers=headers | {"Range": "bytes=900-"})
    head = _ask(port, "HEAD", path=FILM)
    return (
        (whole.status, body, whole.headers["Content-Disposition"])
        == (200, b"long film", 'attachment; filename="a b.mp4"')
        and (part.status, part.read(), part.headers["Content-Range"]) == (206, b"g fi", "bytes 3-6/9")
        and (other.status, other.read(), beyond.status) == (200, b"long film", 416)
        and (head.status, head.headers["Content-Length"]) == (200, "9")
        and _status(port, path="/internal/films/a/film.mp4") == 404
    )


def _status(port: int, method: str = "GET", *, path: str = "/", body: bytes | None = None) -> int:
    return _ask(port, method, path=path, body=body).status


def _ask(
    port: int,
    method: str = "GET",
    *,
    path: str = "/",
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> http.client.HTTPResponse:
    caller = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with suppress(BrokenPipeError, ConnectionResetError):  # nginx refuses while the body is still being sent
        caller.request(method, path, body=body, headers=headers or {"Host": "films.example"})
    return caller.getresponse()


@contextmanager
def _upstream() -> Iterator[int]:
    """A server with one thread that responds with the request it received."""

    def tell(
        environment: dict[str, Any], start_response: Callable[[str, list[tuple[str, str]]], object]
    ) -> Iterable[bytes]:
        if environment["PATH_INFO"] == FILM:
            disposition = ("Content-Disposition", 'attachment; filename="a b.mp4"')
            start_response("200 OK", [("X-Accel-Redirect", INTERNAL + "a/film.mp4"), disposition])
            return [b""]
        start_response("200 OK", [("Content-Type", "application/json")])
        return [
            json.dumps(
                {key: value for key, value in environment.items() if key.isupper()}, default=str
            ).encode()
        ]

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
            pass

    with make_server("127.0.0.1", 0, tell, handler_class=Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@contextmanager
def _nginx(folder: Path, upstream: int) -> Iterator[int]:
    port = free_port()
    for name, content in {
        "staticfiles/plain.css": "a{}",
        f"staticfiles/{NAMED}": "a{}",
        "files/public/still.jpg": "still",
        "files/private/paper.pdf": "secret",
        "files/films/a/film.mp4": "long film",
        "longtake.inc": INCLUDED.read_text().replace("/srv/longtake", str(folder)),
        "nginx.conf": MAIN.format(folder=folder, port=port, upstream=upstream),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    command: list[str | Path] = [
        "nginx",
        "-c",
        folder / "nginx.conf",
        "-p",
        folder,
        "-e",
        folder / "error.log",
    ]
    process = subprocess.Popen(command)
    try:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
