"""Connections to addresses that somebody typed: only to what was looked up and found public."""

from __future__ import annotations

import socket
from http.client import HTTPConnection

import pytest
from pytest_django import Settings

from operations.public_web import NotPublicError, connection

PUBLIC = "93.184.215.14"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> list[tuple[str, int]]:
    """Where connections were tried; nobody answers there."""
    settings.FETCH_PRIVATE_ADDRESSES = False
    places: list[tuple[str, int]] = []

    def refuse(place: tuple[str, int], _timeout: float) -> None:
        places.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", refuse)
    return places


def lead(name_to: list[str], monkeypatch: pytest.MonkeyPatch) -> HTTPConnection:
    """A connection to a host whose name leads to these addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in name_to]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    return connection(HTTPConnection)("hall.example", port=80, timeout=1)


def test_connection_goes_to_the_address_that_was_found_public(
    asked: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked up a second time, the name could lead into our own network."""
    with pytest.raises(ConnectionRefusedError):
        lead([PUBLIC, "1.1.1.1"], monkeypatch).connect()
    assert asked == [(PUBLIC, 80), ("1.1.1.1", 80)]


@pytest.mark.parametrize(
    "address", ["0.1.2.3", "100.64.0.1", "224.0.0.1", "fe80::1%eth0", "::ffff:10.0.0.1", "2002:a00:1::1"]
)
def test_no_connection_leads_into_our_own_network(
    address: str, asked: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotPublicError):
        lead([PUBLIC, address], monkeypatch).connect()
    assert asked == []
