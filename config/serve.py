"""`python -m config.serve [--host 127.0.0.1] [--port 8000]`: the web server; LONGTAKE_THREADS is how many requests it handles at once."""

from __future__ import annotations

import argparse
import signal
import socket
import sys

from config.entry import enter

TAKEN = "Port {port} of {host} is in use by another program, perhaps a web server that is still running."


def main() -> None:
    """Serves until SIGTERM or Ctrl-C, then finishes what it has begun (5 s). Exit code 1 with a sentence when it cannot listen."""
    parser = argparse.ArgumentParser(prog="python -m config.serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="TCP port to listen on")
    parser.add_argument(
        "--socket", type=int, help="number of a listening socket, inherited, that processes share"
    )
    arguments = parser.parse_args()
    enter("web")
    from config.web.serving import server
    from config.wsgi import application  # reads the settings, which must know the kind of process

    from django.conf import settings  # isort: skip

    try:
        door = socket.socket(fileno=arguments.socket) if arguments.socket is not None else None
        place = {"host": arguments.host, "port": arguments.port}
        web = server(application, **place, threads=settings.THREADS, door=door)
    except OSError as error:
        sys.exit(f"{TAKEN.format(port=arguments.port, host=arguments.host)} ({error})")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # this makes Waitress's loop end
    sys.stderr.write(f"Listening on http://{arguments.host}:{arguments.port}/\n")
    web.run()


if __name__ == "__main__":
    main()
