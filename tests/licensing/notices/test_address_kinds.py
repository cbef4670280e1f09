"""An address that takes no mail: the institution's other administrators are told, once."""

from __future__ import annotations

import pytest

from accounts.models import User
from licensing.buyers.mailboxes import add_mailbox
from licensing.models import Institution
from reminders.addresses.stopped import stop_address
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose

pytestmark = pytest.mark.django_db
KIND = "licensing.address-returned"


def told() -> list[str]:
    return list(Reminder.objects.filter(kind=KIND).values_list("recipient", flat=True))


def test_the_administrator_is_told_of_a_members_address_once(
    school: Institution, teacher: User, colleague: User
) -> None:
    for _ in range(2):
        stop_address(email=colleague.email, how="bounce", because="550 No such user")
    assert told() == [teacher.email]
    kind = kind_named(KIND)
    assert kind
    mail = compose(Reminder.objects.get(kind=KIND), kind)
    assert mail
    assert mail.subject == "colleague@school. example takes no mail from us any more"
    assert "550 No such user" in str(mail.body)


def test_the_administrator_is_told_of_a_mailbox(school: Institution, teacher: User) -> None:
    add_mailbox(institution=school, by=teacher, matter="library", email="library@school.example")
    stop_address(email="library@school.example", how="complaint")
    assert told() == [teacher.email]


def test_nobody_is_told_of_ones_own_or_a_strangers_address(school: Institution, teacher: User) -> None:
    stop_address(email=teacher.email, how="bounce")
    stop_address(email="stranger@x.example", how="bounce")
    assert told() == []
