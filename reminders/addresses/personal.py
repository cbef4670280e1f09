"""What the outbox holds about a person: the mails to their addresses, and what they declined."""

from __future__ import annotations

from collections.abc import Iterable

from operations.personal.holdings import Holding, Person, Row, values
from reminders.models import DeadAddress, DeclinedKind, Reminder


def _mails(person: Person) -> Iterable[Row]:
    return values(
        Reminder.objects.filter(recipient__in=person.emails),
        "kind",
        "subject",
        "recipient",
        "due_at",
        "status",
        "sent_at",
    )


def _erase_mails(person: Person) -> int:
    return Reminder.objects.filter(recipient__in=person.emails).delete()[0]


def _declined(person: Person) -> Iterable[Row]:
    return values(DeclinedKind.objects.filter(email__in=person.emails), "email", "kind", "since")


def _erase_declined(person: Person) -> int:
    return DeclinedKind.objects.filter(email__in=person.emails).delete()[0]


def _dead(person: Person) -> Iterable[Row]:
    return values(DeadAddress.objects.filter(email__in=person.emails), "email", "how", "because", "since")


MAILS = (
    Holding("mails", _mails, _erase_mails),
    Holding("declined mails", _declined, _erase_declined),
    Holding("addresses that take no mail", _dead, kept="So that we do not write there again."),
)
