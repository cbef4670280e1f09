"""What the outbox holds about a person: the mails to their addresses, and what they declined."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from operations.personal.holdings import Holding, Person, deleted_whole, of_account, of_addresses
from reminders.models import DeadAddress, DeclinedKind, Reminder

_to_account = of_account(Reminder.objects.all())
_to_addresses = of_addresses(Reminder.objects.all(), "recipient")


def _mails(person: Person) -> QuerySet[Reminder]:
    """Those to the account too: some may wait to be sent to a former address."""
    return Reminder.objects.filter(Q(pk__in=_to_addresses(person)) | Q(pk__in=_to_account(person)))


MAILS = (
    deleted_whole(
        "mails",
        _mails,
        "kind", "subject", "recipient", "due_at", "status", "sent_at",
    ),
    deleted_whole("declined mails", of_addresses(DeclinedKind.objects.all()), "email", "kind", "since"),
    Holding(
        "addresses that take no mail",
        of_addresses(DeadAddress.objects.all()),
        ("email", "how", "because", "since"),
        kept="So that we do not write there again.",
    ),
)  # fmt: skip
