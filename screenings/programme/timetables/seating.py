"""Who has places when a showing is cut in two, or joined with the one before it. The screening's showings must be locked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from screenings.audience import rescheduled
from screenings.models import Place, Registration, Showing
from wording.refusals import Refused


def seat_at_both(new: Showing, source: int) -> None:
    """Who holds places at the showing that was cut holds as many at both. Who is let in already is so at the first alone."""
    seats = list(Place.objects.filter(showing=source))
    for seat in seats:
        seat.pk, seat.showing, seat.arrived = None, new, 0
    Place.objects.bulk_create(seats)
    rescheduled.wait_for_both(source, new.pk)


def seat_at_whole(gone: Showing, into: Showing) -> None:
    """Who held places at what is now a part of another showing holds them there. Who held some at both, for different numbers
    of people, has the greater. Raises Refused (`too-small`) where they are more than it seats.
    """
    _move_seats(gone, into)
    standing = Place.objects.filter(showing=into, registration__cancelled_at=None)
    seated = dict(standing.values_list("registration", "people"))
    offered = rescheduled.wait_for_whole(gone.pk, into.pk, seated=seated)
    booked = sum(seated.values()) + offered
    if booked > into.screen.capacity:
        raise Refused(_("More people hold places at the two than one of them seats."), "too-small")
    Showing.objects.filter(pk=gone.pk).update(booked=0)
    into.booked, into.capacity = booked, max(into.capacity, booked)
    into.save(update_fields=["booked", "capacity"])


def _move_seats(gone: Showing, into: Showing) -> None:
    there = {seat.registration_id: seat for seat in Place.objects.filter(showing=into)}
    moved, dropped = [], []
    for seat in Place.objects.filter(showing=gone):
        other = there.get(seat.registration_id)
        if other is None:
            moved.append(seat)
            continue
        # The entries at the door belong to a row: the one with more of them stays.
        less, kept = sorted((seat, other), key=lambda each: each.arrived)
        kept.people = max(seat.people, other.people)
        moved.append(kept)
        dropped.append(less)
    _tell_calendars(gone)
    Place.objects.filter(pk__in=[seat.pk for seat in dropped]).delete()
    for seat in moved:
        seat.showing = into
    Place.objects.bulk_update(moved, ["showing", "people"])


def _tell_calendars(gone: Showing) -> None:
    """Calendars that have the showing are told that it is off."""
    pairs = Registration.given_up.through.objects
    held = Place.objects.filter(showing=gone).values_list("registration", flat=True)
    pairs.bulk_create(
        (pairs.model(registration_id=key, showing_id=gone.pk) for key in held), ignore_conflicts=True
    )
