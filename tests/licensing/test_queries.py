"""Every list costs the same at one row as at three; the numbers stand here so that a change of them is seen.

The institutions in the menu of a signed-in person are fetched with the person.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from accounts.models import User
from catalog.models import Film
from licensing.documents.proof.proofs import check_token
from licensing.models import Institution, Licence, LicenceType, Tier
from licensing.sales.invoicing.invoices import issue_invoice
from tests.licensing.conftest import add_price, licence_of, order_of, pay, signed_in

type Queries = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def queries(django_assert_num_queries: Queries) -> Queries:
    return django_assert_num_queries


def fill_office(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, rows: int
) -> None:
    for number in range(rows):
        pay(
            issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office),
            office,
            event=f"transfer:{number}",
        )


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("address", "number"), [("/orders/", 6), ("/licences/", 11), ("/prices/", 6)])
def test_lists(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, rows: int, address: str,
    number: int, queries: Queries,
) -> None:  # fmt: skip
    fill_office(school, teacher, office, film, site, rows)
    client = signed_in(teacher)
    with queries(number):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_cart_and_checkout(
    school: Institution, teacher: User, film: Film, site: LicenceType, rows: int, queries: Queries
) -> None:
    client = signed_in(teacher)
    for part in list(film.parts.all())[:rows]:
        client.post("/cart/add/", {"film": part.pk, "licence_type": site.pk})
    with queries(12):
        assert client.get("/cart/").status_code == 200
    with queries(17):
        assert client.get("/checkout/").status_code == 200


@pytest.mark.parametrize("types", [1, 3])
def test_price_table(film: Film, types: int, queries: Queries) -> None:
    for number in range(types):
        kind = LicenceType.objects.create(
            code=f"t{number}", name=f"T{number}", summary="", uses=["classroom"]
        )
        for tier in Tier:
            add_price(film, kind, tier, 10)
    request = RequestFactory().get("/films/west-of-the-tracks/")
    request.session, request.user = {}, _nobody()  # type: ignore[assignment]  # as an anonymous visitor's
    loaded = Film.objects.prefetch_related("parts").get(pk=film.pk)
    template = Template("{% load licensing_tags %}{% price_table film %}")
    with queries(3):
        assert "T0" in template.render(Context({"request": request, "film": loaded}))


def _nobody() -> object:
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()


def test_check(licence: Licence, queries: Queries) -> None:
    client = signed_in(None)
    with queries(2):  # the licence, and the distributor at the foot
        answer = client.get(f"/licences/check/{check_token(licence)}/")
    assert (answer.status_code, answer.context["result"].licence) == (200, licence)
    assert f"Licence {licence.number} is genuine and in force until" in answer.text


ADMIN = [
    "institution", "membership", "licencetype", "price", "order", "invoice", "payment", "licence", "cardpayment",
    "numberseries",
]  # fmt: skip


@pytest.mark.parametrize("model", ADMIN)
def test_admin_lists_cost_the_same_at_one_row_and_at_three(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, model: str, queries: Queries,
    django_assert_max_num_queries: Queries,
) -> None:  # fmt: skip
    client, address = signed_in(office), f"/admin/licensing/{model}/"
    fill_office(school, teacher, office, film, site, 1)
    with django_assert_max_num_queries(16) as first:
        assert client.get(address).status_code == 200
    fill_more(school, teacher, office, film, site)
    with queries(len(first)):
        assert client.get(address).status_code == 200


def fill_more(school: Institution, teacher: User, office: User, film: Film, site: LicenceType) -> None:
    for number in range(2):
        licence_of(school, teacher, film, site)
        invoice = issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office)
        pay(invoice, office, event=f"more:{number}")
        kind = LicenceType.objects.create(
            code=f"m{number}", name=f"M{number}", summary="", uses=["classroom"]
        )
        add_price(film, kind, Tier.K12, 10)
        Institution.objects.create(legal_name=f"School {number}", tier=Tier.K12)
