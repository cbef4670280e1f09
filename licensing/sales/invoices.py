"""Invoices and payments. An issued invoice never changes. A payment event is applied once, however often it arrives."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import moneyed
from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import override
from djmoney.money import Money

from licensing.documents.invoice import compose_invoice
from licensing.documents.numbers import next_number
from licensing.licences.issuing import issue_licences, refuse_unprintable_licences
from licensing.models import Invoice, Order, Payment
from licensing.notices import owed as notices
from licensing.sales.order_moves import move
from licensing.terms.days import office_today
from licensing.terms.rights import Grants
from licensing.terms.words import grants_words
from licensing.typesetting.printing import refuse_unprintable, texts_of
from office.distributor.snapshot import Selling
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

NET = timedelta(days=30)
"""An invoice for a purchase order is due thirty days after it is issued; an invoice paid by card is due at once."""


@transaction.atomic
def issue_invoice(*, order: Order, by: User | None) -> Invoice:
    """Issues the order's invoice with the next number of the year; returns the existing one if it was issued before.

    `by` is None when a card payment caused it. Raises Refused (code `not-verified`) while the institution is not
    verified, Refused (`unprintable`) when the invoice or one of its licences could not be printed, and IllegalMove
    for a cancelled order.
    """
    order = (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution")
        .get(pk=order.pk)
    )
    existing = Invoice.objects.filter(order=order).first()
    if existing:
        return existing
    if not order.institution.is_verified:
        raise Refused(
            _("%(institution)s is not verified yet. An order is invoiced once its institution is verified."),
            "not-verified",
            {"institution": order.institution.legal_name},
        )
    move(order, Order.Status.INVOICED)
    today = office_today()
    due_on = _due_on(order, today)
    selling = Selling.on(today)
    _refuse_without_address(order, selling)
    _refuse_unprintable_documents(order, selling)
    selling.use_terms()
    number = next_number(prefix="INV", year=today.year)
    invoice = Invoice.objects.create(
        number=number,
        order=order,
        issued_on=today,
        due_on=due_on,
        total=order.total,
        snapshot=_snapshot(order, number, today, due_on, selling),
    )
    notices.owe_invoice_issued(invoice=invoice)
    if not invoice.total.amount:
        _settle(order)
    return invoice


@transaction.atomic
def record_payment(
    *,
    invoice: Invoice,
    amount: moneyed.Money,
    method: str,
    event_key: str,
    received_on: date,
    by: User | None,
) -> Payment:
    """Records money received. `event_key` names the event (`card:<token>`, `transfer:<bank reference>`); repeats change nothing.

    When the invoice is paid in full, its order becomes paid and its licences are issued. Raises Refused (codes
    `not-positive`, `currency`, `overpaid`, `event-of-another-invoice`).
    """
    order = Order.objects.select_for_update(no_key=True).get(invoice=invoice)
    known = Payment.objects.filter(event_key=event_key).first()
    if known:
        return _same_event(known, invoice, amount)
    refuse_wrong_amount(invoice, amount)
    payment = Payment.objects.create(
        invoice=invoice,
        amount=amount,
        method=method,
        received_on=received_on,
        event_key=event_key,
        recorded_by=by,
    )
    if not balance_of(invoice).amount:
        _settle(order)
    return payment


def balance_of(invoice: Invoice) -> Money:
    """What is still owed on the invoice."""
    paid = invoice.payments.aggregate(paid=Sum("amount"))["paid"] or Decimal(0)
    return Money(invoice.total.amount - paid, invoice.total.currency)


def refuse_unprintable_documents(order: Order) -> None:
    """Raises Refused (code `unprintable`) when the order's invoice or one of its licences could not be printed."""
    _refuse_unprintable_documents(order, Selling.on(office_today()))


def _refuse_unprintable_documents(order: Order, selling: Selling) -> None:
    today = office_today()
    refuse_unprintable(*texts_of(_snapshot(order, "", today, _due_on(order, today), selling)))
    refuse_unprintable_licences(order, selling)


def _refuse_without_address(order: Order, selling: Selling) -> None:
    """A cheque or transfer is asked for by someone with an address; an invoice without one would be sent back, and never changes."""
    if order.method != Order.Method.CARD and not selling.row.address:
        raise Refused(
            _(
                "The distributor's postal address is missing. The office enters it under “Distributor”; then the invoice can be issued."
            ),
            "no-address-of-ours",
        )


def _due_on(order: Order, issued_on: date) -> date:
    return issued_on if order.method == Order.Method.CARD else issued_on + NET


def _settle(order: Order) -> None:
    move(order, Order.Status.PAID)
    notices.forget_due(order.invoice)
    issue_licences(order=order)


def _same_event(known: Payment, invoice: Invoice, amount: moneyed.Money) -> Payment:
    if known.invoice_id != invoice.pk or known.amount != amount:
        raise Refused(
            _("The payment event %(key)s has already been recorded for another invoice or another amount."),
            "event-of-another-invoice",
            {"key": known.event_key},
        )
    return known


def refuse_wrong_amount(invoice: Invoice, amount: moneyed.Money) -> None:
    """Raises Refused (codes `not-positive`, `currency`, `overpaid`) unless at least this amount is still owed."""
    if amount.amount <= 0:
        raise Refused(_("A payment must be more than zero."), "not-positive")
    if amount.currency != invoice.total.currency:
        raise Refused(
            _("The invoice is in %(owed)s and the payment in %(paid)s."),
            "currency",
            {"owed": invoice.total.currency, "paid": amount.currency},
        )
    balance = balance_of(invoice)
    if amount > balance:
        raise Refused.saying(
            say(
                "overpaid",
                gettext_noop(
                    "The payment of {amount} is more than the {balance} still owed on invoice {number}."
                ),
                amount=Amount.of(amount),
                balance=Amount.of(balance),
                number=invoice.number,
            )
        )


def _snapshot(order: Order, number: str, issued_on: date, due_on: date, selling: Selling) -> dict[str, Any]:
    """The facts of the invoice, and under `document` all its words: its PDF is made from these alone."""
    with override(settings.LANGUAGE_CODE):
        facts = _facts(order, number, issued_on, due_on, selling)
    return facts | {"document": compose_invoice(facts)}


def _facts(order: Order, number: str, issued_on: date, due_on: date, selling: Selling) -> dict[str, Any]:
    institution = order.institution
    is_transferred = order.method != Order.Method.CARD
    seller = selling.snapshot(currency=str(order.total.currency) if is_transferred else None)
    return {
        "number": number,
        "order": order.number,
        "purchase_order": order.purchase_order_number,
        "issued_on": issued_on.isoformat(),
        "due_on": due_on.isoformat(),
        "by_card": order.method == Order.Method.CARD,
        "from": seller["legal_name"],
        "seller": seller,
        "to": {
            "legal_name": institution.legal_name,
            "address": institution.bill_to,
            "country": institution.country,
            "is_tax_exempt": institution.exemptions.holding(office_today())
            .filter(country=institution.country)
            .exists(),
        },
        "tier": order.tier,
        "starts_on": order.starts_on.isoformat(),
        "currency": str(order.total.currency),
        "lines": [
            {
                "film": str(line.film),
                "type": line.licence_type.name,
                "words": grants_words(Grants.from_json(line.grants)),
                "amount": str(line.amount.amount),
            }
            for line in order.lines.select_related("film__part_of", "licence_type")
        ],
        "total": str(order.total.amount),
    }
