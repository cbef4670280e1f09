"""Which messages about educators' previews are owed to whom, and when. What each says is in `kinds`."""

from __future__ import annotations

from datetime import timedelta

from licensing.models import EducatorPreview
from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices

ASKED = "licensing.preview-asked"
GRANTED = "licensing.preview-granted"
NOT_GRANTED = "licensing.preview-not-granted"
ENDING = "licensing.preview-ending"


def owe_asked(preview: EducatorPreview) -> None:
    """To the office."""
    owe_notices([Notice(kind=ASKED, about=preview, to=Recipient.office())])


def owe_granted(preview: EducatorPreview, *, remind_days: int) -> None:
    """To the educator now; and some days before it ends, with the offer of a licence."""
    forget(preview)
    to = Recipient.person(preview.asked_by)
    owed = [Notice(kind=GRANTED, about=preview, to=to)]
    if remind_days and preview.ends_on:
        due_at = to.at(preview.ends_on - timedelta(days=remind_days))
        owed.append(Notice(kind=ENDING, about=preview, to=to, due_at=due_at))
    owe_notices(owed)


def owe_not_granted(preview: EducatorPreview) -> None:
    """To the educator: why it was not granted, or was taken back."""
    forget(preview)
    to = Recipient.person(preview.asked_by)
    owe_notices([Notice(kind=NOT_GRANTED, about=preview, to=to, occasion=preview.status)])


def forget(preview: EducatorPreview) -> None:
    """Cancels all that waits about a preview."""
    outbox.cancel(subject=outbox.subject_of(preview))
