"""Two people who press the same button at one moment, each in a session of their own: once, and the other is told why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.http import HttpResponse
from django.test import Client
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film, Holdback
from licensing.licences.ending import revoke
from licensing.models import (
    AcceptancePolicy,
    CreditNote,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Order,
    OrderLine,
    Quote,
    Refund,
    UpgradeCredit,
    UpgradeRule,
)
from licensing.prices.wanted import WantedLine
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from licensing.sales.quoting.quotes import make_quote
from licensing.terms.days import office_today
from tests.at_once import at_once
from tests.licensing.conftest import licence_of, order_of, pay, signed_in
from tests.office.press import address
from wording.refusals import Refused

pytestmark = pytest.mark.django_db(transaction=True)
ORDER = {
    "method": "purchase-order", "purchase_order_number": "PO-9", "is_exact_name": "on", "told": ""
}  # fmt: skip


@pytest.fixture
def billed(school: Institution, teacher: User, film: Film, site: LicenceType) -> Invoice:
    """195 dollars at net 30."""
    AcceptancePolicy.objects.create(at_once=True)
    return order_of(school, teacher, [(film, site)]).invoice


def both(*calls: Callable[[], str]) -> list[str]:
    answers = at_once(*calls)
    assert all(isinstance(each, str) for each in answers), answers
    return sorted(str(each) for each in answers)


def pressed(client: Client, row: Invoice, move: str, **data: str) -> str:
    """The page after a button of the office, as text: what the test client notes of templates is mixed between threads."""
    return client.post(address(row, "move", move), data, follow=True).content.decode()


def said_after(client: Client, path: str, data: dict[str, str]) -> str:
    """Where it led, or the page that says why not."""
    answer: HttpResponse = client.post(path, data)  # type: ignore[assignment]  # the test client's own class
    return answer.headers.get("Location") or answer.content.decode()


def test_a_credit_note_of_two_clerks(billed: Invoice, office: User) -> None:
    line = billed.order.lines.get().pk
    sent = {"because": "A mistake.", "licences": "kept", f"line_{line}": "195"}
    calls = [
        partial(pressed, signed_in(office), billed, "credit", **sent | {"key": f"k{number}"})
        for number in range(2)
    ]
    said = both(*calls)
    assert sum("Credit note CRN-2027-0001 for $195.00 is issued and sent." in each for each in said) == 1
    assert sum("can still be credited" in each or "nothing left to credit" in each for each in said) == 1
    assert [note.total for note in CreditNote.objects.all()] == [Money(195, "USD")]


def test_a_refund_of_two_clerks(billed: Invoice, office: User) -> None:
    pay(billed, office)
    issue_credit_note(invoice=billed, because="x", licences="kept", request_key="x", by=office)
    sent = {"amount": "195", "method": "transfer", "refunded_on": office_today().isoformat()}
    calls = [
        partial(pressed, signed_in(office), billed, "record-refund", **sent | {"reference": f"back {number}"})
        for number in range(2)
    ]
    said = both(*calls)
    assert sum("A refund of $195.00 is recorded." in each for each in said) == 1
    assert sum("Only $0.00 was received and not returned yet." in each for each in said) == 1
    assert [refund.amount for refund in Refund.objects.all()] == [Money(195, "USD")]


def test_a_renewal_of_two_colleagues(
    school: Institution, teacher: User, colleague: User, film: Film, site: LicenceType
) -> None:
    licence = licence_of(school, teacher, film, site)
    Licence.objects.filter(pk=licence.pk).update(ends_on=office_today())
    path = f"/licences/renew/?licence={licence.number}"
    calls = [
        partial(said_after, signed_in(user), path, ORDER | {"request_key": user.email})
        for user in (teacher, colleague)
    ]
    said = both(*calls)
    order = Order.objects.get(lines__renews=licence)
    assert order.get_absolute_url() in said
    assert any(f"is renewed already, by order {order.number}." in each for each in said)


def test_an_upgrade_of_two_colleagues(
    school: Institution, teacher: User, colleague: User, film: Film, rails: Film, site: LicenceType
) -> None:
    part = licence_of(school, teacher, rails, site)
    rule = UpgradeRule.objects.create(
        from_type=site, to_type=site, reach="part-to-whole", within_days=30, percent=100
    )
    clients = [signed_in(user) for user in (teacher, colleague)]
    quotes = [
        said_after(client, f"/licences/{part.number}/upgrade/", {"rule": str(rule.pk)}) for client in clients
    ]
    said = both(*(partial(said_after, each, at, ORDER) for each, at in zip(clients, quotes, strict=True)))
    assert UpgradeCredit.objects.get().licence == part
    assert OrderLine.objects.filter(film=film).count() == 1
    assert any(f"Licence {part.number} has been credited already" in each for each in said)
    assert sorted(Quote.objects.values_list("status", flat=True)) == ["accepted", "open"]


@pytest.mark.parametrize("is_quoted", [False, True])
def test_an_upgrade_and_a_credit_note_of_what_it_counts(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType, is_quoted: bool
) -> None:  # fmt: skip
    """Whoever comes first: no more is counted than stays paid."""
    UpgradeRule.objects.create(from_type=site, to_type=site, reach="part-to-whole", within_days=30)
    invoice = issue_invoice(order=order_of(school, teacher, [(rails, site)]), by=office)
    pay(invoice, office)
    part = Licence.objects.get()
    wanted = WantedLine(film=film, licence_type=site, upgrades=(part,))
    quote = make_quote(institution=school, lines=[wanted], by=teacher, starts_on=office_today())
    what = {"quote": quote, "expected": ""} if is_quoted else {"lines": [wanted]}
    order = partial(
        place_order, institution=school, method="purchase-order", purchase_order_number="PO", by=teacher,
        starts_on=office_today(), **what,
    )  # fmt: skip
    credit = partial(
        issue_credit_note, invoice=invoice, amounts={part.line_id: Money(89, "USD")}, because="x", licences="kept",
        request_key="x", by=office,
    )  # fmt: skip
    at_once(order, credit)
    counted = sum(each.amount.amount for each in UpgradeCredit.objects.all())
    left = 90 - sum(each.total.amount for each in CreditNote.objects.all())
    assert counted <= left
    assert (counted, left) in {(90, 90), (0, 1), (1, 1)}


def test_an_upgrade_and_a_revocation_of_what_it_counts(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> None:
    """If the order comes first, it waits, and is not accepted."""
    UpgradeRule.objects.create(from_type=site, to_type=site, reach="part-to-whole", within_days=30)
    part = licence_of(school, teacher, rails, site)
    wanted = WantedLine(film=film, licence_type=site, upgrades=(part,))
    said = at_once(
        partial(order_of, school, teacher, [wanted]),
        partial(revoke, licence=part, because="A complaint.", by=office),
    )
    order = next((each for each in said if isinstance(each, Order)), None)
    assert UpgradeCredit.objects.count() == (order is not None)
    if order is not None:
        with pytest.raises(Refused, match="which this order upgrades"):
            issue_invoice(order=order, by=office)


def test_holdbacks_of_two_editors_beside_an_order(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    """The order stands as it was priced, or is refused in words; both holdbacks stand, and nothing is ordered after them."""

    def ordered() -> str:
        try:
            return order_of(school, teacher, [(film, site)]).number
        except Refused as refusal:
            return str(refusal)

    held = {"film": str(film.pk), "uses": "education", "countries": "US", "until": "2099-12-31"}
    editors = [
        partial(
            said_after, signed_in(office), "/admin/catalog/holdback/add/", held | {"note": f"editor {number}"}
        )
        for number in range(2)
    ]
    said = both(*editors, ordered)
    assert said[:2] == ["/admin/catalog/holdback/"] * 2
    assert said[2].startswith("ORD-") or "can begin on 1 January 2100 or later" in said[2]
    assert sorted(Holdback.objects.values_list("note", flat=True)) == ["editor 0", "editor 1"]
    assert "can begin on 1 January 2100 or later" in ordered()
    assert Order.objects.count() == int(said[2].startswith("ORD-"))
