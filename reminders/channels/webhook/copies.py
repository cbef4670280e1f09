"""Copies of mails that were sent, owed in the transaction that says that they were."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from reminders.kinds import all_kinds
from reminders.models import Reminder

# A copy has nothing of the mail but its kind and subject: what it says is written from the mail's own row, and goes with it.
OWE_COPIES = """
INSERT INTO reminders_reminder (
    key, kind, subject, recipient, due_at, language, time_zone, data, secret,
    status, attempts, fruitless_claims, last_error, message_id, copy_of_id, created_at
)
SELECT
    'hook:' || hook.name || ':' || mail.id, mail.kind, mail.subject, 'hook:' || hook.name, statement_timestamp(),
    mail.language, mail.time_zone, '{}', '{}', 'pending', 0, 0, '', gen_random_uuid(), mail.id, statement_timestamp()
FROM reminders_reminder AS mail CROSS JOIN reminders_hook AS hook
WHERE mail.id = ANY(%(mails)s) AND mail.status = 'sent' AND mail.copy_of_id IS NULL AND mail.kind = ANY(%(kinds)s)
    AND hook.is_on AND (hook.kinds = '{}' OR mail.kind = ANY(hook.kinds))
ORDER BY mail.id, hook.id
ON CONFLICT (key) DO NOTHING
"""


def owe_copies(mails: Sequence[Reminder]) -> None:
    """In one statement, for each webhook that gets copies of their kinds. A mail that is sent twice is copied once."""
    with connection.cursor() as cursor:
        cursor.execute(OWE_COPIES, {"mails": [mail.pk for mail in mails], "kinds": copied_kinds()})


def copied_kinds() -> list[str]:
    """Not letters about accounts: their codes and links are for their readers alone."""
    return [kind.name for kind in all_kinds() if not kind.is_asked_for]
