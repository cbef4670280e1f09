"""A process's own copy of what it served last, so that it needs not ask the cache for it: the ledger says if it is true."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

MOST_BYTES = 6 * 1024 * 1024


class Memory[Page]:
    """The pages used last, of `most` bytes together."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._pages: OrderedDict[str, tuple[Page, int]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: str) -> Page | None:
        with self._lock:
            if found := self._pages.get(key):
                self._pages.move_to_end(key)
                return found[0]
        return None

    def set(self, key: str, page: Page, size: int) -> None:
        with self._lock:
            if old := self._pages.pop(key, None):
                self._size -= old[1]
            self._pages[key] = page, size
            self._size += size
            while self._size > self._most:
                _key, (_page, left) = self._pages.popitem(last=False)
                self._size -= left

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._size = 0
