"""The office's money of this month: invoices less credit notes by tier and by film, payments less refunds."""

from __future__ import annotations

from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, LicenceType, Refund
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from tests.licensing.conftest import TODAY, order_of, pay, signed_in


def test_parts_count_for_their_film_and_credit_notes_are_subtracted(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> None:
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site), (rails, site)]), by=office)
    pay(invoice, office, Money(100, "USD"))
    line = invoice.order.lines.get(film=rails)
    issue_credit_note(
        invoice=invoice,
        amounts={line.pk: Money(40, "USD")},
        because="x",
        licences="kept",
        request_key="t",
        by=office,
    )
    charts = signed_in(office).get("/admin/").context["charts"]
    shown = {
        chart.title: [(row.group, str(row.now), str(row.last)) for row in chart.rows] for chart in charts
    }
    assert shown == {
        "Invoiced without tax, less credit notes, by tier": [("K-12 building", "$245.00", "$0.00")],
        "Invoiced without tax, less credit notes, by film": [("West of the Tracks", "$245.00", "$0.00")],
        "Received, less refunds, by tier": [("K-12 building", "$100.00", "$0.00")],
    }
    page = signed_in(office).get("/admin/").text
    assert "March so far" in page
    assert "All of February" in page


def test_a_refund_that_did_not_arrive_is_no_refund(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office)
    pay(invoice, office)
    Refund.objects.create(
        invoice=invoice, amount=Money(50, "USD"), failed=20, method="card", refunded_on=TODAY, event_key="r"
    )
    charts = signed_in(office).get("/admin/").context["charts"]
    [received] = [chart for chart in charts if chart.title == "Received, less refunds, by tier"]
    assert [str(row.now) for row in received.rows] == ["$165.00"]
