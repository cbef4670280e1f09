"""Credit notes: all of an invoice, or part of it, taken back. The invoice stays as it was issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import override
from djmoney.money import Money

from licensing.documents.bills.credit_note import compose_credit_note
from licensing.documents.bills.donations import line_names
from licensing.documents.bills.tax import tax_facts
from licensing.documents.numbers import next_number
from licensing.licences.resting import hold_still
from licensing.models import CreditLine, CreditNote, Invoice, Order, OrderLine, UpgradeCredit
from licensing.notices import owed as notices
from licensing.sales.invoicing.balance import Account, account_of
from licensing.sales.invoicing.credited_tax import credited_tax, untaxed
from licensing.sales.invoicing.invoices import locked, restate
from licensing.sales.invoicing.licences_follow import end_credited, reinstate_paid
from licensing.sales.invoicing.receipts import is_settled_by, issue_receipt, next_receipt_number
from licensing.sales.invoicing.upgrades_follow import (
    choice_for,
    counted_towards,
    give_back,
    refuse_counted_elsewhere,
    words_for,
)
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.terms.charging.tax import Charge, Treatment
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from typesetting.printing import refuse_unprintable
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

LONGEST_REASON = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class _Credit:
    """What is taken back, by the line's key, with its tax, and what becomes of the licences of these lines."""

    invoice: Invoice
    lines: list[OrderLine]
    taken: dict[int, Money]
    charges: list[Charge]
    because: str
    licences: str
    licences_end_on: date | None
    counted: list[UpgradeCredit]
    upgraded: str

    @property
    def net(self) -> Decimal:
        return _net(self.taken)

    @property
    def tax(self) -> Decimal:
        return sum((charge.amount for charge in self.charges), Decimal(0))

    @property
    def total(self) -> Money:
        return Money(self.net + self.tax, self.invoice.total.currency)


@transaction.atomic
def issue_credit_note(
    *,
    invoice: Invoice,
    because: str,
    licences: str,
    request_key: str,
    by: User | None,
    amounts: Mapping[int, Money] | None = None,
    licences_end_on: date | None = None,
    total: Money | None = None,
    upgraded: str = "",
) -> CreditNote:
    """Takes back what `amounts` says of each line of the order, by the line's key; None: all that is not credited yet.

    The tax on these amounts is credited with them, so that what takes back the whole invoice takes back the whole tax.
    `total` says what the note must come to (`spread`). `licences` says what becomes of the licences of these lines (`CreditNote.Licences`),
    where nothing is left with those that cost nothing,
    and `upgraded` of those that they were an upgrade of (`CreditNote.Upgraded`). The same `request_key` again returns
    the note that it made. If it settles an invoice of which something was paid, a receipt follows. `by` is None for the system. Raises Refused (codes `office-only`, `because`, `licences`, `nothing-to-credit`,
    `not-positive`, `currency`, `fraction`, `other-line`, `over-line`, `upgraded`, `counted`, those of `unprintable` and of the verbs of licences).
    """
    refuse_unless_may(by, "licensing.add_creditnote")
    order = locked(Order(pk=invoice.order_id))
    if known := CreditNote.objects.filter(request_key=request_key).first():
        return _same_request(known, invoice)
    hold_still(order.institution_id)  # before any number: see "Locks" in docs/architecture.md
    because = " ".join(because.split())
    _refuse_unfit_words(because, licences, licences_end_on)
    lines = order.load_lines()
    left = left_of(invoice)
    taken = _taken(invoice, lines, amounts, left, is_office=by is not None)
    concerned = [*taken, *_unpriced(taken, left, lines)]
    counted = counted_towards(concerned)
    upgraded = choice_for(counted, licences, upgraded, by)
    charges = credited_tax(invoice, _net(taken), total=total)
    credit = _Credit(
        invoice=invoice, lines=lines, taken=taken, charges=charges, because=because, licences=licences,
        licences_end_on=licences_end_on, counted=counted, upgraded=upgraded,
    )  # fmt: skip
    end_credited(concerned, how=licences, until=licences_end_on, because=because, by=by)
    return _issue(order, credit, request_key, by)


def _issue(order: Order, credit: _Credit, request_key: str, by: User | None) -> CreditNote:
    """Writes the note, moves the order to where its account has come, and issues the receipt if that settles it."""
    before = account_of(credit.invoice)
    account = before.with_credited(credit.total)
    if account.balance.amount <= 0:
        reinstate_paid(order)
    restate(order, account)
    settles = is_settled_by(before, account)
    receipt = next_receipt_number() if settles else ""
    note = _write(credit, account, request_key, by)
    give_back(credit.counted, note, by)
    notices.owe_credit_note(credit_note=note)
    if settles:
        issue_receipt(order=order, number=receipt, account=account, settled_by=note)
    return note


def _write(credit: _Credit, account: Account, request_key: str, by: User | None) -> CreditNote:
    today = office_today()
    number = next_number(prefix="CRN", year=today.year)
    note = CreditNote.objects.create(
        number=number,
        invoice=credit.invoice,
        issued_on=today,
        total=credit.total,
        tax=credit.tax,
        because=credit.because,
        licences=credit.licences,
        licences_end_on=credit.licences_end_on,
        upgraded=credit.upgraded,
        snapshot=_snapshot(credit, account, number, today),
        request_key=request_key,
        issued_by=by,
    )
    CreditLine.objects.bulk_create(
        [CreditLine(credit_note=note, line_id=line, amount=amount) for line, amount in credit.taken.items()]
    )
    return note


