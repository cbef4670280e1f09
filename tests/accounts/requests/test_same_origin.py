"""Forms without a token: taken from pages of ours, refused from anywhere else."""

from __future__ import annotations

import pytest
from django.test import Client

from catalog.models import Film
from licensing.models import LicenceType
from tests.catalog.make import make_film

pytestmark = pytest.mark.django_db
OWN, FOREIGN = "http://testserver", "https://evil.example"


@pytest.fixture
def strict() -> Client:
    """Checks where forms come from, which the test client else leaves out."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Sec-Fetch-Site": "same-origin", "Origin": OWN}, 302),
        ({"Origin": OWN}, 302),
        ({"Sec-Fetch-Site": "cross-site", "Origin": FOREIGN}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://other.testserver"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": OWN}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": FOREIGN}, 403),
        ({"Origin": FOREIGN}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
)
@pytest.mark.parametrize("has_session", [True, False])
@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/cart/tier/", {"tier": "k-12", "next": "/prices/"}),
        ("/language/setlang/", {"language": "fr", "next": "/"}),
    ],
)
def test_a_form_without_a_token_is_taken_from_our_own_pages_alone(
    strict: Client,
    headers: dict[str, str],
    status: int,
    has_session: bool,
    address: str,
    sent: dict[str, str],
) -> None:
    if has_session:
        strict.post("/cart/tier/", {"tier": "individual"}, headers={"Sec-Fetch-Site": "same-origin"})
        assert "sessionid" in strict.cookies
    answer = strict.post(address, sent, headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert "sessionid" not in answer.cookies


def test_the_cart_is_filled_without_a_token_and_without_javascript(strict: Client) -> None:
    film: Film = make_film()
    kind = LicenceType.objects.create(code="site", name="Site", summary="", uses=["classroom"])
    sent = {"film": film.pk, "licence_type": kind.pk, "next": "/films/dead-birds/"}
    answer = strict.post("/cart/add/", sent, headers={"Sec-Fetch-Site": "cross-site", "Origin": FOREIGN})
    assert (answer.status_code, "sessionid" in answer.cookies) == (403, False)
    answer = strict.post("/cart/add/", sent, headers={"Sec-Fetch-Site": "same-origin", "Origin": OWN})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/films/dead-birds/")
    assert "1 licence in it" in strict.get("/films/dead-birds/").text


def test_other_forms_still_need_their_token(strict: Client) -> None:
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": OWN}
    assert strict.post("/cart/remove/", {"film": 1, "licence_type": 1}, headers=headers).status_code == 403
