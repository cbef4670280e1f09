"""What tells of an outage, and what becomes of reminders after a backup was restored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from reminders.models import Reminder
from reminders.outage.overdue import LATE, read_oldest
from reminders.outage.restored import hold_back
from tests.reminders.owing import owe

pytestmark = pytest.mark.django_db


def owe_note(key: str, **ago: float) -> None:
    due_at = timezone.now() - timedelta(**ago)
    owe(key=key, kind="test-note", subject="x", recipient="a@x.example", due_at=due_at)


def test_what_may_have_left_after_the_backup_waits_for_the_office_without_its_secret() -> None:
    for key, hours in (("on its way", 1), ("code", 1), ("ahead", -1), ("sent", 1)):
        owe_note(key, hours=hours)
    now = timezone.now()
    Reminder.objects.filter(key="on its way").update(status="sending", claimed_at=now, leased_until=now)
    Reminder.objects.filter(key="code").update(secret={"code": "ABC"}, expires_at=now)
    Reminder.objects.filter(key="sent").update(status="sent", sent_at=now)
    assert hold_back().startswith("2 reminders that were due are held back as failed")
    assert dict(Reminder.objects.values_list("key", "status")) == {
        "on its way": "failed",
        "code": "failed",
        "ahead": "pending",
        "sent": "sent",
    }
    assert Reminder.objects.get(key="code").secret == {}
    assert hold_back() == ""


def test_a_reminder_that_is_due_for_too_long_is_a_fault() -> None:
    owe_note("lately", minutes=1)
    assert read_oldest().is_well
    owe_note("long ago", seconds=LATE.total_seconds() + 61)
    assert read_oldest().sentence.startswith("A reminder has been due for 16 minutes and is not sent")
    Reminder.objects.filter(key="long ago").update(status="sent", sent_at=timezone.now())
    assert read_oldest().is_well
