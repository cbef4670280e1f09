"""A full disk: PostgreSQL's data and the files lie on a small disk of their own, where one may be mounted (as root), and it is filled to the last byte.

The disk is mounted in a namespace of this run alone, so it goes with the run, however that ends.
"""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.survival.faults import Fault, May

if TYPE_CHECKING:
    from tests.survival.house import House

DISK = "disk"
"""The folder of a house in which PostgreSQL's data and the uploaded files lie."""
SIZE = "400m"
PIECE = b"\0" * (1 << 20)


def lend_small_disk(folder: Path) -> bool:
    """Whether the disk of a house in this folder is a small one now. Call it before the house is entered."""
    place = folder / DISK
    place.mkdir(mode=0o711)
    try:
        os.unshare(os.CLONE_NEWNS)
        _run("mount", "--make-rprivate", "/")
        _run("mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0755", "tmpfs", str(place))
    except (OSError, subprocess.CalledProcessError, AttributeError):
        return False
    return True


def give_back(folder: Path) -> None:
    with suppress(OSError, subprocess.CalledProcessError):
        _run("umount", "--lazy", str(folder / DISK))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def fill_the_disk(house: House) -> None:
    """For some seconds not a byte can be written; then there is room again."""
    filler = house.disk / "filler"
    try:
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(PIECE)
        with suppress(OSError), filler.open("ab", buffering=0) as file:
            while True:
                file.write(b"\0")
        time.sleep(house.chance.uniform(4, 10))
    finally:
        filler.unlink(missing_ok=True)


FAULTS = [
    Fault("the disk of PostgreSQL and of all files is full", fill_the_disk, May.DOUBLE | May.LOSE_ANSWERS)
]
