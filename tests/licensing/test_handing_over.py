"""A member who may not order sends the cart to a colleague who may."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, LicenceType, Membership, Role
from licensing.sales.ordering.cart import MOST_LINES
from tests.licensing.conftest import person, signed_in

HEADING = "Send it to a colleague who may order"


def with_cart(user: User | None, film: Film, site: LicenceType) -> Client:
    client = signed_in(user)
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    return client


@pytest.fixture
def reader(school: Institution) -> User:
    someone = person("reader@school.example")
    Membership.objects.create(institution=school, user=someone, role=Role.READER)
    return someone


def test_a_reader_sends_the_cart_and_the_colleague_orders_from_it(
    reader: User, teacher: User, film: Film, site: LicenceType
) -> None:
    page = with_cart(reader, film, site).get("/cart/")
    assert HEADING in page.text
    hand_over = page.context["hand_over"]
    assert hand_over["people"] == [teacher.email]
    assert hand_over["letter"].startswith("mailto:teacher%40school.example?subject=Please%20order")
    link = hand_over["link"].removeprefix("http://testserver")
    assert link == f"/cart/shared/?offer={film.pk}-{site.pk}&tier=k-12"
    colleague = signed_in(teacher)
    shown = colleague.get(link)
    assert ("$195.00" in shown.text, len(colleague.session.get("licensing.cart", {}))) == (True, 0)
    colleague.post("/cart/add/", {"film": film.pk, "licence_type": site.pk, "tier": "k-12"})
    assert HEADING not in colleague.get("/cart/").text
    assert colleague.get("/checkout/").status_code == 200


def test_the_checkout_of_a_reader_leads_there(reader: User, film: Film, site: LicenceType) -> None:
    page = with_cart(reader, film, site).get("/checkout/", follow=True)
    assert page.redirect_chain == [("/cart/", 302)]
    assert "Send them the link of your cart." in page.text


def test_a_guest_checks_out_as_before(film: Film, site: LicenceType) -> None:
    page = with_cart(None, film, site).get("/cart/").text
    assert (HEADING in page, "Check out" in page) == (False, True)


@pytest.mark.parametrize(
    "asked", ["", "offer=1", "offer=x-1", "offer=1-²", f"offer={'9' * 19}-1", "offer=0-0"]
)
def test_a_link_that_names_nothing_is_not_found(asked: str, client: Client, film: Film) -> None:
    assert client.get(f"/cart/shared/?{asked}").status_code == 404


def test_what_a_link_names_twice_stands_once_as_in_a_cart(
    client: Client, film: Film, site: LicenceType
) -> None:
    offer = f"offer={film.pk}-{site.pk}"
    page = client.get(f"/cart/shared/?{offer}&{offer}&tier=k-12")
    assert len(page.context["filled"].lines) == 1
    more_than_a_cart = (
        "&".join(f"offer={film.pk}-{kind}" for kind in range(10**6, 10**6 + MOST_LINES)) + f"&{offer}"
    )
    assert client.get(f"/cart/shared/?{more_than_a_cart}").status_code == 404
