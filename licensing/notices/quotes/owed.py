"""Which messages licensing owes about quotes, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from licensing.models import Mailbox
from licensing.notices.owed import mailboxes
from reminders.notices import Notice, Recipient, owe_notices

if TYPE_CHECKING:
    from accounts.models import User
    from licensing.models import Quote


def owe_quote_made(*, quote: Quote) -> None:
    """To whoever asked for it, and to the institution's mailbox for bills, where there is one."""
    owe_notices(Notice(kind="licensing.quote-made", about=quote, to=each) for each in _readers(quote))


def owe_quote_withdrawn(*, quote: Quote, is_told: bool) -> None:
    """Takes back what waits; and, when the office withdrew it, tells who had it."""
    from licensing.notices.owed import forget

    forget(quote)
    if is_told:
        owe_notices(
            Notice(kind="licensing.quote-withdrawn", about=quote, to=each) for each in _readers(quote)
        )


def owe_quote_shared(*, quote: Quote, email: str, member: User | None, by: User) -> None:
    """To a colleague; to somebody who is invited in the language of whoever shares it."""
    to = Recipient.person(member) if member else Recipient(email, None, by.language, by.time_zone)
    occasion = timezone.now().isoformat()
    data = {"shared_by": by.name or by.email}
    owe_notices([Notice(kind="licensing.quote-shared", about=quote, to=to, occasion=occasion, data=data)])


def _readers(quote: Quote) -> list[Recipient]:
    person = Recipient.person(quote.asked_by)
    boxes = mailboxes(quote.institution, Mailbox.Matter.ACCOUNTS_PAYABLE, like=[person])
    return list({each.email.lower(): each for each in [person, *boxes]}.values())
