from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.admin.front.searching import institutions as found_institutions
from licensing.licences.ending import revoke
from licensing.licences.suspending import suspend
from licensing.models import (
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Mailbox,
    Order,
    Payment,
    Price,
    Tier,
)
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from tests.licensing.conftest import add_price, licence_of, order_of, pay, signed_in
from tests.office.press import address, buttons, press


@pytest.fixture
def desk(office: User) -> Client:
    return signed_in(office)


PAID = {"reference": "bank 42", "method": "transfer", "received_on": "2027-03-01"}


def test_the_queue_verifies_with_what_proved_it(desk: Client, waiting: Institution) -> None:
    assert buttons(desk, waiting) == ["verify", "refuse", "add-administrator", "make-quote"]
    said = press(desk, waiting, "verify", how="its website")
    assert said == "Lincoln Unified School District is verified. Its members will be notified."
    waiting.refresh_from_db()
    assert (waiting.is_verified, waiting.verified_how) == (True, "its website")
    assert buttons(desk, waiting) == ["add-administrator", "make-quote"]


def test_the_queue_asks_how(desk: Client, waiting: Institution) -> None:
    assert press(desk, waiting, "verify", how=" ") == "how: This field is required."


def test_the_queue_refuses_with_a_reason(desk: Client, waiting: Institution) -> None:
    press(desk, waiting, "refuse", because="No such school.")
    waiting.refresh_from_db()
    assert (waiting.verification, waiting.refused_because) == ("refused", "No such school.")


def test_the_office_invoices_and_enters_the_payment(desk: Client, order: Order) -> None:
    assert buttons(desk, order) == ["issue-invoice", "cancel"]
    assert press(desk, order, "issue-invoice") == (
        "Order ORD-2027-0001 is accepted. Invoice INV-2027-0001 is issued and sent."
    )
    order.refresh_from_db()
    assert buttons(desk, order) == buttons(desk, order.invoice) == ["pay-in-full", "pay-in-part", "credit"]
    said = "A payment of $195.00 for invoice INV-2027-0001 is recorded."
    assert press(desk, order, "pay-in-full", amount="195.00", **PAID) == said
    assert press(desk, order, "pay-in-full", amount="195.00", **PAID) == said
    assert (Payment.objects.get().event_key, Licence.objects.count()) == ("transfer:INV-2027-0001:bank 42", 1)
    assert "still owed on invoice" in press(
        desk, order, "pay-in-full", amount="195.00", **PAID | {"reference": "bank 43"}
    )
    assert Payment.objects.count() == 1


def test_a_payment_needs_its_reference_and_a_day_that_has_come(desk: Client, invoice: Invoice) -> None:
    data = {"amount": "195.00"} | PAID
    assert (
        press(desk, invoice, "pay-in-full", **data | {"reference": "  "})
        == "reference: This field is required."
    )
    later = press(desk, invoice, "pay-in-full", **data | {"received_on": "2027-03-02"})
    assert later == "received_on: The day of receipt cannot be in the future."
    assert not Payment.objects.exists()


def test_the_page_of_a_payment_shows_number_payer_and_amount(desk: Client, invoice: Invoice) -> None:
    page = desk.get(address(invoice, "move", "pay-in-full"))
    facts = {str(name): str(value) for name, value in page.context["form"].facts()}
    assert facts == {
        "invoice": "INV-2027-0001",
        "payer": "Lincoln Unified School District",
        "total": "$195.00",
        "still owed": "$195.00",
    }
    assert page.context["form"]["amount"].value() == Decimal("195.00")
    assert not Payment.objects.exists()


def test_payment_in_full_is_refused_when_less_is_owed_by_now(
    desk: Client, invoice: Invoice, office: User
) -> None:
    pay(invoice, office, Money(100, "USD"))
    said = press(desk, invoice, "pay-in-full", amount="195.00", **PAID)
    assert "is more than the $95.00 still owed on invoice INV-2027-0001" in said


def test_one_transfer_may_pay_two_invoices(
    desk: Client,
    invoice: Invoice,
    school: Institution,
    teacher: User,
    film: Film,
    copy: LicenceType,
    office: User,
) -> None:
    other = issue_invoice(order=order_of(school, teacher, [(film, copy)]), by=office)
    press(desk, invoice, "pay-in-full", amount="195.00", **PAID)
    press(desk, other, "pay-in-full", amount="395.00", **PAID)
    assert set(Order.objects.values_list("status", flat=True)) == {"paid"}


