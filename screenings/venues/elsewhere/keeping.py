"""From which calendars a venue's bookings elsewhere are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.lookup import RUN_VENUE, refuse_outsider
from screenings.models import OutsideCalendar, Screen, Venue
from screenings.programme.waking import notify
from screenings.venues.describing import lock_venue
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST = 30
"""Calendars of one venue."""


@transaction.atomic
def add_calendar(
    *, venue: Venue, name: str, address: str, screen: Screen | None, by: User
) -> OutsideCalendar:
    """Reads the bookings of a screen, or with None of all of them, from an address from now on; it is asked at once.

    The same address again only changes its name and screen. Raises Refused (`not-yours`, `too-many`, `screen`), and
    ValidationError for an address that is none of the web.
    """
    row = lock_venue(venue, by)
    address = as_web(address)
    calendar = row.outside_calendars.filter(address=address).first()
    if calendar is None and row.outside_calendars.count() >= MOST:
        raise Refused(_("A venue has at most %(most)d calendars."), "too-many", {"most": MOST})
    if screen is not None and screen.venue_id != row.pk:
        raise Refused(_("This screen belongs to another venue."), "screen")
    calendar = calendar or OutsideCalendar(venue=row, address=address)
    calendar.name, calendar.screen, calendar.asked_at = name, screen, None
    calendar.full_clean()
    calendar.save()
    wake_for(calendar)
    return calendar


def as_web(address: str) -> str:
    """Calendars are often passed on as `webcal:`, which means the web."""
    address = address.strip()
    return f"https://{address[9:]}" if address.lower().startswith("webcal://") else address


@transaction.atomic
def remove_calendar(*, calendar: OutsideCalendar, by: User) -> None:
    """Its bookings go with it. Raises Refused: `not-yours`."""
    refuse_outsider(by, calendar.venue.institution, RUN_VENUE)
    OutsideCalendar.objects.filter(pk=calendar.pk).delete()


@transaction.atomic
def read_again(*, calendar: OutsideCalendar, by: User) -> None:
    """Asks its address now, without waiting for the hour. Raises Refused: `not-yours`."""
    refuse_outsider(by, calendar.venue.institution, RUN_VENUE)
    OutsideCalendar.objects.filter(pk=calendar.pk).update(asked_at=None)
    wake_for(calendar)


def wake_for(calendar: OutsideCalendar) -> None:
    """Best effort: beat finds in the database what no worker took."""
    from screenings.tasks import read_calendar

    transaction.on_commit(lambda: notify(read_calendar, calendar.pk))
