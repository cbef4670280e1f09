"""`python -m demo [--once]`: the servers and the environment, in which every other process starts."""

from __future__ import annotations

import argparse
import os
import signal
import sys

from config.embedded import data_directory, ensure_servers
from demo.errors import DemoError
from demo.place import DemoPlace
from demo.show import show


def main() -> int:
    """0 if the story was played to its end, 1 with a sentence if it was not."""
    arguments = _arguments()
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # end in an orderly way when a supervisor stops us
    try:
        with DemoPlace(data_directory() / "demo", port=arguments.port) as place:
            servers = ensure_servers()
            place.set_environment()
            show(place, servers, once=arguments.once)
    except DemoError as fault:
        print(f"\n{fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="stop after the story instead of serving")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
