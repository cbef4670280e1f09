"""Who joins later gets what is still owed; who leaves gets nothing more."""

from __future__ import annotations

import pytest

from accounts.models import User
from licensing.buyers.details import add_mailbox
from licensing.buyers.invitations import accept_invitation, invite
from licensing.buyers.members import leave
from licensing.models import Institution, Licence
from reminders.models import Reminder
from tests.licensing.buyers.conftest import confirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(db: None) -> User:
    person = User.objects.create_user("new@school.example", time_zone="Europe/Paris")
    confirmed(person)
    return person


def join(school: Institution, person: User, by: User) -> None:
    invitation = invite(institution=school, email=person.email, role="buyer", by=by)
    accept_invitation(invitation=invitation, by=person)


def ends_owed(person: User, status: str = "pending") -> list[str]:
    rows = Reminder.objects.filter(kind="licensing.licences-ending", recipient=person.email, status=status)
    return [f"{row.due_at:%Y-%m-%d %H:%M}" for row in rows.order_by("due_at")]


def test_a_member_who_joins_later_is_reminded_of_what_ends(
    licence: Licence, school: Institution, teacher: User, newcomer: User
) -> None:
    join(school, newcomer, teacher)
    assert ends_owed(newcomer) == [
        "2029-11-30 08:00",
        "2029-12-30 08:00",
        "2030-01-29 08:00",
        "2030-02-21 08:00",
        "2030-02-28 08:00",
    ]


def test_a_member_who_joins_is_not_reminded_where_a_mailbox_is(
    licence: Licence, school: Institution, teacher: User, newcomer: User
) -> None:
    add_mailbox(institution=school, by=teacher, matter="library", email="library@school.example")
    join(school, newcomer, teacher)
    assert ends_owed(newcomer) == []


def test_a_member_who_leaves_is_reminded_no_more(
    licence: Licence, school: Institution, teacher: User, newcomer: User
) -> None:
    join(school, newcomer, teacher)
    leave(institution=school, by=newcomer)
    assert (ends_owed(newcomer), len(ends_owed(newcomer, "cancelled"))) == ([], 5)
    assert len(ends_owed(teacher)) == 5
