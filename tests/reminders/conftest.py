"""A kind of reminder for tests, and a mail server that keeps what it is sent."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from pathlib import Path
from typing import Any, ClassVar

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.template import engines
from pytest_django import Settings

from demo.place import free_port
from reminders import kinds
from reminders.models import Reminder


class NoteKind(kinds.Kind):
    """Says what its data hold; has nothing to say when they hold `is_void`."""

    name: ClassVar[str] = "test-note"
    label = "note"
    template: ClassVar[str] = "note.md"

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        return None if reminder.data.get("is_void") else {"words": reminder.data.get("words", "")}

    def attachments(self, reminder: Reminder) -> list[kinds.Attachment]:
        return (
            [kinds.Attachment("note.txt", b"attached", "text/plain")] if reminder.data.get("attach") else []
        )


@pytest.fixture
def note_kind(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NoteKind:
    """The kind, registered for one test, with its template."""
    (tmp_path / "note.md").write_text("A note for you\n\nDear reader,\n\n{{ words }}\n")
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[1]["DIRS"].append(tmp_path)
    settings.TEMPLATES = templates
    kind = NoteKind()
    monkeypatch.setitem(kinds._kinds, kind.name, kind)
    assert engines["mail"]
    return kind


class Sink:
    """An SMTP handler that keeps messages, and refuses as many as it is told to first."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refusals = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.refusals:
            self.refusals -= 1
            return "451 Try again later"
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
    settings.MAILERS = {"default": {"OPTIONS": {"host": "127.0.0.1", "port": controller.port}}}
    yield handler
    controller.stop()
