"""After a server did not answer, nothing in the process asks it for a while, so that pages do not wait for it again and again."""

from __future__ import annotations

import time
from functools import cache

REST = 10.0
"""Seconds for which a server that did not answer is not asked again."""


class Rest:
    """Cache, limits and broker use the same Valkey. Whichever finds it down first saves the others the wait."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def is_on(self) -> bool:
        return time.monotonic() < self._until

    def begin(self) -> None:
        self._until = time.monotonic() + REST


@cache
def rest_of(address: str) -> Rest:
    """The one `Rest` of the server at an address, shared by all threads of the process."""
    return Rest()
