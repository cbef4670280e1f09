"""A kind of reminder for tests, and a mail server that keeps what it receives."""

from __future__ import annotations

import asyncio
import copy
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.utils import timezone
from pytest_django import Settings

from demo.place import free_port
from reminders import kinds
from tests.reminders.note_kind import TEMPLATES, NewsKind, NoteKind


@pytest.fixture
def note_kind(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> NoteKind:
    """The kind, registered for one test, with its template."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[1]["DIRS"].append(TEMPLATES)
    settings.TEMPLATES = templates
    kind = NoteKind()
    monkeypatch.setitem(kinds._kinds, kind.name, kind)
    return kind


@pytest.fixture
def news_kind(note_kind: NoteKind, monkeypatch: pytest.MonkeyPatch) -> NewsKind:
    """The kind that goes together with its like, registered for one test; it is noon where its readers are."""
    kind = NewsKind()
    monkeypatch.setitem(kinds._kinds, kind.name, kind)
    return kind


def where_it_is(hour: int) -> str:
    """The name of a time zone in which it is this hour now."""
    offset = (hour - timezone.now().hour + 11) % 24 - 11
    return f"Etc/GMT{-offset:+d}"


HANG_UP = "the connection is cut after the message was handed over"


class Sink:
    """An SMTP handler that keeps messages.

    First it gives the answers that the test sets, at RCPT or after DATA. It can answer slowly, not before `goes_on` is set,
    or hold a message for ever.
    """

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.contents: list[bytes] = []
        self.port = 0
        self.answers: list[str] = []
        self.answers_to_recipients: dict[str, str] = {}
        self.answer_to_sender = ""
        self.takes_of_a_session = 1000
        """Messages; the next one is told that the server ends the session (421), as servers do that want no long ones."""
        self.seconds = 0.0
        self.sessions = 0
        self.goes_on = threading.Event()
        self.goes_on.set()
        self.is_holding = False
        self.is_holding_one = threading.Event()

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.sessions += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802 - as above
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer_to_sender:
            return self.answer_to_sender
        taken = getattr(session, "taken", 0)
        if taken >= self.takes_of_a_session:
            return "421 4.7.0 Too many messages in this session"
        session.taken = taken + 1  # type: ignore[attr-defined]  # ours
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - as above
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.answers_to_recipients:
            return self.answers_to_recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        await asyncio.sleep(self.seconds)
        while not self.goes_on.is_set():
            await asyncio.sleep(0.01)
        if self.answers:
            answer = self.answers.pop(0)
            if answer == HANG_UP:
                assert server.transport is not None
                server.transport.close()
            return answer
        if self.is_holding:
            self.is_holding_one.set()
            await asyncio.sleep(3600)
        content = envelope.content
        assert isinstance(content, bytes)
        self.contents.append(content)
        message = message_from_bytes(content, policy=modern)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"


def mailers(port: int, *, timeout: float = 5) -> dict[str, dict[str, Any]]:
    """The outbox's mailer, connected to a server on this machine."""
    options = {"host": "127.0.0.1", "port": port, "timeout": timeout}
    return {"outbox": {"BACKEND": "reminders.channels.email.smtp.PatientBackend", "OPTIONS": options}}


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A real SMTP server on a free port; Django's mails go to it."""
    handler = Sink()
    controller = Controller(
        handler, hostname="127.0.0.1", port=free_port(), server_hostname="sink.example"
    )  # without, each session asks the DNS for our name
    controller.start()
    handler.port = controller.port
    settings.MAILERS = mailers(controller.port)
    yield handler
    controller.stop()
