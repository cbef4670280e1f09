"""What each page of the office asks of the database: as many statements with one related row as with three."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType
from licensing.sales.invoicing.invoices import issue_invoice
from tests.licensing.conftest import order_of, pay, signed_in
from tests.office.press import address

type Queries = Callable[[int], AbstractContextManager[Any]]


@pytest.mark.parametrize("rows", [1, 3])
def test_change_forms(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, rows: int,
    django_assert_num_queries: Queries, subtests: Any,
) -> None:  # fmt: skip
    lines = [(work, site) for work in list(film.parts.all())[:rows]]
    invoice = issue_invoice(order=order_of(school, teacher, lines), by=office)
    pay(invoice, office)
    licence = Licence.objects.filter(line__order=invoice.order).earliest("pk")
    client = signed_in(office)
    for row, number in ((invoice.order, 18), (invoice, 16), (licence, 14), (school, 17)):
        client.get(address(row))
        with subtests.test(row=row._meta.model_name), django_assert_num_queries(number):
            client.get(address(row))
    for row, number in ((invoice.order, 5), (licence, 5)):
        with subtests.test(history=row._meta.model_name), django_assert_num_queries(number):
            client.get(address(row, "history"))


@pytest.mark.parametrize("rows", [1, 3])
def test_first_page_and_search(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, rows: int,
    django_assert_num_queries: Queries, subtests: Any,
) -> None:  # fmt: skip
    for number in range(rows):
        pay(
            issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office),
            office,
            event=f"transfer:{number}",
        )
        order_of(school, teacher, [(film, site)])
    client = signed_in(office)
    with subtests.test(page="index"), django_assert_num_queries(33):
        assert client.get("/admin/").context["charts"]
    with subtests.test(page="search"), django_assert_num_queries(24):
        assert client.get("/admin/search/", {"q": "Lincoln"}).context["found"]
