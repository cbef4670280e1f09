"""What was received for each sold line, until a day and before it: read in one statement, row by row, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import DecimalField, Exists, F, Model, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from licensing.models import CreditLine, CreditNote, OrderLine, Payment, Refund, RoyaltyEntry
from licensing.models.money import in_units
from licensing.terms.rights import Use
from licensing.terms.royalties import Allocation, Channel, allocate, channel_of

AT_ONCE = 2000
"""Rows fetched from the database at a time."""
MONEY = DecimalField[Decimal, Decimal](max_digits=14, decimal_places=2)


@dataclass(frozen=True, slots=True)
class Sold:
    """A line, and what was received for it in units of its currency: `until` the last day of the quarter, credits and refunds
    deducted; and `received` between the last statement and that day, before any were deducted.
    """

    line: int
    film: int
    whole: int | None
    channel: Channel
    invoiced_on: date
    currency: str
    until: int
    received: int


class Row(NamedTuple):
    order: int
    pk: int
    film: int
    whole: int | None
    grants: dict[str, Any]
    amount: Decimal
    currency: str
    total: Decimal
    invoiced_on: date
    paid: Decimal
    paid_before: Decimal
    refunded: Decimal
    refunded_before: Decimal
    credited: Decimal
    credited_before: Decimal
    tax_credited: Decimal
    tax_credited_before: Decimal


def sold(
    *, since: date | None, until: date, films: Iterable[int] | None, licensor: int | None
) -> Iterator[Sold]:
    """Every line of the invoices with money that may concern a licensor: with one of the `films` (None: of any), or stated to
    the licensor before. `since` is the last day that a statement has covered; None: none yet.
    """
    before = since or date.min
    rows = OrderLine.objects.exclude(film=None)  # a donation is nobody's royalty
    rows = rows.filter(Exists(Payment.objects.filter(invoice__order=OuterRef("order"))))
    if films is not None:
        rows = rows.filter(_concerns(list(films), licensor))
    stream = _summed(rows, before, until).order_by("order", "pk").iterator(chunk_size=AT_ONCE)
    for _order, lines in groupby((Row(*each) for each in stream), key=lambda row: row.order):
        yield from _sold(list(lines))


def _concerns(films: list[int], licensor: int | None) -> Q:
    same = OrderLine.objects.filter(order=OuterRef("order"))
    stated = RoyaltyEntry.objects.filter(line__order=OuterRef("order"), statement__licensor=licensor)
    return Q(Exists(same.filter(Q(film__in=films) | Q(film__part_of__in=films)))) | Q(Exists(stated))


def _summed(rows: QuerySet[OrderLine], before: date, until: date) -> QuerySet[OrderLine, Any]:
    columns: dict[str, Coalesce] = {}
    for name, day in (("", until), ("_before", before)):
        columns[f"paid{name}"] = _sum(Payment, "invoice__order", "amount", received_on__lte=day)
        columns[f"refunded{name}"] = _sum(
            Refund, "invoice__order", F("amount") - F("failed"), refunded_on__lte=day
        )
        columns[f"credited{name}"] = _sum(
            CreditLine, "line", "amount", key="pk", credit_note__issued_on__lte=day
        )
        columns[f"noted{name}"] = _sum(CreditNote, "invoice__order", "total", issued_on__lte=day)
        columns[f"noted_lines{name}"] = _sum(
            CreditLine, "credit_note__invoice__order", "amount", credit_note__issued_on__lte=day
        )
    annotated = rows.annotate(**columns)
    return annotated.values_list(
        "order", "pk", "film", "film__part_of", "grants", "amount", "amount_currency",
        "order__invoice__total", "order__invoice__issued_on",
        "paid", "paid_before", "refunded", "refunded_before", "credited", "credited_before",
        F("noted") - F("noted_lines"), F("noted_before") - F("noted_lines_before"),
    )  # fmt: skip


def _sum(
    model: type[Model], link: str, column: str | Combinable, key: str = "order", **within: object
) -> Coalesce:
    rows = model._default_manager.filter(**{link: OuterRef(key)}, **within)  # noqa: SLF001 - the documented name for any model's manager
    summed = rows.order_by().values(link).annotate(summed=Sum(column, output_field=MONEY)).values("summed")
    return Coalesce(Subquery(summed, output_field=MONEY), Decimal(0), output_field=MONEY)


def _sold(rows: list[Row]) -> Iterator[Sold]:
    """The lines of one invoice."""
    first = rows[0]
    tax = first.total - sum((row.amount for row in rows), Decimal(0))

    def covered(
        paid: Decimal, refunded: Decimal, credited: list[Decimal], tax_credited: Decimal
    ) -> Allocation:
        return allocate(
            lines=[
                in_units(row.amount - each, row.currency) for row, each in zip(rows, credited, strict=True)
            ],
            tax=in_units(tax - tax_credited, first.currency),
            received=max(0, in_units(paid - refunded, first.currency)),
        )

    credited_before = [row.credited_before for row in rows]
    until = covered(first.paid, first.refunded, [row.credited for row in rows], first.tax_credited)
    paid = covered(first.paid, first.refunded_before, credited_before, first.tax_credited_before)
    before = covered(first.paid_before, first.refunded_before, credited_before, first.tax_credited_before)
    for row, now, with_paid, then in zip(rows, until.lines, paid.lines, before.lines, strict=True):
        yield Sold(
            line=row.pk,
            film=row.film,
            whole=row.whole,
            channel=channel_of([Use(use) for use in row.grants["uses"]]),
            invoiced_on=row.invoiced_on,
            currency=row.currency,
            until=now,
            received=with_paid - then,
        )
