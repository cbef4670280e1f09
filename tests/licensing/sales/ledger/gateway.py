"""Orders by card: paid, refunded at the gateway, disputed."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from licensing.sales.payment.card import apply_session, open_card_payment
from licensing.sales.payment.card_life import hear
from licensing.sales.payment.gateways import Later, State
from licensing.sales.payment.gateways.dummy import dummy_session
from tests.licensing.sales.ledger.buying import BASKETS, PRICES, Buying
from tests.licensing.sales.ledger.journal import Book
from tests.licensing.sales.ledger.money import ACCEPTED, Moving
from tests.licensing.sales.ledger.shop import dollars


class Card(Buying, Moving):
    @initialize(is_taxed=st.booleans())
    def the_shop_is_open(self, *, is_taxed: bool) -> None:
        """An order that is paid in part, a part of a film that is paid for and upgraded, and an order by card: so that every
        rule has something to do.
        """
        self.charge_tax(is_taxed=is_taxed)
        self.place(("film", "rails"), at_once=True)
        self.place(("rails",), at_once=True)
        self.receive(0, 5_000, repeats=False)
        self.receive(1, None, repeats=False)
        self.upgrade(0)
        self.pay_by_card(("film", "rails"), told=1)

    @rule(basket=BASKETS, told=st.integers(1, 2))
    def pay_by_card(self, basket: tuple[str, ...], told: int) -> None:
        """Without tax, so that a lost dispute is told apart line by line; the gateway may tell twice."""
        was_taxed = self.is_taxed
        self.charge_tax(is_taxed=False)
        order = self.order(self.wanted(basket), method="card")
        book = self.placed(order, [PRICES[name] for name in basket])
        card = open_card_payment(order=order, by=None)
        for _ in range(told):
            apply_session(session=dummy_session(card, State.PAID))
        card.refresh_from_db()
        self.accepted(book)
        book.state, book.intent, book.paid = "paid", card.intent, book.total
        self.journal.post("bank", "receivables", book.total)
        self.receipts += 1
        self.charge_tax(is_taxed=was_taxed)

    @rule(pick=st.integers(0, 9), amount=st.integers(1, 30_000), repeats=st.booleans())
    def card_is_refunded(self, pick: int, amount: int, *, repeats: bool) -> None:
        """At the gateway's own pages, which tell how much was refunded so far."""
        if book := self.book(pick, *ACCEPTED, has_card=True):
            amount = min(amount, book.kept)
            if not book.card_refunded + amount:
                return
            for _ in range(1 + repeats):
                hear(event=Later(self.event(), book.intent, "refunded", dollars(book.card_refunded + amount)))
            book.card_refunded += amount
            self.returned(book, amount)

    @rule(pick=st.integers(0, 9), how=st.sampled_from(["disputed", "won", "lost"]))
    def card_is_disputed(self, pick: int, how: str) -> None:
        """One dispute an order, of all that was paid; its news may come twice, and late."""
        if book := self.book(pick, *ACCEPTED, has_card=True):
            if book.disputed < 0 and how != "disputed":
                return  # a dispute ends once
            told = dollars(book.paid)
            hear(event=Later(self.event(), book.intent, how, told, f"dispute:{book.intent}"))
            self.follow(book, how)

    def follow(self, book: Book, how: str) -> None:
        if book.disputed < 0:
            return
        book.disputed = 1 if how == "disputed" else -1
        if how != "lost":
            return
        left = book.kept
        self.returned(book, left)
        taken = {}
        for line in book.lines:
            if part := min(left, book.left(line)):
                taken[line] = part
                left -= part
        if taken:
            self.credited(book, taken, revokes=True)
