"""Invoices: an order is accepted by issuing its invoice, and with a purchase order its licences. An issued invoice never changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.documents.bills.charges import charge_words
from licensing.documents.bills.donations import donation_words, line_names
from licensing.documents.bills.invoice import compose_invoice
from licensing.documents.bills.tax import tax_facts
from licensing.documents.numbers import next_number
from licensing.licences.issuing import hold_concerned, issue_for, read_ahead, refuse_unprintable_licences
from licensing.licences.resting import hold_still
from licensing.models import Institution, Invoice, Order, OrderLine
from licensing.notices import owed as notices
from licensing.prices.taxes import kept_charges, kept_treatment
from licensing.sales.invoicing.balance import Account, account_of
from licensing.sales.ordering.acceptance import Rule, priced_otherwise, rule_for, why_not
from licensing.sales.ordering.order_moves import move
from licensing.sales.ordering.taxing import retax
from licensing.sales.quoting.upgrades import refusal_of_counted
from licensing.terms.days import office_today
from licensing.terms.ours import Right
from licensing.terms.rights import Grants
from licensing.terms.words import grants_words
from office.distributor.snapshot import Selling
from office.permissions import refuse_unless_may
from reminders.notices import Notice, owe_notices
from revisions.prepared import Prepared
from typesetting.printing import refuse_unprintable, texts_of
from wording.enumeration import all_of
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

type Ours = Mapping[int, Sequence[Right]]
"""Our rights by film."""


@transaction.atomic
def issue_invoice(*, order: Order, by: User | None, is_above_limit: bool = False) -> Invoice:
    """Accepts the order: issues its invoice with the next number of the year; returns the existing one if there is one.

    With a purchase order, the licences are issued at once. `is_above_limit`: the office accepts it although more is unpaid then
    than its rules allow. `by` is None when a card payment caused it. Raises Refused
    (codes `office-only`, `not-verified`, `unpaid-limit`: see `acceptance.why_not`; `upgrade-…`: see `refusal_of_counted`; `no-state`: see `taxing`; `unprintable` when the invoice or one of its
    licences could not be printed), and IllegalMove for a cancelled order.
    """
    refuse_unless_may(by, "licensing.add_invoice")
    if order.method == Order.Method.PURCHASE_ORDER:  # two orders at once must not both pass the limit
        Institution.objects.select_for_update(no_key=True).get(pk=order.institution_id)
    order = locked(order)
    existing = Invoice.objects.filter(order=order).first()
    if existing:
        return existing
    selling = Selling.on(office_today())
    if order.method == Order.Method.PURCHASE_ORDER:  # by card, what was asked for stands
        retax(order, selling)
    rule = rule_for(order)
    allowed = replace(rule, most_unpaid=None) if is_above_limit else rule
    if refusal := why_not(order, order.institution, allowed) or refusal_of_counted(order):
        raise refusal
    refuse_without_address(order, selling)
    return issue_accepted(order, rule, selling)


def accept_by_rule(
    order: Order, selling: Selling, ours: Ours | None = None, *, also: Sequence[Notice] = ()
) -> Invoice | None:
    """Accepts an order by purchase order, or by card of nothing, if the distributor's rule says so; None, and the reason on it,
    when it waits. The notices in `also` are owed with those of its licences.

    The institution and the order must be locked, and its tax that of today. A rule never refuses an order: what it does not accept, the office does.
    """
    if order.method == Order.Method.CARD and order.total.amount:
        return None
    rule = rule_for(order)
    refusal = _against(order, rule)
    if refusal is None and rule.at_once and not is_without_address(order, selling):
        return issue_accepted(order, rule, selling, ours, also)
    with override(settings.LANGUAGE_CODE):
        # Composed again, because it is stored: in the office's language.
        refusal = _against(order, rule) if refusal and refusal.code != "not-verified" else None
    because = " ".join(refusal.messages)[:300] if refusal else ""
    if because != order.waits_because:
        order.waits_because = because
        order.save(update_fields=["waits_because"])
    return None


def _against(order: Order, rule: Rule) -> Refused | None:
    """Why no rule accepts the order now."""
    institution = order.institution
    return (
        why_not(order, institution, rule) or priced_otherwise(order, institution) or refusal_of_counted(order)
    )


def accept_waiting(*, institution: Institution) -> list[Invoice]:
    """Handles the orders that waited for the institution to be verified, by the same rule. The institution must be locked.

    An order whose documents cannot be printed goes on waiting: the office is told why when it tries to accept it.
    """
    waiting = institution.orders.filter(
        ~Q(method=Order.Method.CARD) | Q(total=0), status=Order.Status.PLACED, kind=Order.Kind.LICENCES
    )
    accepted = []
    selling = Selling.on(office_today())
    orders = list(waiting.order_by("pk").select_for_update(no_key=True))
    if orders:  # before the first takes its numbers, because the next may upgrade licences
        hold_still(institution.pk)
    for order in orders:
        order.institution = institution
        try:
            with transaction.atomic():
                retax(order, selling)
                invoice = accept_by_rule(order, selling)
        except Refused:
            continue
        if invoice:
            accepted.append(invoice)
    return accepted


def refuse_unprintable_documents(order: Order) -> None:
    """Raises Refused (code `unprintable`) when the order's invoice or one of its licences could not be printed.

    A fee after a report was invoiced when it was ordered, and brings no licence; a donation brings none either.
    """
    if order.kind == Order.Kind.AFTER_REPORT:
        return
    selling = Selling.on(office_today())
    refuse_unprintable(*texts_of(_facts(order, office_today(), Rule(), selling)))
    if order.kind == Order.Kind.LICENCES:
        refuse_unprintable_licences(order, selling)


def locked(order: Order) -> Order:
    """The order as it is now, with its institution; its row is locked until the transaction ends."""
    row = _LOCKED.row(pk=order.pk)
    if row is None:
        raise Order.DoesNotExist
    return row


_LOCKED = Prepared(
    lambda: (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution", "placed_by")
        .order_by()
        .filter(pk=-1)
    ),
    pk=-1,
)


def restate(order: Order, account: Account) -> None:
    """Moves a locked order to where its account has come: owed, paid or credited in full.

    When nothing is owed any more, no reminder is sent, and what was to wait for the money is issued.
    """
    to = Order.Status.PAID if account.balance.amount <= 0 else Order.Status.INVOICED
    if account.is_credited_whole:
        to = Order.Status.CREDITED
    if order.status in (to, Order.Status.CREDITED):
        return
    move(order, to)
    if to == Order.Status.INVOICED:
        notices.owe_invoice_again(order.invoice)
    else:
        notices.forget_due(order.invoice)
    if to == Order.Status.PAID and order.method == Order.Method.CARD and order.kind == Order.Kind.LICENCES:
        issue_for(order)


def is_without_address(order: Order, selling: Selling) -> bool:
    """A cheque or transfer is asked for by someone with an address; an invoice without one would be sent back, and never changes."""
    return order.method != Order.Method.CARD and not selling.row.address


def refuse_without_address(order: Order, selling: Selling) -> None:
    """Raises Refused (code `no-address-of-ours`)."""
    if is_without_address(order, selling):
        raise Refused(
            _(
                "The distributor's postal address is missing. The office enters it under “Distributor”; then the invoice can be issued."
            ),
            "no-address-of-ours",
        )


def issue_accepted(
    order: Order, rule: Rule, selling: Selling, ours: Ours | None = None, also: Sequence[Notice] = ()
) -> Invoice:
    """Issues the invoice. The order must be locked or new, and nothing may speak against it."""
    move(order, Order.Status.INVOICED)
    today = office_today()
    facts = _facts(order, today, rule, selling)
    refuse_unprintable(*texts_of(facts))
    if order.method == Order.Method.CARD and order.kind == Order.Kind.LICENCES:
        refuse_unprintable_licences(order, selling)
    selling.use_terms()
    hold_concerned(order)
    is_licensed_now = order.method == Order.Method.PURCHASE_ORDER
    ready = read_ahead(order, ours) if is_licensed_now else None
    number = next_number(prefix="INV", year=today.year)
    invoice = Invoice.objects.create(
        number=number,
        order=order,
        issued_on=today,
        due_on=_due_on(order, today, rule),
        total=order.total,
        snapshot=_snapshot(facts, number),
    )
    order.invoice = invoice
    if is_licensed_now:
        owed = [*also, *notices.of_invoice_issued(invoice)]
        issue_for(order, selling, may_have_some=False, ready=ready, also=owed)
    elif order.kind != Order.Kind.DONATION:  # of which nothing is owed: its receipt says all
        notices.owe_invoice_issued(invoice=invoice)
        owe_notices(also)
    if not invoice.total.amount:
        restate(order, account_of(invoice))
    return invoice


def _due_on(order: Order, issued_on: date, rule: Rule) -> date:
    """An invoice paid by card is due at once."""
    return issued_on if order.method == Order.Method.CARD else issued_on + timedelta(days=rule.net_days)


def _snapshot(facts: dict[str, Any], number: str) -> dict[str, Any]:
    """The facts of the invoice, and under `document` all its words: its PDF is made from these alone."""
    facts = {"number": number, **facts}
    return facts | {"document": compose_invoice(facts)}


def _facts(order: Order, issued_on: date, rule: Rule, selling: Selling) -> dict[str, Any]:
    """All but its number, in the office's language. Whatever its words say of people, films and places is in them."""
    with override(settings.LANGUAGE_CODE):
        return _said(order, issued_on, rule, selling)


