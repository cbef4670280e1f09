"""Orders: placed, quoted before, upgraded, renewed, accepted, cancelled."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import rule

from licensing.models import AcceptancePolicy, Licence, Price
from licensing.prices.wanted import WantedLine
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import cancel_order, place_order
from licensing.sales.quoting.quoted import changes_since, mark_of_changes
from licensing.sales.quoting.quotes import make_quote
from licensing.sales.quoting.renewals import propose
from licensing.terms.days import office_today
from tests.licensing.sales.ledger.journal import tax_on
from tests.licensing.sales.ledger.shop import LIMIT, Shop, agreeing

BASKETS = st.sampled_from([("film",), ("film", "rails"), ("rails",)])
PRICES = {"film": 19_500, "rails": 9_000}


class Buying(Shop):
    def wanted(self, basket: tuple[str, ...]) -> list[WantedLine]:
        films = {"film": self.stage.film, "rails": self.stage.rails}
        return [WantedLine(film=films[name], licence_type=self.stage.site) for name in basket]

    @rule(is_taxed=st.booleans())
    def tax_changes(self, *, is_taxed: bool) -> None:
        self.charge_tax(is_taxed=is_taxed)

    @rule(basket=BASKETS, at_once=st.booleans())
    def place(self, basket: tuple[str, ...], *, at_once: bool) -> None:
        AcceptancePolicy.objects.update(at_once=at_once)
        self.placed(self.order(self.wanted(basket)), [PRICES[name] for name in basket])

    @rule(basket=BASKETS, is_dearer=st.booleans())
    def order_from_a_quote(self, basket: tuple[str, ...], *, is_dearer: bool) -> None:
        """What was quoted holds, though the list is dearer by then; and it is ordered once."""
        stage, today = self.stage, office_today()
        quote = make_quote(
            institution=stage.school, lines=self.wanted(basket), by=stage.teacher, starts_on=today
        )
        prices = {price.pk: price.amount for price in Price.objects.all()}
        if is_dearer:
            Price.objects.update(amount=Decimal(999))
        told = mark_of_changes(changes_since(quote))
        for is_first in (True, False):
            with agreeing(is_first):
                order = place_order(
                    institution=stage.school, quote=quote, method="purchase-order", purchase_order_number="PO-8",
                    by=stage.teacher, starts_on=today, expected=told,
                )  # fmt: skip
                self.placed(order, [PRICES[name] for name in basket])
        for key, amount in prices.items():
            Price.objects.filter(pk=key).update(amount=amount.amount)

    @rule(pick=st.integers(0, 9))
    def upgrade(self, pick: int) -> None:
        """A paid part becomes the whole film, for the rest of its price; what it counted once does not count again."""
        found = [
            (book, line)
            for book in self.books
            for line in sorted(book.rails)
            if book.state == "paid" and not book.is_withheld and book.left(line)
            if book.licences[line] in {"active", "usable"}
        ]
        if not found:
            return
        book, line = found[pick % len(found)]
        licence = Licence.objects.get(line=line)
        is_free = not self.used_of(book, line)
        counted = book.left(line)
        with agreeing(is_free):
            order = self.order(
                [WantedLine(film=self.stage.film, licence_type=self.stage.site, upgrades=(licence,))]
            )
            self.journal.post("credits given", "credits counted", counted)
            self.placed(order, [19_500 - counted], (book, line))

    @rule(pick=st.integers(0, 9))
    def renew(self, pick: int) -> None:
        found = [
            (book, line)
            for book in self.books
            for line, became in book.licences.items()
            if became == "active" and not book.is_withheld and line not in book.renewed
        ]
        if not found:
            return
        book, line = found[pick % len(found)]
        licence = Licence.objects.get(line=line)
        if licence.ends_on is None or licence.starts_on > office_today():
            return  # it would begin later than can be ordered
        proposal = propose([licence], on=office_today())
        assert proposal is not None
        order = self.order(proposal.lines)
        book.renewed.add(line)
        self.placed(order, [PRICES["rails" if licence.film == self.stage.rails else "film"]])

    @rule(pick=st.integers(0, 9))
    def accept(self, pick: int) -> None:
        if book := self.book(pick, "placed"):
            tax = tax_on(book.net) if self.is_taxed else 0
            with agreeing(self.unpaid + book.net + tax <= LIMIT and book.is_still_counted):
                issue_invoice(order=book.order, by=self.stage.office)
                self.accepted(book)

    @rule(pick=st.integers(0, 9))
    def cancel(self, pick: int) -> None:
        if book := self.book(pick, "placed", "invoiced", "paid", "credited"):
            with agreeing(book.state == "placed"):
                cancel_order(order=book.order, by=self.stage.teacher)
                book.state = "cancelled"
                if book.upgrades:
                    self.journal.post("credits counted", "credits given", 19_500 - book.net)
                    book.upgrades = None
