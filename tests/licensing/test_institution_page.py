"""The page on which an institution keeps its people, places and papers: by role, refused, phone-sized forms, queries."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from catalog.models import Film
from licensing.buyers.details import add_site
from licensing.buyers.mailboxes import add_mailbox
from licensing.buyers.schools import sites_of
from licensing.forms import STEPS
from licensing.models import Institution, Licence, LicenceType, Membership, Role
from tests.licensing.conftest import order_of, person, signed_in
from wording.refusals import Refused

type Queries = Callable[[int], AbstractContextManager[Any]]

SENT: dict[str, dict[str, object]] = {
    "details": {"legal_name": "Lincoln Unified School District", "tier": "k-12", "country": "US", "bill_to": "1 Main St"},
    "add-site": {"site_name": "Main", "kind": "building"},
    "add-mailbox": {"matter": "library", "email": "library@school.example"},
    "record-tax-number": {"kind": "us-ein", "number": "91-1144442"},
    "invite": {"email": "new@school.example", "role": "reader"},
}  # fmt: skip


@pytest.fixture
def reader(school: Institution) -> User:
    user = person("reader@school.example")
    Membership.objects.create(institution=school, user=user, role=Role.READER)
    return user


@pytest.mark.parametrize("name", SENT)
def test_each_step_is_the_administrators_and_the_offices(
    name: str, school: Institution, teacher: User, colleague: User, reader: User, outsider: User, office: User
) -> None:
    path = f"/institutions/{school.pk}/{name}/"
    people = {"colleague": colleague, "reader": reader, "outsider": outsider}
    refused = {who: signed_in(user).post(path, SENT[name]) for who, user in people.items()}
    assert {who: answer.status_code for who, answer in refused.items()} == {
        "colleague": 200, "reader": 200, "outsider": 404,
    }  # fmt: skip
    assert "Only an administrator" in refused["reader"].text
    assert signed_in(None).post(path, SENT[name])["Location"] == f"/account/login/?next={path}"
    assert signed_in(teacher).post(path, SENT[name]).status_code == 302
    assert signed_in(office).post(path, SENT[name]).status_code == (200 if "add-" in name else 302)  # once


def test_only_administrators_are_offered_forms(
    school: Institution, teacher: User, colleague: User, reader: User
) -> None:
    address = school.get_absolute_url()
    assert "forms" in signed_in(teacher).get(address).context
    for user in (colleague, reader):
        page = signed_in(user).get(address)
        assert "forms" not in page.context
        assert "Invite somebody" not in page.text
    assert signed_in(teacher).post(f"/institutions/{school.pk}/no-such/").status_code == 404


def test_what_is_refused_stands_beside_its_field(school: Institution, teacher: User) -> None:
    client = signed_in(teacher)
    page = client.post(f"/institutions/{school.pk}/record-tax-number/", {"kind": "us-ein", "number": "1"})
    assert page.status_code == 200
    assert list(page.context["tried"].errors) == ["number"]
    assert "“1” is not a valid number of this kind: EIN (United States)." in page.text
    name = client.post(f"/institutions/{school.pk}/details/", SENT["details"] | {"legal_name": "Other"})
    assert list(name.context["tried"].errors) == ["legal_name"]
    last = client.post(f"/institutions/{school.pk}/leave/")
    assert "This is the only administrator." in last.text


def test_rows_of_others_are_not_taken(school: Institution, teacher: User, office: User) -> None:
    other = Institution.objects.create(legal_name="Other", tier="k-12")
    site = add_site(institution=other, by=office, name="Main", kind="building")
    answer = signed_in(teacher).post(f"/institutions/{school.pk}/remove-site/", {"row": site.pk})
    assert (answer.status_code, other.sites.count()) == (200, 1)


def test_who_leaves_no_longer_sees_it(school: Institution, colleague: User) -> None:
    client = signed_in(colleague)
    assert client.post(f"/institutions/{school.pk}/leave/")["Location"] == "/account/"
    assert client.get(school.get_absolute_url()).status_code == 404


def test_only_who_may_order_orders(
    school: Institution, colleague: User, reader: User, film: Film, site: LicenceType
) -> None:
    order = order_of(school, colleague, [(film, site)])
    with pytest.raises(Refused, match="may order"):
        order_of(school, reader, [(film, site)])
    client = signed_in(reader)
    assert client.get(order.get_absolute_url()).status_code == 200
    assert not client.get(order.get_absolute_url()).context["can_cancel"]
    client.post(f"{order.get_absolute_url()}cancel/")
    order.refresh_from_db()
    assert order.status == "placed"
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    assert client.get("/checkout/")["Location"] == "/cart/"
    assert f"its administrators and buyers do ({colleague.email}, " in client.get("/cart/").text


def test_a_district_sees_the_licences_of_its_schools_and_not_the_other_way(
    school: Institution, licence: Licence, teacher: User, outsider: User
) -> None:
    district = Institution.objects.create(legal_name="District", tier="k-12")
    Membership.objects.create(institution=district, user=outsider, role=Role.READER)
    address = licence.get_absolute_url()
    assert signed_in(outsider).get(address).status_code == 404
    school.parent = district
    school.save()
    assert signed_in(outsider).get(address).status_code == 200
    assert signed_in(outsider).get(licence.line.order.get_absolute_url()).status_code == 404
    assert signed_in(outsider).get(school.get_absolute_url()).status_code == 404
    Licence.objects.update(institution=district)
    assert signed_in(teacher).get(address).status_code == 404


def test_a_licence_may_name_its_own_sites_and_those_of_its_schools(school: Institution, office: User) -> None:
    district = Institution.objects.create(legal_name="District", tier="k-12", bill_to="1 Hill Road")
    school.parent = district
    school.save()
    add_site(institution=school, by=office, name="Main", kind="building", address="2 Hill Road")
    assert [each.to_json() for each in sites_of(district)] == [
        {"key": district.pk, "institution": "District", "name": "District", "kind": "other", "address": "1 Hill Road", "is_whole": True},
        {"key": school.pk, "institution": "Lincoln Unified School District", "name": "Main", "kind": "building", "address": "2 Hill Road", "is_whole": False},
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_with_one_row_and_with_three(
    school: Institution, teacher: User, office: User, rows: int, django_assert_num_queries: Queries
) -> None:
    for number in range(rows):
        add_site(institution=school, by=teacher, name=f"S{number}", kind="building")
        add_mailbox(institution=school, by=teacher, matter="library", email=f"l{number}@school.example")
        Membership.objects.create(institution=school, user=person(f"m{number}@school.example"))
        Institution.objects.create(legal_name=f"School {number}", tier="k-12", parent=school)
        for name, sent in (
            ("invite", {"email": f"i{number}@school.example", "role": "reader"}),
            ("hand-in-exemption", {"place": "US-NY", "file": SimpleUploadedFile("x.pdf", b"%PDF-1.7 %%EOF")}),
        ):
            assert signed_in(teacher).post(f"/institutions/{school.pk}/{name}/", sent).status_code == 302
    client = signed_in(teacher)
    with django_assert_num_queries(15):
        assert client.get(school.get_absolute_url()).status_code == 200


def test_every_step_names_its_section() -> None:
    assert {step.section for step in STEPS.values()} == {
        "details", "sites", "mailboxes", "tax", "people", "invitations",
    }  # fmt: skip
