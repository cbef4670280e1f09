"""What else is shown when, that a question must keep clear of: other screenings that were named, and the same copy elsewhere; and how
long the way to them is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Q

from catalog.models import ScreeningCopy
from licensing.models import Institution
from screenings import planner
from screenings.models import Screening, Showing, Venue, VenueWay
from screenings.planning.works import Work, known_label

ONE_ITEM = (ScreeningCopy.Format.FILM_35, ScreeningCopy.Format.FILM_16)
"""Of a print there is one; a file is copied, and nobody counts discs."""


def conflicts_with(
    blocks: Sequence[planner.Block],
    begins: datetime,
    ends: datetime,
    *,
    venue: Venue,
    presenter: Institution,
    usual_way: int,
    apart_from: Collection[int] = (),
    leaving_out: Screening | None = None,
) -> tuple[planner.Conflict, ...]:
    """The showings between two instants of the screenings with these keys, and those that use a print of these blocks. The way to
    them from the venue is the one that is kept, or the usual one. Two queries, one where all are
    shown at the venue itself, and none where none are named and no block is of a copy."""
    copies: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if copy := Work.read(block.film).copy:
            copies.setdefault(copy, []).append(at)
    if not copies and not apart_from:
        return ()
    shown = (
        Showing.objects.standing()
        .filter(Q(screening__in=apart_from) | Q(copy__in=copies, copy__format__in=ONE_ITEM))
        .filter(starts_at__lt=ends, ends_at__gt=begins)
        .select_related("film", "screening", "screen__venue")
        .order_by("starts_at", "pk")
    )
    if leaving_out is not None:
        shown = shown.exclude(screening=leaving_out)
    elsewhere = any(each.screen.venue_id != venue.pk for each in shown)
    kept = {venue.pk: 0} | (VenueWay.objects.minutes_from(venue) if elsewhere else {})
    return tuple(
        _conflict(
            each,
            presenter,
            blocks=None if each.screening_id in apart_from else copies[each.copy_id or 0],
            way=kept.get(each.screen.venue_id, usual_way),
        )
        for each in shown
    )


def _conflict(
    showing: Showing, presenter: Institution, *, blocks: Sequence[int] | None, way: int
) -> planner.Conflict:
    """With the blocks that have the same copy, or with none in particular: then it was asked for."""
    label, asked = known_label(showing, presenter), blocks is None
    return planner.Conflict(
        key=showing.screening_id,
        starts_at=showing.starts_at if asked else showing.occupied_from,
        ends_at=showing.ends_at if asked else showing.occupied_until,
        label=label,
        why=planner.Why.ASKED if asked else planner.Why.COPY,
        blocks=tuple(blocks or ()),
        # Where others show a draft is their business, as its film is.
        venue=showing.screen.venue.name if label else "",
        way=way,
    )