def test_the_office_is_told_what_cannot_be_done(
    desk: Client, waiting: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    order = order_of(waiting, teacher, [(film, site)])
    assert "is not verified yet" in press(desk, order, "issue-invoice")
    assert (
        press(desk, order, "pay-in-full", amount="195.00", **PAID)
        == "There is no invoice yet. Issue it first."
    )
    assert press(desk, order, "cancel") == "Order ORD-2027-0001 is cancelled."


def test_the_list_of_orders_to_accept_shows_all_that_the_first_page_counts(
    desk: Client,
    order: Order,
    invoice: Invoice,
    school: Institution,
    teacher: User,
    film: Film,
    site: LicenceType,
) -> None:
    """By purchase order, and by card what no card can pay any more: it was priced for another number enrolled."""
    by_order = order_of(school, teacher, [(film, site)])
    by_card = order_of(school, teacher, [(film, site)], method="card")
    queue = "/admin/licensing/order/?queue=to-accept"
    assert list(desk.get(queue).context["cl"].queryset) == [by_order]
    Institution.objects.update(enrolment=900)
    assert set(desk.get(queue).context["cl"].queryset) == {by_order, by_card}
    assert f'href="{queue}"' in desk.get("/admin/").text
    press(desk, by_order, "issue-invoice")
    assert list(desk.get(queue).context["cl"].queryset) == [by_card]


def test_the_search_knows_bank_references_cost_centres_and_mailboxes(
    desk: Client, invoice: Invoice, school: Institution
) -> None:
    pay_part = {"method": "transfer", "received_on": "2027-03-01", "amount": "100", "reference": "NF-99812"}
    press(desk, invoice, "pay-in-part", **pay_part)
    invoice.order.purchase_orders.update(cost_centre="Film 7")
    Mailbox.objects.create(institution=school, matter="accounts-payable", email="ap@school.example")

    def found(text: str) -> list[str]:
        groups = desk.get("/admin/search/", {"q": text}).context["found"]
        return [line.text for group in groups for line in group.lines]

    assert found("nf-99812") == [invoice.number]
    assert found("film 7") == [invoice.order.number]
    assert desk.get("/admin/search/", {"q": "AP@school.example"}).headers["Location"] == address(school)
    page = desk.get(address(invoice)).text
    assert ("NF-99812" in page, f"transfer:{invoice.number}" in page) == (True, False)
    assert f"transfer:{invoice.number}" not in desk.get(address(invoice, "move", "pay-in-part")).text
    assert "A payment of $100.00" in desk.get("/admin/").text.replace("\xa0", " ")  # what was done, in words


def test_the_office_enters_a_payment_in_part(desk: Client, invoice: Invoice) -> None:
    cheque = {"method": "cheque", "received_on": "2027-03-01"}
    press(desk, invoice, "pay-in-part", amount="100", reference="7", **cheque)
    assert Payment.objects.get().amount == Money(100, "USD")
    refused = press(desk, invoice, "pay-in-part", amount="96", reference="8", **cheque)
    assert "is more than the $95.00 still owed on invoice INV-2027-0001" in refused


def test_licences_are_found_by_expiry(desk: Client, licence: Licence) -> None:
    Licence.objects.update(ends_on=date(2027, 3, 20))
    counts = {
        choice: desk.get(f"/admin/licensing/licence/?expiry={choice}").context["cl"].result_count
        for choice in ("7", "30", "90", "ended", "current")
    }
    assert counts == {"7": 0, "30": 1, "90": 1, "ended": 0, "current": 1}


def test_the_office_asks_a_licence_what_it_covers(desk: Client, licence: Licence) -> None:
    use = {
        "use": "classroom", "country": "US", "first_day": "2027-05-01", "last_day": "2027-05-01", "audience": 30,
        "admission": "none",
    }  # fmt: skip
    assert press(desk, licence, "covers", **use) == "Licence LIC-2027-0001 covers this: showing in class."
    assert press(desk, licence, "covers", **use | {"outdoors": "on"}) == "Show it indoors."
    assert press(desk, licence, "covers", **use | {"country": "CA"}) == "It is not valid in Canada."
    backward = press(desk, licence, "covers", **use | {"last_day": "2027-04-30"})
    assert backward == "last_day: The last day is before the first."


def test_a_licence_is_revoked_with_a_reason(desk: Client, licence: Licence) -> None:
    assert press(desk, licence, "revoke", because="") == "because: This field is required."
    assert (
        press(desk, licence, "revoke", because="Paid by a stolen card.")
        == "Licence LIC-2027-0001 is revoked."
    )
    licence.refresh_from_db()
    assert (licence.status, buttons(desk, licence)) == ("revoked", ["covers"])


def test_legal_names_are_escaped(desk: Client, waiting: Institution) -> None:
    waiting.legal_name = "<script>alert(1)</script>"
    waiting.save()
    assert "<script>alert(1)" not in desk.get("/admin/licensing/institution/").text


def test_every_page_of_a_row_leads_to_its_history(desk: Client, order: Order) -> None:
    assert f'href="/admin/licensing/order/{order.pk}/history/"' in desk.get(address(order)).text


def test_history_says_in_words_what_was_done_and_what_changed(
    desk: Client, order: Order, office: User
) -> None:
    press(desk, order, "issue-invoice")
    happened = desk.get(address(order, "history")).context["happened"]
    assert {sentence for each in happened for sentence in each.sentences} >= {
        "Created.",
        "Status: placed → accepted",
        "Order ORD-2027-0001 is accepted. Invoice INV-2027-0001 is issued and sent.",
    }
    assert {each.who for each in happened if "→" in each.sentences[0]} == {str(office)}


def test_documents_and_grants_are_shown_in_words(desk: Client, invoice: Invoice, licence: Licence) -> None:
    for row in (invoice, licence, licence.line.order):
        page = desk.get(address(row)).text
        assert "&quot;legal_name&quot;" not in page
        assert "&quot;uses&quot;" not in page
    assert "Payable within 30 days by bank transfer" in desk.get(address(invoice)).text
    assert "showing in class" in desk.get(address(licence)).text.lower()


def test_a_licence_names_its_sites_in_words(desk: Client, licence: Licence) -> None:
    assert "as far as its site scope reaches" in desk.get(address(licence)).text
    Licence.objects.update(sites=["North branch"], named_sites=[{"name": "North branch"}])
    page = desk.get(address(licence)).text
    assert "North branch" in page
    assert "NamedSite" not in page


def test_films_to_quote_stand_with_their_parts(desk: Client, waiting: Institution, film: Film) -> None:
    page = desk.get(f"{address(waiting).removesuffix('change/')}do/make-quote/")
    names = [str(label) for _key, label in page.context["form"].fields["film_1"].choices]
    at = names.index(film.title)
    parts = [f"{film.title}: {part.title}" for part in film.parts.order_by("part_number")]
    assert names[at + 1 : at + 1 + len(parts)] == parts


def test_papers_stand_beside_their_row(desk: Client, licence: Licence, school: Institution) -> None:
    order = licence.line.order
    shown = {str(group.title): group.lines for group in desk.get(address(order)).context["beside"]}
    assert {title: [line.text for line in lines] for title, lines in shown.items()} == {
        "Invoice": ["INV-2027-0001"],
        "Purchase orders": ["PO-7"],
        "Receipts": ["REC-2027-0001"],
        "Licences": ["LIC-2027-0001"],
        "Mails about it": [
            "The office has an order to handle",
            "An order has been placed",
        ],
    }
    for lines in shown.values():
        for line in lines:
            assert desk.get(line.href).status_code == 200
            if line.document:
                assert desk.get(line.document)["Content-Type"] == "application/pdf"
    assert [str(group.title) for group in desk.get(address(school)).context["beside"]] == [
        "Orders",
        "Licences",
        "Mails about it",
    ]
    assert [str(group.title) for group in desk.get(address(licence)).context["beside"]] == [
        "Certificate",
        "Order",
        "Invoice",
        "Mails about it",
    ]


def test_overdue_invoices_are_found_by_the_first_page_s_filter(desk: Client, invoice: Invoice) -> None:
    found = "/admin/licensing/invoice/?owed=overdue"
    assert desk.get(found).context["cl"].result_count == 0
    assert desk.get("/admin/licensing/invoice/?owed=open").context["cl"].result_count == 1


def test_bulk_updates_are_in_the_audit_trail(film: Film, site: LicenceType) -> None:
    Price.objects.filter(film=film, tier=Tier.K12).update(amount=Money(1, "USD"))
    from django.apps import apps

    events = apps.get_model("licensing", "PriceEvent").objects.filter(pgh_label="update")
    assert [event.amount for event in events] == [Money(1, "USD")]


def export(desk: Client) -> str:
    answer = desk.post("/admin/licensing/price/export/", {"format": "0", "resource": "0"} | FIELDS)
    return answer.content.decode()


FIELDS = {
    f"priceresource_{name}": "on"
    for name in (
        "film",
        "licence_type",
        "tier",
        "amount",
        "amount_currency",
        "starts_on",
        "ends_on",
        "is_sample",
    )
}


def test_prices_go_out_by_name_and_come_back(
    desk: Client, film: Film, rails: Film, site: LicenceType
) -> None:
    table = export(desk)
    assert "west-of-the-tracks/rails,site,k-12,90.00,USD,2027-01-01,,1" in table
    changed = table.replace("rails,site,k-12,90.00", "rails,site,k-12,95.00")
    file = SimpleUploadedFile("prices.csv", changed.encode(), "text/csv")
    preview = desk.post(
        "/admin/licensing/price/import/", {"import_file": file, "format": "0", "resource": ""}
    )
    confirm = preview.context["confirm_form"]
    desk.post("/admin/licensing/price/process_import/", confirm.initial)
    assert Price.objects.get(film=rails, tier=Tier.K12).amount == Money(95, "USD")
    assert Price.objects.count() == 8


def test_an_overlapping_price_is_refused_in_a_sentence(desk: Client, film: Film, site: LicenceType) -> None:
    form = {
        "film": film.pk, "licence_type": site.pk, "tier": "k-12", "amount_0": "5", "amount_1": "USD",
        "starts_on": "2027-06-01",
    }  # fmt: skip
    answer = desk.post("/admin/licensing/price/add/", form)
    assert (
        "Another price of this film, licence type, tier and currency covers some of these days."
        in answer.text
    )


def test_the_database_keeps_prices_apart(film: Film, site: LicenceType) -> None:
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError, match="price_ranges_apart"), transaction.atomic():
        add_price(film, site, Tier.K12, 5, starts_on=date(2030, 1, 1))
    Price.objects.filter(film=film, tier=Tier.K12).update(ends_on=date(2029, 12, 31))
    add_price(film, site, Tier.K12, 5, starts_on=date(2030, 1, 1))


