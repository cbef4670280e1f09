"""The tax of an order: expected when it is placed, and worked out again when it is accepted."""

from __future__ import annotations

from decimal import Decimal

from djmoney.money import Money
from moneyed import Money as Amount

from licensing.models import Order, PurchaseOrder
from licensing.prices.taxes import Taxed, tax_for
from licensing.terms.charging.coins import coin_of
from licensing.terms.charging.tax import Treatment
from licensing.terms.days import office_today
from office.distributor.snapshot import Selling
from wording.refusals import Refused


def refuse_untaxable(taxed: Taxed) -> Taxed:
    """Raises Refused (code `no-state`) when the tax depends on something that is not known."""
    if taxed.tax.treatment == Treatment.NO_STATE and taxed.tax.because:
        raise Refused.saying(taxed.tax.because)
    return taxed


def retax(order: Order, selling: Selling) -> None:
    """What is taxed today, for an order that is about to be accepted. The order must be locked, with its institution.

    A certificate accepted since it was placed, or a new rate, changes the total; its purchase orders then share the new
    total as they shared the old. Raises Refused (code `no-state`).
    """
    amounts: list[Amount] = [line.amount for line in order.load_lines()]
    if not amounts or order.kind == Order.Kind.DONATION:
        return
    taxed = refuse_untaxable(tax_for(order.institution, amounts, on=office_today(), seller=selling.row))
    facts = taxed.facts()
    if facts == order.taxed:
        return
    is_changed = taxed.total.amount != order.total.amount
    order.tax, order.taxed, order.total = taxed.tax.amount, facts, taxed.total
    order.save(update_fields=["tax", "taxed", "total"])
    if is_changed:
        _share_again(order)


def _share_again(order: Order) -> None:
    shares = list(order.purchase_orders.all())
    given = shares_of_total([share.amount.amount for share in shares], order.total)
    for share, amount in zip(shares, given, strict=True):
        share.amount = Money(amount, order.total.currency)
    PurchaseOrder.objects.bulk_update(shares, ["amount"])


def shares_of_total(before: list[Decimal], total: Amount) -> list[Decimal]:
    """The total in the proportions of `before`, in whole units of its currency; what is left goes to the last."""
    unit, whole = coin_of(total.currency), sum(before, Decimal(0))
    if not whole:
        return [Decimal(0)] * (len(before) - 1) + [total.amount] * bool(before)
    first = [(total.amount * each / whole) // unit * unit for each in before[:-1]]
    return [*first, total.amount - sum(first, Decimal(0))] if before else []
