"""Waiting for what other processes do."""

from __future__ import annotations

import time
from collections.abc import Callable

from demo.errors import DemoError

PATIENCE = 60.0


def wait_for[Result](look: Callable[[], Result | None], *, what: str) -> Result:
    """Waits until `look` finds something; raises DemoError if it finds nothing within a minute."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise DemoError(f"{what} did not happen within {PATIENCE:.0f} seconds. The logs are in .data/demo/logs.")
