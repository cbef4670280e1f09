"""Whom screenings write to: people who registered, and programmers. All times are those of the venue."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reminders.notices import Notice, Recipient
from screenings.models import Registration, Screening, Showing


def registered(registration: Registration, screening: Screening) -> Recipient:
    return Recipient(registration.email, registration.user, registration.language, screening.venue.time_zone)


def notice_to(
    registration: Registration,
    screening: Screening,
    kind: str,
    about: Registration | Screening | Showing,
    *,
    due_at: datetime | None = None,
    since: datetime | None = None,
    occasion: str = "",
    data: dict[str, Any] | None = None,
) -> Notice:
    """A notice to a person who registered, who is named in its data; due now unless `due_at` is given."""
    return Notice(
        kind=kind,
        about=about,
        to=registered(registration, screening),
        due_at=due_at,
        since=since,
        occasion=occasion,
        data={"registration": registration.pk} | (data or {}),
    )
