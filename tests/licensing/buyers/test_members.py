from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from licensing.buyers.members import appoint_administrator, change_role, leave, remove_member, transfer
from licensing.models import Institution, Invitation, Membership, Role
from tests.licensing.buyers.conftest import confirmed
from wording.refusals import Refused


def roles(institution: Institution) -> dict[str, str]:
    return dict(institution.memberships.order_by("pk").values_list("user__email", "role"))


def member(institution: Institution, user: User) -> Membership:
    return Membership.objects.get(institution=institution, user=user)


def test_an_administrator_changes_roles(school: Institution, teacher: User, colleague: User) -> None:
    assert (
        change_role(membership=member(school, colleague), role="programmer", by=teacher).role == "programmer"
    )


def test_nobody_else_changes_roles_or_removes(
    school: Institution, teacher: User, colleague: User, outsider: User
) -> None:
    for person in (colleague, outsider):
        with pytest.raises(Refused) as refused:
            change_role(membership=member(school, colleague), role="owner", by=person)
        assert refused.value.code == "not-administrator"
        with pytest.raises(Refused):
            remove_member(membership=member(school, teacher), by=person)
        with pytest.raises(Refused):
            transfer(membership=member(school, colleague), by=person)
    assert roles(school) == {"teacher@school.example": "owner", "colleague@school.example": "buyer"}


def test_the_last_administrator_stays(school: Institution, teacher: User, colleague: User) -> None:
    own = member(school, teacher)
    for verb in (
        lambda: leave(institution=school, by=teacher),
        lambda: remove_member(membership=own, by=teacher),
        lambda: change_role(membership=own, role="reader", by=teacher),
    ):
        with pytest.raises(Refused) as refused:
            verb()
        assert refused.value.code == "last-administrator"
    assert roles(school)["teacher@school.example"] == "owner"


def test_leaving_twice_is_leaving_once(school: Institution, teacher: User, colleague: User) -> None:
    leave(institution=school, by=colleague)
    leave(institution=school, by=colleague)
    assert roles(school) == {"teacher@school.example": "owner"}


def test_the_administration_is_handed_over(school: Institution, teacher: User, colleague: User) -> None:
    transfer(membership=member(school, colleague), by=teacher)
    assert roles(school) == {"teacher@school.example": "buyer", "colleague@school.example": "owner"}
    leave(institution=school, by=teacher)
    assert list(roles(school)) == ["colleague@school.example"]


def test_the_office_adds_the_first_administrator(office: User, outsider: User) -> None:
    empty = Institution.objects.create(legal_name="A Library", tier="public-library")
    confirmed(outsider)
    made = appoint_administrator(institution=empty, email="Outsider@elsewhere.example", by=office)
    assert made is not None
    assert roles(empty) == {"outsider@elsewhere.example": "owner"}
    assert appoint_administrator(institution=empty, email="new@elsewhere.example", by=office) is None
    assert Invitation.objects.get().role == Role.OWNER
    with pytest.raises(Refused) as refused:
        appoint_administrator(institution=empty, email="x@x.example", by=outsider)
    assert refused.value.code == "office-only"


def test_the_database_keeps_an_administrator(school: Institution, teacher: User, colleague: User) -> None:
    own = Membership.objects.filter(institution=school, user=teacher)
    with pytest.raises(IntegrityError, match="keeps an administrator"), transaction.atomic():
        own.update(role="reader")
    with pytest.raises(IntegrityError, match="keeps an administrator"), transaction.atomic():
        own.delete()
    with pytest.raises(IntegrityError, match="member_role_known"), transaction.atomic():
        own.update(role="king")
    school.delete()  # with all its members


def test_a_school_is_under_one_district_one_level_deep(school: Institution) -> None:
    district, other = (
        Institution.objects.create(legal_name=name, tier="k-12") for name in ("District", "Consortium")
    )
    school.parent = district
    school.full_clean()
    school.save()
    with pytest.raises(IntegrityError, match="cannot be under another"), transaction.atomic():
        Institution.objects.filter(pk=district.pk).update(parent=other)
    with pytest.raises(IntegrityError, match="cannot be under another"), transaction.atomic():
        Institution.objects.filter(pk=other.pk).update(parent=school)
    with pytest.raises(IntegrityError), transaction.atomic():
        Institution.objects.filter(pk=other.pk).update(parent=other)
