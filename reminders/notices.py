"""Notices: what an app says of one of its rows to someone. Owed in the caller's transaction, as all reminders are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from office.distributor.reader import distributor
from reminders.outbox import Owed, owe_many, subject_of

if TYPE_CHECKING:
    from accounts.models import User

MORNING = time(9)


def zone_named(name: str) -> ZoneInfo:
    """The office's zone for one that the tables of zones no longer have: an order must not fail because of it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


@dataclass(frozen=True, slots=True)
class Recipient:
    """An address, and the language and time zone in which it is written to."""

    email: str
    user: User | None
    language: str
    time_zone: str

    @classmethod
    def person(cls, user: User, *, time_zone: str = "") -> Self:
        """In the person's own time zone, unless another one matters more to them."""
        return cls(user.email, user, user.language, time_zone or user.time_zone)

    @classmethod
    def office(cls) -> Self:
        """One statement."""
        return cls(distributor().contact_email, None, settings.LANGUAGE_CODE, settings.TIME_ZONE)

    def at(self, day: date, hour: time = MORNING) -> datetime:
        """An hour of a day on the recipient's wall; nine in the morning unless another is given."""
        return datetime.combine(day, hour, zone_named(self.time_zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message of a kind about a row, due now unless `due_at` says when.

    Nobody is told late: a `due_at` before `since`, when its subject came to be (now, unless it is given), is not owed.
    `occasion` tells it from others of its kind about the same row to the same address; `data` is what its text needs
    beside the row.
    """

    kind: str
    about: Model
    to: Recipient
    due_at: datetime | None = None
    since: datetime | None = None
    occasion: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return ":".join(filter(None, (self.kind, subject_of(self.about), self.to.email, self.occasion)))

    def is_late(self, now: datetime) -> bool:
        return self.due_at is not None and self.due_at < (self.since or now)

    def owed(self) -> Owed:
        return Owed(
            key=self.key,
            kind=self.kind,
            subject=subject_of(self.about),
            recipient=self.to.email,
            due_at=self.due_at,
            user=self.to.user,
            language=self.to.language,
            time_zone=zone_named(self.to.time_zone).key,
            data=self.data,
        )


def owe_notices(notices: Iterable[Notice]) -> None:
    """Owes notices in one statement, however many, but for those that are late."""
    now = timezone.now()
    owe_many([notice.owed() for notice in notices if not notice.is_late(now)])
