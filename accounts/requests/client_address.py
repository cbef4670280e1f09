"""Where a request comes from. Only the proxies named in the settings are trusted to say it."""

from __future__ import annotations

from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

IPV6_PREFIX = 64
"""A household or an office gets at least a /64 (RFC 6177), so one visitor may use any address within it."""


def client_address(request: HttpRequest) -> str:
    """The client's address, as an IPv4 or IPv6 address in its normal form; empty for a client on a local socket.

    settings.TRUSTED_PROXIES says who may add to X-Forwarded-For: either the number of proxies that every request passes, or
    the networks that the proxies are in. The header is read from its right end, where our own proxies write. Anything
    further left was written by the client and proves nothing.
    """
    nearest = str(request.META.get("REMOTE_ADDR") or "")
    forwarded = [part.strip() for part in str(request.META.get("HTTP_X_FORWARDED_FOR") or "").split(",")]
    proxies = settings.TRUSTED_PROXIES
    if isinstance(proxies, int):
        return _behind_number(nearest, forwarded, proxies)
    return _behind_networks(nearest, forwarded, proxies)


def client_network(request: HttpRequest) -> str:
    """The address by which a visitor is counted: the IPv4 address, or the /64 network of the IPv6 address."""
    address = client_address(request)
    parsed = ip_address(address) if address else None
    if isinstance(parsed, IPv6Address):
        return str(IPv6Network((parsed, IPV6_PREFIX), strict=False))
    return address


def _behind_number(nearest: str, forwarded: list[str], count: int) -> str:
    """With fewer entries than proxies, the request came by another way, and the header proves nothing."""
    if 0 < count <= len(forwarded) and (address := _normal(forwarded[-count])):
        return address
    return _normal(nearest)


def _behind_networks(nearest: str, forwarded: list[str], networks: list[str]) -> str:
    address = _normal(nearest)
    for part in reversed(forwarded):
        if not address or not _is_within(address, networks):
            break
        if not (behind := _normal(part)):
            break
        address = behind
    return address


def _is_within(address: str, networks: list[str]) -> bool:
    return any(ip_address(address) in ip_network(network) for network in networks)


def _normal(text: str) -> str:
    """`203.0.113.7`, `203.0.113.7:4711`, `2001:db8::1`, `[2001:db8::1]:4711`; empty for anything else."""
    bare = text
    if text.startswith("["):
        bare = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        bare = text.partition(":")[0]
    try:
        address = ip_address(bare)
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)
