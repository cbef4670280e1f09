"""The whole life of orders, played at random beside a ledger of its own: after every step the books agree with it.

The ledger knows nothing of the code: it adds and subtracts whole dollars, and says which steps must be refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import (
    AcceptancePolicy,
    CreditNote,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Order,
    Payment,
    Receipt,
    Refund,
)
from licensing.sales.balance import account_of, unpaid_by
from licensing.sales.credits import issue_credit_note
from licensing.sales.invoices import issue_invoice
from licensing.sales.orders import cancel_order
from licensing.sales.refunds import record_refund
from tests.licensing.conftest import TODAY, order_of, pay
from wording.refusals import Refused

LIMIT = 600
PRICES = {1: 195, 2: 285}
"""What one line and two lines cost."""


@dataclass
class Book:
    """What the ledger knows of one order, in dollars."""

    order: Order
    lines: dict[int, int]
    state: str = "placed"
    paid: int = 0
    credited: int = 0
    refunded: int = 0
    revoked: set[int] = field(default_factory=set)

    @property
    def total(self) -> int:
        return sum(self.lines.values())

    @property
    def owed(self) -> int:
        return self.total - self.credited - self.paid + self.refunded

    def restate(self) -> None:
        if self.state != "credited":
            self.state = (
                "credited" if self.credited == self.total else "paid" if self.owed <= 0 else "invoiced"
            )


def machine_of(  # noqa: C901 - a class, whose rules are short
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> type[RuleBasedStateMachine]:
    class Life(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.point = transaction.savepoint_create()
            self.books: list[Book] = []
            self.numbers = count(1)
            self.bank = 0

        def teardown(self) -> None:
            transaction.savepoint_rollback(self.point)

        def book(self, pick: int, *states: str) -> Book | None:
            found = [book for book in self.books if book.state in states]
            return found[pick % len(found)] if found else None

        @property
        def unpaid(self) -> int:
            return sum(book.owed for book in self.books if book.state == "invoiced")

        @rule(has_two=st.booleans(), at_once=st.booleans())
        def place(self, *, has_two: bool, at_once: bool) -> None:
            AcceptancePolicy.objects.update(at_once=at_once)
            order = order_of(school, teacher, [(film, site), (rails, site)][: 1 + has_two])
            lines = {line.pk: int(line.amount.amount) for line in order.lines.order_by("pk")}
            book = Book(order, lines)
            assert book.total == PRICES[1 + has_two]
            if at_once and self.unpaid + book.total <= LIMIT:
                book.state = "invoiced"
            self.books.append(book)

        @rule(pick=st.integers(0, 9))
        def accept(self, pick: int) -> None:
            if book := self.book(pick, "placed"):
                with agreeing(self.unpaid + book.total <= LIMIT):
                    issue_invoice(order=book.order, by=office)
                    book.state = "invoiced"

        @rule(pick=st.integers(0, 9))
        def cancel(self, pick: int) -> None:
            if book := self.book(pick, "placed", "invoiced", "paid", "credited"):
                with agreeing(book.state == "placed"):
                    cancel_order(order=book.order, by=teacher)
                    book.state = "cancelled"

        @rule(pick=st.integers(0, 9), amount=st.one_of(st.none(), st.integers(-5, 300)))
        def receive(self, pick: int, amount: int | None) -> None:
            if book := self.book(pick, "invoiced", "paid", "credited"):
                amount = book.owed if amount is None else amount
                with agreeing(0 < amount <= book.owed and book.state != "credited"):
                    pay(self.invoice(book), office, Money(amount, "USD"), f"bank:{next(self.numbers)}")
                    book.paid += amount
                    self.bank += amount
                    book.restate()

        @rule(
            pick=st.integers(0, 9), line=st.integers(0, 1), amount=st.integers(1, 200), revokes=st.booleans()
        )
        def credit(self, pick: int, line: int, amount: int, *, revokes: bool) -> None:
            if book := self.book(pick, "invoiced", "paid", "credited"):
                key = [*book.lines][line % len(book.lines)]
                with agreeing(amount <= book.lines[key] - self.credited_of(key)):
                    self.issue(book, {key: Money(amount, "USD")}, revokes=revokes)
                    book.credited += amount
                    book.revoked |= {key} if revokes else set()
                    book.restate()

        @rule(pick=st.integers(0, 9))
        def credit_the_rest(self, pick: int) -> None:
            if book := self.book(pick, "invoiced", "paid", "credited"):
                left = {key for key, price in book.lines.items() if price > self.credited_of(key)}
                with agreeing(bool(left)):
                    self.issue(book, None, revokes=True)
                    book.credited = book.total
                    book.revoked |= left
                    book.restate()

        @rule(pick=st.integers(0, 9), amount=st.one_of(st.none(), st.integers(-5, 300)))
        def give_back(self, pick: int, amount: int | None) -> None:
            if book := self.book(pick, "invoiced", "paid", "credited"):
                most = min(book.paid - book.refunded, max(0, -book.owed))
                amount = most if amount is None else amount
                with agreeing(0 < amount <= most):
                    self.refund(book, amount)
                    book.refunded += amount
                    self.bank -= amount
                    book.restate()

        def invoice(self, book: Book) -> Invoice:
            return Invoice.objects.get(order=book.order)

        def credited_of(self, line: int) -> int:
            rows = CreditNote.objects.filter(lines__line=line).values_list("lines__amount", flat=True)
            return sum(int(row.amount) for row in rows)

        def issue(self, book: Book, amounts: Any, *, revokes: bool) -> None:
            issue_credit_note(
                invoice=self.invoice(book), amounts=amounts, because="A test.", by=office,
                licences="revoked" if revokes else "kept", request_key=f"test:{next(self.numbers)}",
            )  # fmt: skip

        def refund(self, book: Book, amount: int) -> None:
            record_refund(
                invoice=self.invoice(book), amount=Money(amount, "USD"), method="transfer",
                reference=str(next(self.numbers)), refunded_on=TODAY, by=office,
            )  # fmt: skip

        @invariant()
        def the_books_agree(self) -> None:
            for book in self.books:
                book.order.refresh_from_db(fields=["status"])
                assert book.order.status == book.state
                invoice = Invoice.objects.filter(order=book.order).first()
                assert (invoice is None) == (book.state in {"placed", "cancelled"})
                if invoice:
                    account = account_of(invoice)
                    sums = (account.credited, account.paid, account.refunded, account.balance)
                    assert [int(each.amount) for each in sums] == [
                        book.credited, book.paid, book.refunded, book.owed,
                    ]  # fmt: skip
            assert int(unpaid_by(school, currency="USD").amount) == self.unpaid

        @invariant()
        def the_bank_agrees(self) -> None:
            received = sum(payment.amount.amount for payment in Payment.objects.all())
            returned = sum(refund.amount.amount for refund in Refund.objects.all())
            assert received - returned == self.bank

        @invariant()
        def the_licences_agree(self) -> None:
            accepted = [book for book in self.books if book.state not in {"placed", "cancelled"}]
            in_force = {line for book in accepted for line in book.lines if line not in book.revoked}
            assert set(Licence.objects.filter(status="active").values_list("line", flat=True)) == in_force

        @invariant()
        def numbers_have_no_gaps(self) -> None:
            series: dict[str, Any] = {"INV": Invoice, "CRN": CreditNote, "REC": Receipt, "LIC": Licence}
            for prefix, model in series.items():
                numbers = sorted(model.objects.values_list("number", flat=True))
                assert numbers == [f"{prefix}-2027-{each:04d}" for each in range(1, len(numbers) + 1)]

    return Life


@contextmanager
def agreeing(is_allowed: bool) -> Iterator[None]:
    """The step is refused exactly when the ledger says so."""
    said: list[str] = []
    try:
        with transaction.atomic():
            yield
    except Refused as refused:
        said = refused.messages
    assert (not said) == is_allowed, said or "The verb should have refused."


@pytest.mark.django_db
def test_the_whole_life_of_orders_agrees_with_a_ledger(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> None:
    AcceptancePolicy.objects.create(most_unpaid=LIMIT)
    with transaction.atomic():
        run_state_machine_as_test(
            machine_of(school, teacher, office, film, rails, site),
            settings=settings(
                max_examples=5,
                stateful_step_count=14,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    assert connection.in_atomic_block
