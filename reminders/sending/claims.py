"""Claiming: many rows become one worker's in one durable commit, before any of their messages leaves."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import F

from reminders.channels import EMAIL, prefixes
from reminders.channels.channel import Channel
from reminders.kinds import kinds_that_go_together
from reminders.models import Reminder
from reminders.sending.leases import LEASE

TOGETHER_WITHIN = timedelta(hours=1)
"""What is due to one address so soon after a message goes in the same mail."""
MOST_TOGETHER = 500
"""Messages in one mail."""
CLAIMING = int.from_bytes(b"MAIL")
"""The class of the advisory lock of whoever claims: “MAIL” in ASCII."""
LOOKS, PAUSE = 40, 0.05
"""How often a worker looks whether another one is still claiming, and the seconds between two looks."""

# By the database's clock: the rows that have been due longest, or that a dead worker left; `which` narrows them down. Rows that other workers are
# claiming at this moment are skipped. A row whose last worker died is claimed alone: it may kill the next one too. So is
# one that has been in a mail with others: it goes out in that mail again, and the others come by `IN_BUNDLE`.
CLAIM = """
WITH due AS (
    SELECT id, due_at, fruitless_claims, bundle FROM reminders_reminder
    WHERE status IN ('pending', 'sending') AND due_at <= statement_timestamp()
        AND (status = 'pending' OR leased_until IS NULL OR leased_until < statement_timestamp())
        AND (recipient LIKE ANY(%(prefixes)s)) = %(has_prefix)s {which}
    ORDER BY due_at, id LIMIT %(most)s
    FOR UPDATE SKIP LOCKED
), placed AS (
    SELECT id, row_number() OVER in_order AS place,
        bool_or(fruitless_claims > 0 OR bundle IS NOT NULL) OVER in_order AS stands_back
    FROM due WINDOW in_order AS (ORDER BY due_at, id)
)
UPDATE reminders_reminder AS row
SET status = 'sending', attempts = row.attempts + 1, fruitless_claims = row.fruitless_claims + 1,
    claimed_at = statement_timestamp(), leased_until = statement_timestamp() + %(lease)s
FROM placed WHERE row.id = placed.id AND (placed.place = 1 OR NOT placed.stands_back)
RETURNING row.*
"""

AWAITED = "AND is_awaited"
# `which` says which other rows go along with those that were just claimed; all have one time of claim.
CLAIM_ALONG = """
UPDATE reminders_reminder
SET status = 'sending', attempts = attempts + 1, fruitless_claims = fruitless_claims + 1,
    claimed_at = %(claimed_at)s, leased_until = statement_timestamp() + %(lease)s
