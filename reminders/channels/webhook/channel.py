"""Webhooks as a channel of the outbox: one POST for each copy of a mail, at most a few at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from reminders.channels.channel import Channel, Verdict
from reminders.channels.webhook.copies import owe_copies
from reminders.channels.webhook.posting import NotTakenError, Post, PostLine
from reminders.models import Hook, Reminder
from reminders.models.hooks import SCHEME

if TYPE_CHECKING:
    from office.models import Distributor
    from reminders.writing.written import Written

OLD_SECRET_SIGNS_FOR = timedelta(days=1)
"""After another was made, so that the other system can change to it without losing a copy."""


class Webhook(Channel):
    name = "webhook"
    scheme = SCHEME
    run_for = timedelta(seconds=15)

    def lines(self) -> int:
        return 4

    def line(self) -> PostLine:
        return PostLine()

    def message(self, written: Sequence[Written], seller: Distributor) -> Post | None:
        [told] = written
        row = told.reminder
        hook = Hook.objects.filter(is_on=True, name=row.recipient.removeprefix(f"{SCHEME}:")).first()
        if hook is None:
            return None
        return Post(hook.name, hook.url, f"msg_{row.message_id.hex}", body_of(told), secrets_of(hook))

    def verdict_on(self, error: OSError) -> Verdict:
        return error.verdict if isinstance(error, NotTakenError) else Verdict.LATER

    def is_trouble(self, error: OSError) -> bool:
        return False

    def in_words(self, error: Exception) -> str:
        return str(error) or type(error).__name__

    def without_names(self, error: Exception) -> str:
        return str(error) if isinstance(error, NotTakenError) else type(error).__name__

    def copying(self) -> Callable[[Sequence[Reminder]], None] | None:
        return owe_copies if Hook.objects.filter(is_on=True).exists() else None


def secrets_of(hook: Hook) -> tuple[str, ...]:
    """Those that sign: the newest, and for a day the one before it."""
    is_changing = hook.former_secret and timezone.now() - hook.renewed_at < OLD_SECRET_SIGNS_FOR
    return (hook.secret, hook.former_secret) if is_changing else (hook.secret,)


def body_of(told: Written) -> bytes:
    """As JSON: the type, the time and the data that the specification recommends."""
    copy = told.reminder
    mail = copy.copy_of or copy
    said = {
        "type": told.kind.name,
        "timestamp": (mail.sent_at or mail.due_at).isoformat(),
        "data": {
            "id": str(mail.message_id),
            "kind": str(told.kind.label),
            "about": mail.subject,
            "to": mail.recipient,
            "language": mail.language,
            "due": mail.due_at.isoformat(),
            "subject": told.subject,
            "text": told.text,
            "link": told.address,
        },
    }
    return json.dumps(said, ensure_ascii=False).encode()


WEBHOOK = Webhook()
