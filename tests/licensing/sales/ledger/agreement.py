"""Royalties by the quarter, and what must agree after every step: the ledger with the database, line by line."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db.models import F, Sum
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from licensing.models import (
    CreditLine,
    CreditNote,
    Invoice,
    Licence,
    Payment,
    Receipt,
    Refund,
    RoyaltyStatement,
    UpgradeCredit,
)
from licensing.royalties.figures import balance_of
from licensing.royalties.paying import record_licensor_payment
from licensing.royalties.statements import issue_statements
from licensing.sales.invoicing.balance import account_of, unpaid_by
from licensing.terms.days import office_today
from licensing.terms.royalties import Quarter
from tests.licensing.sales.ledger.gateway import Card
from tests.licensing.sales.ledger.journal import Book, half_up
from tests.licensing.sales.ledger.shop import agreeing, dollars

MOST_QUARTERS = 3
"""So that all numbers are of one year."""


class Life(Card):
    def __init__(self) -> None:
        super().__init__()
        self.stated = 0
        """Receipts that the statements so far say, in cents."""

    @precondition(lambda self: self.statements < MOST_QUARTERS)
    @rule()
    def quarter_ends(self) -> None:
        """Half of what was received net of tax, and kept, is due to the licensor; the next statement mends the last."""
        quarter = Quarter.of(office_today())
        first = quarter.next().first_day
        self.now = datetime(first.year, first.month, 2, 12, tzinfo=UTC)
        [statement] = issue_statements(licensor=self.stage.licensor, quarter=quarter, by=self.stage.office)
        self.statements += 1
        received = cents(statement.receipts) + self.stated
        least, most = (sum(part) for part in zip((0, 0), *map(share_of, self.books), strict=True))
        assert least <= received <= most
        due = half_up(received, 2) - half_up(self.stated, 2)
        assert cents(statement.payable) == due
        self.journal.post("royalties", "royalties payable", due)
        self.stated = received

    @rule(part=st.integers(1, 4))
    def pay_the_licensor(self, part: int) -> None:
        due = self.journal["royalties payable"]
        amount = due // part if due > 0 else 1
        with agreeing(0 < amount <= due):
            record_licensor_payment(
                licensor=self.stage.licensor, amount=dollars(amount), reference=self.event(),
                paid_on=office_today(), by=self.stage.office,
            )  # fmt: skip
            self.journal.post("royalties payable", "bank", amount)

    @invariant()
    def the_journal_adds_up(self) -> None:
        assert not sum(self.journal.accounts.values())

    @invariant()
    def the_sums_agree(self) -> None:
        invoices = Invoice.objects.all()
        accounts = [account_of(invoice) for invoice in invoices]
        tax = sum_of(invoices, "order__tax") - sum_of(CreditNote.objects.all(), "tax")
        billed = sum_of(invoices, "total") - sum_of(invoices, "order__tax")
        owed = balance_of(self.stage.licensor, "USD")
        paid_out = sum_of(RoyaltyStatement.objects.all(), "payable") - cents(owed)
        received = sum_of(Payment.objects.all(), "amount")
        returned = sum_of(Refund.objects.all(), F("amount") - F("failed"))
        assert {
            "bank": received - returned - paid_out,
            "receivables": sum(cents(each.balance.amount) for each in accounts),
            "revenue": billed - sum_of(CreditLine.objects.all(), "amount"),
            "tax payable": tax,
            "credits counted": sum_of(UpgradeCredit.objects.filter(given_back_by=None), "amount"),
            "royalties payable": cents(owed),
        } == {
            name: self.journal[name]
            for name in (
                "bank", "receivables", "revenue", "tax payable", "credits counted", "royalties payable",
            )
        }  # fmt: skip

    @invariant()
    def each_order_agrees(self) -> None:
        for book in self.books:
            book.order.refresh_from_db(fields=["status"])
            assert book.order.status == book.state
            invoice = Invoice.objects.filter(order=book.order).first()
            assert (invoice is None) == (book.state in {"placed", "cancelled"})
            if invoice:
                account = account_of(invoice)
                sums = (account.total, account.credited, account.paid, account.refunded, account.balance)
                assert [cents(each.amount) for each in sums] == [
                    book.total, book.credited, book.paid, book.refunded, book.owed,
                ]  # fmt: skip
        assert cents(unpaid_by(self.stage.school, currency="USD").amount) == self.unpaid

    @invariant()
    def the_licences_agree(self) -> None:
        in_force = {
            line
            for book in self.books
            if not book.is_withheld
            for line, became in book.licences.items()
            if became == "active"
        }
        assert set(Licence.objects.filter(status="active").values_list("line", flat=True)) == in_force

    @invariant()
    def receipts_agree_and_numbers_have_no_gaps(self) -> None:
        assert Receipt.objects.count() == self.receipts
        series: dict[str, Any] = {
            "INV": Invoice, "CRN": CreditNote, "REC": Receipt, "LIC": Licence, "ROY": RoyaltyStatement,
        }  # fmt: skip
        for prefix, model in series.items():
            numbers = sorted(model.objects.values_list("number", flat=True))
            assert numbers == [f"{prefix}-2027-{each:04d}" for each in range(1, len(numbers) + 1)]


def share_of(book: Book) -> tuple[int, int]:
    """What was kept of an order's price without its tax: to the cent, except for which of them the tax's last cent goes to."""
    net = book.net - sum(book.credited_of.values())
    owed = book.total - book.credited
    kept = min(book.kept, owed)
    if book.state in {"placed", "cancelled"} or not owed:
        return 0, 0
    return kept * net // owed, -(-kept * net // owed)


def sum_of(rows: Any, column: Any) -> int:
    return cents(rows.aggregate(sum=Sum(column))["sum"] or Decimal(0))


def cents(amount: Decimal) -> int:
    return int(amount * 100)
