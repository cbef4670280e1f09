"""Who may open what: the owner, a colleague, the office, an outsider, and someone who has not signed in."""

from __future__ import annotations

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.documents.proof.proofs import check_token
from licensing.models import Institution, Licence, LicenceType, Membership, Order, Tier
from tests.licensing.conftest import signed_in

PUBLIC = ["/prices/", "/cart/", "/.well-known/jwks.json"]
MEMBERS = ["/orders/", "/licences/", "/institutions/new/"]
OWN = [
    "/orders/{order}/",
    "/orders/{order}/invoice.pdf",
    "/orders/{order}/invoice/facturx.pdf",
    "/orders/{order}/invoice/ubl.xml",
    "/licences/{licence}/",
    "/licences/{licence}/certificate.pdf",
    "/institutions/{institution}/",
]
SENT = ["/orders/{order}/cancel/", "/orders/{order}/pay/", "/orders/{order}/pay/ask/"]


@pytest.fixture
def numbers(licence: Licence, school: Institution) -> dict[str, object]:
    return {"order": licence.line.order.number, "licence": licence.number, "institution": school.pk}


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.django_db
def test_anyone_opens_public_pages(address: str) -> None:
    assert signed_in(None).get(address).status_code == 200


def test_anyone_with_the_token_checks_a_licence(licence: Licence) -> None:
    assert signed_in(None).get(f"/licences/check/{check_token(licence)}/").status_code == 200


@pytest.mark.parametrize("address", MEMBERS)
def test_members_pages_ask_to_sign_in(address: str, outsider: User) -> None:
    answer = signed_in(None).get(address)
    assert (answer.status_code, answer["Location"]) == (302, f"/account/login/?next={address}")
    assert signed_in(outsider).get(address).status_code == 200


@pytest.mark.parametrize("address", OWN)
def test_an_institutions_pages_are_its_members_and_the_offices(
    address: str, numbers: dict[str, object], teacher: User, colleague: User, office: User, outsider: User
) -> None:
    path = address.format(**numbers)
    people = {"owner": teacher, "colleague": colleague, "office": office, "outsider": outsider}
    found = {name: signed_in(user).get(path).status_code for name, user in people.items()}
    assert found == {"owner": 200, "colleague": 200, "office": 200, "outsider": 404}
    assert signed_in(None).get(path)["Location"] == f"/account/login/?next={path}"


@pytest.mark.parametrize("address", SENT)
def test_what_is_sent_is_guarded_alike(
    address: str, numbers: dict[str, object], teacher: User, outsider: User
) -> None:
    path = address.format(**numbers)
    assert signed_in(outsider).post(path).status_code == 404
    assert signed_in(None).post(path)["Location"] == f"/account/login/?next={path}"
    assert signed_in(teacher).post(path).status_code == 302


def test_only_posting_changes_anything(teacher: User, numbers: dict[str, object]) -> None:
    client = signed_in(teacher)
    for address in (
        "/cart/add/",
        "/cart/remove/",
        "/cart/tier/",
        f"/orders/{numbers['order']}/cancel/",
        f"/orders/{numbers['order']}/pay/ask/",
    ):
        assert client.get(address).status_code == 405


def test_checkout_asks_to_sign_in_and_keeps_the_cart(film: Film, site: LicenceType) -> None:
    client = signed_in(None)
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    assert client.get("/checkout/")["Location"] == "/account/login/?next=/checkout/"
    assert "West of the Tracks" in client.get("/cart/").text


def test_nobody_orders_for_an_institution_of_others(
    school: Institution, outsider: User, film: Film, site: LicenceType
) -> None:
    client = signed_in(outsider)
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    sent = {"institution": school.pk, "request_key": "x"}
    assert client.post("/checkout/", sent)["Location"] == "/institutions/new/?next=/checkout/"
    own = Institution.objects.create(legal_name="A School Elsewhere", tier=Tier.K12)
    Membership.objects.create(institution=own, user=outsider, role="owner")
    assert client.post("/checkout/", sent).status_code == 404
    assert client.get(f"/checkout/?institution={school.pk}").status_code == 404
    assert client.get(f"/checkout/?institution={own.pk}").status_code == 200
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    "address", ["/orders/ORD-1/", "/licences/LIC-1/", "/licences/LIC-1/certificate.pdf", "/institutions/404/"]
)
def test_what_does_not_exist_is_not_found(address: str, teacher: User) -> None:
    assert signed_in(teacher).get(address).status_code == 404


@pytest.mark.parametrize("token", ["abc", "LIC-2027-0001", "a.b.c", "x" * 3000])
@pytest.mark.django_db
def test_a_token_that_is_not_ours_is_not_found_with_a_sentence(token: str) -> None:
    answer = signed_in(None).get(f"/licences/check/{token}/")
    assert answer.status_code == 404
    assert "This proof does not have our signature" in answer.text
