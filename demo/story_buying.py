"""A teacher buys a licence with a purchase order."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse

from catalog.models import Film
from demo import sample, sample_people
from licensing.buyers.institutions import register_institution, verify
from licensing.documents.proofs import check_address
from licensing.models import Institution, Licence, LicenceType, Membership, Order, Payment, Price, Role, Tier
from licensing.sales.invoices import issue_invoice
from licensing.sales.orders import place_order
from licensing.sales.payments import record_payment
from licensing.terms.days import office_today
from screenings.models import Venue

type Steps = Iterator[tuple[str, str]]


def long_film() -> Film:
    return Film.objects.get(slug="west-of-the-tracks", part_of=None)


def set_the_scene() -> Steps:
    """What the distributor has at the beginning."""
    films = Film.objects.wholes().count()
    parts = Film.objects.count() - films
    yield f"The catalogue holds {films} films with {parts} parts.", reverse("catalog:films")
    yield (
        f"The price list holds {Price.objects.count()} prices, each marked as a sample.",
        reverse("licensing:prices"),
    )
    venues = ", ".join(str(venue) for venue in Venue.objects.order_by("name"))
    first = Venue.objects.order_by("name")[0]
    yield f"Two venues are registered: {venues}.", first.get_absolute_url()


def buy_with_purchase_order() -> Steps:
    """Registration, verification, order, invoice, payment, licence, certificate."""
    school = _register_school()
    yield f"{sample_people.TEACHER.name}, a teacher, registers {school}.", school.get_absolute_url()
    office = sample.person(sample_people.OFFICE)
    verify(institution=school, how="School district directory, sample entry", by=office)
    queue = reverse("admin:licensing_institution_changelist")
    yield f"The office finds {school} in its queue; it is verified.", f"{queue}?verification__exact=verified"
    order = _order_for(school)
    yield (
        f"She orders three years of {long_film()} with a purchase order: {order.total}.",
        order.get_absolute_url(),
    )
    invoice = issue_invoice(order=order, by=office)
    path = reverse("licensing:invoice", args=[order.number])
    yield f"The office issues invoice {invoice.number}, due on {invoice.due_on}.", path
    record_payment(
        invoice=invoice,
        amount=invoice.total,
        method=Payment.Method.TRANSFER,
        event_key="transfer:sample-0001",
        received_on=office_today(),
        by=office,
    )
    licence = Licence.objects.get(line__order=order)
    yield (
        f"The school pays, and licence {licence.number} runs until {licence.ends_on}.",
        licence.get_absolute_url(),
    )
    certificate = reverse("licensing:certificate", args=[licence.number])
    yield "Its signed certificate is a PDF with a QR code.", certificate
    yield "Anyone who scans the code sees that the certificate is genuine.", _path_of(check_address(licence))


def _register_school() -> Institution:
    school = register_institution(
        legal_name="Riverside Secondary School (sample)",
        tier=Tier.K12,
        country="US",
        by=sample.join(sample_people.TEACHER),
        bill_to="12 Mill Lane\nRiverside, NY",
        accounts_payable="office@riverside-school.example",
    )
    Membership.objects.create(institution=school, user=sample.join(sample_people.COLLEAGUE), role=Role.READER)
    return school


def _order_for(school: Institution) -> Order:
    return place_order(
        institution=school,
        lines=[(long_film(), LicenceType.objects.get(code="k-12-three-years"))],
        method=Order.Method.PURCHASE_ORDER,
        purchase_order_number="PO-2041",
        starts_on=office_today(),
        by=sample.person(sample_people.TEACHER),
    )


def _path_of(address: str) -> str:
    return address.removeprefix(settings.SITE_URL)
