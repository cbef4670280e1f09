"""A teacher buys a licence with a purchase order; part of its invoice is credited, and the rest paid."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from djmoney.money import Money

from catalog.models import Film
from demo.sample import people
from demo.sample.accounts import confirm_mailboxes, join, person
from licensing.buyers.institutions import register_institution, verify
from licensing.documents.proof.proofs import check_address
from licensing.models import (
    CreditNote,
    Institution,
    Licence,
    LicenceType,
    Membership,
    Order,
    Payment,
    Price,
    Receipt,
    Role,
    Tier,
)
from licensing.sales.invoicing.balance import balance_of
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.payments import record_payment
from licensing.terms.days import office_today
from reminders.models import Reminder
from reminders.outbox import subject_of
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
    """Registration, verification, order, invoice and licence at once, certificate."""
    school = _register_school()
    yield f"{people.TEACHER.name}, a teacher, registers {school}.", school.get_absolute_url()
    office = person(people.OFFICE)
    verify(institution=school, how="School district directory, sample entry", by=office)
    queue = reverse("admin:licensing_institution_changelist")
    yield f"The office finds {school} in its queue; it is verified.", f"{queue}?verification__exact=verified"
    order = _order_for(school)
    yield (
        f"She orders three years of {long_film()} with a purchase order: {order.total}.",
        order.get_absolute_url(),
    )
    invoice = order.invoice
    path = reverse("licensing:invoice", args=[order.number])
    yield (
        f"By the distributor's rule it is accepted at once: invoice {invoice.number}, due on {invoice.due_on}.",
        path,
    )
    licence = Licence.objects.get(line__order=order)
    yield (
        f"Licence {licence.number} is issued with it, before anything is paid; it runs until {licence.ends_on}.",
        licence.get_absolute_url(),
    )
    certificate = reverse("licensing:certificate", args=[licence.number])
    yield "Its signed certificate is a PDF with a QR code.", certificate
    yield "Anyone who scans the code sees that the certificate is genuine.", _path_of(check_address(licence))


def credit_and_pay() -> Steps:
    """A discount that was forgotten is credited, the rest is paid, and the licence's end is kept in mind."""
    licence = Licence.objects.select_related("line__order__invoice").get(
        institution__members__email=people.TEACHER.email
    )
    order, invoice = licence.line.order, licence.line.order.invoice
    office = person(people.OFFICE)
    note = issue_credit_note(
        invoice=invoice,
        amounts={licence.line_id: Money(20, order.total.currency)},
        because="A discount for returning schools was forgotten.",
        licences=CreditNote.Licences.KEPT,
        request_key="sample-0001",
        by=office,
    )
    path = reverse("licensing:credit-note", args=[note.number])
    yield (
        f"The office credits {note.total} of the invoice; the licence stays as it is: credit note {note.number}.",
        path,
    )
    record_payment(
        invoice=invoice,
        amount=balance_of(invoice),
        method=Payment.Method.TRANSFER,
        event_key="transfer:sample-0001",
        received_on=office_today(),
        by=office,
    )
    receipt = Receipt.objects.get(invoice=invoice)
    path = reverse("licensing:receipt", args=[receipt.number])
    yield f"The school pays the rest, and receipt {receipt.number} is sent.", path
    waiting = Reminder.objects.waiting().about(subject_of(licence.institution))
    reminder = waiting.filter(kind="licensing.licences-ending").order_by("due_at")[0]
    yield (
        f"The first reminder to renew licence {licence.number} waits until {reminder.due_at:%Y-%m-%d}.",
        licence.get_absolute_url(),
    )


def _register_school() -> Institution:
    school = register_institution(
        legal_name="Riverside Secondary School (sample)",
        tier=Tier.K12,
        country="US",
        by=join(people.TEACHER),
        bill_to="12 Mill Lane\nRiverside, NY",
        accounts_payable="office@riverside-school.example",
    )
    confirm_mailboxes(school)
    Membership.objects.create(institution=school, user=join(people.COLLEAGUE), role=Role.READER)
    return school


def _order_for(school: Institution) -> Order:
    return place_order(
        institution=school,
        lines=[(long_film(), LicenceType.objects.get(code="k-12-three-years"))],
        method=Order.Method.PURCHASE_ORDER,
        purchase_order_number="PO-2041",
        starts_on=office_today(),
        by=person(people.TEACHER),
    )


def _path_of(address: str) -> str:
    return address.removeprefix(settings.SITE_URL)
