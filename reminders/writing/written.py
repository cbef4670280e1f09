"""What one reminder says, before it is put into a mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reminders.kinds import Attachment, Kind
    from reminders.models import Reminder


@dataclass(frozen=True, slots=True)
class Written:
    """Its subject (one line), text and HTML without the frame of a mail, the page that it leads to, and its attachments."""

    reminder: Reminder
    kind: Kind
    subject: str
    text: str
    html: str
    address: str
    attachments: list[Attachment]
