"""Verbs that share rows, at one moment: none ends in a deadlock, numbers have no gaps, and nothing is paid twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import combinations, count
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.buyers.exemptions import accept_exemption, hand_in_exemption, refuse_exemption
from licensing.buyers.institutions import refuse, verify
from licensing.buyers.invitations import invite
from licensing.buyers.members import change_role
from licensing.licences.ending import revoke, shorten, supersede
from licensing.licences.issuing import issue_licences
from licensing.licences.suspending import reinstate, suspend
from licensing.models import (
    AcceptancePolicy,
    CardEvent,
    CreditNote,
    Exemption,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Membership,
    NumberSeries,
    Order,
    OrderLine,
    Receipt,
    ReportFee,
    RightsReport,
    UpgradeRule,
)
from licensing.prices.wanted import WantedLine
from licensing.reports.answering import answer_report
from licensing.reports.fees import credit_fee, invoice_fee
from licensing.reports.owing import enter_screening
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.invoicing.overdue import revoke_for_non_payment
from licensing.sales.ordering.orders import cancel_order, place_order
from licensing.sales.payment.card import apply_session, open_card_payment
from licensing.sales.payment.card_life import hear
from licensing.sales.payment.gateways import Later, State
from licensing.sales.payment.gateways.dummy import dummy_session
from licensing.sales.payment.refunds import record_refund
from licensing.sales.quoting.quotes import make_quote, withdraw_quote
from tests.at_once import Crew, fours_of
from tests.licensing.conftest import NOW, TODAY, licence_of, order_of, pay
from wording.refusals import Refused

ON_ONE_ORDER = {"cancel", "invoice", "pay", "issue", "credit"}
"""These need an order to which nothing has happened yet."""
VERBS = (
    "place", "accept", "cancel", "invoice", "pay", "issue", "credit", "refund", "dispute", "unpaid", "suspend", "reinstate",
    "shorten", "supersede", "revoke", "verify", "refuse", "role", "invite", "exemption", "renew", "report", "quote",
    "give back", "answer", "settle",
)  # fmt: skip


AS_ISSUED: dict[str, Any] = {
    "status": "active", "status_since": None, "status_because": "", "suspensions": {}, "superseded_by": None,
    "shortened_at": None, "shortened_because": "", "signed_until": None, "ends_on": date(2028, 2, 28),
}  # fmt: skip
"""The columns of a licence to which nothing has happened yet."""

PER_HEAD = {
    "form": "per-head", "amount": "1", "currency": "USD", "percent": "0", "parts": 1, "showings": None, "deposit": None
}  # fmt: skip

type Verb = Callable[[], object]


class Stage:
    """A school with a licence, an invoice that is long overdue, one that money is returned of, and an order paid by card."""

    def __init__(
        self, school: Institution, film: Film, rails: Film, site: LicenceType, people: tuple[User, User, User]
    ) -> None:
        self.school, self.film, self.rails, self.site = school, film, rails, site
        self.teacher, self.colleague, self.office = people
        self.number = count(1)
        self.licence, self.other = (licence_of(school, self.teacher, film, site) for _ in range(2))
        Licence.objects.filter(pk=self.licence.pk).update(
            grants=self.licence.grants | {"report_due_days": 14}, ends_on=date(2028, 2, 28)
        )
        UpgradeRule.objects.create(from_type=site, to_type=site, reach="part-to-whole", within_days=400)
        self.overdue = self.accepted()
        self.returned = self.accepted()
        pay(self.returned, self.office, event="transfer:0")
        self.credit(self.returned, "kept")
        card = open_card_payment(order=order_of(school, self.teacher, [(film, site)], method="card"), by=None)
        apply_session(session=dummy_session(card, State.PAID))
        card.refresh_from_db()
        self.intent = card.intent
        paper = SimpleUploadedFile("ex.pdf", b"%PDF-1.7 a certificate %%EOF")
        self.exemption = hand_in_exemption(institution=school, by=self.teacher, country="US", file=paper)
        self.member = Membership.objects.get(user=self.colleague)
        self.licence.line.fee = PER_HEAD
        self.licence.line.save()
        self.owed = RightsReport.objects.create(
            licence=self.licence, institution=school, title="An evening", site="The hall", first_day=TODAY,
            last_day=TODAY, due_on=TODAY,
        )  # fmt: skip

    def accepted(self) -> Invoice:
        """Below the amount that is accepted at once."""
        return self.place_small().invoice

    def place_small(self) -> Order:
        """Accepted at once, unless the institution is refused at this moment."""
        return order_of(self.school, self.teacher, [(self.rails, self.site)])

    def answer(self, heads: int) -> object:
        return answer_report(
            report=self.owed, attendance=heads, screenings=1, admission="none", box_office=Money(0, "USD"),
            first_day=TODAY, last_day=TODAY, because="a test", by=self.office,
        )  # fmt: skip

    def settle(self) -> object:
        """Whatever waits after the newest report."""
        fee = ReportFee.objects.waiting().with_listing().first()
        if fee is None:
            return None
        return (invoice_fee if fee.amount.amount > 0 else credit_fee)(fee=fee, by=self.office)

    def credit(self, invoice: Invoice, licences: str) -> object:
        return issue_credit_note(
            invoice=invoice,
            because="a test",
            licences=licences,
            request_key=f"test:{next(self.number)}",
            by=self.office,
        )

    def upgraded(self) -> Invoice:
        """Of an order for the whole film, towards which a paid part counted."""
        small = self.accepted()
        pay(small, self.office, event=f"part:{next(self.number)}")
        part = Licence.objects.get(line__order=small.order)
        order = place_order(
            institution=self.school, lines=[WantedLine(film=self.film, licence_type=self.site, upgrades=(part,))],
            method="purchase-order", purchase_order_number="PO-9", by=self.teacher, starts_on=TODAY,
        )  # fmt: skip
        return issue_invoice(order=order, by=self.office)

    def renew(self) -> Order:
        licence = Licence.objects.select_related("film", "line__licence_type").get(pk=self.licence.pk)
        first = (licence.ends_on or TODAY) + timedelta(days=1)
        line = WantedLine(
            film=licence.film, licence_type=licence.line.licence_type, starts_on=first, renews=licence
        )
        return place_order(
            institution=self.school, lines=[line], method="purchase-order", purchase_order_number="PO-9", by=self.teacher,
            starts_on=first,
        )  # fmt: skip

    def report(self) -> object:
        owed = enter_screening(
            licence=self.licence, title="An evening", site="The hall", first_day=TODAY, last_day=TODAY, by=self.teacher
        )  # fmt: skip
        return answer_report(
            report=owed, attendance=1, screenings=1, admission="none", box_office=Money(0, "USD"), first_day=TODAY,
            last_day=TODAY, by=self.teacher,
        )  # fmt: skip

    def quote(self) -> object:
        lines = [(self.film, self.site)]
        made = make_quote(institution=self.school, lines=lines, by=self.teacher, starts_on=TODAY)
        return withdraw_quote(quote=made, by=self.teacher)

    def give_back(self, number: int) -> object:
        return issue_credit_note(
            invoice=self.whole, because="a test", licences="revoked", request_key=f"back:{number}", by=self.office,
            upgraded="reinstated" if number % 2 else "usable",
        )  # fmt: skip

    def set_up(self, four: tuple[str, ...]) -> None:
        changed = Licence.objects.exclude(status="active", shortened_at=None)
        changed.update(**AS_ISSUED)
        CardEvent.objects.all().delete()
        OrderLine.objects.exclude(renews=None).update(renews=None)
        answered = asking(four)
        Institution.objects.update(
            verification="asked" if answered else "verified", verified_at=NOW, verified_how="a test"
        )
        if "give back" in four:
            Institution.objects.update(verification="verified")
            self.whole = self.upgraded()
            Institution.objects.update(verification="asked" if answered else "verified")
        if ON_ONE_ORDER & set(four):
            Institution.objects.update(verification="verified")
            free, to_pay = (order_of(self.school, self.teacher, [(self.film, self.site)]) for _ in range(2))
            self.free, self.invoice = free, issue_invoice(order=to_pay, by=self.office)
            Institution.objects.update(verification="asked" if answered else "verified")
            Licence.objects.filter(line__order=to_pay).update(
                status="suspended",
                status_since=NOW,
                status_because="x",
                suspensions={f"non-payment:{to_pay.pk}": "x"},
            )

    def verb(self, name: str) -> Verb:
        number = next(self.number)
        event = Later(
            f"event:{number}", self.intent, "won" if number % 2 else "disputed", Money(1, "USD"), "dp_1"
        )
        licence, office, teacher, is_odd = self.licence, self.office, self.teacher, number % 2
        return {
            "place": lambda: order_of(self.school, teacher, [(self.film, self.site)]),
            "accept": self.place_small,
            "cancel": lambda: cancel_order(order=self.free, by=teacher),
            "invoice": lambda: issue_invoice(order=self.free, by=office),
            "pay": lambda: pay(self.invoice, office, event=f"transfer:{number}"),
            "issue": lambda: issue_licences(order=self.invoice.order),
            "credit": lambda: self.credit(self.invoice, "kept" if is_odd else "revoked"),
            "refund": lambda: record_refund(
                invoice=self.returned, amount=Money("0.25", "USD"), method="transfer", reference=str(number),
                refunded_on=TODAY, by=office,
            ),
            "dispute": lambda: hear(event=event),
            "unpaid": lambda: revoke_for_non_payment(invoice=self.overdue, by=office),
            "suspend": lambda: suspend(licence=licence, because="a test", by=None),
            "reinstate": lambda: reinstate(licence=licence, by=office),
            "shorten": lambda: shorten(
                licence=licence, until=date(2028, 1, 1 + number % 28), because="a test", by=office
            ),
            "supersede": lambda: supersede(licence=licence, successor=self.other, because="a test", by=office),
            "revoke": lambda: revoke(licence=licence, because="a test", by=office),
            "verify": lambda: verify(institution=self.school, how="a test", by=office),
            "refuse": lambda: refuse(institution=self.school, because="a test", by=office),
            "role": lambda: change_role(
                membership=self.member, role="reader" if is_odd else "buyer", by=teacher
            ),
            "renew": self.renew,
            "report": self.report,
            "quote": self.quote,
            "give back": lambda: self.give_back(number),
            "invite": lambda: invite(
                institution=self.school, email=f"guest{number}@school.example", role="reader", by=teacher
            ),
            "exemption": lambda: (
                accept_exemption(exemption=self.exemption, by=office)
                if is_odd
                else refuse_exemption(exemption=self.exemption, because="a test", by=office)
            ),
            "answer": lambda: self.answer(number * 7 % 50),
            "settle": self.settle,
        }[name]  # fmt: skip


ASKED = ("verify", "refuse")
"""For these the institution waits to be verified."""
FOURS = fours_of(VERBS, setting=ASKED)
SHARES = 6
"""The rounds are dealt out to so many tests, which other processes may run."""


def test_every_verb_meets_itself_and_every_other_twice_among_the_same_rows() -> None:
    met = Counter(
        pair for four in FOURS for pair in combinations(sorted(four), 2) if asking(four) <= set(pair)
    )
    assert min(met[pair] for pair in combinations(sorted(VERBS), 2)) == 2
    assert {name for four in FOURS for name in four if four.count(name) == 2} == set(VERBS)


def asking(four: tuple[str, ...]) -> set[str]:
    return set(ASKED) & set(four)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("share", range(SHARES))
def test_every_pair_of_verbs_at_once_ends_without_a_deadlock(
    school: Institution, film: Film, rails: Film, site: LicenceType, teacher: User, colleague: User,
    office: User, monkeypatch: pytest.MonkeyPatch, share: int,
) -> None:  # fmt: skip
    AcceptancePolicy.objects.create(at_once=True, up_to=100, net_days=1)
    with monkeypatch.context() as long_ago:
        long_ago.setattr(timezone, "now", lambda: NOW - timedelta(days=55))
        stage = Stage(school, film, rails, site, (teacher, colleague, office))
    faults = []
    with Crew(4) as crew:
        for four in FOURS[share::SHARES]:
            stage.set_up(four)
            results = crew.do(*(stage.verb(name) for name in four))
            faults += [(four, each) for each in results if is_fault(each)]
    assert faults == []
    for prefix, numbers in {
        "INV": Invoice.objects.values_list("number", flat=True),
        "LIC": Licence.objects.values_list("number", flat=True),
        "REC": Receipt.objects.values_list("number", flat=True),
        "CRN": CreditNote.objects.values_list("number", flat=True),
    }.items():
        assert sorted(numbers) == [f"{prefix}-2027-{each:04d}" for each in range(1, len(numbers) + 1)]
        assert NumberSeries.objects.get(name=f"{prefix}-2027").last == len(numbers)
    assert Order.objects.filter(status="cancelled", invoice__isnull=False).count() == 0
    accepted = Order.objects.filter(kind="licences").exclude(status__in=["placed", "cancelled"])
    assert Licence.objects.count() == accepted.count()
    assert Exemption.objects.count() == 1


def is_fault(result: object) -> bool:
    """Whether a verb ended in anything but its answer, or its refusal in words."""
    return isinstance(result, Exception) and not isinstance(result, Refused)
