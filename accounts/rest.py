"""A server that did not answer is left alone for a while by everything in the process, so that a page waits for it once."""

from __future__ import annotations

import time
from functools import cache

REST = 10.0
"""Seconds for which a server that did not answer is not asked again."""


class Rest:
    """Cache, limits and broker stand on one Valkey: who finds it away spares the others their wait."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def is_on(self) -> bool:
        return time.monotonic() < self._until

    def begin(self) -> None:
        self._until = time.monotonic() + REST


@cache
def rest_of(address: str) -> Rest:
    """The one rest of the server at an address, for all threads of the process."""
    return Rest()
