"""A small site with one row of nearly everything, and one client for each of four roles."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from moneyed import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import register_institution
from licensing.models import Institution, Licence, LicenceType, Order, Price, Tier
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from screenings.audience.registering import register
from screenings.models import Screening, Venue
from screenings.programme.plan_requests import ask_plan
from tests.catalog.make import make_west_of_the_tracks
from tests.licensing.conftest import KEY
from tests.screenings.conftest import (  # noqa: F401 - fixtures, found here by pytest
    ONE_DAY,
    answered,
    cinema,
    clock,
    draft,
    film,
    licence,
    owner,
    person,
    public_screening_type,
    published,
    venue,
)

SCHOOL_STARTS = [
    "/",
    "/films/",
    "/prices/",
    "/cart/",
    "/checkout/",
    "/orders/",
    "/licences/",
    "/screenings/",
    "/account/",
]
GUEST_STARTS = [
    "/", "/films/", "/prices/", "/cart/", "/screenings/", "/account/login/", "/account/signup/", "/account/password/reset/",
    "/language/setlang/", "/health/ready", "/.well-known/jwks.json", "/nowhere/",
]  # fmt: skip


@pytest.fixture(autouse=True)
def fast_and_quiet(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """No limit stops the crawl, and a hundred thousand warnings are not printed."""
    settings.LIMITS = dict.fromkeys(settings.LIMITS, "1000000/second")
    settings.ACCOUNT_RATE_LIMITS = False
    settings.SIGNING_KEY, settings.DATA_DIR, settings.MEDIA_ROOT = KEY, tmp_path, tmp_path / "public"
    settings.POSTAL_ADDRESS = "1 Film Street\nOld Town"
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def school(film: Film, public_screening_type: LicenceType) -> Institution:  # noqa: F811 - fixtures by name
    """With a member, an order that waits and one that is invoiced."""
    teacher = person("teacher@school.example")
    school = register_institution(
        legal_name="A Teacher", tier=Tier.INDIVIDUAL, country="US", by=teacher, bill_to="1 Mill Lane"
    )
    Price.objects.create(
        film=film,
        licence_type=public_screening_type,
        tier=Tier.INDIVIDUAL,
        amount=Money(90, "USD"),
        starts_on=date(2027, 1, 1),
    )
    orders = [
        place_order(
            institution=school,
            lines=[(film, public_screening_type)],
            method=method,
            purchase_order_number="PO-1",
            starts_on=date(2027, 3, 1),
            by=teacher,
        )
        for method in (Order.Method.PURCHASE_ORDER, Order.Method.CARD)
    ]
    clerk = person("clerk@distributor.example", is_staff=True, is_superuser=True)
    issue_invoice(order=orders[0], by=clerk)
    return school


@pytest.fixture
def people(
    school: Institution,
    published: Screening,  # noqa: F811 - fixtures by name
    licence: Licence,  # noqa: F811
    venue: Venue,  # noqa: F811
    film: Film,  # noqa: F811
    owner: User,  # noqa: F811
) -> dict[str, tuple[Client, list[str]]]:
    """Each role's client, and the pages from which its crawl begins."""
    make_west_of_the_tracks()
    registration = register(screening=published, name="Ada", email="ada@reader.example", user=owner)
    later = {day + timedelta(days=7): sittings for day, sittings in ONE_DAY.items()}
    asked = answered(venue, film, owner, later)
    ask_plan(venue=venue, film=film, first_day=date(2027, 4, 1), last_day=date(2027, 4, 3), by=owner)
    office = User.objects.create_superuser("office@distributor.example", "a-long-password", name="Office")
    programme = [published.get_absolute_url(), registration.get_absolute_url()]
    desk = ["/desk/", "/desk/plans/new/", asked.get_absolute_url(), f"/desk/screenings/{published.slug}/"]
    orders = [order.get_absolute_url() for order in Order.objects.all()]
    return {
        "guest": (_client(None, film, licence), GUEST_STARTS + programme),
        "member": (_client(school.memberships.get().user, film, licence), SCHOOL_STARTS + orders),
        "programmer": (_client(owner, film, licence), desk + SCHOOL_STARTS + [licence.get_absolute_url()]),
        "office": (_client(office, film, licence), ["/admin/", *orders, *desk, *programme]),
    }


def _client(user: User | None, film: Film, licence: Licence) -> Client:  # noqa: F811 - not the fixtures
    """Signed in, with something in the cart."""
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    line = licence.line
    client.post("/cart/add/", {"film": film.pk, "licence_type": line.licence_type_id})
    return client
