"""Kinds of reminder. Each is a small class in the app that knows the subject, which registers it in `ready()`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from reminders.models import Reminder


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file attached to a message. `content_type` is like `application/pdf`."""

    name: str
    content: bytes
    content_type: str


class Kind:
    """What one kind of reminder says.

    `template` is a Django template in Markdown: its first line is the mail's subject, then an empty line, then the body.
    Every value in it is printed as one line of plain text, unless `|link`, `|lines` or `|columns` says otherwise.
    """

    name: str
    label: str | _StrPromise
    template: str

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        """What the template needs. None when there is no longer anything to say: the reminder is then cancelled."""
        raise NotImplementedError

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        return []


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Registers a kind. Raises ImproperlyConfigured when another class already has its name."""
    known = _kinds.setdefault(kind.name, kind)
    if type(known) is not type(kind):
        raise ImproperlyConfigured(f"Two kinds of reminder are called “{kind.name}”.")


def kind_named(name: str) -> Kind | None:
    return _kinds.get(name)
