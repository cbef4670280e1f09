"""Sums of this month and last, a currency at a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from office.site.front.figures import WIDTH, Bar, Entry, Figure, Months

MARCH = Months(date(2027, 3, 31))


def figure(*entries: Entry) -> Figure:
    return Figure(_("Invoices"), "x.view_y", lambda _months: entries, _("Others"))


def entry(group: str, day: date, amount: int, currency: str = "USD") -> Entry:
    return Entry(group, currency, day, Decimal(amount))


def test_last_month_ends_on_its_own_last_day() -> None:
    assert (MARCH.first, MARCH.last_first, MARCH.last_end, MARCH.last_same_day) == (
        date(2027, 3, 1),
        date(2027, 2, 1),
        date(2027, 2, 28),
        date(2027, 2, 28),
    )
    january = Months(date(2027, 1, 5))
    assert (january.last_first, january.last_same_day) == (date(2026, 12, 1), date(2026, 12, 5))


def test_credit_notes_are_subtracted_and_days_fall_into_their_month() -> None:
    months = Months(date(2027, 3, 10))
    [chart] = figure(
        entry("A", date(2027, 3, 1), 100),
        entry("A", date(2027, 3, 10), -30),
        entry("A", date(2027, 2, 10), 50),
        entry("A", date(2027, 2, 11), 7),
    ).charts(months, "All")
    [row] = chart.rows
    assert [str(each) for each in (row.now, row.same, row.last)] == ["$70.00", "$50.00", "$57.00"]
    assert chart.total.now == row.now
    assert row.bars == (Bar(0, WIDTH), Bar(0, 714))


def test_currencies_are_never_added() -> None:
    charts = figure(entry("A", date(2027, 3, 1), 5), entry("A", date(2027, 3, 1), 3, "EUR")).charts(
        MARCH, "All"
    )
    assert [(chart.currency, chart.total.now.amount) for chart in charts] == [
        ("EUR", Decimal(3)),
        ("USD", Decimal(5)),
    ]


def test_small_groups_are_added_up_and_what_was_taken_back_goes_left() -> None:
    entries = [entry(f"G{number}", date(2027, 3, 1), number) for number in range(1, 13)]
    [chart] = figure(*entries, entry("Back", date(2027, 3, 1), -100)).charts(MARCH, "All")
    assert [row.group for row in chart.rows] == [
        "Back",
        *(f"G{number}" for number in range(12, 5, -1)),
        "Others",
    ]
    assert chart.rows[-1].now.amount == 15
    assert chart.total.now.amount == sum(range(1, 13)) - 100
    assert chart.rows[0].bars[0].x == 0
    assert chart.rows[1].bars[0].x == chart.rows[0].bars[0].width
