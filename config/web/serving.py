"""Waitress with limits: a request gets a thread only when all of it has arrived, and health checks never wait behind pages.

https://docs.pylonsproject.org/projects/waitress/en/stable/design.html
"""

from __future__ import annotations

import socket
import time
from typing import Any, cast

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher, WSGITask
from waitress.utilities import Error

from config.web.overload import WAITED

HEALTH = "/health/"
HEALTH_THREADS = 2
SECONDS_TO_ARRIVE = 30
SLOWEST = 8_000
"""Bytes a second. Together with the seconds above it limits how long a whole request may take to arrive."""
LARGEST_BODY = 20 * 1024 * 1024
"""Bytes, for any request; forms have smaller limits of their own. deploy/nginx/longtake.inc says the same."""
MOST_CONNECTIONS = 1_000
BACKLOG = 1_024


class RequestTimeout(Error):  # noqa: N818 - HTTP's name for it, as with Waitress's other errors
    code = 408
    reason = "Request Timeout"


class Request(HTTPRequestParser):
    """Remembers when it began to arrive, and ends with 408 when it takes too long."""

    path = ""

    def __init__(self, adj: Adjustments) -> None:
        super().__init__(adj)
        self.began = time.monotonic()
        self.arrived = self.began

    def received(self, data: bytes) -> int:
        consumed: int = super().received(data)
        self.arrived = time.monotonic()
        allowed = SECONDS_TO_ARRIVE + self.body_bytes_received / SLOWEST
        if not self.completed and self.arrived - self.began > allowed:
            if not self.headers_finished:
                self.parse_header(b"GET / HTTP/1.0\r\n")  # as Waitress does for headers that are too long
            self.error = RequestTimeout("The request took too long to arrive.")
            self.completed = True
        return consumed


class Task(WSGITask):
    request: Request  # type: ignore[assignment]  # the stubs say Error, which is only one of its kinds

    def get_environment(self) -> dict[str, Any]:
        environment: dict[str, Any] = super().get_environment()
        environment[WAITED] = time.monotonic() - self.request.arrived
        return environment

    def write(self, data: bytes) -> None:
        """Answers to HEAD have no body (RFC 9110, 9.3.2): whoever reads on would take it for the next answer."""
        super().write(b"" if self.asks_for_head else data)

    def finish(self) -> None:
        self.write(b"")  # the header, where nothing else has sent it
        if self.asks_for_head:
            self.chunked_response = False  # or the end of a body that is not there would follow
        super().finish()

    @property
    def asks_for_head(self) -> bool:
        return cast("str", self.request.command).upper() == "HEAD"  # the stubs say bytes


class Channel(HTTPChannel):
    parser_class = Request
    task_class = Task


class TwoLanes(ThreadedTaskDispatcher):
    """Threads for pages, and a few more for health checks, which can thus answer while every page waits for a lock."""

    def __init__(self, threads: int) -> None:
        super().__init__()
        self.set_thread_count(threads)
        self.health = ThreadedTaskDispatcher()
        self.health.set_thread_count(HEALTH_THREADS)
        self.queue_logger.setLevel("ERROR")  # in a rush, a line for every waiting request would fill the log

    def add_task(self, task: Any) -> None:
        if task.requests[0].path.startswith(HEALTH):
            self.health.add_task(task)
        else:
            super().add_task(task)

    def shutdown(self, cancel_pending: bool = True, timeout: int = 5) -> bool:
        self.health.shutdown(cancel_pending, timeout)
        return bool(super().shutdown(cancel_pending, timeout))


class Server(TcpWSGIServer):
    channel_class = Channel


def server(
    application: Any, *, host: str, port: int, threads: int, door: socket.socket | None = None
) -> Server:
    """Listening, and not yet serving: `run()` does. OSError when the port is taken.

    `door` is a socket that listens already, at which several processes may stand: each connection is taken by one.
    """
    adjustments = Adjustments(
        listen=f"{host}:{port}",
        threads=threads,
        backlog=BACKLOG,
        connection_limit=MOST_CONNECTIONS,
        channel_timeout=SECONDS_TO_ARRIVE * 2,
        cleanup_interval=5,
        max_request_body_size=LARGEST_BODY,
        max_request_header_size=64 * 1024,
        asyncore_use_poll=True,  # select() can handle no more than 1024 descriptors
        clear_untrusted_proxy_headers=False,  # the settings alone decide which proxies to trust
        ident=None,
    )
    return Server(
        application,
        {},
        _sock=door,
        bind_socket=door is None,
        dispatcher=TwoLanes(threads),
        adj=adjustments,
        sockinfo=cast("Any", adjustments.listen[0]),  # a tuple by now; the stubs know only the argument
    )
