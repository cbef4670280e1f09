"""Asks calendars again, by beat: what they say replaces what they said; what cannot be read changes nothing but says why."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from screenings.models import OutsideBooking, OutsideCalendar, Screen
from screenings.notices import owed as notices
from screenings.programme.locks import lock_screens
from screenings.reach import DAYS_AHEAD
from screenings.venues.elsewhere.clashes import clashes_on
from screenings.venues.elsewhere.fetching import fetch
from screenings.venues.elsewhere.reading import Taken, read_calendar
from wording.refusals import Refused

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
PAST = timedelta(days=2)
"""A night that has begun, in any zone."""


def due_calendars() -> QuerySet[OutsideCalendar]:
    """Those that were not asked for an hour, the longest ago first."""
    overdue = Q(asked_at=None) | Q(asked_at__lte=timezone.now() - EVERY)
    return OutsideCalendar.objects.filter(overdue).order_by("asked_at", "pk")


def refresh_calendar(key: int) -> bool:
    """Asks one calendar, unless another worker does. Returns whether it could be read; if not, `fault` says why.

    It is claimed first, so that one that kills its worker is not asked again before the next hour.
    """
    if not due_calendars().filter(pk=key).update(asked_at=timezone.now()):
        return False
    calendar = OutsideCalendar.objects.select_related("venue").get(pk=key)
    try:
        with override(settings.LANGUAGE_CODE):
            taken = _read(calendar)
    except Refused as refused:
        _note(key, " ".join(refused.messages))
        return False
    except Exception:
        log.exception("Calendar %d cannot be read.", key)
        _note(
            key,
            _(
                "It could not be read, for a reason that we did not foresee. The office can see it in the log."
            ),
        )
        return False
    keep(calendar, taken)
    return True


def _read(calendar: OutsideCalendar) -> list[Taken]:
    now = timezone.now()
    return read_calendar(
        fetch(calendar.address),
        calendar.venue.zone,
        first=now - PAST,
        last=now + timedelta(days=DAYS_AHEAD),
        own_host=urlsplit(settings.SITE_URL).hostname or "",
    )


def _note(key: int, fault: str) -> None:
    OutsideCalendar.objects.filter(pk=key).update(fault=fault[:500])


@transaction.atomic
def keep(calendar: OutsideCalendar, taken: Sequence[Taken]) -> None:
    """Writes what a calendar takes in place of what it took, and tells programmers whose showings it newly meets.

    The screens are locked, so that nobody books one meanwhile without knowing of it.
    """
    if not OutsideCalendar.objects.filter(pk=calendar.pk).exists():
        return
    mine = calendar.venue.screens.all() if calendar.screen_id is None else [calendar.screen]
    screens = lock_screens(each.pk for each in mine if each is not None)
    before = clashes_on(screens.values())
    _replace(calendar, screens.values(), taken)
    OutsideCalendar.objects.filter(pk=calendar.pk).update(read_at=timezone.now(), fault="")
    new = [each for each in clashes_on(screens.values()) if each not in before]
    notices.tell_booked_elsewhere(clashes=new)


def _replace(calendar: OutsideCalendar, screens: Collection[Screen], taken: Sequence[Taken]) -> None:
    """Only what differs is written: most calendars say the same most of the time."""
    wanted = {(screen.pk, each.starts_at, each.ends_at, each.what) for screen in screens for each in taken}
    kept = {(row.screen_id, row.starts_at, row.ends_at, row.what): row.pk for row in calendar.bookings.all()}
    calendar.bookings.filter(pk__in=[key for row, key in kept.items() if row not in wanted]).delete()
    OutsideBooking.objects.bulk_create(
        [
            OutsideBooking(calendar=calendar, screen_id=screen, starts_at=begins, ends_at=ends, what=what)
            for screen, begins, ends, what in sorted(wanted - kept.keys())
        ],
        batch_size=1000,
    )
