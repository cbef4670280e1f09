"""Money of this month and last on the office's first page: what was invoiced, by tier and by film, and what was received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from django.db.models import Case, DecimalField, F, Sum, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from licensing.models import CreditLine, Order, OrderLine, Payment, Refund, Tier
from office.site.front.figures import Entry, Figure, Months, register

TIERS = {tier.value: tier.label for tier in Tier}
DONATIONS = "-"
"""Stands where a tier does."""


def invoiced_by_tier(months: Months) -> Iterator[Entry]:
    """What was invoiced, without tax, less what was credited; each on the day of its document."""
    return _entries(*_lines("tier", months), names=TIERS)


def invoiced_by_film(months: Months) -> Iterator[Entry]:
    """The same; a part counts for its whole film."""
    return _entries(*_lines("film", months))


def received_by_tier(months: Months) -> Iterator[Entry]:
    """What was received, less what was refunded and has not come back. Donations are a group of their own."""
    days = (months.last_first, months.today)
    is_given = When(invoice__order__kind=Order.Kind.DONATION, then=Value(DONATIONS))
    tier = Case(is_given, default=F("invoice__order__tier"))
    payments = Payment.objects.filter(received_on__range=days).values_list(
        tier, "amount_currency", "received_on"
    )
    refunds = Refund.objects.filter(refunded_on__range=days).values_list(
        tier, "amount_currency", "refunded_on"
    )
    back = Sum(F("amount") - F("failed"), output_field=DecimalField(max_digits=14, decimal_places=2))
    return _entries(
        payments.order_by().annotate(sum=Sum("amount")),
        refunds.order_by().annotate(sum=back),
        names=TIERS | {DONATIONS: _("Donations")},
    )


type Sums = Iterable[tuple[str, str, date, Decimal]]
"""Group, currency, day, amount."""


def _lines(group: str, months: Months) -> tuple[Sums, Sums]:
    """Lines by the day of their invoice, and credited lines by the day of their credit note. Donations are no sales."""
    days = (months.last_first, months.today)
    invoiced = OrderLine.objects.filter(film__isnull=False, order__invoice__issued_on__range=days).order_by()
    credited = CreditLine.objects.filter(
        line__film__isnull=False, credit_note__issued_on__range=days
    ).order_by()
    return (
        invoiced.annotate(group=_group(group))
        .values_list("group", "amount_currency", "order__invoice__issued_on")
        .annotate(sum=Sum("amount")),
        credited.annotate(group=_group(group, "line__"))
        .values_list("group", "amount_currency", "credit_note__issued_on")
        .annotate(sum=Sum("amount")),
    )


def _group(group: str, of: str = "") -> Combinable:
    return (
        F(f"{of}order__tier")
        if group == "tier"
        else Coalesce(F(f"{of}film__part_of__title"), F(f"{of}film__title"))
    )


def _entries(
    given: Sums, taken_back: Sums, names: Mapping[str, object] = MappingProxyType({})
) -> Iterator[Entry]:
    for sums, sign in ((given, 1), (taken_back, -1)):
        for group, currency, day, amount in sums:
            yield Entry(str(names.get(group, group)), currency, day, sign * amount)


register(
    Figure(_("Invoiced without tax, less credit notes, by tier"), "licensing.view_invoice", invoiced_by_tier, _("Other tiers")),
    Figure(_("Invoiced without tax, less credit notes, by film"), "licensing.view_invoice", invoiced_by_film, _("Other films")),
    Figure(_("Received, less refunds, by tier"), "licensing.view_payment", received_by_tier, _("Other tiers")),
)  # fmt: skip
