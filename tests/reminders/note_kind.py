"""Kinds of reminder for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reminders import kinds
from reminders.models import Reminder

TEMPLATES = Path(__file__).parent / "templates"


class NoteKind(kinds.Kind):
    """Says what its data contain; has nothing to say when they contain `is_void`, and fails when they contain `is_faulty`."""

    name = "test-note"
    label = "note"
    template = "note.md"

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        if reminder.data.get("is_faulty"):
            raise LookupError("There is no such film.")
        return None if reminder.data.get("is_void") else {"words": reminder.data.get("words", "")}

    def attachments(self, reminder: Reminder) -> list[kinds.Attachment]:
        return (
            [kinds.Attachment("note.txt", b"attached", "text/plain")] if reminder.data.get("attach") else []
        )


class NewsKind(NoteKind):
    """Several go together, wait for the morning, and may be declined."""

    name = "test-news"
    label = "news"
    goes_together = True
    keeps_quiet = True
    is_optional = True


class OwedNewsKind(NoteKind):
    """Goes together with others, and is owed by contract."""

    name = "test-owed-news"
    label = "owed news"
    goes_together = True
