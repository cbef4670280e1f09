"""The whole life of orders, played at random beside a ledger of its own: after every step the books agree with it.

The ledger knows nothing of the code: it adds and subtracts whole dollars, and says which steps must be refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
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
from licensing.sales.invoicing.balance import account_of, unpaid_by
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.invoicing.overdue import revoke_for_non_payment
from licensing.sales.ordering.orders import cancel_order
from licensing.sales.payment.card import apply_session, open_card_payment
from licensing.sales.payment.card_life import hear
from licensing.sales.payment.gateways import Later, State
from licensing.sales.payment.gateways.dummy import dummy_session
from licensing.sales.payment.refunds import record_refund
from tests.licensing.conftest import NOW, TODAY, order_of, pay
from wording.refusals import Refused

LIMIT = 600
LONG_AFTER = NOW + timedelta(days=61)
EXAMPLES = int(os.environ.get("LONGTAKE_TEST_LEDGER_EXAMPLES", "5"))
"""How many lives are played; a longer form before a release."""
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
    credited_of: dict[int, int] = field(default_factory=dict)
    revoked: set[int] = field(default_factory=set)
    intent: str = ""
    """Of an order by card, once it is paid: what the gateway calls the payment."""
    card_refunded: int = 0
    disputed: int = 0
    """1 while the bank has not decided, -1 afterwards."""
    is_overdue: bool = False
    """Its licences are out of force until it is paid."""

    @property
    def total(self) -> int:
        return sum(self.lines.values())

    @property
    def owed(self) -> int:
        return self.total - self.credited - self.paid + self.refunded

    def credit(self, line: int, amount: int) -> None:
        self.credited += amount
        self.credited_of[line] = self.credited_of.get(line, 0) + amount

    @property
    def is_withheld(self) -> bool:
        return self.disputed > 0 or self.is_overdue

    def restate(self) -> None:
        if self.owed <= 0:
            self.is_overdue = False
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

        def book(self, pick: int, *states: str, has_card: bool | None = None) -> Book | None:
            found = [
                book for book in self.books if book.state in states and has_card in (None, bool(book.intent))
            ]
            return found[pick % len(found)] if found else None

        @property
        def unpaid(self) -> int:
            return sum(book.owed for book in self.books if book.state == "invoiced")

        @rule(has_two=st.booleans())
        def pay_by_card(self, *, has_two: bool) -> None:
            lines = [(film, site), (rails, site)][: 1 + has_two]
            order = order_of(school, teacher, lines, method="card")
            card = open_card_payment(order=order)
            apply_session(session=dummy_session(card, State.PAID))
            card.refresh_from_db()
            prices = {line.pk: int(line.amount.amount) for line in order.lines.order_by("pk")}
            book = Book(order, prices, "paid", intent=card.intent)
            book.paid = book.total
            self.bank += book.total
            self.books.append(book)

        @rule(pick=st.integers(0, 9), amount=st.integers(1, 300), repeats=st.booleans())
        def card_is_refunded(self, pick: int, amount: int, *, repeats: bool) -> None:
            """At the gateway's own pages, which tell how much was refunded so far."""
            if book := self.book(pick, "invoiced", "paid", "credited", has_card=True):
                amount = min(amount, book.paid - book.refunded)
                told = Money(book.card_refunded + amount, "USD")
                if not told.amount:
                    return
                for _ in range(1 + repeats):
                    hear(event=Later(f"event:{next(self.numbers)}", book.intent, "refunded", told))
                book.card_refunded += amount
                book.refunded += amount
                self.bank -= amount
                book.restate()

        @rule(pick=st.integers(0, 9), how=st.sampled_from(["disputed", "won", "lost"]))
        def card_is_disputed(self, pick: int, how: str) -> None:
            """One dispute an order, of all that was paid; its news may come twice, and late."""
            if book := self.book(pick, "invoiced", "paid", "credited", has_card=True):
                if book.disputed < 0 and how != "disputed":
                    return  # a dispute ends once
                told = Money(book.paid, "USD")
                key = f"event:{next(self.numbers)}"
                hear(event=Later(key, book.intent, how, told, f"dispute:{book.intent}"))
                self.follow(book, how)

        def follow(self, book: Book, how: str) -> None:
            if book.disputed < 0:
                return
            book.disputed = 1 if how == "disputed" else -1
            if how != "lost":
                return
            returned = book.paid - book.refunded
            book.refunded += returned
            self.bank -= returned
            for line, price in book.lines.items():
                part = min(returned, price - book.credited_of.get(line, 0))
                if part > 0:
                    book.credit(line, part)
                    book.revoked.add(line)
                    returned -= part
            book.restate()

        @rule(pick=st.integers(0, 9))
        def withhold_overdue(self, pick: int) -> None:
            if book := self.book(pick, "invoiced", has_card=False):
                with office_at(LONG_AFTER):
                    revoke_for_non_payment(invoice=self.invoice(book), by=office)
                book.is_overdue = True

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
                with agreeing(amount <= book.lines[key] - book.credited_of.get(key, 0)):
                    self.issue(book, {key: Money(amount, "USD")}, revokes=revokes)
                    book.credit(key, amount)
                    book.revoked |= {key} if revokes else set()
                    book.restate()

        @rule(pick=st.integers(0, 9))
        def credit_the_rest(self, pick: int) -> None:
            if book := self.book(pick, "invoiced", "paid", "credited"):
                left = {key for key, price in book.lines.items() if price > book.credited_of.get(key, 0)}
                with agreeing(bool(left)):
                    self.issue(book, None, revokes=True)
                    book.credited, book.credited_of = book.total, dict(book.lines)
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
            in_force = {
                line
                for book in accepted
                if not book.is_withheld
                for line in book.lines
                if line not in book.revoked
            }
            assert set(Licence.objects.filter(status="active").values_list("line", flat=True)) == in_force

        @invariant()
        def numbers_have_no_gaps(self) -> None:
            series: dict[str, Any] = {"INV": Invoice, "CRN": CreditNote, "REC": Receipt, "LIC": Licence}
            for prefix, model in series.items():
                numbers = sorted(model.objects.values_list("number", flat=True))
                assert numbers == [f"{prefix}-2027-{each:04d}" for each in range(1, len(numbers) + 1)]

    return Life


@contextmanager
def office_at(now: datetime) -> Iterator[None]:
    """The clock, moved for one step."""
    with pytest.MonkeyPatch.context() as clock:
        clock.setattr(timezone, "now", lambda: now)
        yield


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
                max_examples=EXAMPLES,
                stateful_step_count=14,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    assert connection.in_atomic_block
