"""The digest of new films: to each reader once for each period, of the subjects that they chose, and nothing when nothing is new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from catalog.mailing.subscribing import recipient_of
from catalog.models import Film, MailingPolicy, Subscription
from reminders.notices import MORNING, Notice, owe_notices

NEW_FILMS = "catalog.new-films"
AT_ONCE = 500
"""Readers of one transaction."""
SETTLES = timedelta(hours=1)
"""After a period: a film that was being published at its end is committed by then."""


@dataclass(frozen=True, slots=True)
class NewFilm:
    """A film by its key, when it was published, and its subjects with those above them."""

    pk: int
    added_at: datetime
    subjects: frozenset[int]


def period_begins(every: str, on: date) -> date:
    """The first day of the week, month or quarter of a day."""
    if every == MailingPolicy.Every.WEEK:
        return on - timedelta(days=on.weekday())
    month = on.month if every == MailingPolicy.Every.MONTH else on.month - (on.month - 1) % 3
    return date(on.year, month, 1)


def owe_digests(*, until: datetime | None = None) -> int:
    """Owes every confirmed reader what was published since their last digest. Returns how many digests were owed.

    Until the period began that is running now, unless `until` is given. Two at once, or the same again, owe each once: the
    reader's row is locked, and says until when it was told.
    """
    if until is None:
        zone, now = timezone.get_default_timezone(), timezone.now()
        first = period_begins(MailingPolicy.the_row().every, timezone.localdate(now, timezone=zone))
        until = datetime.combine(first, time(), zone)
        if now < until + SETTLES:
            return 0
    owed, told = 0, AT_ONCE
    while told == AT_ONCE:
        told, more = _owe_some(until)
        owed += more
    return owed


@transaction.atomic
def _owe_some(until: datetime) -> tuple[int, int]:
    """How many readers are told until then, and how many of them get a mail. Four statements."""
    rows = list(Subscription.objects.due(until).select_for_update(no_key=True, skip_locked=True)[:AT_ONCE])
    if not rows:
        return 0, 0
    films = new_films(min(row.told_until for row in rows if row.told_until), until)
    wanted = _subjects_of(rows) if films else {}
    due_at = max(timezone.now(), datetime.combine(until.date(), MORNING, until.tzinfo))
    notices = []
    for row in rows:
        chosen = wanted.get(row.pk, frozenset())
        keys = [
            film.pk
            for film in films
            if row.told_until and film.added_at > row.told_until and (not chosen or chosen & film.subjects)
        ]
        if keys:
            notices.append(
                Notice(
                    kind=NEW_FILMS, about=row, to=recipient_of(row), due_at=due_at, since=due_at,
                    occasion=until.isoformat(), data={"films": keys},
                )
            )  # fmt: skip
    Subscription.objects.filter(pk__in=[row.pk for row in rows]).update(told_until=until)
    owe_notices(notices)
    return len(rows), len(notices)


def new_films(since: datetime, until: datetime) -> list[NewFilm]:
    """Whole films that became public after `since` and not after `until`, the newest first. One query."""
    rows = Film.objects.public_wholes().filter(added_at__gt=since, added_at__lte=until)
    added: dict[int, datetime] = {}
    subjects: dict[int, set[int]] = defaultdict(set)
    ordered = rows.order_by("-added_at", "sort_title", "pk")
    for pk, added_at, term, broader in ordered.values_list("pk", "added_at", "subjects", "subjects__broader"):
        added[pk] = added_at
        subjects[pk] |= {each for each in (term, broader) if each is not None}
    return [NewFilm(pk, added_at, frozenset(subjects[pk])) for pk, added_at in added.items()]


def _subjects_of(rows: list[Subscription]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    pairs = Subscription.subjects.through.objects.filter(subscription__in=rows)
    for subscription, subject in pairs.values_list("subscription", "subject"):
        found[subscription].add(subject)
    return {key: frozenset(each) for key, each in found.items()}
