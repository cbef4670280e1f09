"""The outbox in the office."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from reminders.addresses.stopped import stop_address
from reminders.models import DeadAddress, Reminder
from reminders.outbox import subject_of
from tests.reminders.note_kind import NoteKind
from tests.reminders.owing import owe

pytestmark = pytest.mark.django_db
LIST = "/admin/reminders/reminder/"


@pytest.fixture
def office(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("office@x.example", "a-long-password"))
    return client


def owe_note(number: int) -> Reminder:
    return owe(
        key=f"note:{number}",
        kind="test-note",
        subject="tests.thing:1",
        recipient=f"reader{number}@x.example",
        due_at=timezone.now() + timedelta(days=number),
    )


def test_list_names_kinds_in_words_and_counts_its_queries(
    office: Client, note_kind: NoteKind, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    owe_note(1)
    office.get(LIST)
    for more in ((), (2, 3)):
        for number in more:
            owe_note(number)
        with django_assert_num_queries(8):
            answer = office.get(LIST)
    assert answer.text.count('<td class="field-what">note</td>') == 3


def fail(row: Reminder, because: str = "550 No such user") -> None:
    Reminder.objects.filter(pk=row.pk).update(status="failed", attempts=8, last_error=because)


def test_one_that_failed_is_sent_again_after_a_question(office: Client) -> None:
    failed, waiting = owe_note(1), owe_note(2)
    fail(failed)
    move = f"{LIST}{failed.pk}/do/send-again/"
    assert "550 No such user" in office.get(move).text
    answer = office.post(move, follow=True)
    failed.refresh_from_db()
    assert (failed.status, failed.attempts, failed.due_at <= timezone.now()) == ("pending", 0, True)
    assert "1 reminder will be sent again." in answer.text
    assert f"{LIST}{waiting.pk}/do/send-again/" not in office.get(f"{LIST}{waiting.pk}/change/").text


def test_all_that_failed_are_sent_again_after_a_question(office: Client) -> None:
    rows = [owe_note(number) for number in (1, 2, 3)]
    fail(rows[0])
    fail(rows[1])
    page = f"{LIST}all-again/"
    assert page in office.get(LIST).text
    asked = office.get(page).text
    assert "2 reminders failed, for these reasons:" in asked
    assert "550 No such user" in asked
    assert Reminder.objects.failed().count() == 2
    assert "2 reminders will be sent again." in office.post(page, follow=True).text
    assert Reminder.objects.failed().count() == 0
    rows[2].refresh_from_db()
    assert rows[2].due_at > timezone.now()


def test_who_may_only_look_sends_nothing_again(client: Client) -> None:
    reader = User.objects.create_user("reader@x.example", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_reminder"))
    client.force_login(reader)
    row = owe_note(1)
    fail(row)
    assert client.post(f"{LIST}all-again/").status_code == 403
    assert client.post(f"{LIST}{row.pk}/do/send-again/").status_code == 403
    assert f"{LIST}all-again/" not in client.get(LIST).text
    assert client.get(f"{LIST}{row.pk}/preview/").status_code == 200


def test_subjects_are_words_and_links(office: Client) -> None:
    person = User.objects.create_user("ada@x.example", name="Ada")
    row = owe_note(1)
    Reminder.objects.filter(pk=row.pk).update(subject=subject_of(person))
    link = f'<a href="/admin/accounts/user/{person.pk}/change/">Ada</a>'
    assert link in office.get(LIST).text
    assert link in office.get(f"{LIST}{row.pk}/change/").text
    person.delete()
    assert "accounts.user:" in office.get(LIST).text


def test_the_office_reads_what_a_mail_would_say(office: Client, note_kind: NoteKind) -> None:
    row = owe_note(1)
    Reminder.objects.filter(pk=row.pk).update(data={"words": "Tea <b>now</b>", "attach": True})
    page = f"{LIST}{row.pk}/preview/"
    said = office.get(page).text
    assert "A note for you" in said
    assert "Tea &lt;b&gt;now&lt;/b&gt;" in said
    assert "note.txt" in said
    assert page in office.get(f"{LIST}{row.pk}/change/").text
    Reminder.objects.filter(pk=row.pk).update(data={"is_faulty": True})
    assert "There is no such film." in office.get(page).text
    Reminder.objects.filter(pk=row.pk).update(data={"is_void": True})
    assert "There is nothing to say any more" in office.get(page).text
    assert Reminder.objects.get().status == "pending"


def test_a_preview_shows_no_code(office: Client) -> None:
    row = owe(
        key="code",
        kind="accounts.login-code",
        subject="x",
        recipient="a@x.example",
        due_at=timezone.now(),
        secret={"code": "ABC123"},
        expires_at=timezone.now() + timedelta(minutes=5),
    )
    assert "ABC123" not in office.get(f"{LIST}{row.pk}/preview/").text
    assert Reminder.objects.get().secret == {"code": "ABC123"}


def test_the_offices_day_shows_what_failed_and_dead_addresses_with_the_reason(office: Client) -> None:
    fail(owe_note(1), "550 No such user")
    stop_address(email="gone@x.example", how="bounce", because="551 Moved away")
    day = office.get("/admin/").text
    assert "550 No such user" in day
    assert "551 Moved away" in day


def test_a_dead_address_is_written_to_again_by_the_office(office: Client) -> None:
    address = stop_address(email="gone@x.example", how="complaint")
    move = f"/admin/reminders/deadaddress/{address.pk}/do/write-again/"
    assert "reported as unwanted" in office.get(move).text
    assert "is written to again" in office.post(move, follow=True).text
    assert not DeadAddress.objects.exists()


def test_a_persons_page_says_what_is_due_to_them(office: Client) -> None:
    person = User.objects.create_user("ada@x.example")
    row = owe_note(1)
    Reminder.objects.filter(pk=row.pk).update(user=person)
    assert f"{LIST}{row.pk}/change/" in office.get(f"/admin/accounts/user/{person.pk}/change/").text


def form_of(row: Reminder) -> dict[str, str]:
    """What the page of a reminder that waits sends."""
    due = timezone.localtime(row.due_at)
    return {
        "recipient": row.recipient, "user": "", "language": "en", "time_zone": "UTC", "status": row.status,
        "due_at_0": f"{due:%Y-%m-%d}", "due_at_1": f"{due:%H:%M:%S}",
    }  # fmt: skip


@pytest.mark.parametrize("status", ["sending", "sent"])
def test_a_page_that_was_opened_before_the_mail_left_does_not_make_it_wait_again(
    status: str, office: Client
) -> None:
    row = owe_note(1)
    page, opened = f"{LIST}{row.pk}/change/", form_of(row)
    office.post(page, opened | {"recipient": "new@x.example"})
    row.refresh_from_db()
    assert (row.recipient, row.status) == ("new@x.example", "pending")
    Reminder.objects.update(status=status, sent_at=timezone.now(), claimed_at=timezone.now())
    assert "so nothing was changed" in office.post(page, opened, follow=True).text
    row.refresh_from_db()
    assert (row.recipient, row.status) == ("new@x.example", status)
    assert 'name="_save"' not in office.get(page).text


def test_a_code_is_cancelled_by_hand_with_its_secret_and_never_said_to_be_sent(office: Client) -> None:
    row = owe(
        key="code",
        kind="accounts.login-code",
        subject="x",
        recipient="a@x.example",
        due_at=timezone.now(),
        secret={"code": "ABC123"},
        expires_at=timezone.now() + timedelta(minutes=5),
    )
    page = f"{LIST}{row.pk}/change/"
    assert "Select a valid choice" in office.post(page, form_of(row) | {"status": "sent"}).text
    office.post(page, form_of(row) | {"status": "cancelled"})
    row.refresh_from_db()
    assert (row.status, row.secret) == ("cancelled", {})


def test_nobody_adds_a_reminder_by_hand(office: Client) -> None:
    assert office.get(f"{LIST}add/").status_code == 403


def test_the_office_reads_what_is_due_when_and_why(
    office: Client, note_kind: NoteKind, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page, person = f"{LIST}due/", User.objects.create_user("ada@x.example", name="Ada")
    office.get(page)
    for number in (1, 2, 3):
        row = owe_note(number)
        Reminder.objects.filter(pk=row.pk).update(subject=subject_of(person))
        if number in {1, 3}:
            with django_assert_num_queries(8):
                said = office.get(page).text
    assert said.count('<a href="/admin/reminders/reminder/?status__exact=pending&amp;due_at__year=') == 3
    Reminder.objects.filter(key="note:1").update(attempts=2, last_error="451 Later", due_at=timezone.now())
    fail(owe_note(4))
    said = office.get(page).text
    figures = re.findall(r"<dt>([^<,:]+)[^<]*</dt><dd>(\d+)</dd>", said)
    assert figures == [("Due now", "1"), ("Due today", "1"), ("Held back", "1"), ("Failed", "1")]
    assert "Refused for now: 451 Later" in said
    assert "550 No such user" in said
    assert "reader4@x.example" not in office.get(page, {"to": "reader2@x.example"}).text
    about = office.get(page, {"about": subject_of(person)}).text
    assert f'Only about <a href="/admin/accounts/user/{person.pk}/change/">Ada</a>.' in about
    assert "reader4@x.example" not in about


def test_what_is_due_is_shown_only_to_whom_may_see_reminders(client: Client) -> None:
    client.force_login(User.objects.create_user("other@x.example", is_staff=True))
    assert client.get(f"{LIST}due/").status_code == 403
