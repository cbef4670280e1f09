"""A mail server for measurements, in a process of its own: it takes every message, each after some milliseconds, and forgets it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from aiosmtpd.smtp import SMTP, Envelope, Session

from config.environment import ROOT


class Taking:
    """Answers after a pause, as a server does that writes the message to its disk and is some distance away."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.seconds:
            await asyncio.sleep(self.seconds)
        return "250 OK"


async def serve(seconds: float) -> None:
    handler = Taking(seconds)
    server = await asyncio.get_running_loop().create_server(
        partial(SMTP, handler, hostname="sink.example"), "127.0.0.1", 0
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def sink(*, milliseconds: int) -> Iterator[int]:
    """Its port."""
    command = [sys.executable, "-m", "benchmarks.outbox.sink", str(milliseconds)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield int(process.stdout.readline() if process.stdout else "")
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]) / 1000))
