"""What a reminder would say if it were sent now, for the office to read. Nothing is written, sent or settled."""

from __future__ import annotations

from dataclasses import dataclass

from office.distributor.reader import distributor
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import mail_of, write
from reminders.writing.own_words import Texts


@dataclass(frozen=True, slots=True)
class Preview:
    """Subject, text and names of attachments; or, where there is no mail, why not."""

    subject: str = ""
    text: str = ""
    attachments: tuple[str, ...] = ()
    fault: str = ""


def preview(reminder: Reminder, texts: Texts | None = None) -> Preview:
    """Without codes and links that only the recipient may read. `texts`: the distributor's own words that are to count."""
    reminder.secret = {}
    kind = kind_named(reminder.kind)
    if kind is None:
        return Preview(fault=f"No app knows reminders of the kind “{reminder.kind}”.")
    seller = distributor()
    try:
        written = write(reminder, kind, seller, Texts.read() if texts is None else texts)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it is what the office wants to know
        return Preview(fault=str(error) or type(error).__name__)
    if written is None:
        return Preview()
    mail = mail_of([written], seller)
    return Preview(str(mail.subject), str(mail.body), tuple(each.name for each in written.attachments))
