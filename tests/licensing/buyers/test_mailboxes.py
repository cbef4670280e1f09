"""Mailboxes: who confirms them, what they get before, and how many may wait."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.buyers.mailboxes import MOST_WAITING, add_mailbox, confirm_mailbox, remove_mailbox
from licensing.models import Institution, LicenceType, Mailbox
from licensing.sales.invoicing.invoices import issue_invoice
from reminders.models import Reminder
from tests.licensing.buyers.conftest import confirmed
from tests.licensing.conftest import order_of, signed_in
from tests.office.press import buttons, press
from wording.refusals import Refused

BILLS = "accounts-payable"


def bill_goes_to(school: Institution, teacher: User, film: Film, site: LicenceType) -> set[str]:
    issue_invoice(order=order_of(school, teacher, [(film, site)]), by=None)
    return set(Reminder.objects.filter(kind="licensing.invoice-issued").values_list("recipient", flat=True))


def questions() -> list[str]:
    rows = Reminder.objects.filter(kind="licensing.mailbox-question").order_by("pk")
    return list(rows.values_list("recipient", flat=True))


@pytest.fixture
def mailbox(school: Institution, teacher: User) -> Mailbox:
    return add_mailbox(institution=school, by=teacher, matter=BILLS, email="stranger@never-asked.example")


def test_a_mailbox_that_nobody_confirmed_gets_the_question_and_nothing_else(
    mailbox: Mailbox, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    assert (mailbox.confirmed_at, questions()) == (None, ["stranger@never-asked.example"])
    assert bill_goes_to(school, teacher, film, site) == {teacher.email}
    page = signed_in(teacher).get(school.get_absolute_url()).text
    assert "It waits for somebody there to open the link" in page


def test_whoever_reads_it_confirms_it_by_the_link_without_an_account(
    mailbox: Mailbox, school: Institution, teacher: User, film: Film, site: LicenceType, client: Client
) -> None:
    link = f"/mailboxes/{mailbox.token}/"
    assert "Confirm the mailbox" in client.get(link).text
    mailbox.refresh_from_db()
    assert mailbox.confirmed_at is None  # a GET writes nothing
    for _ in range(2):
        assert "The mailbox is confirmed" in client.post(link).text
    assert bill_goes_to(school, teacher, film, site) == {mailbox.email}
    assert client.get(f"/mailboxes/{mailbox.token}x/").status_code == 404


def test_its_link_lasts_two_weeks(
    mailbox: Mailbox, client: Client, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = timezone.now() + timedelta(days=15)
    monkeypatch.setattr(timezone, "now", lambda: late)
    assert "This link has expired" in client.post(f"/mailboxes/{mailbox.token}/").text
    assert buttons(signed_in(office), mailbox) == ["confirm"]
    assert "gets this mail from now on" in press(signed_in(office), mailbox, "confirm")
    assert buttons(signed_in(office), mailbox) == []


def test_one_link_confirms_the_address_for_every_matter(
    mailbox: Mailbox, school: Institution, teacher: User
) -> None:
    other = add_mailbox(institution=school, by=teacher, matter="library", email=mailbox.email.upper())
    assert questions() == [mailbox.email]
    confirm_mailbox(mailbox=mailbox, by=None)
    other.refresh_from_db()
    assert other.confirmed_at is not None
    third = add_mailbox(institution=school, by=teacher, matter="programme", email=mailbox.email)
    assert (third.confirmed_at is not None, len(questions())) == (True, 1)


def test_what_is_known_already_is_not_asked(school: Institution, teacher: User, office: User) -> None:
    confirmed(teacher)
    own = add_mailbox(institution=school, by=teacher, matter="library", email=teacher.email)
    entered = add_mailbox(institution=school, by=office, matter="library", email="library@school.example")
    assert (own.confirmed_at is not None, entered.confirmed_at is not None) == (True, True)
    assert questions() == []


def test_few_may_wait_and_only_the_office_confirms_by_hand(
    mailbox: Mailbox, school: Institution, teacher: User
) -> None:
    for number in range(MOST_WAITING - 1):
        add_mailbox(institution=school, by=teacher, matter=BILLS, email=f"p{number}@school.example")
    with pytest.raises(Refused) as refused:
        add_mailbox(institution=school, by=teacher, matter=BILLS, email="one-more@school.example")
    assert refused.value.code == "too-many-waiting"
    with pytest.raises(Refused) as refused:
        confirm_mailbox(mailbox=mailbox, by=teacher)
    assert refused.value.code == "office-only"
    remove_mailbox(mailbox=mailbox, by=teacher)
    assert not Reminder.objects.waiting().filter(recipient=mailbox.email).exists()


def test_the_link_lives_as_long_as_the_address_waits_for_any_matter(
    mailbox: Mailbox, school: Institution, teacher: User, client: Client
) -> None:
    """The question was sent for one matter; removed, it still confirms the other, and only that address."""
    link = f"/mailboxes/{mailbox.token}/"
    other = add_mailbox(institution=school, by=teacher, matter="library", email=mailbox.email.upper())
    Reminder.objects.filter(kind="licensing.mailbox-question").update(
        status=Reminder.Status.SENT, sent_at=timezone.now()
    )
    remove_mailbox(mailbox=mailbox, by=teacher)
    assert "The mailbox is confirmed" in client.post(link).text
    other.refresh_from_db()
    assert (other.confirmed_at is not None, len(questions())) == (True, 1)
    remove_mailbox(mailbox=other, by=teacher)
    assert client.get(link).status_code == 404


def test_a_question_that_was_not_sent_yet_is_sent_for_the_other_matter(
    mailbox: Mailbox, school: Institution, teacher: User
) -> None:
    other = add_mailbox(institution=school, by=teacher, matter="library", email=mailbox.email)
    remove_mailbox(mailbox=mailbox, by=teacher)
    [question] = Reminder.objects.waiting().filter(kind="licensing.mailbox-question")
    assert question.subject == f"licensing.mailbox:{other.pk}"
    remove_mailbox(mailbox=other, by=teacher)
    assert not Reminder.objects.waiting().filter(kind="licensing.mailbox-question").exists()


def test_an_address_whose_link_has_expired_is_asked_again_for_another_matter(
    mailbox: Mailbox, school: Institution, teacher: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = timezone.now() + timedelta(days=15)
    monkeypatch.setattr(timezone, "now", lambda: late)
    other = add_mailbox(institution=school, by=teacher, matter="library", email=mailbox.email)
    assert (other.is_open, len(questions())) == (True, 2)
    assert "The mailbox is confirmed" in client.post(f"/mailboxes/{other.token}/").text
    mailbox.refresh_from_db()
    assert mailbox.confirmed_at is not None


def test_a_link_confirms_no_address_that_the_office_entered_in_its_place(
    mailbox: Mailbox, office: User, client: Client
) -> None:
    link = f"/mailboxes/{mailbox.token}/"
    Mailbox.objects.filter(pk=mailbox.pk).update(email="other@never-asked.example")
    assert client.post(link).status_code == 404


def test_a_mailbox_that_was_removed_meanwhile_is_not_confirmed(mailbox: Mailbox, teacher: User) -> None:
    remove_mailbox(mailbox=mailbox, by=teacher)
    with pytest.raises(Refused) as refused:
        confirm_mailbox(mailbox=mailbox, by=None)
    assert refused.value.code == "expired"
