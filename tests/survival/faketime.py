"""Clocks that are set while processes run, by libfaketime (https://github.com/wolfcw/libfaketime), where the machine has it.

All processes of Longtake share the wrong clock; PostgreSQL, Valkey and the mail server have the right one. LONGTAKE_TEST_FAKETIME
names the library where it lies elsewhere.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.survival.faults import Fault

if TYPE_CHECKING:
    from tests.survival.house import House

MISSING = "libfaketime is not installed"
PLACES = ("/usr/lib/*/faketime", "/usr/lib/faketime", "/usr/local/lib/faketime", "/opt/homebrew/lib/faketime")
CLOCK = "clock"
LOOKED_AT_EVERY = 1
"""Seconds."""


def library() -> Path | None:
    if named := os.environ.get("LONGTAKE_TEST_FAKETIME"):
        return Path(named)
    found = (path for place in PLACES for path in Path("/").glob(f"{place[1:]}/libfaketimeMT.so.1"))
    return next(found, None)


def environment(folder: Path) -> dict[str, str]:
    """For the processes whose clock can be set; empty without the library."""
    path = library()
    if path is None:
        return {}
    _set(folder, 0)
    return {
        "LD_PRELOAD": str(path),
        "FAKETIME_TIMESTAMP_FILE": str(folder / CLOCK),
        "FAKETIME_CACHE_DURATION": str(LOOKED_AT_EVERY),
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


def faults() -> list[Fault]:
    """None without the library."""
    if library() is None:
        return []
    return [
        Fault("clocks ten minutes fast, then right again", _wrong_by(600)),
        Fault("clocks ten minutes slow, then right again", _wrong_by(-600)),
    ]


def _wrong_by(seconds: int) -> Callable[[House], None]:
    def make(house: House) -> None:
        _set(house.folder, seconds)
        time.sleep(LOOKED_AT_EVERY)
        house.make_due()
        time.sleep(house.chance.uniform(20, 25))  # at least one poll
        _set(house.folder, 0)
        time.sleep(LOOKED_AT_EVERY)

    return make


def _set(folder: Path, seconds: int) -> None:
    """Whole or not at all, since processes read it at any time."""
    new = folder / f"{CLOCK}.new"
    new.write_text(f"{seconds:+d}\n")
    new.replace(folder / CLOCK)
