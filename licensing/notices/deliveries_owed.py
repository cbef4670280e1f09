"""Which messages about deliveries are owed to whom, and when. What each says is in `delivery_kinds`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from licensing.models import Delivery
from licensing.notices.owed import library
from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices

RETURN_DAYS = (3, -1)
"""Days before a parcel is due back on which its return is asked for; the last is the day after."""


def owe_ready(delivery: Delivery) -> None:
    """To everyone of the licence: how to watch or download, now that it is possible."""
    _owe_everyone("licensing.delivery-ready", delivery)


def owe_parcel_sent(delivery: Delivery) -> None:
    """To everyone of the licence; and its return, where it is due, to be asked for."""
    _owe_everyone("licensing.parcel-sent", delivery)
    owe_notices(notice for each in _recipients(delivery) for notice in asks_back(delivery, each))


def asks_back(delivery: Delivery, to: Recipient) -> Iterator[Notice]:
    """The questions for the return of a parcel."""
    if delivery.return_by is None:
        return
    for days in RETURN_DAYS:
        yield Notice(
            kind="licensing.return-due",
            about=delivery,
            to=to,
            due_at=to.at(delivery.return_by - timedelta(days=days)),
            occasion=str(days),
        )


def owe_key_asked(delivery: Delivery) -> None:
    owe_notices([Notice(kind="licensing.key-asked", about=delivery, to=Recipient.office())])


def owe_key_sent(delivery: Delivery) -> None:
    """To everyone of the licence, and to where the key went."""
    to = delivery.key_request.send_to
    recipients = _recipients(delivery)
    if to.lower() not in {each.email.lower() for each in recipients}:
        first = recipients[0]
        recipients.append(Recipient(to, None, first.language, first.time_zone))
    owe_notices(Notice(kind="licensing.key-sent", about=delivery, to=each) for each in recipients)


def owe_overdue(deliveries: Iterable[Delivery]) -> None:
    """To the office, on the morning after each is due, if it is still to do."""
    office = Recipient.office()
    owe_notices(
        Notice(
            kind="licensing.delivery-overdue",
            about=each,
            to=office,
            due_at=office.at(each.due_on + timedelta(days=1)),
        )
        for each in deliveries
    )


def forget_overdue(delivery: Delivery) -> None:
    outbox.cancel(subject=outbox.subject_of(delivery), kind="licensing.delivery-overdue")


def forget_return(delivery: Delivery) -> None:
    outbox.cancel(subject=outbox.subject_of(delivery), kind="licensing.return-due")


def forget(delivery: Delivery) -> None:
    """Cancels all that waits about a delivery."""
    outbox.cancel(subject=outbox.subject_of(delivery))


def _owe_everyone(kind: str, delivery: Delivery) -> None:
    owe_notices(Notice(kind=kind, about=delivery, to=each) for each in _recipients(delivery))


def _recipients(delivery: Delivery) -> list[Recipient]:
    return library(delivery.licence.institution, delivery.licence.line.order.placed_by)
