"""A school and its teachers, a film in three parts, a price list of three types; and a clock that stands still."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from moneyed import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.documents.proof.signing import new_key
from licensing.licences.issuing import issue_licences
from licensing.models import (
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Membership,
    Order,
    Payment,
    Price,
    Role,
    Tier,
)
from licensing.prices.wanted import WantedLine
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.payments import record_payment
from licensing.terms.rights import Admission, SiteScope, Use
from tests.standing import standing

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
TODAY = NOW.date()
KEY = json.dumps(new_key().as_dict(private=True))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon in UTC on 1 March 2027."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def address_of_ours(settings: Settings) -> None:
    """Without it no invoice to be paid by transfer is issued."""
    settings.POSTAL_ADDRESS = "1 Film Street\nPortland, OR 97201"


@pytest.fixture(autouse=True)
def signing_key(settings: Settings, tmp_path: Path) -> None:
    settings.SIGNING_KEY = KEY
    settings.DATA_DIR = tmp_path


def person(email: str, **fields: bool) -> User:
    """Someone without a password: the tests sign people in by force, and hashing one takes a tenth of a second."""
    return User.objects.create(email=email, name=email.split("@", maxsplit=1)[0].title(), **fields)


@standing
def teacher(db: None) -> User:
    return person("teacher@school.example")


@pytest.fixture
def outsider(db: None) -> User:
    return person("outsider@elsewhere.example")


@standing
def waiting(teacher: User) -> Institution:
    """The school, waiting to be verified; the teacher is its administrator."""
    institution = Institution.objects.create(
        legal_name="Lincoln Unified School District", tier=Tier.K12, country="US"
    )
    Membership.objects.create(institution=institution, user=teacher, role=Role.OWNER)
    return institution


@standing
def school(waiting: Institution) -> Institution:
    waiting.verification = Institution.Verification.VERIFIED
    waiting.verified_how = "by a test"
    waiting.verified_at = NOW
    waiting.save()
    return waiting


@pytest.fixture
def colleague(waiting: Institution) -> User:
    user = person("colleague@school.example")
    Membership.objects.create(institution=waiting, user=user, role=Role.BUYER)
    return user


@standing
def film(db: None) -> Film:
    """Three parts of 244, 178 and 132 minutes, licensed in North America."""
    whole = Film.objects.create(slug="west-of-the-tracks", title="West of the Tracks", year=2003, runtime=554)
    for number, (title, minutes) in enumerate({"Rust": 244, "Remnants": 178, "Rails": 132}.items(), start=1):
        Film.objects.create(
            slug=title.lower(), title=title, year=2003, runtime=minutes, part_of=whole, part_number=number
        )
    DistributionRight.objects.create(film=whole, territory="North America", countries=["US", "CA", "MX"])
    return whole


@standing
def site(film: Film) -> LicenceType:
    """Class and streaming for three years: 195 dollars for a school, 450 for a university; a part 90 and 200."""
    kind = LicenceType.objects.create(
        code="site", name="Site, three years", summary="In class.", uses=[Use.CLASSROOM, Use.CAMPUS_STREAMING],
        term_months=36, site_scope=SiteScope.SINGLE_SITE, order=1,
    )  # fmt: skip
    prices = {Tier.K12: (195, 90), Tier.HIGHER_EDUCATION: (450, 200)}
    Price.objects.bulk_create(
        price_of(work, kind, tier, of_the_whole if work == film else of_a_part)
        for work in (film, *film.parts.all())
        for tier, (of_the_whole, of_a_part) in prices.items()
    )
    return kind


@standing
def rails(film: Film) -> Film:
    return film.parts.get(slug="rails")


@standing
def office(db: None) -> User:
    return person("office@distributor.example", is_staff=True, is_superuser=True)


@standing
def screening(film: Film) -> LicenceType:
    """One public screening before 100 people within a year: 375 dollars for a school."""
    kind = LicenceType.objects.create(
        code="once", name="Public screening, once", summary="One evening.", uses=[Use.PUBLIC_SCREENING],
        audience_cap=100, admission=Admission.COST_RECOVERY, screenings=1, term_months=12,
        public_advertising=True, report_due_days=14, order=2,
    )  # fmt: skip
    add_price(film, kind, Tier.K12, 375)
    return kind


@standing
def copy(film: Film) -> LicenceType:
    """A copy for as long as it lasts: 395 dollars for a school."""
    kind = LicenceType.objects.create(
        code="copy",
        name="Copy",
        summary="A disc.",
        uses=[Use.CLASSROOM, Use.LENDING],
        format_lock="the disc",
        formats=["disc"],
        order=3,
    )
    add_price(film, kind, Tier.K12, 395)
    return kind


def add_price(film: Film, kind: LicenceType, tier: Tier, dollars: int, **fields: object) -> Price:
    price = price_of(film, kind, tier, dollars, **fields)
    price.save()
    return price


def price_of(film: Film, kind: LicenceType, tier: Tier, dollars: int, **fields: object) -> Price:
    """Not saved yet."""
    values = {"starts_on": date(2027, 1, 1), "is_sample": True} | fields
    return Price(film=film, licence_type=kind, tier=tier, amount=Money(dollars, "USD"), **values)


@standing
def order(school: Institution, film: Film, site: LicenceType, teacher: User) -> Order:
    return order_of(school, teacher, [(film, site)])


@pytest.fixture
def invoice(order: Order, office: User) -> Invoice:
    return issue_invoice(order=order, by=office)


@pytest.fixture
def licence(invoice: Invoice, office: User) -> Licence:
    pay(invoice, office)
    return Licence.objects.get(line__order=invoice.order)


def order_of(
    institution: Institution,
    by: User,
    lines: Sequence[WantedLine | tuple[Film, LicenceType]],
    method: str = "purchase-order",
    starts_on: date = TODAY,
) -> Order:
    return place_order(
        institution=institution,
        lines=lines,
        method=method,
        purchase_order_number="PO-7",
        by=by,
        starts_on=starts_on,
    )


def pay(invoice: Invoice, by: User, amount: Money | None = None, event: str = "transfer:1") -> Payment:
    return record_payment(
        invoice=invoice,
        amount=invoice.total if amount is None else amount,
        method=Payment.Method.TRANSFER,
        event_key=event,
        received_on=TODAY,
        by=by,
    )


def licence_of(
    institution: Institution, by: User, film: Film, kind: LicenceType, *, starts_on: date = TODAY
) -> Licence:
    """A licence straight from a paid order, without invoice."""
    order = order_of(institution, by, [(film, kind)], starts_on=starts_on)
    order.status = Order.Status.PAID
    order.save()
    return issue_licences(order=order)[0]


def signed_in(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client