def test_an_order_that_no_rule_accepts_says_why_it_waits(desk: Client, order: Order) -> None:
    page = desk.get(address(order, "change")).text
    assert "No rule accepts an order of the tier “K-12 building”" in page
    assert "over $195.00 at once: you accept it here." in page
    confirm = desk.get(address(order, "move", "issue-invoice")).text
    assert "31 March 2027" in confirm
    assert "The invoice is sent and the licences are issued at once." in confirm


def test_money_cannot_come_before_its_order_nor_go_back_before_it_came(
    desk: Client, invoice: Invoice, office: User
) -> None:
    said = press(desk, invoice, "pay-in-part", amount="95", **PAID | {"received_on": "2020-01-01"})
    assert said == (
        "received_on: The order was placed on 1 March 2027: its money cannot have come before that day."
    )
    press(desk, invoice, "pay-in-full", amount="195", **PAID)
    issue_credit_note(invoice=invoice, because="x", licences="kept", request_key="x", by=office)
    back = {"amount": "195", "method": "transfer", "reference": "b", "refunded_on": "2027-02-28"}
    assert press(desk, invoice, "record-refund", **back) == (
        "refunded_on: The first payment came on 1 March 2027: it cannot be returned before that day."
    )
    page = desk.get("/admin/").text
    assert "Refunds that we owe" in page
    assert "Lincoln Unified School District, $195.00" in page
    assert desk.get("/admin/licensing/invoice/?owed=refund").context["cl"].result_count == 1
    press(desk, invoice, "record-refund", **back | {"refunded_on": "2027-03-01"})
    assert desk.get("/admin/licensing/invoice/?owed=refund").context["cl"].result_count == 0


