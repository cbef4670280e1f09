"""A mail server for measurements, in a process of its own: it takes every message, each after some milliseconds, and forgets or keeps it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from config.environment import ROOT


class Taking:
    """Answers after a pause, as a server does that writes the message to its disk and is some distance away."""

    def __init__(self, seconds: float, kept: Path | None) -> None:
        self.seconds, self.kept, self.taken = seconds, kept, 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.seconds:
            await asyncio.sleep(self.seconds)
        self.taken += 1
        if self.kept and isinstance(envelope.content, bytes):
            (self.kept / f"{self.taken}.eml").write_bytes(envelope.content)
        return "250 OK"


async def serve(seconds: float, kept: Path | None) -> None:
    handler = Taking(seconds, kept)
    server = await asyncio.get_running_loop().create_server(
        partial(SMTP, handler, hostname="sink.example"), "127.0.0.1", 0
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def sink(*, milliseconds: int, kept: Path | None = None) -> Iterator[int]:
    """Its port. `kept`: the folder in which each message is a file."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.outbox.sink",
        str(milliseconds),
        *([str(kept)] if kept else []),
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield int(process.stdout.readline() if process.stdout else "")
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]) / 1000, Path(sys.argv[2]) if len(sys.argv) > 2 else None))
