"""Who joins later gets what is still owed; who leaves gets nothing more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from licensing.buyers.invitations import accept_invitation, invite
from licensing.buyers.mailboxes import add_mailbox, confirm_mailbox
from licensing.buyers.members import change_role, leave, transfer
from licensing.models import Exemption, Institution, Invoice, Licence, Membership, RightsReport, Role
from licensing.notices.owed import library, of_invoice_issued, owe_exemption_ending
from licensing.notices.reports_owed import owe_reports_due
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
    confirm_mailbox(
        mailbox=add_mailbox(institution=school, by=teacher, matter="library", email="library@school.example"),
        by=None,
    )
    join(school, newcomer, teacher)
    assert ends_owed(newcomer) == []


def test_a_member_who_leaves_is_reminded_no_more(
    licence: Licence, school: Institution, teacher: User, newcomer: User
) -> None:
    join(school, newcomer, teacher)
    leave(institution=school, by=newcomer)
    assert (ends_owed(newcomer), len(ends_owed(newcomer, "cancelled"))) == ([], 5)
    assert len(ends_owed(teacher)) == 5


def test_what_went_to_a_former_address_is_cancelled_too(
    licence: Licence, school: Institution, teacher: User, newcomer: User
) -> None:
    join(school, newcomer, teacher)
    User.objects.filter(pk=newcomer.pk).update(email="newer@school.example")
    leave(institution=school, by=newcomer)
    assert len(Reminder.objects.filter(user=newcomer, status="cancelled")) == 5


def test_a_buyer_who_has_left_gets_nothing_of_a_licence(
    licence: Licence, school: Institution, teacher: User, colleague: User
) -> None:
    transfer(membership=school.memberships.get(user=colleague), by=teacher)
    assert [each.email for each in library(school, teacher)] == [teacher.email, colleague.email]
    leave(institution=school, by=teacher)
    assert [each.email for each in library(school, teacher)] == [colleague.email]
    confirm_mailbox(
        mailbox=add_mailbox(
            institution=school, by=colleague, matter="library", email="library@school.example"
        ),
        by=None,
    )
    afresh = Institution.objects.get(pk=school.pk)
    assert [each.email for each in library(afresh, teacher)] == ["library@school.example"]


def test_nothing_of_a_licence_goes_to_a_closed_account(
    licence: Licence, school: Institution, teacher: User, colleague: User
) -> None:
    User.objects.filter(pk=colleague.pk).update(is_active=False)
    assert [each.email for each in library(school, teacher)] == [teacher.email]


def test_bills_of_a_closed_account_go_to_whoever_may_order(
    invoice: Invoice, school: Institution, teacher: User, colleague: User
) -> None:
    transfer(membership=school.memberships.get(user=colleague), by=teacher)
    User.objects.filter(pk=teacher.pk).update(is_active=False)
    assert {each.to.email for each in of_invoice_issued(Invoice.objects.get())} == {colleague.email}


def test_a_licence_of_an_institution_without_members_reaches_its_buyer(teacher: User) -> None:
    empty = Institution.objects.create(legal_name="A Library", tier="public-library")
    assert [each.email for each in library(empty, teacher)] == [teacher.email]


@pytest.fixture
def report(licence: Licence, school: Institution) -> RightsReport:
    day = timezone.localdate()
    row = RightsReport.objects.create(
        licence=licence,
        institution=school,
        title="Film club",
        site="Auditorium",
        first_day=day,
        last_day=day,
        due_on=day + timedelta(days=30),
    )
    owe_reports_due([row])
    return row


def asked() -> dict[str, int]:
    waiting = Reminder.objects.waiting().filter(kind="licensing.report-due")
    emails = list(waiting.values_list("recipient", flat=True))
    return {email.split("@")[0]: emails.count(email) for email in emails}


def test_whoever_may_no_longer_screen_is_asked_for_reports_no_more(
    report: RightsReport, school: Institution, teacher: User, colleague: User
) -> None:
    own = Membership.objects.get(institution=school, user=colleague)
    assert asked() == {"teacher": 3}
    change_role(membership=own, role=Role.PROGRAMMER, by=teacher)
    assert asked() == {"teacher": 3, "colleague": 3}
    change_role(membership=own, role=Role.READER, by=teacher)
    assert asked() == {"teacher": 3}


def test_who_takes_over_the_administration_is_asked_for_reports(
    report: RightsReport, school: Institution, teacher: User, colleague: User
) -> None:
    transfer(membership=school.memberships.get(user=colleague), by=teacher)
    assert asked() == {"colleague": 3}


def test_what_is_due_and_waits_for_the_mail_server_survives_a_new_role(
    licence: Licence, school: Institution, teacher: User, newcomer: User
) -> None:
    join(school, newcomer, teacher)
    first = Reminder.objects.get(recipient=newcomer.email, data__day="2029-11-30")
    Reminder.objects.filter(pk=first.pk).update(due_at=timezone.now() - timedelta(minutes=5))
    change_role(membership=school.memberships.get(user=newcomer), role=Role.READER, by=teacher)
    assert len(ends_owed(newcomer)) == 5


def bills_owed() -> dict[str, int]:
    """Who waits for how many reminders of an invoice."""
    waiting = Reminder.objects.waiting().filter(
        kind__in=["licensing.invoice-due", "licensing.invoice-overdue"]
    )
    emails = list(waiting.values_list("recipient", flat=True))
    return {email.split("@")[0]: emails.count(email) for email in emails}


@pytest.fixture
def left(invoice: Invoice, school: Institution, teacher: User, colleague: User) -> Invoice:
    """Of an invoice whose buyer has left; the colleague administers the school."""
    assert bills_owed() == {"teacher": 4}
    transfer(membership=school.memberships.get(user=colleague), by=teacher)
    leave(institution=school, by=teacher)
    return Invoice.objects.get()


def test_bills_of_a_buyer_who_has_left_go_to_whoever_may_order(left: Invoice) -> None:
    assert bills_owed() == {"colleague": 4}
    to = {each.to.email for each in of_invoice_issued(left)}
    assert to == {"colleague@school.example"}


def test_bills_of_a_buyer_who_has_left_go_to_the_mailbox_where_there_is_one(
    invoice: Invoice, school: Institution, teacher: User, colleague: User
) -> None:
    confirm_mailbox(
        mailbox=add_mailbox(
            institution=school, by=teacher, matter="accounts-payable", email="pay@school.example"
        ),
        by=None,
    )
    transfer(membership=school.memberships.get(user=colleague), by=teacher)
    leave(institution=school, by=teacher)
    assert bills_owed() == {}
    assert {each.to.email for each in of_invoice_issued(Invoice.objects.get())} == {"pay@school.example"}


def test_who_may_order_from_now_on_gets_the_bills_that_nobody_here_ordered(
    left: Invoice, school: Institution, colleague: User, newcomer: User
) -> None:
    join(school, newcomer, colleague)
    assert bills_owed() == {"colleague": 4, "new": 4}
    change_role(membership=school.memberships.get(user=newcomer), role=Role.READER, by=colleague)
    assert bills_owed() == {"colleague": 4}


def test_a_buyer_who_only_reads_by_now_keeps_the_bills_of_what_they_ordered(
    invoice: Invoice, school: Institution, teacher: User, colleague: User
) -> None:
    transfer(membership=school.memberships.get(user=colleague), by=teacher)
    change_role(membership=school.memberships.get(user=teacher), role=Role.READER, by=colleague)
    assert bills_owed() == {"teacher": 4}


def test_the_end_of_an_exemption_is_told_to_whoever_administers(
    school: Institution, teacher: User, colleague: User
) -> None:
    last = timezone.localdate() + timedelta(days=100)
    exemption = Exemption.objects.create(
        institution=school,
        country="US",
        state="OR",
        expires_on=last,
        status="accepted",
        checked_at=timezone.now(),
    )
    owe_exemption_ending(exemption=exemption)

    def told() -> list[str]:
        waiting = Reminder.objects.waiting().filter(kind="licensing.exemption-ending")
        return [each.recipient.split("@")[0] for each in waiting.order_by("recipient")]

    assert told() == ["teacher"]
    transfer(membership=school.memberships.get(user=colleague), by=teacher)
    assert told() == ["colleague"]
    change_role(membership=school.memberships.get(user=teacher), role=Role.OWNER, by=colleague)
    assert told() == ["colleague", "teacher"]
    leave(institution=school, by=teacher)
    assert told() == ["colleague"]
