"""The memory of one process: what it used last, so that it need not ask the cache. The ledger says whether it is still valid."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

MOST_BYTES = 6 * 1024 * 1024


class Memory[Value]:
    """The values used last, up to `most` bytes in all. Safe for threads."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._values: OrderedDict[str, tuple[Value, int]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: str) -> Value | None:
        with self._lock:
            if found := self._values.get(key):
                self._values.move_to_end(key)
                return found[0]
        return None

    def set(self, key: str, value: Value, size: int) -> None:
        with self._lock:
            if old := self._values.pop(key, None):
                self._size -= old[1]
            self._values[key] = value, size
            self._size += size
            while self._size > self._most:
                _key, (_value, left) = self._values.popitem(last=False)
                self._size -= left

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._size = 0
