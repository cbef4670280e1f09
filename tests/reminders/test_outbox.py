"""Owing and cancelling."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from reminders.models import Reminder
from reminders.outbox import cancel, owe, subject_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def owe_note(**changes: Any) -> Reminder:
    values = {"key": "note:1", "kind": "test-note", "subject": "tests.thing:1", "recipient": "a@x.example"}
    return owe(**values | {"due_at": NOON} | changes)


def test_owe_the_same_key_again_moves_the_one_row() -> None:
    owe_note()
    owe_note(due_at=NOON + timedelta(hours=3))
    assert list(Reminder.objects.values_list("key", "due_at")) == [("note:1", NOON + timedelta(hours=3))]


def test_owe_again_wakes_a_cancelled_one() -> None:
    owe_note()
    cancel(subject="tests.thing:1")
    assert owe_note().status == Reminder.Status.PENDING


@pytest.mark.parametrize("status", [Reminder.Status.SENT, Reminder.Status.SENDING])
def test_owe_again_leaves_what_is_sent_or_on_its_way(status: Reminder.Status) -> None:
    owe_note()
    Reminder.objects.update(status=status, sent_at=NOON, claimed_at=NOON)
    owe_note(due_at=NOON + timedelta(days=1))
    reminder = Reminder.objects.get()
    assert (reminder.status, reminder.due_at) == (status, NOON)


def test_owe_is_undone_with_its_transaction() -> None:
    with transaction.atomic():
        owe_note()
        transaction.set_rollback(True)
    assert Reminder.objects.count() == 0


def test_owe_refuses_a_naive_time() -> None:
    with pytest.raises(ValueError, match="A reminder is due at an aware time"):
        owe_note(due_at=datetime(2026, 3, 1, 12))  # noqa: DTZ001 - the fault that is tested


def test_cancel_touches_only_what_waits_about_the_subject() -> None:
    owe_note()
    owe_note(key="note:2", kind="other")
    owe_note(key="note:3", subject="tests.thing:2")
    owe_note(key="note:4")
    Reminder.objects.filter(key="note:4").update(status="sent", sent_at=NOON)
    assert cancel(subject="tests.thing:1", kind="test-note") == 1
    assert dict(Reminder.objects.values_list("key", "status")) == {
        "note:1": "cancelled",
        "note:2": "pending",
        "note:3": "pending",
        "note:4": "sent",
    }


def test_a_sent_reminder_without_its_time_is_refused_by_the_database() -> None:
    owe_note()
    with pytest.raises(IntegrityError, match="reminder_sent_has_time"):
        Reminder.objects.update(status="sent", sent_at=None)


def test_subject_of_names_model_and_row() -> None:
    reminder = owe_note()
    assert subject_of(reminder) == f"reminders.reminder:{reminder.pk}"


def test_due_is_what_waits_and_whose_time_has_come() -> None:
    now = timezone.now()
    owe_note(due_at=now - timedelta(minutes=1))
    owe_note(key="note:2", due_at=now + timedelta(minutes=1))
    assert [reminder.key for reminder in Reminder.objects.due(now)] == ["note:1"]
