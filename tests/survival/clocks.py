"""Clocks that are set while processes run, by a small library (clock.c) that is compiled where the machine has a C compiler.

All processes of Longtake share the wrong clock; PostgreSQL, Valkey and the mail server have the right one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.survival.faults import Fault

if TYPE_CHECKING:
    from tests.survival.house import House

SOURCE = Path(__file__).with_name("clock.c")
CLOCK = "clock"
SHORTEST = 22
"""Seconds that a wrong clock lasts: at least one poll of the outbox."""


def lend_clock(folder: Path) -> dict[str, str]:
    """The environment of processes whose clock can be set; empty where there is no compiler, and on other systems than Linux."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return {}
    library = folder / "clock.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    _set(folder, 0)
    return {"LD_PRELOAD": str(library), "SURVIVAL_CLOCK": str(folder / CLOCK)}


def _wrong_by(seconds: int) -> Callable[[House], None]:
    def make(house: House) -> None:
        _set(house.folder, seconds)
        time.sleep(1)
        house.make_due()
        time.sleep(house.chance.uniform(SHORTEST, SHORTEST + 5))
        _set(house.folder, 0)
        time.sleep(1)

    return make


def _set(folder: Path, seconds: int) -> None:
    """Whole or not at all, since processes read it every second."""
    new = folder / f"{CLOCK}.new"
    new.write_text(f"{seconds:+d}\n")
    new.replace(folder / CLOCK)


FAULTS = [
    Fault("clocks ten minutes fast, then right again", _wrong_by(600)),
    Fault("clocks ten minutes slow, then right again", _wrong_by(-600)),
]
