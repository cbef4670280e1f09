"""Fetches a file from an address that somebody typed: from the public web only, small, and not for long.

An address can name a server of our own network, and its name can point there later, or redirect there. So each connection
looks up its host itself, refuses what is not public, and connects to what it looked up.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from django.conf import settings
from django.utils.translation import gettext as _

from wording.refusals import Refused

MOST_BYTES = 2_000_000
SECONDS = 30
"""For the whole of it; each single wait is shorter."""
WAIT = 10
AT_ONCE = 65_536
AGENT = "Longtake (bookings of venues)"


def fetch(address: str) -> bytes:
    """What stands at an address. Raises Refused: `unreachable`, `not-public`, `too-large`, `too-slow`."""
    until = time.monotonic() + SECONDS
    request = Request(address, headers={"User-Agent": AGENT, "Accept": "text/calendar, */*;q=0.1"})  # noqa: S310 - the opener knows http and https only
    try:
        with _opener().open(request, timeout=WAIT) as answer:
            return _read(answer, until)
    except HTTPError as error:
        error.close()
        raise Refused(_("The server answered %(code)d."), "unreachable", {"code": error.code}) from error
    except TimeoutError as error:
        raise _too_slow() from error
    except URLError as error:
        if isinstance(error.reason, _NotPublicError):
            raise Refused(
                _("%(host)s is not on the public web, so it is not asked."),
                "not-public",
                {"host": str(error.reason)},
            ) from error
        if isinstance(error.reason, TimeoutError):
            raise _too_slow() from error
        reason = getattr(error.reason, "strerror", None) or str(error.reason)
        raise _unreachable(reason) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise _unreachable(str(error) or type(error).__name__) from error


def _read(answer: http.client.HTTPResponse, until: float) -> bytes:
    found = bytearray()
    while piece := answer.read1(AT_ONCE):
        found += piece
        if len(found) > MOST_BYTES:
            raise Refused(
                _("The calendar is larger than %(megabytes)d MB."),
                "too-large",
                {"megabytes": MOST_BYTES // 1_000_000},
            )
        if time.monotonic() > until:
            raise _too_slow()
    return bytes(found)


def _too_slow() -> Refused:
    return Refused(_("The server took longer than %(seconds)d seconds."), "too-slow", {"seconds": SECONDS})


def _unreachable(reason: str) -> Refused:
    return Refused(_("The server cannot be reached: %(reason)s"), "unreachable", {"reason": reason[:200]})


def _opener() -> OpenerDirector:
    """Without proxies of the environment, files and FTP: nothing but the web, redirects included."""
    opener = OpenerDirector()
    handlers = (
        _Plain(),
        _Encrypted(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener


class _Plain(HTTPHandler):
    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_connection(http.client.HTTPConnection), req)


class _Encrypted(HTTPSHandler):
    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(
            _connection(http.client.HTTPSConnection), req, context=ssl.create_default_context()
        )


def _connection(kind: type[http.client.HTTPConnection]) -> Callable[..., http.client.HTTPConnection]:
    """As the handlers of urllib make one, but to an address that was looked up and is public."""

    def connect(host: str, **more: Any) -> http.client.HTTPConnection:
        made = kind(host, **more)
        made._create_connection = _to_public  # type: ignore[attr-defined]  # noqa: SLF001 - the one place where http.client opens its socket
        return made

    return connect


class _NotPublicError(OSError):
    """The host that leads into our own network."""


def _to_public(place: tuple[str, int], timeout: float, _source: Any = None) -> socket.socket:
    """Raises OSError: _NotPublicError if one of the host's addresses is not public, or because none answers."""
    host, port = place
    found = list(
        dict.fromkeys(each[4][0] for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    )
    if not settings.FETCH_PRIVATE_ADDRESSES and not all(_is_public(str(each)) for each in found):
        raise _NotPublicError(host)
    failed: OSError = OSError(host)
    for each in found:
        try:
            return socket.create_connection((str(each), port), timeout)
        except OSError as error:
            failed = error
    raise failed


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    return number.is_global and not number.is_multicast and (mapped is None or mapped.is_global)
