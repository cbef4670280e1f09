"""A currency without decimals through everything that is typed, charged, printed and paid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from djmoney.money import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.documents.bills.en16931.writing import ubl
from licensing.documents.bills.invoice import invoice_pdf
from licensing.documents.proof.certificate import certificate_pdf
from licensing.models import (
    Institution,
    Licence,
    LicenceType,
    Licensor,
    LicensorFilm,
    Order,
    Price,
    PriceRule,
    Quote,
    RoyaltyAgreement,
    TaxRule,
    Tier,
)
from licensing.royalties.figures import figures_of
from licensing.sales.invoicing.balance import balance_of
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.payment.card import apply_session, gateway_page
from licensing.sales.payment.gateways import State
from licensing.sales.payment.gateways.dummy import dummy_session
from licensing.sales.payment.refunds import record_refund
from licensing.sales.quoting.renewals import propose
from licensing.terms.royalties import Quarter
from office.models import Distributor
from tests.licensing.conftest import TODAY, licence_of, order_of, pay, signed_in
from tests.licensing.sales.stripe_stand_in import StripeStandIn
from tests.licensing.sales.test_stripe import stripe_api as stripe_api  # noqa: PLC0414 - a fixture
from wording.refusals import Refused


def yen(amount: str | int) -> Money:
    return Money(Decimal(amount), "JPY")


@pytest.fixture
def buyer(school: Institution, film: Film, site: LicenceType) -> Institution:
    """In Japan, buys in yen, at ten per cent tax; there is a list in yen beside the one in dollars."""
    DistributionRight.objects.create(film=film, territory="Japan", countries=["JP"])
    school.country, school.currency, school.bill_to = "JP", "JPY", "1-1 Chiyoda\nTokyo"
    school.save()
    Price.objects.create(
        film=film, licence_type=site, tier=Tier.K12, amount=yen(19_555), starts_on="2027-01-01", is_sample=True
    )  # fmt: skip
    TaxRule.objects.create(country="JP", name="Consumption tax", rate=10, starts_on="2027-01-01")
    Distributor.objects.create(
        legal_name="Longtake KK", address="2-2 Ginza\nTokyo", country="JP", phone="+81 3 0000 0000", vat_number="",
        ein="12-3456789", contact_email="office@distributor.example",
    )  # fmt: skip
    return school


def test_choices_offer_yen_beside_pounds_and_euros(settings: Settings) -> None:
    assert {"JPY", "GBP", "EUR"} <= set(settings.CURRENCIES)
    assert ("JPY", "JPY") in Institution._meta.get_field("currency").flatchoices


def test_order_tax_invoice_credit_refund_and_documents_are_whole(
    buyer: Institution, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    order = order_of(buyer, teacher, [(film, site)])
    invoice = issue_invoice(order=order, by=office)
    order.refresh_from_db()
    assert (order.total, order.tax) == (yen(21_511), Decimal(1_956))
    assert b"21511" in ubl(invoice)
    assert "¥21,511" in str(invoice.snapshot["document"])
    assert invoice_pdf(invoice).startswith(b"%PDF")
    line = order.lines.get()
    with pytest.raises(Refused) as fraction:
        issue_credit_note(
            invoice=invoice, amounts={line.pk: yen("500.50")}, because="x", licences="kept", request_key="y", by=office
        )  # fmt: skip
    assert fraction.value.code == "fraction"
    pay(invoice, office, yen(21_511))
    note = issue_credit_note(
        invoice=invoice, amounts={line.pk: yen(555)}, because="x", licences="kept", request_key="x", by=office
    )
    assert note.total == yen(611)
    with pytest.raises(Refused):
        record_refund(
            invoice=invoice,
            amount=yen("500.50"),
            method="transfer",
            reference="a",
            refunded_on=TODAY,
            by=office,
        )
    record_refund(
        invoice=invoice, amount=yen(611), method="transfer", reference="a", refunded_on=TODAY, by=office
    )
    assert balance_of(invoice) == yen(0)
    assert certificate_pdf(Licence.objects.get(line=line)).startswith(b"%PDF")
    licensor = Licensor.objects.create(
        name="Ninth Reel Films", address="8 River Road\nShenyang", country="CN"
    )
    LicensorFilm.objects.create(licensor=licensor, film=film)
    RoyaltyAgreement.objects.create(
        licensor=licensor, percent=Decimal(50), starts_on="2027-01-01", currency="JPY"
    )
    [figures] = figures_of(licensor, Quarter(2027, 1))
    assert (figures.currency, figures.receipts, figures.payable) == ("JPY", 19_000, 9_500)


def test_card_is_charged_in_whole_yen_at_stripe(
    stripe_api: StripeStandIn, buyer: Institution, film: Film, site: LicenceType, teacher: User
) -> None:
    order = order_of(buyer, teacher, [(film, site)], method="card")
    assert gateway_page(order=order, by=None)
    assert "21511" in stripe_api.made_of[0].values()


def test_card_payment_of_yen_is_recorded(
    buyer: Institution, film: Film, site: LicenceType, teacher: User
) -> None:
    from licensing.sales.payment.card import open_card_payment

    order = order_of(buyer, teacher, [(film, site)], method="card")
    payment = open_card_payment(order=order, by=None)
    apply_session(session=dummy_session(payment, State.PAID))
    order.refresh_from_db()
    assert (order.status, balance_of(order.invoice)) == (Order.Status.PAID, yen(0))


def test_price_with_half_a_yen_is_refused_where_it_is_typed(
    buyer: Institution, film: Film, site: LicenceType, office: User
) -> None:
    said = "This currency has no decimals: enter a whole amount."
    client = signed_in(office)
    values: dict[str, Any] = {
        "film": film.pk, "licence_type": site.pk, "tier": Tier.PUBLIC_LIBRARY, "amount_0": "500.50", "amount_1": "JPY",
        "fee_form": "flat", "percent": "0", "starts_on": "2027-01-01",
    }  # fmt: skip
    page = client.post("/admin/licensing/price/add/", values)
    assert said in page.content.decode()
    assert client.post("/admin/licensing/price/add/", values | {"amount_0": "500"}).status_code == 302
    rule = PriceRule(kind="rush", name="Rush", days=14, amount=yen("500.50"))
    with pytest.raises(ValidationError, match="no decimals"):
        rule.full_clean()


def test_database_keeps_yen_whole(film: Film, site: LicenceType) -> None:
    with pytest.raises(IntegrityError, match="price_in_whole_coins"), transaction.atomic():
        Price.objects.update(amount=Decimal("500.50"), amount_currency="JPY")
    with pytest.raises(IntegrityError, match="price_in_whole_coins"), transaction.atomic():
        Price.objects.update(amount=500, amount_currency="JPY", deposit=Decimal("0.50"))
    Price.objects.update(amount=Decimal("500.50"), amount_currency="EUR")
    licensor = Licensor.objects.create(name="Ninth Reel Films", address="8 River Road", country="CN")
    agreement = RoyaltyAgreement(
        licensor=licensor, percent=50, starts_on=TODAY, currency="JPY", advance=Decimal("500.50")
    )
    with pytest.raises(ValidationError, match="no decimals"):
        agreement.full_clean()


def test_quote_of_the_office_is_in_the_buyers_currency(
    buyer: Institution, film: Film, site: LicenceType, office: User, teacher: User
) -> None:
    client: Client = signed_in(office)
    path = f"/admin/licensing/institution/{buyer.pk}/do/make-quote/"
    assert client.get(path).status_code == 200
    values = {
        "request_key": "k1", "asked_by": teacher.pk, "film_1": film.pk, "type_1": site.pk, "amount_1": "500.50", "because_1": "A favour", "valid_days": "30",
        "starts_on": TODAY.isoformat(),
    }  # fmt: skip
    page = client.post(path, values)
    assert "JPY has no amounts that small" in page.content.decode()
    assert client.post(path, values | {"amount_1": "15000"}).status_code == 302
    assert Quote.objects.get().total == yen(15_000)


def test_renewal_is_in_the_buyers_currency(
    buyer: Institution, film: Film, site: LicenceType, teacher: User
) -> None:
    site.term_months = 12
    site.save()
    licence = licence_of(buyer, teacher, film, site)
    proposal = propose([licence], on=TODAY)
    assert proposal is not None
    assert proposal.total == yen(19_555)