def test_an_institution_is_found_by_its_mailbox(school: Institution) -> None:
    Mailbox.objects.create(institution=school, matter="accounts-payable", email="ap@school.example")
    assert list(found_institutions("AP@school.example")) == [school]
    assert list(found_institutions("lincoln")) == [school]
    assert list(found_institutions("other@school.example")) == []


@pytest.mark.parametrize(("uses", "is_told"), [(["campus-streaming"], False), (["classroom"], True)])
def test_a_mail_about_a_streaming_licence_says_nothing_of_screenings(
    school: Institution,
    teacher: User,
    office: User,
    film: Film,
    site: LicenceType,
    uses: list[str],
    is_told: bool,
) -> None:
    site.uses = uses
    site.save()
    licence = licence_of(school, teacher, film, site)
    suspend(licence=licence, because="Disputed.", by=office)
    first = _mail("licensing.licence-suspended")
    revoke(licence=licence, because="Sent back.", by=office)
    for body in (first, _mail("licensing.licence-revoked")):
        assert ("A screening that rested on it" in body) is is_told
        assert "Reply to this e-mail if you have a question." in body


def _mail(kind: str) -> str:
    reminder = Reminder.objects.filter(kind=kind).first()
    assert reminder is not None
    mail = compose(reminder, kind_named(kind))  # type: ignore[arg-type]  # registered
    assert mail is not None
    return " ".join(str(mail.body).split())
