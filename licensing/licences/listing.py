"""The licences that a person's institutions hold, as they ask for them: filtered, sorted, and drawn on one scale of time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from licensing.licences.life import Life, life_of
from licensing.models import Institution, Licence
from licensing.models.licences.licences import LicenceQuerySet
from licensing.terms.spans import Standing

if TYPE_CHECKING:
    from accounts.models import User

STANDINGS: dict[Standing, str | Promise] = {
    Standing.IN_FORCE: _("in force"),
    Standing.NOT_YET: _("not begun yet"),
    Standing.ENDED: _("ended"),
    Standing.SUSPENDED: _("suspended"),
    Standing.REVOKED: _("revoked"),
    Standing.SUPERSEDED: _("replaced"),
}
ORDERS: dict[str, tuple[str | Promise, tuple[object, ...]]] = {
    "end": (_("the next to end first"), (F("ends_on").asc(nulls_last=True), "pk")),
    "latest": (_("the latest first"), ("-issued_at", "-pk")),
    "film": (_("by film"), ("film__title", "pk")),
}
WITHIN = {30: _("within 30 days"), 90: _("within 90 days"), 365: _("within a year")}
"""Days within which a licence ends."""
BEYOND = timedelta(days=365)
"""How far the scale goes at least after today, so that what has no end is seen to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asks to see. Empty values ask for everything."""

    film: str = ""
    kind: str = ""
    standing: str = ""
    within: int | None = None
    order: str = "end"


def holders_for(user: User) -> list[int]:
    """The keys of the institutions whose licences a person may see. One statement."""
    return list(Institution.objects.overseen_by(user).order_by().values_list("pk", flat=True))


def held_by_institutions(holders: Collection[int], wanted: Wanted, *, on: date) -> LicenceQuerySet:
    """The licences of institutions, by their keys, that are wanted on a day, in the wanted order."""
    found = Licence.objects.of_institutions(holders)
    if wanted.film:
        found = found.filter(
            Q(film__title__icontains=wanted.film) | Q(film__part_of__title__icontains=wanted.film)
        )
    if wanted.kind:
        found = found.filter(type_name=wanted.kind)
    if wanted.standing:
        found = found.standing_as(Standing(wanted.standing), on)
    if wanted.within is not None:
        found = found.expiring(on, wanted.within)
    _label, order = ORDERS[wanted.order]
    return found.order_by(*order)  # type: ignore[arg-type]  # expressions and names


def rows_of(keys: Sequence[int]) -> list[Licence]:
    """The licences with these keys, in this order, with what the page says of them. One statement.

    The keys of a page are found in an index; only its own rows are read from the table.
    """
    rows = {row.pk: row for row in Licence.objects.filter(pk__in=keys).with_listing().without_papers()}
    return [rows[key] for key in keys if key in rows]


def kinds_held(holders: Collection[int]) -> list[str]:
    """The names of the licence types that institutions hold."""
    held = Licence.objects.of_institutions(holders)
    return list(held.order_by("type_name").values_list("type_name", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that a page's bars are drawn over. Places are percentages of its width."""

    first: date
    last: date

    def place(self, day: date) -> float:
        days = (self.last - self.first).days
        return round(min(max(100 * (day - self.first).days / days, 0), 100), 2)

    @property
    def years(self) -> list[tuple[int, float]]:
        """Each year that begins within it, and where; at most about eight, so that their names stand apart."""
        years = range(self.first.year + 1, self.last.year + 1)
        step = len(years) // 8 + 1
        return [(year, self.place(date(year, 1, 1))) for year in years[::step]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A licence on the scale: from where, how wide. One without end goes on to the scale's edge."""

    licence: Licence
    life: Life
    left: float
    width: float
    can_be_renewed: bool = False
    renewed_by: str = ""


def scale_of(licences: Iterable[Licence], today: date) -> Scale:
    """From the first day of the earliest to the last day of the latest, and a year beyond today at least."""
    rows = list(licences)
    first = min([row.starts_on for row in rows] + [today])
    last = max([row.ends_on for row in rows if row.ends_on] + [today + BEYOND])
    return Scale(first, last)


def bars_of(
    licences: Iterable[Licence],
    scale: Scale,
    today: date,
    *,
    renewable: Collection[int] = (),
    renewed: Mapping[int, str] | None = None,
) -> list[Bar]:
    """The bars. `renewable`: keys of licences that the person may renew; `renewed`: the orders that have renewed some."""
    done = renewed or {}
    bars = []
    for licence in licences:
        left = scale.place(licence.starts_on)
        right = 100.0 if licence.ends_on is None else scale.place(licence.ends_on + timedelta(days=1))
        width = round(max(right - left, 1), 2)
        left = min(left, 100 - width)
        bars.append(
            Bar(
                licence=licence,
                life=life_of(licence, today),
                left=left,
                width=width,
                can_be_renewed=licence.pk in renewable and licence.pk not in done,
                renewed_by=done.get(licence.pk, ""),
            )
        )
    return bars
