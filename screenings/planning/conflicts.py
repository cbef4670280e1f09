"""What else is shown when, that a question must keep clear of: other screenings that were named, and the same copy elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Q

from catalog.models import ScreeningCopy
from licensing.models import Institution
from screenings import planner
from screenings.models import Screening, Showing
from screenings.planning.works import Work, known_label

ONE_ITEM = (ScreeningCopy.Format.FILM_35, ScreeningCopy.Format.FILM_16)
"""Of a print there is one; a file is copied, and nobody counts discs."""


def conflicts_with(
    blocks: Sequence[planner.Block],
    begins: datetime,
    ends: datetime,
    *,
    presenter: Institution,
    apart_from: Collection[int] = (),
    leaving_out: Screening | None = None,
) -> tuple[planner.Conflict, ...]:
    """The showings between two instants of the screenings with these keys, and those that use a print of these blocks. A query,
    or none where there is neither."""
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
        .exclude(screening__status=Screening.Status.CANCELLED)
        .select_related("film", "screening", "screen__venue")
        .order_by("starts_at", "pk")
    )
    if leaving_out is not None:
        shown = shown.exclude(screening=leaving_out)
    return tuple(_conflict(each, apart_from, copies, presenter) for each in shown)


def _conflict(
    showing: Showing, apart_from: Collection[int], copies: dict[int, list[int]], presenter: Institution
) -> planner.Conflict:
    is_asked = showing.screening_id in apart_from
    return planner.Conflict(
        key=showing.screening_id,
        starts_at=showing.starts_at if is_asked else showing.occupied_from,
        ends_at=showing.ends_at if is_asked else showing.occupied_until,
        label=known_label(showing, presenter),
        why=planner.Why.ASKED if is_asked else planner.Why.COPY,
        blocks=() if is_asked else tuple(copies[showing.copy_id or 0]),
    )
