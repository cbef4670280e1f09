"""Who stays until the end: how many came to each part, as a table and as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, Sum

from screenings.models import Screening, Showing
from screenings.planning.arrangement import standing_showings

BAR, GAP, HEIGHT = 64, 24, 160
"""Of the drawing, in its own units."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """A showing, with the number of its part, the places taken and the people who came. `share`: per cent of those who came first; None if nobody did."""

    number: int
    showing: Showing
    taken: int
    came: int
    share: int | None
    change: int | None
    """Against the showing before; None for the first."""
    x: int = 0
    tall: float = 0
    tall_taken: float = 0

    @property
    def middle(self) -> int:
        return self.x + BAR // 2

    @property
    def top(self) -> float:
        return HEIGHT - self.tall

    @property
    def top_taken(self) -> float:
        return HEIGHT - self.tall_taken


@dataclass(frozen=True, slots=True)
class DropOff:
    rows: Sequence[Turnout]

    @property
    def width(self) -> int:
        return GAP + len(self.rows) * (BAR + GAP)

    @property
    def anybody(self) -> bool:
        return any(row.came for row in self.rows)


def drop_off(screening: Screening) -> DropOff:
    """Its standing showings in order of time, drawn to one scale. One query where `with_listing` has fetched the rest."""
    showings = standing_showings(screening)
    confirmed = Q(places__registration__cancelled_at=None, places__registration__confirmed_at__isnull=False)
    counted = Showing.objects.filter(pk__in=[each.pk for each in showings]).annotate(
        taken=Sum("places__people", filter=confirmed), came=Sum("places__arrived", filter=confirmed)
    )
    counts = {key: (taken or 0, came or 0) for key, taken, came in counted.values_list("pk", "taken", "came")}
    most = max((max(each) for each in counts.values()), default=0) or 1
    rows: list[Turnout] = []
    for number, showing in enumerate(showings, start=1):
        taken, came = counts[showing.pk]
        first = rows[0].came if rows else came
        rows.append(
            Turnout(
                number=showing.film.part_number or number,
                showing=showing,
                taken=taken,
                came=came,
                share=round(100 * came / first) if first else None,
                change=came - rows[-1].came if rows else None,
                x=GAP + (number - 1) * (BAR + GAP),
                tall=round(HEIGHT * came / most, 1),
                tall_taken=round(HEIGHT * taken / most, 1),
            )
        )
    return DropOff(rows)
