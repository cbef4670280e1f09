"""Papers that institutions hand in are the office's alone."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from accounts.models import User
from licensing.models import Order
from tests.licensing.conftest import signed_in


@pytest.fixture
def paper(order: Order) -> Order:
    order.purchase_order.save("po.pdf", ContentFile(b"%PDF-1.7 a purchase order"))
    return order


def test_upload_is_not_there_for_anyone_but_the_office(
    paper: Order, teacher: User, colleague: User, outsider: User
) -> None:
    people = {"owner": teacher, "colleague": colleague, "outsider": outsider, "anonymous": None}
    found = {name: signed_in(user).get(paper.purchase_order.url).status_code for name, user in people.items()}
    assert found == {"owner": 404, "colleague": 404, "outsider": 404, "anonymous": 404}


def test_upload_is_a_download_for_the_office(paper: Order, office: User) -> None:
    address = paper.purchase_order.url
    assert address == f"/uploads/{paper.purchase_order.name}"
    answer = signed_in(office).get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="po')
    assert answer.getvalue() == b"%PDF-1.7 a purchase order"


@pytest.mark.parametrize("path", ["nothing.pdf", "purchase-orders/", "../public/x", "..%2F..%2Fmanage.py"])
def test_upload_of_nothing_or_of_elsewhere_is_not_found(path: str, paper: Order, office: User) -> None:
    assert signed_in(office).get(f"/uploads/{path}").status_code == 404


def test_upload_is_not_below_public_media(paper: Order, client: Client) -> None:
    assert client.get(f"/media/{paper.purchase_order.name}").status_code == 404