def _said(order: Order, issued_on: date, rule: Rule, selling: Selling) -> dict[str, Any]:
    lines = order.load_lines()
    is_transferred = order.method != Order.Method.CARD
    seller = selling.snapshot(currency=str(order.total.currency) if is_transferred else None)
    return {
        "order": order.number,
        "purchase_order": order.purchase_order_number,
        "purchase_orders": [
            {"number": each.number, "cost_centre": each.cost_centre, "amount": str(each.amount.amount)}
            for each in order.purchase_orders.all()
        ],
        "issued_on": issued_on.isoformat(),
        "due_on": _due_on(order, issued_on, rule).isoformat(),
        "net_days": rule.net_days,
        "by_card": order.method == Order.Method.CARD,
        "kind": order.kind,
        "from": seller["legal_name"],
        "seller": seller,
        "to": _buyer_facts(order),
        "tier": order.tier,
        "starts_on": order.starts_on.isoformat(),
        "currency": str(order.total.currency),
        "lines": [_line_facts(order, line) for line in lines],
        **({"words": donation_words()} if order.kind == Order.Kind.DONATION else {}),
        "subtotal": str(order.subtotal.amount),
        "treatment": kept_treatment(order.taxed).value,
        "tax": tax_facts(kept_charges(order.taxed), str(order.total.currency)),
        "tax_because": order.taxed.get("because", ""),
        "total": str(order.total.amount),
    }


