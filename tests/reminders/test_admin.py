"""The outbox in the office."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from reminders.models import Reminder
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


def test_send_again_wakes_only_what_failed(office: Client) -> None:
    failed, waiting = owe_note(1), owe_note(2)
    Reminder.objects.filter(pk=failed.pk).update(status="failed", attempts=8)
    action = {"action": "send_again", "_selected_action": [failed.pk, waiting.pk]}
    answer = office.post(LIST, action, follow=True)
    failed.refresh_from_db()
    waiting.refresh_from_db()
    assert (failed.status, failed.attempts, failed.due_at <= timezone.now()) == ("pending", 0, True)
    assert waiting.due_at > timezone.now()
    assert "1 reminder will be sent again." in answer.text


def test_nobody_adds_a_reminder_by_hand(office: Client) -> None:
    assert office.get(f"{LIST}add/").status_code == 403