def left_of(invoice: Invoice) -> dict[int, Money]:
    """What can still be credited of each line of the invoice's order, by the line's key; two queries."""
    rows = (
        CreditLine.objects.filter(credit_note__invoice=invoice).values("line").annotate(taken=Sum("amount"))
    )
    taken = {row["line"]: row["taken"] for row in rows}
    return {
        line.pk: Money(line.amount.amount - taken.get(line.pk, Decimal(0)), line.amount.currency)
        for line in invoice.order.lines.order_by("pk")
    }


def spread(invoice: Invoice, amount: Money) -> dict[int, Money]:
    """An amount with tax over the lines in their order, each up to what can still be credited of it: their part before tax."""
    left_to_spread = untaxed(invoice, amount)
    spread_out: dict[int, Money] = {}
    for line, left in left_of(invoice).items():
        part = min(left.amount, left_to_spread)
        if part > 0:
            spread_out[line] = Money(part, amount.currency)
            left_to_spread -= part
    return spread_out


def _same_request(known: CreditNote, invoice: Invoice) -> CreditNote:
    if known.invoice_id != invoice.pk:
        raise Refused(_("This request made credit note %(number)s already."), "other-line", {"number": known})
    return known


def _refuse_unfit_words(because: str, licences: str, licences_end_on: date | None) -> None:
    if not because or len(because) > LONGEST_REASON:
        raise Refused(
            _("Say why, in at most %(most)d characters: it is printed on the credit note."),
            "because",
            {"most": LONGEST_REASON},
        )
    refuse_unprintable(because)
    if licences not in CreditNote.Licences.values:
        raise Refused(_("Say what becomes of the licences."), "licences")
    if (licences == CreditNote.Licences.SHORTENED) != (licences_end_on is not None):
        raise Refused(
            _("Choose the last day of the licences if they are to be shortened, and only then."), "until"
        )


def _unpriced(
    taken: Mapping[int, Money], left: Mapping[int, Money], lines: Sequence[OrderLine]
) -> Iterator[int]:
    """What cost nothing at the order goes with the whole: a fee for each person, or a price that an upgrade paid in full."""
    if all(amount == taken.get(line, amount * 0) for line, amount in left.items()):
        yield from (line.pk for line in lines if not line.amount.amount)


def _taken(
    invoice: Invoice,
    lines: list[OrderLine],
    amounts: Mapping[int, Money] | None,
    left: Mapping[int, Money],
    *,
    is_office: bool,
) -> dict[int, Money]:
    if amounts is None:
        amounts = {line: amount for line, amount in left.items() if amount.amount}
    if not amounts:
        raise Refused(
            _("There is nothing left to credit on invoice %(number)s."),
            "nothing-to-credit",
            {"number": invoice.number},
        )
    names = {line.pk: line.description for line in lines}
    for line, amount in amounts.items():
        _refuse_unfit_amount(names.get(line), amount, left.get(line))
    if is_office:  # what the bank takes back is credited all the same
        refuse_counted_elsewhere(amounts, left)
    return dict(amounts)


def _refuse_unfit_amount(name: str | None, amount: Money, left: Money | None) -> None:
    if name is None or left is None:
        raise Refused(_("This line is not on the invoice."), "other-line")
    if amount.currency != left.currency:
        raise Refused(_("A credit note is in the currency of its invoice."), "currency")
    refuse_fractions(amount)
    if amount.amount <= 0:
        raise Refused(_("What is credited must be more than zero."), "not-positive")
    if amount > left:
        raise Refused.saying(
            say(
                "over-line",
                gettext_noop("Of “{line}” at most {left} can still be credited, not {amount}."),
                line=name,
                left=Amount.of(left),
                amount=Amount.of(amount),
            )
        )


def _net(taken: Mapping[int, Money]) -> Decimal:
    return sum((amount.amount for amount in taken.values()), Decimal(0))


def _snapshot(credit: _Credit, account: Account, number: str, issued_on: date) -> dict[str, Any]:
    """As an invoice's: the facts, with a minus before each amount, and under `document` all the words."""
    billed = credit.invoice.snapshot
    with override(settings.LANGUAGE_CODE):
        facts = {
            "number": number,
            "invoice": credit.invoice.number,
            "invoice_issued_on": credit.invoice.issued_on.isoformat(),
            **{
                key: billed.get(key)
                for key in ("order", "purchase_order", "from", "seller", "to", "currency", "kind")
            },
            "purchase_orders": billed.get("purchase_orders", []),
            "issued_on": issued_on.isoformat(),
            "because": credit.because,
            "licences": credit.licences,
            "licences_end_on": credit.licences_end_on.isoformat() if credit.licences_end_on else None,
            "lines": [
                _line_facts(line, credit.taken[line.pk]) for line in credit.lines if line.pk in credit.taken
            ],
            "subtotal": str(-credit.net),
            "treatment": billed.get("treatment", Treatment.NO_RULES.value),
            "tax": tax_facts(credit.charges, billed["currency"], sign=-1),
            "tax_because": billed.get("tax_because", ""),
            "total": str(-credit.total.amount),
            "left": str(account.balance.amount),
            "upgraded": words_for(credit.counted, credit.upgraded),
        }
    return facts | {"document": compose_credit_note(facts)}


def _line_facts(line: OrderLine, taken: Money) -> dict[str, Any]:
    return {
        **line_names(line),
        "words": [],
        "amount": str(-taken.amount),
    }