def _buyer_facts(order: Order) -> dict[str, Any]:
    institution = order.institution
    return {
        "legal_name": institution.legal_name,
        "address": institution.bill_to,
        "country": institution.country,
        "state": institution.state,
        "numbers": order.taxed.get("numbers", []),
    }


def _line_facts(order: Order, line: OrderLine) -> dict[str, Any]:
    return {
        **line_names(line),
        "words": [*_what_is_granted(order, line), *charge_words(line)],
        "amount": str(line.amount.amount),
        "charges": line.charges,
        "fee": line.fee,
    }


def _what_is_granted(order: Order, line: OrderLine) -> list[str]:
    """Nothing for a fee after a report, whose licence is there already, nor for a donation, which brings none."""
    if order.kind != Order.Kind.LICENCES:
        return []
    return [*_days_and_sites(line), *grants_words(Grants.from_json(line.grants))]


def _days_and_sites(line: OrderLine) -> list[str]:
    """What is particular to a line: days other than the order's, and the sites that it names."""
    words = []
    if line.starts_on and line.ends_on:
        days = {"first": date_format(line.starts_on), "last": date_format(line.ends_on)}
        words.append(_("From %(first)s until %(last)s.") % days)
    elif line.starts_on:
        words.append(_("From %(first)s.") % {"first": date_format(line.starts_on)})
    if line.sites:
        words.append(_("For %(sites)s.") % {"sites": all_of([site["name"] for site in line.sites])})
    return words
