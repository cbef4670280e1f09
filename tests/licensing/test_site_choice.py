"""Sites are chosen at checkout and on quotes, and stand on everything that follows."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from catalog.models import Film
from licensing.buyers.details import add_site
from licensing.buyers.schools import sites_of
from licensing.models import Institution, Licence, LicenceType, Membership, Order, Quote, Role, Site
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.quoting.quotes import make_quote
from licensing.terms.rights import SiteScope
from tests.licensing.conftest import TODAY, signed_in

NEEDED = "is for one site. Choose the building, branch or campus that it is for."


@pytest.fixture
def client(school: Institution, teacher: User, film: Film, site: LicenceType) -> Client:
    """Signed in, with one licence in the cart."""
    client = signed_in(teacher)
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    return client


@pytest.fixture
def east(school: Institution, teacher: User) -> Site:
    add_site(institution=school, by=teacher, name="West", kind="building", address="")
    return add_site(institution=school, by=teacher, name="East", kind="building", address="1 East Road")


def field_of(film: Film, kind: LicenceType) -> str:
    return f"sites_{film.pk}_{kind.pk}"


def check_out(client: Client, **data: Any) -> Any:
    form = client.get("/checkout/").context["form"]
    sent = {name: form[name].value() or "" for name in ("institution", "request_key", "quoted", "start")}
    paid = {"method": "purchase-order", "purchase_order_number": "PO-7", "is_exact_name": "on"}
    return client.post("/checkout/", sent | paid | data)


def test_checkout_asks_for_the_site_and_everything_names_it(
    client: Client, school: Institution, east: Site, film: Film, site: LicenceType, office: User
) -> None:
    assert NEEDED in check_out(client).text
    assert not Order.objects.exists()
    check_out(client, **{field_of(film, site): f"{school.pk}:East"})
    order = Order.objects.get()
    assert [each["name"] for each in order.lines.get().sites] == ["East"]
    assert "<bdi>East</bdi>" in client.get(order.get_absolute_url()).text
    issue_invoice(order=order, by=office)
    licence = Licence.objects.get()
    assert licence.sites == ["East"]
    assert ["Site", "East, 1 East Road"] in licence.document["facts"]
    assert order.invoice.snapshot["lines"][0]["words"][0] == "For East."
    assert "East" in client.get(licence.get_absolute_url()).text


def test_another_place_is_added_to_the_list_once(
    client: Client, school: Institution, east: Site, film: Film, site: LicenceType
) -> None:
    another = {field_of(film, site): "another", "site_kind": "building"}
    assert "Name the place." in check_out(client, **another).text
    named = another | {"site_name": "North", "site_address": "1 North Road"}
    assert (
        check_out(client, **named, purchase_order_number="").status_code == 200
    )  # refused for another reason
    check_out(client, **named)
    assert [each["address"] for each in Order.objects.get().lines.get().sites] == ["1 North Road"]
    assert [each.name for each in school.sites.all()] == ["East", "North", "West"]


def test_only_administrators_are_offered_another_place(
    school: Institution, east: Site, colleague: User, film: Film, site: LicenceType
) -> None:
    Membership.objects.filter(user=colleague).update(role=Role.BUYER)
    client = signed_in(colleague)
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    assert "site_name" not in client.get("/checkout/").context["form"].fields
    assert "An administrator of your institution adds places" in client.get("/checkout/").text


def test_a_site_of_another_institution_is_no_choice(
    client: Client, east: Site, film: Film, site: LicenceType
) -> None:
    answer = check_out(client, **{field_of(film, site): "0:East"})
    assert "is not one of the available choices" in answer.text


def test_a_type_for_a_district_takes_several_or_none(
    client: Client, school: Institution, east: Site, film: Film, site: LicenceType
) -> None:
    LicenceType.objects.filter(pk=site.pk).update(site_scope=SiteScope.DISTRICT)
    check_out(client, **{field_of(film, site): [f"{school.pk}:East", f"{school.pk}:West"]})
    assert [each["name"] for each in Order.objects.get().lines.get().sites] == ["East", "West"]


def test_an_institution_without_sites_is_asked_nothing(client: Client, film: Film, site: LicenceType) -> None:
    assert field_of(film, site) not in client.get("/checkout/").context["form"].fields


def test_a_quote_names_the_site_and_its_order_does(
    client: Client, school: Institution, east: Site, film: Film, site: LicenceType
) -> None:
    form = client.get("/quotes/new/").context["form"]
    sent = {name: form[name].value() for name in ("institution", "request_key", "quoted", "starts_on")}
    client.post("/quotes/new/", sent | {field_of(film, site): f"{school.pk}:East"})
    quote = Quote.objects.get()
    assert "For East." in quote.snapshot["document"]["lines"][0]["words"]
    page = client.get(quote.get_absolute_url())
    assert "<bdi>East</bdi>" in page.text
    assert field_of(film, site) not in page.context["form"].fields
    order_from(client, quote)
    assert [each["name"] for each in Order.objects.get().lines.get().sites] == ["East"]


def test_a_quote_without_a_site_asks_for_it_when_it_is_ordered(
    client: Client, school: Institution, teacher: User, east: Site, film: Film, site: LicenceType
) -> None:
    quote = make_quote(institution=school, lines=[(film, site)], by=teacher, starts_on=TODAY)
    assert NEEDED in order_from(client, quote).text
    order_from(client, quote, **{field_of(film, site): f"{school.pk}:East"})
    assert Order.objects.get().lines.get().sites == [sites_of(school)[0].to_json()]


def order_from(client: Client, quote: Quote, **data: Any) -> Any:
    form = client.get(quote.get_absolute_url()).context["form"]
    paid = {"method": "purchase-order", "purchase_order_number": "PO-7", "is_exact_name": "on"}
    return client.post(quote.get_absolute_url(), {"told": form["told"].value() or ""} | paid | data)


def office_quote(client: Client, school: Institution, **data: Any) -> Any:
    path = f"/admin/licensing/institution/{school.pk}/do/make-quote/"
    buyer = school.memberships.order_by("pk")[0].user_id
    first = {"request_key": "k", "asked_by": buyer, "starts_on": "2027-03-01", "valid_days": 10}
    return client.post(path, first | data)


def test_the_office_chooses_the_site_and_quote_order_and_licence_name_it(
    client: Client, school: Institution, east: Site, film: Film, site: LicenceType, office: User
) -> None:
    line = {"film_1": film.pk, "type_1": site.pk}
    desk = signed_in(office)
    made = office_quote(desk, school, **line, sites_1=[f"{school.pk}:East"])
    assert made.status_code == 302
    quote = Quote.objects.get()
    assert "For East." in quote.snapshot["document"]["lines"][0]["words"]
    assert "East" in desk.get(f"/admin/licensing/quote/{quote.pk}/change/").text
    assert field_of(film, site) not in client.get(quote.get_absolute_url()).context["form"].fields
    order_from(client, quote)
    order = Order.objects.get()
    assert [each["name"] for each in order.lines.get().sites] == ["East"]
    issue_invoice(order=order, by=office)
    assert Licence.objects.get().sites == ["East"]


def test_the_office_is_told_at_the_line_that_a_type_is_for_one_site(
    school: Institution, east: Site, film: Film, rails: Film, site: LicenceType, office: User
) -> None:
    both = [f"{school.pk}:East", f"{school.pk}:West"]
    second = {"film_2": rails.pk, "type_2": site.pk, "sites_2": both}
    answer = office_quote(signed_in(office), school, film_1=film.pk, type_1=site.pk, **second)
    assert answer.context["form"].errors == {
        "sites_2": ["“Site, three years” is for one site. Choose one, or order it for each."]
    }
    assert not Quote.objects.exists()
    LicenceType.objects.filter(pk=site.pk).update(site_scope=SiteScope.DISTRICT)
    office_quote(signed_in(office), school, film_1=film.pk, type_1=site.pk, **second)
    lines = Quote.objects.get().lines.order_by("pk")
    assert [[each["name"] for each in line.sites] for line in lines] == [[], ["East", "West"]]


def test_the_office_is_asked_for_no_site_where_there_is_no_choice(school: Institution, office: User) -> None:
    page = signed_in(office).get(f"/admin/licensing/institution/{school.pk}/do/make-quote/")
    assert [name for name in page.context["form"].fields if name.startswith("sites")] == []
