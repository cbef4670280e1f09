"""A kind of reminder for tests, and a mail server that keeps what it is sent."""

from __future__ import annotations

import asyncio
import copy
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from demo.place import free_port
from reminders import kinds
from tests.reminders.note_kind import TEMPLATES, NoteKind


@pytest.fixture
def note_kind(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> NoteKind:
    """The kind, registered for one test, with its template."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[1]["DIRS"].append(TEMPLATES)
    settings.TEMPLATES = templates
    kind = NoteKind()
    monkeypatch.setitem(kinds._kinds, kind.name, kind)
    return kind


class Sink:
    """An SMTP handler that keeps messages; it refuses as many as it is told to first, or holds them in hand for ever."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.port = 0
        self.refusals = 0
        self.is_holding = False
        self.has_one_in_hand = threading.Event()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.refusals:
            self.refusals -= 1
            return "451 Try again later"
        if self.is_holding:
            self.has_one_in_hand.set()
            await asyncio.sleep(3600)
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=modern)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A real SMTP server on a free port; Django's mails go to it."""
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    handler.port = controller.port
    settings.MAILERS = {"default": {"OPTIONS": {"host": "127.0.0.1", "port": controller.port}}}
    yield handler
    controller.stop()
