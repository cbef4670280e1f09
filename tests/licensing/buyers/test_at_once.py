"""Verbs about the people of one institution, at one moment."""

from __future__ import annotations

import pytest

from accounts.models import User
from licensing.buyers.invitations import accept_invitation, invite
from licensing.buyers.members import change_role, leave
from licensing.models import Institution, Membership, Role
from tests.at_once import at_once
from tests.licensing.buyers.conftest import confirmed
from wording.refusals import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_invitations_accepted_at_once_make_one_member(
    school: Institution, teacher: User, outsider: User
) -> None:
    confirmed(confirmed(outsider), "second@elsewhere.example")
    two = [
        invite(institution=school, email=email, role=role, by=teacher)
        for email, role in (("outsider@elsewhere.example", "buyer"), ("second@elsewhere.example", "reader"))
    ]
    calls = [lambda each=each: accept_invitation(invitation=each, by=outsider) for each in two * 2]
    results = at_once(*calls)
    assert len({getattr(each, "pk", each) for each in results}) == 1
    assert Membership.objects.filter(user=outsider).count() == 1


def test_of_two_administrators_who_leave_at_once_one_stays(
    school: Institution, teacher: User, colleague: User
) -> None:
    change_role(membership=Membership.objects.get(user=colleague), role="owner", by=teacher)
    results = at_once(
        *(lambda each=each: leave(institution=school, by=each) for each in (teacher, colleague))
    )
    assert [each.code for each in results if isinstance(each, Refused)] == ["last-administrator"]
    assert school.memberships.get().role == Role.OWNER


def test_the_last_administrator_who_leaves_twice_at_once_stays(school: Institution, teacher: User) -> None:
    results = at_once(*(lambda: leave(institution=school, by=teacher) for _ in range(2)))
    assert [getattr(each, "code", each) for each in results] == ["last-administrator"] * 2
