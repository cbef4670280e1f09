"""How a process of the house begins: it says what it is, and outside development nothing is guessed."""

from __future__ import annotations

import os
import sys
from typing import Literal

type Kind = Literal["web", "worker", "command", "runserver"]


def enter(kind: Kind) -> None:
    """Say what this process is; ends it with a sentence where no environment is named.

    Called by the web server's and Celery's entries before the settings are read. Neither starts embedded servers:
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
    """Note for the settings what kind of process this is: its time limits at the database depend on it."""
    os.environ["LONGTAKE_PROCESS"] = kind
