"""How each process starts: it says what kind of process it is, and outside development nothing is guessed."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

from django.apps import AppConfig

NICE = 5
"""Against a process of the usual 0, a quarter of a core that both could use: mails must still leave when pages never rest."""
AUTOGROUP = Path("/proc/self/autogroup")

type Kind = Literal["web", "worker", "command", "runserver"]


def enter(kind: Kind) -> None:
    """Note what kind of process this is; end it with a sentence when the environment does not say what it needs.

    The entry points of the web server and Celery call this before the settings are read. Neither starts embedded servers:
    only manage.py, the demonstration and the tests do, and their children inherit the addresses.
    """
    if missing := [
        name for name in ("LONGTAKE_ENV", "DATABASE_URL", "REDIS_URL") if not os.environ.get(name)
    ]:
        sys.exit(
            f"Longtake's {kind} process needs {', '.join(missing)} in its environment: see docs/operations.md "
            "(LONGTAKE_ENV is production or development). `make demo` or `manage.py runserver` need none of them."
        )
    say(kind)


def say(kind: Kind) -> None:
    """Tell the settings what kind of process this is, because its time limits at the database depend on it."""
    os.environ["LONGTAKE_PROCESS"] = kind


def make_way() -> None:
    """From now on this process gets what computing time others on the machine leave: mails and plans can wait, pages cannot.

    A kernel that groups processes by session shares the time out among groups: then ours, if it is ours alone, makes way too
    (https://man7.org/linux/man-pages/man7/sched.7.html, “The autogroup feature”).
    """
    os.nice(NICE)
    if os.getsid(0) == os.getpid():
        with suppress(OSError):
            AUTOGROUP.write_text(str(NICE))


class StartedConfig(AppConfig):
    """The last of the installed apps. What is imported stays to the end: the garbage collector need not search it again and again."""

    name = "config"

    def ready(self) -> None:
        gc.freeze()
        gc.enable()
