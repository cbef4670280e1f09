"""The office's pages about royalties, and who may do what there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission

from accounts.models import User
from licensing.models import Invoice, Licensor, LicensorPayment, RoyaltyAgreement, RoyaltyStatement
from tests.licensing.conftest import person, signed_in
from tests.licensing.royalties.conftest import Clock, receive

BASE = "/admin/licensing"


@pytest.fixture
def viewer(db: None) -> User:
    user = person("viewer@distributor.example", is_staff=True)
    names = ("view_licensor", "view_royaltystatement", "view_royaltyagreement")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return user


def test_office_previews_issues_and_pays(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "195", "t:1")
    set_clock(4, 2)
    client, page = signed_in(office), f"{BASE}/licensor/{licensor.pk}"
    assert "$97.50" in client.get(f"{page}/quarter/").content.decode()
    assert client.get(f"{page}/quarter/?quarter=2099-Q1").status_code == 404
    assert RoyaltyStatement.objects.count() == 0
    assert client.get(f"{page}/change/").status_code == 200
    assert client.get(f"{page}/do/issue-statement/").status_code == 200
    assert client.post(f"{page}/do/issue-statement/", {"quarter": "2027-Q1"}).status_code == 302
    statement = RoyaltyStatement.objects.get()
    data = {"amount": "97.50", "currency": "USD", "reference": "B-1", "paid_on": "2027-04-02"}
    assert client.post(f"{page}/do/record-payment/", data).status_code == 302
    assert LicensorPayment.objects.count() == 1
    pdf = client.get(f"{BASE}/royaltystatement/{statement.pk}/statement.pdf")
    assert pdf.content.startswith(b"%PDF")
    csv = client.get(f"{BASE}/royaltystatement/{statement.pk}/statement.csv")
    assert b"195.00" in b"".join(csv)
    assert client.get(f"{BASE}/licensor/unallocated/").status_code == 200


def test_view_only_sees_and_changes_nothing(
    agreement: RoyaltyAgreement,
    licensor: Licensor,
    viewer: User,
    office: User,
    teacher: User,
    set_clock: Clock,
) -> None:
    set_clock(4, 2)
    page = f"{BASE}/licensor/{licensor.pk}"
    client = signed_in(viewer)
    assert client.get(f"{page}/change/").status_code == 200
    assert client.get(f"{page}/quarter/").status_code == 200
    for move in ("issue-statement", "record-payment"):
        assert client.post(f"{page}/do/{move}/", {"quarter": "2027-Q1"}).status_code == 403
    assert client.post(f"{BASE}/royaltyagreement/{agreement.pk}/change/", {"percent": "1"}).status_code == 403
    assert RoyaltyStatement.objects.count() == 0
    signed_in(office).post(f"{page}/do/issue-statement/", {"quarter": "2027-Q1"})
    pdf = f"{BASE}/royaltystatement/{RoyaltyStatement.objects.get().pk}/statement.pdf"
    assert client.get(pdf).status_code == 200
    for stranger in (signed_in(teacher), signed_in(None)):
        assert stranger.get(pdf).status_code in {302, 404}
        assert stranger.get(f"{page}/quarter/").status_code in {302, 404}


def test_staff_without_permission_see_none_of_it(licensor: Licensor) -> None:
    client = signed_in(person("clerk@distributor.example", is_staff=True))
    for path in (
        f"licensor/{licensor.pk}/quarter/",
        "licensor/unallocated/",
        "royaltystatement/1/statement.csv",
    ):
        assert client.get(f"{BASE}/{path}").status_code == 403
