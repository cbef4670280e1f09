"""Donations: given by card and by transfer, received, listed, hidden, and no licence, tax or royalty of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import verify
from licensing.licences.issuing import issue_licences
from licensing.models import (
    AcceptancePolicy,
    CreditNote,
    Donation,
    DonationOffer,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Order,
    OrderLine,
    Receipt,
    Refund,
    SupportPage,
    TaxRule,
)
from licensing.notices.owed import owe_refunded
from licensing.royalties.receipts import sold
from licensing.sales.donations.giving import give
from licensing.sales.donations.receiving import hide_supporter, receive_donation, show_supporter
from licensing.sales.donations.supporters import supporters
from licensing.sales.invoicing.balance import account_of, unpaid_by
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import locked, restate
from licensing.sales.payment.card import apply_session, open_card_payment
from licensing.sales.payment.gateways import State
from licensing.sales.payment.gateways.dummy import dummy_session
from licensing.sales.payment.paying import awaits_payment, by_card
from office.models import BankAccount, Distributor
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from tests.at_once import at_once
from tests.licensing.conftest import TODAY, person, signed_in
from wording.refusals import Refused

type Queries = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture(autouse=True)
def page(db: None) -> SupportPage:
    """Dollars and yen; an account for dollars."""
    ours = Distributor.objects.create(
        legal_name="Ninth Reel", contact_email="office@x.example", address="1 Film Street"
    )
    BankAccount.objects.create(
        distributor=ours,
        currency="USD",
        holder="Ninth Reel",
        bank="A Bank",
        account_number="123456",
        routing="021000021",
    )
    made = SupportPage.objects.create(is_open=True, text="We keep *long* films.")
    DonationOffer.objects.create(page=made, currency="USD", amounts=[25, 50, 100], least=5, most=5000)
    DonationOffer.objects.create(page=made, currency="JPY", amounts=[3000], least=500, most=500000)
    return made


def by_transfer(by: User, dollars: str = "50", **given: Any) -> Order:
    wanted: dict[str, Any] = {
        "amount": Money(dollars, "USD"), "method": "invoice", "by": by, "donor": "June Park", "country": "US",
    }  # fmt: skip
    return give(**(wanted | given))


def received(order: Order, office: User, amount: str = "50", reference: str = "R-1") -> Any:
    return receive_donation(
        order=order,
        amount=Money(amount, "USD"),
        method="transfer",
        reference=reference,
        received_on=TODAY,
        by=office,
    )


def test_a_person_without_institution_gives_as_an_individual_once_registered(
    outsider: User, office: User
) -> None:
    order = by_transfer(outsider)
    assert (order.institution.legal_name, order.institution.tier, order.institution.is_verified) == (
        "June Park",
        "individual",
        True,
    )
    assert (order.kind, order.status, order.total, order.tax) == (
        "donation",
        "placed",
        Money(50, "USD"),
        Decimal(0),
    )
    assert by_transfer(outsider, donor="").institution == order.institution
    assert [each.kind for each in Reminder.objects.order_by("pk")] == ["licensing.donation-announced"] * 2


def test_transfer_brings_a_receipt_that_says_what_it_is_and_no_invoice_is_sent(
    outsider: User, office: User
) -> None:
    order = by_transfer(outsider)
    received(order, office)
    order.refresh_from_db()
    assert order.status == "paid"
    receipt = Receipt.objects.get()
    words = str(receipt.snapshot["document"])
    for said in (
        "This is a receipt for a voluntary donation. Nothing was given in return for it.",
        "(Sample wording, to be checked before it is used.)",
        "Total of the donation",
        "June Park",
    ):
        assert said in words
    assert "Still owed" not in words
    kinds = {each.kind for each in Reminder.objects.all()}
    assert kinds == {"licensing.donation-announced", "licensing.receipt-issued"}
    reminder, kind = (
        Reminder.objects.get(kind="licensing.receipt-issued"),
        kind_named("licensing.receipt-issued"),
    )
    assert kind is not None
    mail = compose(reminder, kind)
    assert mail is not None
    assert mail.subject == f"Thank you for your donation: receipt {receipt.number}"
    assert "We have received US$50.00 from June Park" in mail.body.replace(
        "$50.00 from", "US$50.00 from"
    ).replace("USUS", "US")
    assert not Licence.objects.exists()


def test_what_came_counts_and_not_what_was_announced(outsider: User, office: User) -> None:
    order = by_transfer(outsider)
    assert received(order, office, "60").amount == Money(60, "USD")
    order.refresh_from_db()
    assert (order.total, order.lines.get().amount, order.invoice.total) == (Money(60, "USD"),) * 3
    with pytest.raises(Refused) as refused:
        received(order, office, reference="R-2")
    assert refused.value.code == "no-donation"


def test_card_takes_it_also_for_an_institution_that_waits_to_be_verified(
    waiting: Institution, teacher: User
) -> None:
    order = give(amount=Money("12.50", "USD"), method="card", by=teacher, institution=waiting)
    payment = open_card_payment(order=order, by=teacher)
    apply_session(session=dummy_session(payment, State.PAID))
    order.refresh_from_db()
    assert (order.status, order.invoice.total) == ("paid", Money("12.50", "USD"))
    assert Receipt.objects.count() == 1
    assert not Licence.objects.exists()


def test_card_takes_it_also_for_an_institution_with_a_number_enrolled(
    school: Institution, teacher: User
) -> None:
    Institution.objects.update(enrolment=600)
    school.refresh_from_db()
    order = give(amount=Money(25, "USD"), method="card", by=teacher, institution=school)
    assert not Order.objects.to_accept().exists()
    apply_session(session=dummy_session(open_card_payment(order=order, by=teacher), State.PAID))
    order.refresh_from_db()
    assert order.status == "paid"


def test_an_announced_donation_is_no_debt_once_its_institution_is_verified(
    waiting: Institution, teacher: User, office: User
) -> None:
    AcceptancePolicy.objects.create(at_once=True)
    order = by_transfer(teacher, institution=waiting)
    verify(institution=waiting, how="its website", by=office)
    order.refresh_from_db()
    assert (order.status, Invoice.objects.exists()) == ("placed", False)


def test_a_donation_that_went_back_to_the_card_is_no_debt(school: Institution, teacher: User) -> None:
    order = give(amount=Money(25, "USD"), method="card", by=teacher, institution=school)
    payment = apply_session(session=dummy_session(open_card_payment(order=order, by=teacher), State.PAID))
    assert payment is not None
    invoice = Invoice.objects.get()
    Refund.objects.create(
        invoice=invoice,
        card_payment=payment,
        amount=invoice.total,
        method="card",
        refunded_on=TODAY,
        event_key="r",
    )
    order = locked(order)
    restate(order, account_of(invoice))
    assert order.status == "invoiced"
    assert unpaid_by(school, currency="USD") == Money(0, "USD")
    assert not Invoice.objects.overdue(TODAY + timedelta(days=99)).exists()
    refusal = by_card(order).refusal
    assert (refusal and refusal.code, awaits_payment(order)) == ("nothing-owed", False)


def test_no_transfer_is_recorded_while_the_donor_pays_by_card(outsider: User, office: User) -> None:
    order = by_transfer(outsider)
    payment = open_card_payment(order=order, by=outsider)
    apply_session(session=dummy_session(payment, State.PENDING))
    with pytest.raises(Refused) as refused:
        received(order, office)
    assert refused.value.code == "being-confirmed"
    apply_session(session=dummy_session(payment, State.FAILED))
    assert received(order, office).amount == Money(50, "USD")


def test_a_donation_partly_returned_has_a_receipt_and_mails_of_its_own_words(
    outsider: User, office: User
) -> None:
    order = by_transfer(outsider)
    received(order, office)
    invoice = Invoice.objects.get()
    Refund.objects.create(
        invoice=invoice, amount=Money(20, "USD"), method="transfer", refunded_on=TODAY, event_key="r"
    )
    restate(locked(order), account_of(invoice))
    amounts = {order.lines.get().pk: Money(20, "USD")}
    note = issue_credit_note(
        invoice=invoice,
        amounts=amounts,
        because="Sent by mistake.",
        licences="kept",
        request_key="x",
        by=office,
    )
    last = Receipt.objects.order_by("pk")[1]
    words = f"{last.snapshot['document']} {note.snapshot['document']}"
    assert "$30.00 of your donation stays with us; the rest was returned. This is a receipt" in words
    assert ("Of invoice" in words, "licences" in words) == (False, False)
    paper = str(note.snapshot["document"])
    assert (f"For the donation confirmed by', '{invoice.number}" in paper, "nvoice" in paper) == (True, False)
    page = signed_in(outsider).get(order.get_absolute_url()).text
    assert page.count("Replaced by the next one") == 1
    for name in ("licensing.receipt-issued", "licensing.credit-note-issued"):
        kind = kind_named(name)
        assert kind is not None
        mail = compose(Reminder.objects.filter(kind=name).order_by("-pk")[0], kind)
        assert mail is not None
        assert "donation" in mail.body
        assert ("nvoice INV" in mail.body, "licences" in mail.body) == (False, False)


def test_mail_of_a_refund_speaks_of_the_donation(outsider: User, office: User) -> None:
    received(by_transfer(outsider), office)
    refund = Refund.objects.create(
        invoice=Invoice.objects.get(),
        amount=Money(50, "USD"),
        method="transfer",
        refunded_on=TODAY,
        event_key="r",
    )
    owe_refunded(refund=refund)
    kind = kind_named("licensing.refunded")
    assert kind is not None
    mail = compose(Reminder.objects.get(kind="licensing.refunded"), kind)
    assert mail is not None
    assert mail.subject == "$50.00 of your donation is returned"
    assert "invoice" not in mail.body


def test_donor_leaves_the_list_of_supporters(
    school: Institution, teacher: User, colleague: User, outsider: User, office: User
) -> None:
    order = by_transfer(teacher, institution=school, listing="named", name="June")
    received(order, office)
    path = f"{order.get_absolute_url()}leave-supporters/"
    assert "Leave the list of supporters" in signed_in(teacher).get(order.get_absolute_url()).text
    assert signed_in(outsider).post(path).status_code == 404
    assert signed_in(None).post(path).status_code == 302
    assert supporters().names == ("June",)
    assert signed_in(colleague).post(path)["Location"] == order.get_absolute_url()
    assert (supporters().names, Donation.objects.get().name) == ((), "")
    assert "Leave the list of supporters" not in signed_in(teacher).get(order.get_absolute_url()).text


def test_figures_of_the_office_keep_donations_apart(outsider: User, office: User) -> None:
    received(by_transfer(outsider), office)
    charts = signed_in(office).get("/admin/").context["charts"]
    shown = [(chart.title, row.group, str(row.now)) for chart in charts for row in chart.rows]
    assert shown == [("Received, less refunds, by tier", "Donations", "$50.00")]


def test_no_tax_is_charged_and_no_licence_issued(outsider: User, office: User) -> None:
    TaxRule.objects.create(country="US", name="Sales tax", rate=Decimal(8), starts_on=date(2027, 1, 1))
    order = by_transfer(outsider)
    received(order, office)
    order.refresh_from_db()
    assert (order.tax, order.taxed["because"]) == (Decimal(0), "A donation: no tax is charged.")
    with pytest.raises(Refused) as refused:
        issue_licences(order=order)
    assert refused.value.code == "donation"


def test_donation_is_nobodys_royalty(outsider: User, office: User) -> None:
    received(by_transfer(outsider), office)
    assert list(sold(since=None, until=TODAY, films=None, licensor=None)) == []


def test_office_can_return_a_donation_and_the_name_goes(outsider: User, office: User) -> None:
    order = by_transfer(outsider, listing="named", name="June")
    received(order, office)
    order.refresh_from_db()
    note = issue_credit_note(
        invoice=order.invoice,
        because="Sent by mistake.",
        licences=CreditNote.Licences.KEPT,
        request_key="x",
        by=office,
    )
    assert note.total == Money(50, "USD")
    assert supporters().names == ()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"amount": Money("4.99", "USD")}, "amount"), ({"amount": Money(5001, "USD")}, "amount"), ({"amount": Money(50, "EUR")}, "amount"),
        ({"amount": Money("500.50", "JPY"), "method": "card"}, "fraction"), ({"method": "purchase-order"}, "method"),
        ({"amount": Money(1000, "JPY")}, "method"), ({"listing": "named", "name": " "}, "name"), ({"donor": ""}, "donor"),
    ],
)  # fmt: skip
def test_what_cannot_be_given(given: dict[str, Any], code: str, outsider: User) -> None:
    with pytest.raises(Refused) as refused:
        by_transfer(outsider, **given)
    assert refused.value.error_list[0].code == code
    assert not Order.objects.exists()


def test_nothing_is_given_while_the_page_is_closed_or_in_anothers_name(
    school: Institution, outsider: User, page: SupportPage
) -> None:
    with pytest.raises(Refused) as refused:
        by_transfer(outsider, institution=school)
    assert refused.value.code == "not-a-member"
    SupportPage.objects.update(is_open=False)
    with pytest.raises(Refused) as refused:
        by_transfer(outsider)
    assert refused.value.code == "closed"
    assert "No donations are taken on this site" in signed_in(outsider).get("/support/").text


def test_only_who_asked_is_listed_as_they_asked_once_it_is_paid(
    outsider: User, teacher: User, office: User
) -> None:
    first = by_transfer(outsider, listing="named", name="June & friends <b>")
    received(by_transfer(outsider, listing="named", name="June & friends <b>"), office, reference="R-2")
    received(by_transfer(teacher, listing="anonymous", name="dropped"), office, reference="R-3")
    received(by_transfer(teacher), office, reference="R-4")
    by_transfer(outsider, listing="named", name="Not paid yet")
    text = signed_in(None).get("/support/").text
    assert "June &amp; friends &lt;b&gt;" in text
    assert "and 1 who gave without a name" in text
    assert "Not paid yet" not in text
    assert "US$" not in text.split("Supporters")[1].split("</aside>")[0]
    received(first, office)
    assert supporters().names == ("June & friends <b>",)


def test_office_hides_one_and_shows_it_again(outsider: User, office: User) -> None:
    received(by_transfer(outsider, listing="named", name="Rude words"), office)
    donation = Donation.objects.get()
    client = signed_in(office)
    row = f"/admin/licensing/donation/{donation.pk}"
    assert client.post(f"{row}/do/hide/")["Location"] == f"{row}/change/"
    assert not supporters()
    assert client.post(f"{row}/do/show/")["Location"] == f"{row}/change/"
    assert supporters().names == ("Rude words",)
    clerk = person("clerk@distributor.example", is_staff=True)
    assert signed_in(clerk).post(f"{row}/do/hide/").status_code == 403
    for verb in (hide_supporter, show_supporter):
        with pytest.raises(Refused):
            verb(donation=donation, by=clerk)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"listing": "named", "name": ""}, "donation_named_if_listed_so"), ({"listing": "no", "name": "X"}, "donation_named_if_listed_so"),
        ({"listing": "named", "name": "a\nb"}, "donation_name_one_line"),
    ],
)  # fmt: skip
def test_database_refuses_of_a_wish(values: dict[str, Any], constraint: str, outsider: User) -> None:
    by_transfer(outsider)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Donation.objects.update(**values)


def test_database_refuses_of_page_offer_and_line(outsider: User, film: Film, site: LicenceType) -> None:
    order = by_transfer(outsider)
    for change, constraint in (
        (lambda: SupportPage.objects.create(id=2), "support_page_is_one"),
        (lambda: SupportPage.objects.update(receipt_words=""), "support_page_receipt_says_something"),
        (lambda: SupportPage.objects.update(receipt_words="x" * 601), "support_page_receipt_words_bounded"),
        (lambda: DonationOffer.objects.update(least=0), "donation_offer_least_below_most"),
        (
            lambda: DonationOffer.objects.filter(currency="JPY").update(least="500.50"),
            "donation_offer_in_whole_coins",
        ),
        (lambda: OrderLine.objects.filter(order=order).update(film=film), "line_of_licence_or_donation"),
        (
            lambda: Order.objects.filter(pk=order.pk).update(
                method="purchase-order", purchase_order_number="1"
            ),
            "order_method_fits_kind",
        ),
    ):
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            change()


@pytest.mark.parametrize(
    ("currency", "amounts", "is_fit"),
    [("USD", [5, 5000], True), ("USD", [4, 50], False), ("USD", [5001], False), ("JPY", [600, Decimal("600.50")], False)],
)  # fmt: skip
def test_amounts_to_choose_from_can_be_given(currency: str, amounts: list[Decimal], *, is_fit: bool) -> None:
    offer = DonationOffer.objects.get(currency=currency)
    offer.amounts = [Decimal(each) for each in amounts]
    if is_fit:
        offer.full_clean()
    else:
        with pytest.raises(ValidationError, match="multiple of"):
            offer.full_clean()


def sent(**given: str) -> dict[str, str]:
    return {
        "request_key": "k", "choice": "50", "giver": "0", "donor": "June Park", "country": "US", "method": "invoice", "listing": "no",
    } | given  # fmt: skip


def test_guest_reads_and_is_asked_to_sign_in(outsider: User) -> None:
    page = signed_in(None).get("/support/")
    assert "Sign in and give" in page.text
    assert "<em>long</em>" in page.text
    assert not page.cookies
    assert signed_in(None).post("/support/", sent())["Location"] == "/account/login/?next=/support/"
    assert signed_in(None).get("/support/?currency=XXX").status_code == 404


def test_form_leads_to_the_order_with_our_account_or_to_the_card_page(outsider: User) -> None:
    client = signed_in(outsider)
    order = client.post("/support/", sent())["Location"]
    assert client.post("/support/", sent())["Location"] == order  # sent twice
    text = client.get(order).text
    for words in ("Your donation", "123456", "021000021", "You owe us nothing"):
        assert words in text
    assert "What was ordered" not in text
    card = client.post("/support/", sent(request_key="k2", method="card", choice="other", amount="7.50"))[
        "Location"
    ]
    assert card.endswith("/pay/")
    assert "Donation" in client.get("/orders/").text
    number = order.rstrip("/").rpartition("/")[2]
    assert client.post(f"{order}cancel/")["Location"] == order
    assert Order.objects.get(number=number).status == "cancelled"


@pytest.mark.parametrize(
    "wrong",
    [
        {"choice": "other"}, {"choice": "other", "amount": "-5"}, {"choice": "other", "amount": "1e9"}, {"choice": "7"}, {"giver": "999"},
        {"method": "purchase-order"}, {"donor": "x" * 300}, {"donor": "\U0001f600"}, {"listing": "named"}, {"country": "XX"},
    ],
)  # fmt: skip
def test_form_says_what_is_wrong(wrong: dict[str, str], outsider: User) -> None:
    page = signed_in(outsider).post("/support/", sent(**wrong))
    assert page.status_code == 200
    assert "Nothing has been given yet" in page.text
    assert not Order.objects.exists()


def test_pages_of_a_donation_are_its_givers_and_the_offices(
    outsider: User, teacher: User, colleague: User, school: Institution, office: User
) -> None:
    path = by_transfer(teacher, institution=school).get_absolute_url()
    people = {"owner": teacher, "colleague": colleague, "office": office, "outsider": outsider}
    found = {name: signed_in(user).get(path).status_code for name, user in people.items()}
    assert found == {"owner": 200, "colleague": 200, "office": 200, "outsider": 404}


@pytest.mark.parametrize("rows", [1, 3])
def test_statements(rows: int, outsider: User, office: User, django_assert_num_queries: Queries) -> None:
    for number in range(rows):
        received(
            by_transfer(outsider, listing="named", name=f"Name {number}"), office, reference=f"R-{number}"
        )
    with django_assert_num_queries(8):
        assert signed_in(None).get("/support/").status_code == 200
    client = signed_in(office)
    with django_assert_num_queries(5):
        assert client.get("/admin/licensing/donation/").status_code == 200


def test_office_records_a_transfer_by_a_button(outsider: User, office: User) -> None:
    order = by_transfer(outsider)
    client = signed_in(office)
    assert "Donations announced by transfer" in client.get("/admin/").text
    row = f"/admin/licensing/order/{order.pk}"
    page = client.get(f"{row}/change/").text
    assert ("do/receive-donation/" in page, "do/issue-invoice/" in page) == (True, False)
    values = {"amount": "50", "reference": "R-1", "method": "transfer", "received_on": str(TODAY)}
    assert client.post(f"{row}/do/receive-donation/", values)["Location"] == f"{row}/change/"
    assert Receipt.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_given_twice_and_recorded_twice_at_once_is_one(outsider: User, office: User) -> None:
    made = at_once(*(lambda: by_transfer(outsider, request_key="same") for _ in range(3)))
    order = Order.objects.get()
    assert {getattr(each, "pk", each) for each in made} == {order.pk}
    at_once(*(lambda: received(order, office) for _ in range(2)))
    assert (Receipt.objects.count(), order.invoice.payments.count()) == (1, 1)
