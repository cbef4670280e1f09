"""One signed POST to a web address that somebody typed: to the public web only, and never redirected."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from dataclasses import dataclass, field
from threading import Event, Timer
from urllib.parse import urlsplit

from django.conf import settings

from operations.public_web import NotPublicError, connection
from reminders.channels.channel import Verdict
from reminders.channels.webhook.signing import headers

WAIT = 10.0
"""Seconds, for each step; the whole takes at most twice as long."""
AGENT = "Longtake (copies of mails)"
FOR_NOW = {408, 425, 429}
GONE = 410


@dataclass(frozen=True, slots=True)
class Post:
    """What is sent: its name is the same at each attempt, so that the receiver can drop what it has."""

    hook: str
    url: str
    name: str
    body: bytes
    signing: tuple[str, ...] = field(repr=False)


class NotTakenError(OSError):
    """The other system did not take a copy; what that means, and why, in words that name no address."""

    def __init__(self, verdict: Verdict, words: str) -> None:
        super().__init__(words)
        self.verdict = verdict


class PostLine:
    """Has nothing open between two posts. A system that did not answer is not asked again by this line, which lasts for one run."""

    def __init__(self) -> None:
        self._silent: set[str] = set()

    may_have_gone = True

    def open(self) -> None: ...

    def close(self) -> None: ...

    def send(self, message: Post) -> None:
        if message.hook in self._silent:
            raise NotTakenError(Verdict.LATER, "It did not answer a moment ago.")
        try:
            code = post(message)
        except NotTakenError:
            raise
        except NotPublicError as error:
            raise NotTakenError(Verdict.NEVER, "Its address is not on the public web.") from error
        except (OSError, http.client.HTTPException) as error:
            self._silent.add(message.hook)
            raise NotTakenError(Verdict.LATER, f"It did not answer: {type(error).__name__}") from error
        if not 200 <= code < 300:
            raise NotTakenError(verdict_on(code), f"It answered {code}.")


def verdict_on(code: int) -> Verdict:
    """A redirection is a wrong address: nobody is led elsewhere with what was signed for one place."""
    if code == GONE:
        return Verdict.GONE
    return Verdict.LATER if code >= 500 or code in FOR_NOW else Verdict.NEVER


def post(message: Post) -> int:
    """The code of the answer, whose body nobody reads. Raises OSError, HTTPException, NotTakenError for an address without TLS."""
    address = urlsplit(message.url)
    if address.scheme != "https" and not settings.FETCH_PRIVATE_ADDRESSES:
        raise NotTakenError(Verdict.NEVER, "Its address does not begin with https://")
    server = _connected(address.scheme, address.hostname or "", address.port)
    signed = headers(message.signing, message.name, int(time.time()), message.body)
    is_over = Event()
    limit = Timer(2 * WAIT, _cut, [server, is_over])
    limit.daemon = True
    limit.start()
    try:
        place = (address.path or "/") + (f"?{address.query}" if address.query else "")
        server.request(
            "POST", place, message.body, {"Content-Type": "application/json", "User-Agent": AGENT, **signed}
        )
        code = server.getresponse().status
        if is_over.is_set():
            raise TimeoutError  # headers that were cut look like headers that end
        return code
    finally:
        limit.cancel()
        server.close()


def _connected(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    """With the port named, so that no part of an IPv6 address is taken for one."""
    if scheme == "https":
        secure = ssl.create_default_context()
        return connection(http.client.HTTPSConnection)(host, port=port or 443, timeout=WAIT, context=secure)
    return connection(http.client.HTTPConnection)(host, port=port or 80, timeout=WAIT)


def _cut(server: http.client.HTTPConnection, is_over: Event) -> None:
    """A server that answers byte by byte waits in vain."""
    is_over.set()
    if server.sock:
        server.sock.shutdown(socket.SHUT_RDWR)
