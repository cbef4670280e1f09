"""What the outbox holds about a person: the mails to their addresses, and what they declined."""

from __future__ import annotations

from operations.personal.holdings import Holding, deleted_whole, of_addresses
from reminders.models import DeadAddress, DeclinedKind, Reminder

MAILS = (
    deleted_whole(
        "mails",
        of_addresses(Reminder.objects.all(), "recipient"),
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
