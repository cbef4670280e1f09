"""A mail server in a process of its own: `python -m tests.survival.sink FOLDER PORT SCHEME`. It obeys lines on standard input.

Every message that it takes is on the disk, in `taken.jsonl`, before the client hears of it. What happens is said on standard output,
a line of JSON each. Modes, as lines of input:

    accept            takes every message
    refuse CODE       refuses: 451 and 554 each message, 535 the login, 550 the sender, 421 everything
    delay SECONDS     takes each message, and answers after a while
    drop              takes the message, and closes the connection instead of answering
    die               takes the message, answers, and ends at once
    hold              takes the message, and answers when the next line comes
    stall             says that a message is about to come, and goes on when the next line comes
"""

from __future__ import annotations

import asyncio
import json
import os
import ssl
import sys
import time
from email import message_from_bytes
from email.policy import default as modern
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
LOGIN = ("longtake", "a-word-of-the-house")
LARGEST = 20 * 1024 * 1024


class Sink:
    """The handler of all sessions."""

    def __init__(self, taken: IO[str]) -> None:
        self.mode, self.argument = "accept", ""
        self.goes_on = asyncio.Event()
        self._taken = taken

    def obey(self, line: str) -> None:
        self.mode, _, self.argument = line.strip().partition(" ")
        self.goes_on.set()
        self.goes_on = asyncio.Event()
        say("mode", mode=self.mode)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.mode == "stall":
            going = self.goes_on
            say("stalled")
            await going.wait()
        if self.mode == "refuse" and self.argument in ("421", "550"):
            return f"{self.argument} 5.7.1 Not now, not from you"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        if self.mode == "refuse":
            return f"{self.argument} Refused for the test"
        mode, argument, going = self.mode, self.argument, self.goes_on
        self._take(envelope, is_answered=mode != "drop")
        if mode == "drop":
            _wire(server).abort()
        elif mode == "delay":
            await asyncio.sleep(float(argument))
        elif mode == "hold":
            await going.wait()
        elif mode == "die":
            _wire(server).write(b"250 OK\r\n")
            await asyncio.sleep(0.01)
            os._exit(9)
        return "250 OK"

    def _take(self, envelope: Envelope, *, is_answered: bool) -> None:
        """Writes the message and waits for the disk, as a server must before it says 250 (RFC 5321, 6.1)."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        message = message_from_bytes(content, policy=modern)
        body = message.get_body(("plain",))
        taken = {
            "at": time.time(),
            "id": str(message["Message-ID"]),
            "to": [str(address) for address in envelope.rcpt_tos],
            "subject": str(message["Subject"]),
            "text": body.get_content() if body else "",
            "is_answered": is_answered,
        }
        self._taken.write(json.dumps(taken) + "\n")
        self._taken.flush()
        os.fsync(self._taken.fileno())
        say("taken", id=taken["id"], to=taken["to"])

    def sign_in(self, server: SMTP, session: Session, envelope: Envelope, way: str, data: Any) -> AuthResult:
        given = (data.login.decode(), data.password.decode()) if isinstance(data, LoginPassword) else ()
        is_refused = self.mode == "refuse" and self.argument == "535"
        return AuthResult(success=given == LOGIN and not is_refused, handled=False)


def _wire(server: SMTP) -> asyncio.Transport:
    return cast("asyncio.Transport", server.transport)


def say(event: str, **facts: Any) -> None:
    print(json.dumps({"event": event, **facts}), flush=True)


async def serve(folder: Path, port: int, scheme: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "mail.pem")
    with (folder / "taken.jsonl").open("a") as taken:
        sink = Sink(taken)
        session = partial(
            SMTP,
            sink,
            hostname="sink.example",
            data_size_limit=LARGEST,
            tls_context=context if scheme == "smtp+tls" else None,
            require_starttls=scheme == "smtp+tls",
            auth_required=True,
            auth_require_tls=scheme == "smtp+tls",
            authenticator=sink.sign_in,
        )
        loop = asyncio.get_running_loop()
        tls = context if scheme == "smtps" else None
        server = await loop.create_server(session, HOST, port, ssl=tls)
        lines = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        say("listening")
        async with server:
            while line := await lines.readline():
                sink.obey(line.decode())


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
