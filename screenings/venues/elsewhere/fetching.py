"""Fetches a file from an address that somebody typed: from the public web only, small, and not for long.

Redirects are followed; each connection, theirs too, is made by `operations.public_web`.
"""

from __future__ import annotations

import http.client
import ssl
import time
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

from django.utils.translation import gettext as _

from operations.public_web import NotPublicError, connection
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
        if isinstance(error.reason, NotPublicError):
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
        return self.do_open(connection(http.client.HTTPConnection), req)


class _Encrypted(HTTPSHandler):
    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(
            connection(http.client.HTTPSConnection), req, context=ssl.create_default_context()
        )
