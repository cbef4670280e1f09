"""The demonstration's mail server and its mailbox: mails that arrive by SMTP are kept in a Maildir and shown on a page."""

from __future__ import annotations

import mailbox
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from email.utils import parsedate_to_datetime
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox as MaildirHandler


def serve_mailbox(folder: Path, *, host: str, port: int) -> Controller:
    """A running SMTP server that keeps every message in `folder`; `stop()` ends it."""
    controller = Controller(
        MaildirHandler(folder), hostname=host, port=port, server_hostname="mailbox.example"
    )
    controller.start()
    return controller


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as a page shows it. `key` names it in its address."""

    key: str
    recipient: str
    subject: str
    date: datetime
    text: str
    attachments: tuple[str, ...]
    message: EmailMessage


def letters(folder: Path) -> list[Letter]:
    """All messages, newest first."""
    if not folder.exists():
        return []
    box = mailbox.Maildir(folder, factory=None, create=False)
    return sorted(
        (_letter(key, box.get_bytes(key)) for key in box.iterkeys()), key=lambda one: one.date, reverse=True
    )


def _letter(key: str, content: bytes) -> Letter:
    message = message_from_bytes(content, policy=modern)
    body = message.get_body(("plain",))
    return Letter(
        key=key,
        recipient=str(message["To"]),
        subject=str(message["Subject"]),
        date=parsedate_to_datetime(str(message["Date"])),
        text=body.get_content() if body else "",
        attachments=tuple(part.get_filename("") for part in message.iter_attachments()),
        message=message,
    )
