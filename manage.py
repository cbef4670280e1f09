#!/usr/bin/env python3
"""Django's commands for Longtake."""

from __future__ import annotations

import os
import sys

NEED_NO_SERVER = {
    "--help",
    "--version",
    "collectstatic",
    "compilemessages",
    "help",
    "makemessages",
    "new_signing_key",
    "version",
}


def main() -> None:
    """Start the servers that the command needs, then run it."""
    from config.entry import say

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    say("runserver" if sys.argv[1:2] == ["runserver"] else "command")
    if len(sys.argv) > 1 and sys.argv[1] not in NEED_NO_SERVER:
        from config.embedded import ensure_servers

        ensure_servers()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
