"""Which proxies are trusted about where a request comes from."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from accounts.requests.client_address import client_address, client_network

CLIENT, FORGED, NEAR, FAR = "203.0.113.7", "198.51.100.1", "10.0.0.1", "10.0.9.9"


@pytest.mark.parametrize(
    ("proxies", "nearest", "header", "address"),
    [
        (0, CLIENT, None, CLIENT),
        (0, CLIENT, FORGED, CLIENT),
        ([], CLIENT, FORGED, CLIENT),
        (1, NEAR, CLIENT, CLIENT),
        (1, NEAR, f"{FORGED}, {CLIENT}", CLIENT),
        (2, NEAR, f"{FORGED}, {CLIENT}, {FAR}", CLIENT),
        (2, NEAR, FORGED, NEAR),
        (1, NEAR, "unknown", NEAR),
        (1, "", CLIENT, CLIENT),
        (["10.0.0.0/8"], NEAR, f"{FORGED}, {CLIENT}", CLIENT),
        (["10.0.0.0/8"], NEAR, f"{FORGED}, {CLIENT}, {FAR}", CLIENT),
        (["10.0.0.1/32"], NEAR, f"{CLIENT}, {FAR}", FAR),
        (["10.0.0.0/8"], CLIENT, FORGED, CLIENT),
        (["10.0.0.0/8"], NEAR, "", NEAR),
        (["10.0.0.0/8"], NEAR, f"{CLIENT}, nonsense", NEAR),
        (["10.0.0.0/8"], NEAR, f"{CLIENT}:4711", CLIENT),
        (["::1/128"], "::1", "[2001:db8::1]:4711", "2001:db8::1"),
        (["127.0.0.1/32"], "::ffff:127.0.0.1", CLIENT, CLIENT),
        (["10.0.0.0/8"], "", FORGED, ""),
    ],
)
def test_client_address_is_what_trusted_proxies_say(
    settings: Settings, proxies: int | list[str], nearest: str, header: str | None, address: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    headers = {} if header is None else {"X-Forwarded-For": header}
    request = RequestFactory().get("/", REMOTE_ADDR=nearest, headers=headers)
    assert client_address(request) == address


def test_client_network_is_the_household(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 0
    first, second = (RequestFactory().get("/", REMOTE_ADDR=f"2001:db8::{end}") for end in ("1", "ffff"))
    assert client_network(first) == client_network(second) == "2001:db8::/64"
    assert client_network(RequestFactory().get("/", REMOTE_ADDR=CLIENT)) == CLIENT
