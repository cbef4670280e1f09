"""What is owed on an invoice: total, less what was credited and paid, and what was refunded. This is the only place that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import moneyed
from django.db.models import F, Q, QuerySet
from djmoney.money import Money

from licensing.models import CreditNote, Institution, Invoice
from revisions.prepared import Prepared

SUMS: tuple[str, ...] = ("credited", "paid", "refunded")
"""What `InvoiceQuerySet.with_account` adds."""


_SUMS_OF = Prepared(
    lambda: Invoice.objects.with_account().filter(pk=-1).order_by().values_list(*SUMS), invoice=-1
)
_OPEN_OF = Prepared(
    lambda: (
        Invoice.objects.owed()
        .filter(order__institution=-1, total_currency="---")
        .with_account()
        .order_by()
        .values_list("total", *SUMS)
    ),
    institution=-1,
    currency="---",
)


@dataclass(frozen=True, slots=True)
class Account:
    """The sums of one invoice, all in its currency."""

    total: Money
    credited: Money
    paid: Money
    refunded: Money

    @property
    def balance(self) -> Money:
        """What is still owed; less than zero when we owe it to the institution."""
        return Money(
            self.total.amount - self.credited.amount - self.paid.amount + self.refunded.amount,
            self.total.currency,
        )

    def with_paid(self, amount: moneyed.Money) -> Account:
        return replace(self, paid=Money((self.paid + amount).amount, self.total.currency))

    def with_credited(self, amount: moneyed.Money) -> Account:
        return replace(self, credited=Money((self.credited + amount).amount, self.total.currency))

    @property
    def creditable(self) -> Money:
        return self.total - self.credited

    @property
    def kept(self) -> Money:
        """What was received and not returned."""
        return self.paid - self.refunded

    @property
    def to_refund(self) -> Money:
        """What we owe to the institution, and have received."""
        owed = max(Decimal(0), -self.balance.amount)
        return Money(min(owed, self.kept.amount), self.total.currency)

    @property
    def is_credited_whole(self) -> bool:
        return bool(self.total.amount) and self.credited == self.total

    @property
    def is_moved(self) -> bool:
        """Whether anything was credited, paid or refunded yet."""
        return bool(self.credited.amount or self.paid.amount or self.refunded.amount)


def account_of(invoice: Invoice) -> Account:
    """The invoice's sums as they are now: one query."""
    [(credited, paid, refunded)] = _SUMS_OF.columns(invoice=invoice.pk)
    currency = invoice.total.currency
    return Account(
        total=Money(invoice.total.amount, currency),
        credited=Money(credited, currency),
        paid=Money(paid, currency),
        refunded=Money(refunded, currency),
    )


def balance_of(invoice: Invoice) -> Money:
    """What is still owed on the invoice."""
    return account_of(invoice).balance


def to_refund() -> QuerySet[Invoice]:
    """The invoices of which more was received and kept than is owed, with the sums of their accounts: after a credit note."""
    with_notes = Invoice.objects.filter(pk__in=CreditNote.objects.order_by().values("invoice"))
    kept_beyond = Q(paid__gt=F("refunded") + F("total") - F("credited"))
    return with_notes.with_account().filter(kept_beyond)


def unpaid_by(institution: Institution, *, currency: str) -> Money:
    """All that an institution owes on accepted orders in one currency: one query."""
    sums = _OPEN_OF.columns(institution=institution.pk, currency=currency)
    unpaid = sum(
        (total - credited - paid + refunded for total, credited, paid, refunded in sums), start=Decimal(0)
    )
    return Money(unpaid, currency)
