"""This month against last on the office's first page: bars with their numbers. Each app's admin registers its figures.

Sums are of one currency each, and never added across currencies.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from djmoney.money import Money

from office.permissions import may

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User

MOST_GROUPS = 8
"""Rows of one chart; the others are added up in one more."""
WIDTH = 1000
"""Of a bar's drawing, in its own units."""


@dataclass(frozen=True, slots=True)
class Months:
    """The days that are compared: this month until today, and last month, until the same day and whole."""

    today: date

    @property
    def first(self) -> date:
        return self.today.replace(day=1)

    @property
    def last_end(self) -> date:
        return self.first - timedelta(days=1)

    @property
    def last_first(self) -> date:
        return self.last_end.replace(day=1)

    @property
    def last_same_day(self) -> date:
        """The same day of last month, or its last day."""
        end = self.last_end
        return end.replace(day=min(self.today.day, monthrange(end.year, end.month)[1]))

    def sums(self, amounts: Iterable[tuple[date, Decimal]]) -> tuple[Decimal, Decimal, Decimal]:
        """This month, last month until the same day, last month; of amounts with their days."""
        now = same = last = Decimal(0)
        for day, amount in amounts:
            now += amount if self.first <= day <= self.today else 0
            same += amount if self.last_first <= day <= self.last_same_day else 0
            last += amount if self.last_first <= day <= self.last_end else 0
        return now, same, last


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of money of one group on one day; what was taken back is negative."""

    group: str
    currency: str
    day: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar begins and how long it is, out of WIDTH."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    group: str
    now: Money
    same: Money
    last: Money
    bars: tuple[Bar, Bar]


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    currency: str
    rows: Sequence[Row]
    total: Row


@dataclass(frozen=True)
class Figure:
    """`entries` reads the amounts of these months; `others` names what is added up below the first groups."""

    title: _StrPromise
    permission: str
    entries: Callable[[Months], Iterable[Entry]]
    others: _StrPromise

    def charts(self, months: Months, total: str) -> list[Chart]:
        by_currency: dict[str, dict[str, list[tuple[date, Decimal]]]] = {}
        for entry in self.entries(months):
            groups = by_currency.setdefault(entry.currency, {})
            groups.setdefault(entry.group, []).append((entry.day, entry.amount))
        return [
            _chart(str(self.title), currency, _sorted(groups, months, str(self.others)), total)
            for currency, groups in sorted(by_currency.items())
        ]


type Sums = tuple[Decimal, Decimal, Decimal]


def _sorted(
    groups: dict[str, list[tuple[date, Decimal]]], months: Months, others: str
) -> list[tuple[str, Sums]]:
    """The largest groups first; those after MOST_GROUPS in one."""
    summed = [(name, months.sums(amounts)) for name, amounts in groups.items()]
    summed.sort(key=lambda each: (-max(abs(each[1][0]), abs(each[1][2])), each[0]))
    first, rest = summed[:MOST_GROUPS], summed[MOST_GROUPS:]
    return [*first, (others, _added(sums for _name, sums in rest))] if rest else first


def _added(sums: Iterable[Sums]) -> Sums:
    now, same, last = zip(*sums, strict=True)
    return sum(now, Decimal(0)), sum(same, Decimal(0)), sum(last, Decimal(0))


def _chart(title: str, currency: str, groups: list[tuple[str, Sums]], total: str) -> Chart:
    shown = [value for _name, (now, same, _last) in groups for value in (now, same)]
    low, high = min(Decimal(0), *shown), max(Decimal(0), *shown)
    scale = WIDTH / (high - low) if high > low else Decimal(0)

    def bar(value: Decimal) -> Bar:
        begin = min(value, Decimal(0)) - low
        return Bar(round(begin * scale), round(abs(value) * scale))

    def row(name: str, sums: Sums) -> Row:
        money = [Money(each, currency) for each in sums]
        return Row(name, money[0], money[1], money[2], (bar(sums[0]), bar(sums[1])))

    rows = [row(name, sums) for name, sums in groups]
    return Chart(title, currency, rows, row(total, _added(sums for _name, sums in groups)))


_figures: list[Figure] = []


def register(*figures: Figure) -> None:
    """Called once by each app's admin."""
    _figures.extend(figures)


def charts_for(person: User, months: Months, total: str) -> list[Chart]:
    """The charts that the person may see, a currency at a time."""
    seen = [figure for figure in _figures if may(person, figure.permission)]
    return [chart for figure in seen for chart in figure.charts(months, total)]
