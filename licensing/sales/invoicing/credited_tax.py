"""The tax that goes back with what is credited of an invoice, so that all its credit notes together return all its tax."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from moneyed import Money

from licensing.models import Invoice
from licensing.prices.taxes import kept_charges
from licensing.terms.charging.coins import coin_of
from licensing.terms.charging.tax import Charge, part_of


def credited_tax(invoice: Invoice, net: Decimal, *, total: Money | None = None) -> list[Charge]:
    """The taxes on `net` of the invoice's lines, beyond those that were credited before. One query if it is taxed.

    `total` is what net and tax must come to: the last tax takes the unit that rounding would leave, if there is one.
    """
    billed = kept_charges({"charges": invoice.snapshot.get("tax", ())})
    if not billed:
        return []
    before = _credited(invoice, len(billed))
    unit = coin_of(invoice.total.currency)
    taken = [
        replace(charge, base=net, amount=part_of(charge, base + net, unit=unit) - amount)
        for charge, (base, amount) in zip(billed, before, strict=True)
    ]
    if total is not None:
        most = billed[-1].amount - before[-1][1]
        wanted = taken[-1].amount + total.amount - net - sum((each.amount for each in taken), Decimal(0))
        taken[-1] = replace(taken[-1], amount=min(max(wanted, Decimal(0)), most))
    return [replace(each, amount=max(each.amount, Decimal("0.00"))) for each in taken]


def untaxed(invoice: Invoice, gross: Money) -> Decimal:
    """The most that can be credited before tax without coming to more than `gross` with it."""
    billed = kept_charges({"charges": invoice.snapshot.get("tax", ())})
    if not billed:
        return gross.amount
    unit = coin_of(gross.currency)
    whole = Decimal(invoice.snapshot["subtotal"])
    if not whole or not invoice.total.amount:
        return gross.amount
    net = min(whole, (gross.amount * whole / invoice.total.amount) // unit * unit + len(billed) * unit)
    while net > 0 and net + _sum(credited_tax(invoice, net)) > gross.amount:
        net -= unit
    return net


def _credited(invoice: Invoice, count: int) -> list[tuple[Decimal, Decimal]]:
    """Base and amount of each tax that earlier notes took back: as printed, they are below zero."""
    notes = invoice.credit_notes.order_by("pk").values_list("snapshot__tax", flat=True)
    sums = [(Decimal(0), Decimal(0))] * count
    for taxes in notes:
        sums = [
            (base - Decimal(tax["base"]), amount - Decimal(tax["amount"]))
            for (base, amount), tax in zip(sums, taxes or [], strict=True)
        ]
    return sums


def _sum(charges: Sequence[Charge]) -> Decimal:
    return sum((charge.amount for charge in charges), Decimal(0))
