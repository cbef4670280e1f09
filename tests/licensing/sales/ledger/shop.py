"""The stage on which orders live: a school, two films, a clock of its own, and the ledger beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import ClassVar

import pytest
from django.db import transaction
from django.utils import timezone
from djmoney.money import Money
from hypothesis.stateful import RuleBasedStateMachine

from accounts.models import User
from catalog.models import Film
from licensing.models import AcceptancePolicy, Institution, Invoice, LicenceType, Licensor, Order, TaxRule
from licensing.prices.wanted import WantedLine
from licensing.sales.ordering.orders import place_order
from licensing.terms.days import office_today
from tests.licensing.conftest import NOW
from tests.licensing.sales.ledger.journal import Book, Journal, tax_on
from wording.refusals import Refused

LIMIT = 80_000
"""In cents: an order that would make the school owe more waits, and is not accepted."""
LONG = timedelta(days=61)
"""After so long the last reminder of an invoice has been sent."""


@dataclass(frozen=True)
class Stage:
    school: Institution
    teacher: User
    office: User
    film: Film
    rails: Film
    site: LicenceType
    licensor: Licensor


class Shop(RuleBasedStateMachine):
    """What all rules use. Amounts are in cents."""

    stage: ClassVar[Stage]

    def __init__(self) -> None:
        super().__init__()
        self.point = transaction.savepoint_create()
        self.clock = pytest.MonkeyPatch()
        self.now = NOW
        self.clock.setattr(timezone, "now", lambda: self.now)
        self.books: list[Book] = []
        self.journal = Journal()
        self.numbers = count(1)
        self.receipts = 0
        self.is_taxed = False
        self.statements = 0

    def teardown(self) -> None:
        self.clock.undo()
        transaction.savepoint_rollback(self.point)

    def book(self, pick: int, *states: str, has_card: bool | None = None) -> Book | None:
        found = [
            book for book in self.books if book.state in states and has_card in (None, bool(book.intent))
        ]
        return found[pick % len(found)] if found else None

    @property
    def unpaid(self) -> int:
        return sum(book.owed for book in self.books if book.state == "invoiced")

    def charge_tax(self, *, is_taxed: bool) -> None:
        """The office's rule of the school's state, from now on."""
        TaxRule.objects.all().delete()
        if is_taxed:
            TaxRule.objects.create(
                country="US", state="NY", name="Sales tax", rate=Decimal("8.875"), number="NY-1",
                starts_on=NOW.date(),
            )  # fmt: skip
        self.is_taxed = is_taxed

    def order(self, wanted: Sequence[WantedLine], method: str = "purchase-order") -> Order:
        return place_order(
            institution=self.stage.school, lines=wanted, method=method, purchase_order_number="PO-7",
            by=self.stage.teacher, starts_on=min([each.starts_on or office_today() for each in wanted]),
        )  # fmt: skip

    def placed(self, order: Order, prices: Sequence[int], upgrades: tuple[Book, int] | None = None) -> Book:
        """Notes a new order. It is accepted at once where the rule says so and the school does not owe too much."""
        rows = list(order.lines.order_by("pk"))
        lines = {row.pk: price for row, price in zip(rows, prices, strict=True)}
        rails = {row.pk for row in rows if row.film_id == self.stage.rails.pk}
        book = Book(order, lines, rails, upgrades=upgrades)
        if order.method == "purchase-order" and AcceptancePolicy.objects.filter(at_once=True).exists():
            book.tax = tax_on(book.net) if self.is_taxed else 0
            if self.unpaid + book.total <= LIMIT:
                self.accepted(book)
        self.books.append(book)
        return book

    def accepted(self, book: Book) -> None:
        """The invoice is issued with today's tax, and the licences with it."""
        book.tax = tax_on(book.net) if self.is_taxed else 0
        book.state = "invoiced"
        book.licences = dict.fromkeys(book.lines, "active")
        self.journal.post("receivables", "revenue", book.net)
        self.journal.post("receivables", "tax payable", book.tax)
        if book.upgrades:
            before, line = book.upgrades
            if before.licences[line] == "active":
                before.licences[line] = "superseded"

    def used_of(self, book: Book, line: int) -> int:
        """What the licence of a line counts towards another order now."""
        price = next((each for each in self.books if each.upgrades and each.upgrades == (book, line)), None)
        return 19_500 - price.net if price else 0

    def invoice(self, book: Book) -> Invoice:
        return Invoice.objects.get(order=book.order)

    def event(self) -> str:
        return f"test:{next(self.numbers)}"


def dollars(cents: int) -> Money:
    return Money(Decimal(cents) / 100, "USD")


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
