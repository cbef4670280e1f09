"""The first page of the office: what waits today, for whom it may concern."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from moneyed import Money
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import register_institution
from licensing.models import LicenceType, Order, Price, Tier
from reminders.models import Reminder
from screenings.models import Screening
from tests.licensing.conftest import order_of
from tests.office.people import someone
from tests.screenings.conftest import person, signed_in

pytestmark = pytest.mark.django_db
FOLDED = re.compile(r'<p class="office-nothing">\s*(Nothing (?:else )?waits:)(.*?)</p>', re.DOTALL)
HEADING = re.compile(r'<h2><a href="([^"]+)">([^<]+)</a> <span class="office-count">(\d+)</span></h2>')


def panels(client: Client) -> dict[str, tuple[str, int]]:
    """Each panel's list and count, by its title."""
    page = client.get("/admin/").content.decode()
    return {title: (href.replace("&amp;", "&"), int(count)) for href, title, count in HEADING.findall(page)}


def folded(client: Client) -> tuple[str, list[str]]:
    """How the line of empty panels begins, and their titles."""
    found = FOLDED.search(client.get("/admin/").content.decode())
    assert found is not None
    return found[1], re.findall(r">([^<]+)</a>", found[2])


def order_by(name: str, film: Film, kind: LicenceType) -> Order:
    buyer = person(f"{name}@school.example")
    school = register_institution(
        legal_name=name, tier=Tier.INDIVIDUAL, country="US", by=buyer, bill_to="1 Mill Lane"
    )
    return order_of(school, buyer, [(film, kind)])


@pytest.fixture
def price(film: Film, public_screening_type: LicenceType) -> Price:
    return Price.objects.create(
        film=film,
        licence_type=public_screening_type,
        tier=Tier.INDIVIDUAL,
        amount=Money(90, "USD"),
        starts_on=date(2027, 1, 1),
    )


def test_first_page_counts_what_waits_and_leads_to_it(
    price: Price, film: Film, public_screening_type: LicenceType, published: Screening, settings: Settings
) -> None:
    order = order_by("Ada's School", film, public_screening_type)
    Reminder.objects.create(
        key="a",
        kind="note",
        subject="x",
        recipient="a@x.example",
        status="failed",
        due_at="2027-01-01T00:00Z",
    )
    register_institution(
        legal_name="B", tier=Tier.K12, country="US", by=person("b@b.example"), bill_to="2 Mill Lane"
    )
    client = signed_in(someone("view", settings))
    found = panels(client)
    assert [(title, count) for title, (_href, count) in found.items()] == [
        ("Reminders that could not be sent", 1),
        ("Institutions to verify", 1),
        ("Orders to accept", 1),
        ("Mails due within a day", 3),
        ("Screenings within 30 days", 1),
    ]
    beginning, empty = folded(client)
    assert beginning == "Nothing else waits:"
    assert {"Invoices overdue", "Deliveries to do", "Screenings that lost their licence"} <= set(empty)
    page = client.get("/admin/").content.decode()
    assert f'<a href="/admin/licensing/order/{order.pk}/change/">{order.number}</a>' in page
    for href, count in found.values():
        if "status__exact=p" not in href:  # those lists hold more than what is near
            assert client.get(href).context["cl"].result_count == count


def test_nothing_waits_is_one_line(settings: Settings) -> None:
    client = signed_in(someone("view", settings))
    assert panels(client) == {}
    assert folded(client)[0] == "Nothing waits:"


def test_panels_are_for_those_who_may_see_their_rows(price: Price, settings: Settings) -> None:
    assert panels(signed_in(someone("none", settings))) == {}
    clerk = User.objects.create_user("clerk@office.example", None, is_staff=True)
    clerk.user_permissions.add(Permission.objects.get(codename="view_order"))
    assert folded(signed_in(clerk)) == (
        "Nothing waits:",
        ["Orders to accept", "Donations announced by transfer"],
    )


def test_first_page_takes_the_same_statements_for_one_and_for_three_orders(
    price: Price,
    film: Film,
    public_screening_type: LicenceType,
    settings: Settings,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in(someone("view", settings))
    order_by("One", film, public_screening_type)
    Reminder.objects.all().delete()  # their panel counts in a statement of its own once there are more than it shows
    with django_assert_num_queries(32):
        client.get("/admin/")
    order_by("Two", film, public_screening_type)
    order_by("Three", film, public_screening_type)
    Reminder.objects.all().delete()
    with django_assert_num_queries(32):
        client.get("/admin/")


def test_all_kinds_of_rows_are_folded_into_groups(settings: Settings) -> None:
    answer = signed_in(someone("view", settings)).get("/admin/")
    groups = {group.title: [str(each["name"]) for each in group.models] for group in answer.context["groups"]}
    assert "Invoices" in groups["Quotes, orders, invoices and money"]
    assert "Deliveries" in groups["Licences and deliveries"]
    assert "Films" in groups["Catalogue"]
    assert max(len(models) for models in groups.values()) <= 32
    assert answer.text.count("<details>") == len(groups)
    listed = sum(len(app["models"]) for app in answer.context["app_list"])
    assert sum(len(models) for models in groups.values()) == listed
