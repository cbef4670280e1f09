"""Money by transfer, and what is taken back of an invoice: whole, part, sent twice."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.overdue import revoke_for_non_payment
from licensing.sales.payment.payments import record_payment
from licensing.sales.payment.refunds import record_refund
from licensing.terms.days import office_today
from tests.licensing.sales.ledger.journal import Book
from tests.licensing.sales.ledger.shop import LONG, Shop, agreeing, dollars, office_at

ACCEPTED = ("invoiced", "paid", "credited")
AMOUNTS = st.one_of(st.none(), st.integers(1, 8_000), st.integers(-500, 20_000))
"""In cents; None: all that is left."""


class Moving(Shop):
    @rule(pick=st.integers(0, 9), amount=AMOUNTS, repeats=st.booleans())
    def receive(self, pick: int, amount: int | None, *, repeats: bool) -> None:
        """A transfer, in part or in full, of which the bank may tell twice."""
        if book := self.book(pick, *ACCEPTED):
            amount = book.owed if amount is None else amount
            event = self.event()
            with agreeing(0 < amount <= book.owed and book.state != "credited"):
                for _ in range(1 + repeats):
                    record_payment(
                        invoice=self.invoice(book), amount=dollars(amount), method="transfer", event_key=event,
                        received_on=office_today(), by=self.stage.office,
                    )  # fmt: skip
                book.paid += amount
                self.journal.post("bank", "receivables", amount)
                self.receipts += not book.owed
                book.restate()

    @rule(pick=st.integers(0, 9))
    def withhold_overdue(self, pick: int) -> None:
        if book := self.book(pick, "invoiced", has_card=False):
            with office_at(self.now + LONG):
                revoke_for_non_payment(invoice=self.invoice(book), by=self.stage.office)
            book.is_overdue = True

    @rule(
        pick=st.integers(0, 9), line=st.integers(0, 1), amount=AMOUNTS, revokes=st.booleans(),
        is_reinstated=st.booleans(),
    )  # fmt: skip
    def credit(self, pick: int, line: int, amount: int | None, *, revokes: bool, is_reinstated: bool) -> None:
        if book := self.book(pick, *ACCEPTED):
            key = [*book.lines][line % len(book.lines)]
            cents = (book.left(key) or 1) if amount is None else amount
            self.take_back(book, {key: cents}, revokes=revokes, is_reinstated=is_reinstated)

    @rule(pick=st.integers(0, 9), is_reinstated=st.booleans())
    def credit_the_rest(self, pick: int, *, is_reinstated: bool) -> None:
        if book := self.book(pick, *ACCEPTED):
            rest = {key: left for key in book.lines if (left := book.left(key))}
            self.take_back(book, rest, revokes=True, is_reinstated=is_reinstated, is_whole=True)

    def take_back(
        self,
        book: Book,
        taken: dict[int, int],
        *,
        revokes: bool,
        is_reinstated: bool,
        is_whole: bool = False,
    ) -> None:
        """One credit note, asked for twice with the same key."""
        is_fit = bool(taken) and all(
            0 < cents <= book.left(key) - self.used_of(book, key) for key, cents in taken.items()
        )
        is_asked = revokes and book.upgrades is not None
        if book.upgrades and book.upgrades[0].is_withheld:
            is_reinstated = False  # what is withheld is not put into force again
        upgraded = ("reinstated" if is_reinstated else "usable") if is_asked else ""
        amounts = None if is_whole else {key: dollars(cents) for key, cents in taken.items()}
        event, was_owed = self.event(), book.owed
        with agreeing(is_fit):
            for _ in range(2):
                issue_credit_note(
                    invoice=self.invoice(book), amounts=amounts, because="A test.", by=self.stage.office,
                    licences="revoked" if revokes else "kept", request_key=event, upgraded=upgraded,
                )  # fmt: skip
            self.credited(book, taken, revokes=revokes)
            if upgraded:
                self.given_back(book, upgraded)
            self.receipts += was_owed > 0 and not book.owed and book.kept > 0

    def credited(self, book: Book, taken: dict[int, int], *, revokes: bool) -> None:
        net, tax = book.credit(taken)
        self.journal.post("revenue", "receivables", net)
        self.journal.post("tax payable", "receivables", tax)
        for key in taken:
            if revokes and book.licences[key] == "active":
                book.licences[key] = "revoked"
        book.restate()

    def given_back(self, book: Book, upgraded: str) -> None:
        assert book.upgrades is not None
        before, line = book.upgrades
        self.journal.post("credits counted", "credits given", 19_500 - book.net)
        book.upgrades = None
        if before.licences[line] == "superseded":
            before.licences[line] = "active" if upgraded == "reinstated" else "usable"

    @rule(pick=st.integers(0, 9), amount=AMOUNTS)
    def give_back(self, pick: int, amount: int | None) -> None:
        if book := self.book(pick, *ACCEPTED):
            most = min(book.kept, max(0, -book.owed))
            amount = most if amount is None else amount
            with agreeing(0 < amount <= most):
                record_refund(
                    invoice=self.invoice(book), amount=dollars(amount), method="transfer",
                    reference=self.event(), refunded_on=office_today(), by=self.stage.office,
                )  # fmt: skip
                self.returned(book, amount)

    def returned(self, book: Book, amount: int) -> None:
        book.refunded += amount
        self.journal.post("receivables", "bank", amount)
        book.restate()
