"""Readers of the mailing list hear of new films, and two people give: one is listed by name, one without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from djmoney.money import Money

from catalog.mailing.digests import owe_digests
from catalog.mailing.subscribing import confirm_subscription, subscribe
from catalog.models import Subject, Subscription
from demo.errors import DemoError
from demo.sample import people
from demo.sample.accounts import person
from licensing.models import Donation, Institution, Order, Receipt
from licensing.sales.donations.giving import give
from licensing.sales.donations.receiving import receive_donation
from licensing.terms.days import office_today

type Steps = Iterator[tuple[str, str]]
CHOSEN = "Work"


def write_to_readers() -> Steps:
    """One address waits to be confirmed; one is confirmed, and gets what is new about work."""
    subscribe(email="waiting@reader.example", language="en")
    subject = Subject.objects.get(name=CHOSEN)
    subscribe(email=people.LIBRARIAN.email, language="en", subjects=[subject])
    row = Subscription.objects.get(email=people.LIBRARIAN.email)
    confirm_subscription(subscription=row)
    page = row.get_absolute_url().removeprefix(settings.SITE_URL)
    yield f"{people.LIBRARIAN.name} joins the mailing list for “{CHOSEN}” and confirms her address.", page
    # As if she had joined a month ago, so that the films of this catalogue are new to her.
    Subscription.objects.filter(pk=row.pk).update(told_until=timezone.now() - timedelta(days=31))
    if owe_digests(until=timezone.now()) != 1:
        raise DemoError("The digest of new films was not owed to the one confirmed reader.")
    yield "A digest of the new films waits for her.", reverse("admin:catalog_subscription_changelist")


def support_us() -> Steps:
    """A transfer that came, with its receipt; a gift without a name; and one that is only announced."""
    donor, programmer = person(people.LIBRARIAN), person(people.PROGRAMMER)
    given = [
        give(
            amount=Money(100, "USD"), method=Order.Method.INVOICE, by=donor, donor=f"{donor.name} (sample)", country="CA",
            listing=Donation.Listing.NAMED, name=donor.name,
        ),
        give(
            amount=Money(50, "USD"), method=Order.Method.INVOICE, by=programmer,
            institution=Institution.objects.get(members=programmer), listing=Donation.Listing.ANONYMOUS,
        ),
    ]  # fmt: skip
    for number, order in enumerate(given):
        receive_donation(
            order=order, amount=order.total, method="transfer", reference=f"sample-gift-{number}", received_on=office_today(),
            by=person(people.OFFICE),
        )  # fmt: skip
    receipt = Receipt.objects.get(invoice__order=given[0])
    yield (
        f"{donor.name} gives {given[0].total}; receipt {receipt.number} says that nothing was given in return.",
        given[0].get_absolute_url(),
    )
    yield "The page for donations lists who asked to be listed.", reverse("licensing:support")
    give(amount=Money(25, "USD"), method=Order.Method.INVOICE, by=donor)
    queue = reverse("admin:licensing_order_changelist")
    yield (
        "Another donation is announced by transfer, and waits to come.",
        f"{queue}?kind__exact=donation&status__exact=placed",
    )
