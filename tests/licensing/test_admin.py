from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Invoice, Licence, LicenceType, Order, Payment, Price, Tier
from tests.licensing.conftest import add_price, order_of, signed_in


@pytest.fixture
def desk(office: User) -> Client:
    return signed_in(office)


def act(desk: Client, model: str, action: str, keys: list[int], note: str = "") -> str:
    answer = desk.post(
        f"/admin/licensing/{model}/", {"action": action, "_selected_action": keys, "note": note}, follow=True
    )
    return "\n".join(str(message) for message in answer.context["messages"])


def test_the_queue_verifies_with_what_proved_it(desk: Client, waiting: Institution) -> None:
    assert act(desk, "institution", "verify_selected", [waiting.pk], "its website") == "Done for 1."
    waiting.refresh_from_db()
    assert (waiting.is_verified, waiting.verified_how) == (True, "its website")


def test_the_queue_asks_how(desk: Client, waiting: Institution) -> None:
    said = act(desk, "institution", "verify_selected", [waiting.pk])
    assert said == "Lincoln Unified School District: Say how the institution was verified."


def test_the_queue_refuses_with_a_reason(desk: Client, waiting: Institution) -> None:
    act(desk, "institution", "refuse_selected", [waiting.pk], "No such school.")
    waiting.refresh_from_db()
    assert (waiting.verification, waiting.refused_because) == ("refused", "No such school.")


def test_the_office_invoices_and_enters_the_payment(desk: Client, order: Order) -> None:
    assert act(desk, "order", "issue_invoices", [order.pk]) == "Done for 1."
    assert act(desk, "order", "record_in_full", [order.pk], "bank 42") == "Done for 1."
    assert (
        act(desk, "order", "record_in_full", [order.pk], "bank 42")
        == "ORD-2027-0001: The invoice is paid already."
    )
    assert (Payment.objects.get().event_key, Licence.objects.count()) == ("transfer:INV-2027-0001:bank 42", 1)


def test_the_office_is_told_what_cannot_be_done(
    desk: Client, waiting: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    order = order_of(waiting, teacher, [(film, site)])
    assert "is not verified yet" in act(desk, "order", "issue_invoices", [order.pk])
    assert "There is no invoice yet" in act(desk, "order", "record_in_full", [order.pk])
    assert act(desk, "order", "cancel_selected", [order.pk]) == "Done for 1."


def test_the_office_enters_a_payment_in_part(desk: Client, invoice: Invoice) -> None:
    form = {
        "invoice": invoice.pk, "amount_0": "100", "amount_1": "USD", "method": "cheque", "received_on": "2027-03-01",
        "event_key": "cheque 7",
    }  # fmt: skip
    assert desk.post("/admin/licensing/payment/add/", form).status_code == 302
    assert Payment.objects.get().amount == Money(100, "USD")
    refused = desk.post("/admin/licensing/payment/add/", form | {"amount_0": "96", "event_key": "cheque 8"})
    assert "is more than the $95.00 that invoice INV-2027-0001 still owes" in refused.text


def test_licences_are_found_by_expiry(desk: Client, licence: Licence) -> None:
    Licence.objects.update(ends_on=date(2027, 3, 20))
    counts = {
        told: desk.get(f"/admin/licensing/licence/?expiry={told}").context["cl"].result_count
        for told in ("7", "30", "90", "ended", "current")
    }
    assert counts == {"7": 0, "30": 1, "90": 1, "ended": 0, "current": 1}


def test_a_licence_is_revoked_with_a_reason(desk: Client, licence: Licence) -> None:
    assert "Say why" in act(desk, "licence", "revoke_selected", [licence.pk])
    act(desk, "licence", "revoke_selected", [licence.pk], "Paid by a stolen card.")
    licence.refresh_from_db()
    assert licence.status == "revoked"


def test_legal_names_are_escaped(desk: Client, waiting: Institution) -> None:
    waiting.legal_name = "<script>alert(1)</script>"
    waiting.save()
    assert "<script>alert(1)" not in desk.get("/admin/licensing/institution/").text


def test_every_page_of_a_row_leads_to_its_audit_trail(desk: Client, order: Order) -> None:
    page = desk.get(f"/admin/licensing/order/{order.pk}/change/").text
    trail = f"/admin/pghistory/events/?method=tracks&obj=licensing.Order:{order.pk}"
    assert trail in page
    assert "licensing.order" in desk.get(trail).text.lower()


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
