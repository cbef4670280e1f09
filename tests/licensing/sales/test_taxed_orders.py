"""Tax from checkout to credit note: shown before, kept at acceptance, paid, and taken back to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.documents.bills.invoice import invoice_pdf, invoice_words
from licensing.models import (
    AcceptancePolicy,
    CreditNote,
    Exemption,
    Institution,
    Invoice,
    LicenceType,
    Order,
    Receipt,
    TaxNumber,
    TaxRule,
)
from licensing.prices.offers import mark_of
from licensing.sales.invoicing.balance import account_of
from licensing.sales.invoicing.credits import issue_credit_note, spread
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.cart import CART
from licensing.sales.ordering.orders import place_order
from licensing.sales.ordering.purchase_orders import Share
from licensing.sales.ordering.taxing import shares_of_total
from licensing.sales.payment.paying import owed_on
from office.models import Distributor
from tests.licensing.conftest import NOW, TODAY, order_of, pay, signed_in
from wording.refusals import Refused


def dollars(amount: object) -> Money:
    return Money(str(amount), "USD")


def add_rule(**words: Any) -> TaxRule:
    values = {"country": "US", "state": "NY", "name": "NY sales tax", "rate": "8.875", "number": "NY-1"}
    return TaxRule.objects.create(**values | {"starts_on": date(2027, 1, 1)} | words)


def credit(invoice: Invoice, amounts: dict[int, Money] | None, key: str, **words: Any) -> CreditNote:
    return issue_credit_note(
        invoice=invoice,
        amounts=amounts,
        because="A test.",
        licences="kept",
        request_key=key,
        by=None,
        **words,
    )


def exempt(school: Institution) -> Exemption:
    return Exemption.objects.create(
        institution=school, country="US", state="NY", number="ST-119", status="accepted", checked_at=NOW
    )


@pytest.fixture
def taxed_school(school: Institution) -> Institution:
    """In New York, where 8.875 percent are charged."""
    add_rule()
    school.state = "NY"
    school.save()
    return school


@pytest.fixture
def two(taxed_school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType) -> Order:
    """195 and 90 dollars, and 25.29 of tax."""
    return order_of(taxed_school, teacher, [(film, site), (rails, site)])


def test_an_order_keeps_its_tax_within_its_total(two: Order) -> None:
    assert (two.subtotal, two.tax, two.total) == (dollars(285), Decimal("25.29"), dollars("310.29"))
    assert two.purchase_orders.get().amount == dollars("310.29")
    assert two.taxed == {
        "treatment": "charged",
        "charges": [
            {
                "name": "NY sales tax", "rate": "8.875", "base": "285.00", "amount": "25.29", "number": "NY-1",
            }
        ],
        "because": "",
        "numbers": [],
    }  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=two.pk).update(tax=400)


def test_the_invoice_says_the_tax_and_is_paid_with_it(two: Order, office: User) -> None:
    invoice = issue_invoice(order=two, by=office)
    words = invoice_words(invoice)
    assert words["totals"] == [
        ["Subtotal", "$285.00"],
        ["NY sales tax 8.875% of $285.00", "$25.29"],
        ["Total", "$310.29"],
        ["Balance due", "$310.29"],
    ]
    assert "NY sales tax: our number is NY-1." in words["terms"]
    assert invoice_pdf(invoice).startswith(b"%PDF-")
    pay(invoice, office)
    receipt = Receipt.objects.get().snapshot
    assert (receipt["subtotal"], receipt["total"]) == ("285.00", "310.29")
    assert ["NY sales tax 8.875% of $285.00", "$25.29"] in receipt["document"]["totals"]


def test_credit_notes_return_the_whole_tax_and_no_more(two: Order, office: User) -> None:
    invoice = issue_invoice(order=two, by=office)
    first, second = two.lines.order_by("pk")
    notes = [
        credit(invoice, {first.pk: dollars("33.33")}, "1"),
        credit(invoice, {second.pk: dollars("0.07")}, "2"),
        credit(invoice, None, "3"),
    ]
    assert [str(note.tax) for note in notes] == ["2.96", "0.00", "22.33"]
    assert sum(note.tax for note in notes) == two.tax
    assert sum(note.total.amount for note in notes) == invoice.total.amount
    assert notes[0].snapshot["document"]["totals"] == [
        ["Subtotal", "-$33.33"],
        ["NY sales tax 8.875% of -$33.33", "-$2.96"],
        ["Total credited", "-$36.29"],
    ]
    two.refresh_from_db()
    assert (account_of(invoice).is_credited_whole, two.status) == (True, "credited")


@pytest.mark.parametrize("gross", ["0.01", "1.00", "99.99", "150.00", "310.28", "310.29"])
def test_an_amount_with_tax_is_credited_exactly(two: Order, office: User, gross: str) -> None:
    invoice = issue_invoice(order=two, by=office)
    amounts = spread(invoice, dollars(gross))
    if amounts:
        note = credit(invoice, amounts, "1", total=dollars(gross))
        assert note.total == dollars(gross)
        credit(invoice, None, "2") if gross != "310.29" else None
        assert account_of(invoice).credited == invoice.total


def test_a_certificate_accepted_before_acceptance_takes_the_tax_away(
    two: Order, taxed_school: Institution, office: User
) -> None:
    exempt(taxed_school)
    invoice = issue_invoice(order=two, by=office)
    assert (invoice.total, invoice.order.purchase_orders.get().amount) == (dollars(285), dollars(285))
    assert invoice.snapshot["tax_because"] == "Exempt from tax in New York by certificate ST-119."
    words = invoice_words(invoice)
    assert (["Tax", "none"] in words["totals"], invoice.snapshot["tax_because"] in words["terms"]) == (
        True,
        True,
    )


def test_split_purchase_orders_share_a_new_total_in_their_proportions(
    taxed_school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    order = place_order(
        institution=taxed_school,
        lines=[(film, site)],
        method="purchase-order",
        by=teacher,
        starts_on=TODAY,
        purchase_orders=[Share("A", amount=dollars("100.00")), Share("B", amount=dollars("112.31"))],
    )
    exempt(taxed_school)
    issue_invoice(order=order, by=office)
    amounts = [share.amount for share in order.purchase_orders.order_by("pk")]
    assert amounts == [dollars("91.84"), dollars("103.16")]
    assert shares_of_total([Decimal(1), Decimal(1), Decimal(1)], Money(100, "JPY")) == [33, 33, 34]


def test_a_state_that_the_tax_depends_on_must_be_known(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    add_rule()
    with pytest.raises(Refused) as refusal:
        order_of(school, teacher, [(film, site)])
    assert refusal.value.code == "no-state"


def test_reverse_charge_names_both_numbers_on_the_invoice(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    film.distribution_rights.update(countries=["DE", "US"])
    Distributor.objects.create(
        legal_name="Films",
        address="1 rue",
        country="FR",
        vat_number="FR40303265045",
        contact_email="a@b.example",
    )
    add_rule(country="FR", state="", name="TVA", rate=20)
    TaxNumber.objects.create(institution=school, kind="eu-vat", country="DE", number="DE136695976")
    school.country = "DE"
    school.save()
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office)
    assert "FR40303265045 (seller), DE136695976 (customer)" in invoice.snapshot["tax_because"]
    assert ["Your VAT number", "DE136695976"] in invoice_words(invoice)["facts"]


def test_a_card_is_asked_for_the_tax_too(
    taxed_school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    order = order_of(taxed_school, teacher, [(film, site)], method="card")
    assert owed_on(order) == dollars("212.31")


def test_the_checkout_and_the_order_show_the_expected_tax(
    taxed_school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    client = signed_in(teacher)
    session = client.session
    session[CART] = {"key": "k", "lines": [[film.pk, site.pk]]}
    session.save()
    page = client.get("/checkout/").content.decode()
    assert ("NY sales tax 8.875% of $195.00" in page, "$212.31" in page) == (True, True)
    order = order_of(taxed_school, teacher, [(film, site)])
    page = client.get(order.get_absolute_url()).content.decode()
    assert ("NY sales tax 8.875% of $195.00" in page, "$212.31" in page) == (True, True)


def test_a_tax_that_changed_since_the_page_is_said(
    taxed_school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    assert mark_of([], tax=Decimal(1)) != mark_of([], tax=Decimal(2)) != mark_of([])


def test_limits_count_the_total_with_tax(
    taxed_school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    AcceptancePolicy.objects.create(at_once=True, most_unpaid=200)
    assert order_of(taxed_school, teacher, [(film, site)]).status == "placed"


def test_two_rows_of_one_tax_never_hold_on_one_day(db: None) -> None:
    add_rule(ends_on=date(2027, 6, 30))
    add_rule(starts_on=date(2027, 7, 1), rate=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        add_rule(starts_on=date(2027, 6, 1))
    for wrong in ({"country": "FR", "state": "NY"}, {"rate": 101}, {"name": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            add_rule(**wrong)
    assert timezone.now() == NOW