WHERE id IN (SELECT id FROM reminders_reminder WHERE {which} ORDER BY due_at, id LIMIT %(most)s FOR UPDATE SKIP LOCKED)
RETURNING *
"""
DUE_SOON = """
status = 'pending' AND recipient = ANY(%(recipients)s) AND kind = ANY(%(kinds)s) AND fruitless_claims = 0
AND bundle IS NULL AND due_at <= statement_timestamp() + %(within)s
"""
IN_BUNDLE = """
bundle = %(bundle)s AND (status = 'pending' OR status = 'sending' AND leased_until < statement_timestamp())
"""
BUNDLE = """
UPDATE reminders_reminder AS row SET bundle = made.bundle
FROM unnest(%s::bigint[], %s::uuid[]) AS made (id, bundle) WHERE row.id = made.id
"""

type Group = list[Reminder]
"""Rows that go in one mail, the longest due in front."""


@transaction.atomic
def claim(most: int, channel: Channel = EMAIL) -> list[Group]:
    """Marks up to `most` rows of a channel as being sent, and what goes along with them, in the order in which they became due.

    What somebody waits for goes first, and then alone: it is not held up by thousands of others.
    """
    if channel.puts_together:
        _wait_for_others()
    addresses, has_prefix = prefixes(channel)
    values = {"most": most, "lease": LEASE, "prefixes": addresses, "has_prefix": has_prefix}
    first = _first(AWAITED, values) or _first("", values)
    if not first:
        return []
    if first[0].bundle:
        return _again(first[0])
    together = kinds_that_go_together() if channel.puts_together else frozenset()
    free = [row for row in first if row.fruitless_claims == 1 and row.kind in together]
    along = _due_soon(free, together) if free else []
    return _grouped([*first, *along], together)


def _wait_for_others() -> None:
    """Two workers that claimed at once would share out the rows of one person, who would get two mails: so one claims after the other.

    Not for long: where a worker stands still while it claims, two mails are better than none.
    """
    with connection.cursor() as cursor:
        for _look in range(LOOKS):
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, 0)", [CLAIMING])
            if cursor.fetchone()[0]:
                return
            time.sleep(PAUSE)


def _first(which: str, values: dict[str, object]) -> list[Reminder]:
    return _in_order(Reminder.objects.raw(CLAIM.format(which=which), values))


def _again(row: Reminder) -> list[Group]:
    """The whole mail that a row was in, as it was; but the row alone when that mail has lost its worker twice.

    Where another worker holds some of its rows, what is left is another mail, with a name of its own.
    """
    if row.fruitless_claims > 2:
        row.bundle = None
        Reminder.objects.filter(pk=row.pk).update(bundle=None)
        return [[row]]
    group = [row, *_along(row, IN_BUNDLE, {"bundle": row.bundle})]
    unsettled = Reminder.objects.filter(bundle=row.bundle, status__in=("pending", "sending"))
    if unsettled.exclude(pk__in=[each.pk for each in group]).exists():
        _mark([group])
    return [group]


def _due_soon(rows: Sequence[Reminder], kinds: frozenset[str]) -> list[Reminder]:
    recipients = sorted({row.recipient for row in rows})
    values = {"recipients": recipients, "kinds": sorted(kinds), "within": TOGETHER_WITHIN}
    return _along(rows[0], DUE_SOON, values)


def _along(row: Reminder, which: str, values: dict[str, object]) -> list[Reminder]:
    shared = {"claimed_at": row.claimed_at, "lease": LEASE, "most": MOST_TOGETHER}
    return _in_order(Reminder.objects.raw(CLAIM_ALONG.format(which=which), values | shared))


def _grouped(rows: Sequence[Reminder], together: frozenset[str]) -> list[Group]:
    """One group for each mail. Rows that share theirs are marked, so that they stay together if this worker dies."""
    groups: dict[object, Group] = defaultdict(list)
    for row in rows:
        fits = row.fruitless_claims == 1 and row.kind in together and not row.bundle
        groups[(row.recipient, row.language, row.time_zone) if fits else row.pk].append(row)
    made = [
        group[at : at + MOST_TOGETHER]
        for group in groups.values()
        for at in range(0, len(group), MOST_TOGETHER)
    ]
    _mark([group for group in made if len(group) > 1])
    return made


def _mark(groups: Sequence[Group]) -> None:
    bundles: dict[int, UUID] = {}
    for group in groups:
        bundle = uuid4()
        for row in group:
            row.bundle = bundles[row.pk] = bundle
    if bundles:
        with connection.cursor() as cursor:
            cursor.execute(BUNDLE, [list(bundles), list(bundles.values())])


def _in_order(rows: object) -> list[Reminder]:
    return sorted(rows, key=lambda row: (row.due_at, row.pk))  # type: ignore[call-overload,no-any-return]  # raw() is iterable


def give_back(rows: Sequence[Reminder]) -> None:
    """What was claimed and not tried waits as before; the claim is not counted."""
    if rows:
        Reminder.objects.held(rows).update(
            status=Reminder.Status.PENDING,
            leased_until=None,
            attempts=F("attempts") - 1,
            fruitless_claims=F("fruitless_claims") - 1,
        )
