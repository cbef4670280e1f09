"""The outbox. To owe a message is to write its row here, in the transaction that makes it due.

The broker only wakes workers; whatever must be sent is in the database.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Now

from reminders.kinds import kind_named
from reminders.models import Reminder

if TYPE_CHECKING:
    from accounts.models import User

# One statement for any number of rows. They are written in the order of their keys, so that two transactions which owe the
# same rows wait for each other instead of deadlocking. A message that is being sent, or was sent, is not changed.
OWE = """
INSERT INTO reminders_reminder (
    key, kind, subject, recipient, due_at, user_id, language, time_zone, data, secret, expires_at, is_awaited,
    status, attempts, fruitless_claims, last_error, message_id, created_at
)
SELECT
    owed.key, owed.kind, owed.subject, owed.recipient, coalesce(owed.due_at, statement_timestamp()), owed.user_id, owed.language, owed.time_zone,
    owed.data::jsonb, owed.secret::jsonb, owed.expires_at, owed.is_awaited,
    'pending', 0, 0, '', gen_random_uuid(), statement_timestamp()
FROM unnest(
    %s::text[], %s::text[], %s::text[], %s::text[], %s::timestamptz[], %s::bigint[], %s::text[], %s::text[], %s::text[],
    %s::text[], %s::timestamptz[], %s::boolean[]
) AS owed (key, kind, subject, recipient, due_at, user_id, language, time_zone, data, secret, expires_at, is_awaited)
ORDER BY owed.key
ON CONFLICT (key) DO UPDATE SET
    kind = excluded.kind, subject = excluded.subject, recipient = excluded.recipient, due_at = excluded.due_at,
    user_id = excluded.user_id, language = excluded.language, time_zone = excluded.time_zone, data = excluded.data,
    secret = excluded.secret, expires_at = excluded.expires_at, is_awaited = excluded.is_awaited, status = excluded.status, attempts = excluded.attempts,
    fruitless_claims = excluded.fruitless_claims, last_error = excluded.last_error, claimed_at = NULL, bundle = NULL
WHERE reminders_reminder.status IN ('pending', 'cancelled', 'failed')
"""


MOST_FORGOTTEN = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One message for the outbox. `due_at` is aware, or None: now, by the clock of the database, which decides what is due.

    `data` can be written as JSON. Raises ValueError for a naive time.

    After `expires_at` it is not sent. `secret` holds what only its recipient may read (a code, a link that signs in). It
    needs `expires_at`, and is removed from the row as soon as the message is sent, failed or cancelled.
    """

    key: str
    kind: str
    subject: str
    recipient: str
    due_at: datetime | None = None
    user: User | None = None
    language: str = "en"
    time_zone: str = "UTC"
    data: dict[str, Any] = field(default_factory=dict)
    secret: dict[str, Any] = field(default_factory=dict, repr=False)
    expires_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.due_at is not None and self.due_at.tzinfo is None:
            raise ValueError("The due time of a reminder must be aware.")

    def columns(self) -> tuple[Any, ...]:
        kind = kind_named(self.kind)
        return (
            self.key,
            self.kind,
            self.subject,
            self.recipient,
            self.due_at,
            self.user.pk if self.user else None,
            self.language,
            self.time_zone,
            json.dumps(self.data),
            json.dumps(self.secret),
            self.expires_at,
            kind is not None and kind.is_awaited,
        )


def subject_of(thing: models.Model) -> str:
    """The name of a row as the subject of reminders, such as `screenings.showing:12`."""
    return f"{thing._meta.label_lower}:{thing.pk}"


def owe_many(dues: Sequence[Owed]) -> None:
    """Puts messages into the outbox in one statement. A message with a known key replaces the one that waits.

    A message that is being sent, or was sent, is not changed. If two have the same key, the later one counts. Runs in the
    caller's transaction, so that a message is owed exactly when its cause is true.
    """
    each = {due.key: due.columns() for due in dues}
    if each:
        with connection.cursor() as cursor:
            cursor.execute(OWE, [list(column) for column in zip(*each.values(), strict=True)])


def cancel_many(
    *,
    subjects: Collection[str],
    kinds: Collection[str] | None = None,
    recipient: str | None = None,
    person: User | None = None,
) -> int:
    """Cancels in one statement what is still waiting about the subjects (of some kinds, to one recipient). Returns how many.

    What waits for a person is found by their account too, because their address may have been another one.
    """
    waiting = Reminder.objects.about(*subjects).waiting()
    if kinds is not None:
        waiting = waiting.filter(kind__in=kinds)
    if recipient is not None:
        waiting = waiting.filter(recipient=recipient)
    if person is not None:
        waiting = waiting.filter(Q(recipient=person.email) | Q(user=person))
    return waiting.update(status=Reminder.Status.CANCELLED, secret={})


def cancel(*, subject: str, kind: str | None = None, recipient: str | None = None) -> int:
    """Cancels what is still waiting about one subject. Returns how many."""
    return cancel_many(subjects=[subject], kinds=None if kind is None else [kind], recipient=recipient)


def erase_many(*, subjects: Collection[str], recipients: Collection[str] | None = None) -> None:
    """Deletes, in one statement, every message about the subjects, sent or not, because they must be forgotten; only those to
    some addresses, if these are given."""
    rows = Reminder.objects.about(*subjects)
    (rows if recipients is None else rows.filter(recipient__in=recipients)).delete()


def forget_settled(*, kept: timedelta) -> int:
    """Deletes what was sent or cancelled, and owed, so long ago, at most `MOST_FORGOTTEN` at once. Returns how many.

    What failed stays until somebody has seen to it.
    """
    settled = Reminder.objects.filter(status__in=(Reminder.Status.SENT, Reminder.Status.CANCELLED))
    old = settled.filter(due_at__lt=Now() - kept, created_at__lt=Now() - kept).values_list("pk", flat=True)[
        :MOST_FORGOTTEN
    ]
    deleted, _each = Reminder.objects.filter(pk__in=list(old)).delete()
    return deleted


def send_again(*, rows: Collection[int] | None = None) -> int:
    """What failed is due now, as if it had never been tried: these rows of it, or all. Returns how many."""
    failed = Reminder.objects.failed()
    return (failed if rows is None else failed.filter(pk__in=rows)).send_again()
