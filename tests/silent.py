"""A server that hangs: it takes every connection and never says a word."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

SLACK = 20
"""Seconds that a busy machine may take for anything, beside what is waited for."""


class Silent:
    """`visits` says how often someone came to wait for it, which is certain where seconds on a busy machine are not."""

    def __init__(self, door: socket.socket) -> None:
        self._door = door
        self._guests: list[socket.socket] = []

    @property
    def address(self) -> str:
        return f"redis://127.0.0.1:{self._door.getsockname()[1]}/0"

    def visits(self) -> int:
        """Connections so far; they stay open."""
        while True:
            try:
                self._guests.append(self._door.accept()[0])
            except BlockingIOError:
                return len(self._guests)

    def close(self) -> None:
        for guest in self._guests:
            guest.close()


@contextmanager
def silent_server() -> Iterator[Silent]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setblocking(False)
        server = Silent(door)
        try:
            yield server
        finally:
            server.close()
