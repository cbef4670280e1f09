"""Connections to addresses that somebody typed: to the public web only.

An address can name a server of our own network, and its name can point there later. So each connection looks up its host
itself, refuses what is not public, and connects to what it looked up.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
from collections.abc import Callable
from typing import Any

from django.conf import settings


class NotPublicError(OSError):
    """The host that leads into our own network."""


def connection[Kind: http.client.HTTPConnection](kind: type[Kind]) -> Callable[..., Kind]:
    """As `kind` makes one, but to an address that was looked up and is public. To connect raises NotPublicError."""

    def connect(host: str, **more: Any) -> Kind:
        made = kind(host, **more)
        made._create_connection = _to_public  # type: ignore[attr-defined]  # noqa: SLF001 - the one place where http.client opens its socket
        return made

    return connect


def _to_public(place: tuple[str, int], timeout: float, _source: Any = None) -> socket.socket:
    """Raises OSError: NotPublicError if one of the host's addresses is not public, or because none answers."""
    host, port = place
    found = list(
        dict.fromkeys(each[4][0] for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    )
    if not settings.FETCH_PRIVATE_ADDRESSES and not all(_is_public(str(each)) for each in found):
        raise NotPublicError(host)
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
