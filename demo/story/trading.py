"""A foundation asks for a quote, orders from it, and renews before the licence ends."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from djmoney.money import Money

from catalog.models import Film
from demo.errors import DemoError
from demo.sample import people
from demo.sample.accounts import confirm_mailboxes, join, person
from licensing.buyers.institutions import register_institution, verify
from licensing.models import Institution, Licence, LicenceType, Order, Tier
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from licensing.sales.quoting.quotes import make_quote
from licensing.sales.quoting.renewals import propose
from licensing.terms.days import office_today

type Steps = Iterator[tuple[str, str]]


def quote_and_renew() -> Steps:
    """A quote at fixed prices, the order from it with tax, and the licence that follows."""
    library = _register_library()
    librarian = person(people.LIBRARIAN)
    kind = LicenceType.objects.get(code="streaming-one-year")
    quote = make_quote(
        institution=library,
        lines=[(Film.objects.get(slug="satantango", part_of=None), kind)],
        by=librarian,
        starts_on=office_today(),
    )
    yield (
        f"{people.LIBRARIAN.name} of {library} asks for a quote: {quote.number}, {quote.total}, valid until {quote.valid_until}.",
        quote.get_absolute_url(),
    )
    order = place_order(
        institution=library,
        method=Order.Method.PURCHASE_ORDER,
        purchase_order_number="BPL-77",
        starts_on=office_today(),
        quote=quote,
        by=librarian,
    )
    yield f"She orders from the quote, at its prices: {order.total}.", order.get_absolute_url()
    invoice = issue_invoice(order=order, by=person(people.OFFICE))
    yield (
        f"The office accepts it: invoice {invoice.number}, with a sample tax of {Money(order.tax, order.total.currency)} within it.",
        reverse("licensing:invoice", args=[order.number]),
    )
    yield from _renew(order)


def _renew(order: Order) -> Steps:
    licence = Licence.objects.select_related("institution", "film__part_of", "line__licence_type").get(
        line__order=order
    )
    proposal = propose([licence], on=office_today())
    if proposal is None or not proposal.lines:
        raise DemoError(f"Licence {licence.number} cannot be renewed.")
    [line] = proposal.lines
    renewal = place_order(
        institution=licence.institution,
        lines=proposal.lines,
        method=Order.Method.PURCHASE_ORDER,
        purchase_order_number="BPL-78",
        starts_on=line.starts_on or office_today(),
        by=person(people.LIBRARIAN),
    )
    yield (
        f"Two clicks renew licence {licence.number} from {line.starts_on}; the order waits for the office.",
        renewal.get_absolute_url(),
    )


def _register_library() -> Institution:
    library = register_institution(
        legal_name="Bayview Library Foundation (sample)",
        tier=Tier.NON_PROFIT,
        country="CA",
        by=join(people.LIBRARIAN),
        bill_to="200 Harbour Street\nToronto, ON M5J 1A1",
        accounts_payable="payables@bayview-library.example",
    )
    confirm_mailboxes(library)
    verify(institution=library, how="Charity register, sample entry", by=person(people.OFFICE))
    return library
