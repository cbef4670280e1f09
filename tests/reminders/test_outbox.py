"""Putting messages into the outbox, and cancelling them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import User
from reminders import outbox
from reminders.models import Reminder
from reminders.outbox import Owed, cancel, cancel_many, forget_settled, owe_many, subject_of
from reminders.tasks import forget_old_mails
from tests.at_once import at_once, wait_until_waiting_for_a_lock
from tests.reminders.owing import owe

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


def test_owe_again_takes_it_out_of_the_mail_that_it_shared() -> None:
    owe_note()
    Reminder.objects.update(bundle=uuid4())
    assert owe_note(due_at=NOON + timedelta(days=1)).bundle is None


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
    with pytest.raises(ValueError, match="must be aware"):
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
    assert [reminder.key for reminder in Reminder.objects.due()] == ["note:1"]


def owed(number: int = 1, **changes: Any) -> Owed:
    values: dict[str, Any] = {
        "key": f"note:{number}",
        "kind": "test-note",
        "subject": f"tests.thing:{number}",
        "recipient": f"reader{number}@x.example",
        "due_at": NOON,
    }
    return Owed(**values | changes)


@pytest.mark.parametrize("count", [1, 30])
def test_owe_many_takes_one_statement_for_any_number(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        owe_many([owed(number) for number in range(count)])
    assert Reminder.objects.count() == count


def test_owe_many_writes_every_column() -> None:
    person = User.objects.create_user("ada@x.example", "a-long-password")
    owe_many(
        [owed(user=person, language="fr", time_zone="Europe/Paris", data={"day": "2026-03-01", "n": [1]})]
    )
    reminder = Reminder.objects.get()
    assert (reminder.key, reminder.kind, reminder.subject) == ("note:1", "test-note", "tests.thing:1")
    assert (reminder.recipient, reminder.due_at, reminder.user) == ("reader1@x.example", NOON, person)
    assert (reminder.language, reminder.time_zone) == ("fr", "Europe/Paris")
    assert reminder.data == {"day": "2026-03-01", "n": [1]}
    assert (reminder.status, reminder.attempts, reminder.last_error, reminder.claimed_at) == (
        "pending",
        0,
        "",
        None,
    )


def test_owe_many_moves_what_can_be_moved_and_leaves_what_has_left() -> None:
    owe_many([owed(number) for number in range(1, 6)])
    for number, status in enumerate(Reminder.Status, start=1):
        Reminder.objects.filter(key=f"note:{number}").update(
            status=status, sent_at=NOON, claimed_at=NOON, attempts=3, fruitless_claims=2, last_error="451"
        )
    later = NOON + timedelta(hours=1)
    owe_many([owed(number, due_at=later) for number in range(1, 6)])
    moved = dict.fromkeys(("pending", "cancelled", "failed"), ("pending", later, 0, 0, ""))
    kept = {status: (status, NOON, 3, 2, "451") for status in ("sending", "sent")}
    rows = Reminder.objects.order_by("key").values_list(
        "status", "due_at", "attempts", "fruitless_claims", "last_error"
    )
    assert list(rows) == [(moved | kept)[status] for status in Reminder.Status]


def test_owe_again_writes_to_who_it_concerns_now() -> None:
    person, soon = User.objects.create_user("ada@x.example"), timezone.now() + timedelta(minutes=5)
    owe_many([owed(language="fr", secret={"code": "OLD"}, expires_at=NOON)])
    now: dict[str, Any] = {
        "recipient": "new@x.example", "user": person, "language": "zh-hans", "time_zone": "Asia/Shanghai",
        "secret": {"code": "NEW"}, "expires_at": soon, "subject": "tests.thing:9", "kind": "other",
    }  # fmt: skip
    owe_many([owed(**now)])
    row = Reminder.objects.get()
    assert {name: getattr(row, name) for name in now} == now


def test_owe_many_of_one_key_twice_keeps_the_later() -> None:
    owe_many([owed(), owed(data={"words": "later"})])
    assert Reminder.objects.get().data == {"words": "later"}


@pytest.mark.django_db(transaction=True)
def test_two_that_owe_the_same_in_opposite_orders_follow_one_another() -> None:
    """A third transaction holds the middle row until both wait. Written in the order given, each would hold what the other wants."""
    keys = range(1, 4)
    owe_many([owed(number) for number in keys])
    forth = [owed(number, data={"by": "forth"}) for number in keys]
    back = [owed(number, data={"by": "back"}) for number in reversed(keys)]
    with ThreadPoolExecutor(1) as others:
        with transaction.atomic():
            Reminder.objects.select_for_update().get(key="note:2")
            both = others.submit(at_once, lambda: owe_many(forth), lambda: owe_many(back))
            wait_until_waiting_for_a_lock(2)
        assert both.result() == [None, None]
    assert [row["by"] for row in Reminder.objects.values_list("data", flat=True)] in (
        ["forth"] * 3,
        ["back"] * 3,
    )


def test_owe_many_of_nothing_asks_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        owe_many([])


def test_notices_whose_keys_share_a_long_beginning_are_all_owed() -> None:
    beginning = "test-note:" + "a" * 254 + "@x.example:"
    owe_many([owed(number, key=f"{beginning}{number}") for number in range(3)])
    assert Reminder.objects.count() == 3


def test_cancel_many_takes_one_statement_for_any_number(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    owe_many([*(owed(number) for number in range(30)), owed(31, kind="other")])
    subjects = [f"tests.thing:{number}" for number in range(1, 32)]
    with django_assert_num_queries(1):
        assert cancel_many(subjects=subjects, kinds=["test-note"]) == 29
    waiting = Reminder.objects.waiting().order_by("key").values_list("key", flat=True)
    assert list(waiting) == ["note:0", "note:31"]


def test_cancel_of_one_recipient_leaves_the_others() -> None:
    owe_many([owed(1, subject="tests.thing:1"), owed(2, subject="tests.thing:1")])
    assert cancel(subject="tests.thing:1", recipient="reader2@x.example") == 1
    assert Reminder.objects.waiting().get().key == "note:1"


def test_what_is_due_now_is_due_by_the_clock_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2046, 3, 1, tzinfo=UTC))  # of a web process
    owe(key="note:1", kind="test-note", subject="tests.thing:1", recipient="a@x.example")
    assert Reminder.objects.due().count() == 1


def test_mails_of_long_ago_are_forgotten_but_not_what_failed_or_waits() -> None:
    old = timezone.now() - timedelta(days=731)
    for number, status in enumerate(Reminder.Status):
        owe_note(key=f"note:{number}", due_at=old)
        Reminder.objects.filter(key=f"note:{number}").update(
            status=status, sent_at=old, claimed_at=old, created_at=old
        )
    owe_note(key="recent", due_at=timezone.now())
    Reminder.objects.filter(key="recent").update(status=Reminder.Status.SENT, sent_at=timezone.now())
    assert forget_settled(kept=timedelta(days=730)) == 2
    left = Reminder.objects.order_by("pk").values_list("status", flat=True)
    assert list(left) == ["pending", "sending", "failed", "sent"]


def test_mails_are_kept_from_the_day_on_which_they_were_due_or_owed_whichever_is_later() -> None:
    now, old = timezone.now(), timezone.now() - timedelta(days=731)
    for key, due_at, created_at in (("long ahead", now, old), ("made up for", old, now)):
        owe_note(key=key, due_at=due_at)
        Reminder.objects.filter(key=key).update(status="sent", sent_at=now, created_at=created_at)
    assert forget_settled(kept=timedelta(days=730)) == 0


def test_mails_are_forgotten_some_at_a_time_and_none_where_they_are_kept_for_ever(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(outbox, "MOST_FORGOTTEN", 2)
    old = timezone.now() - timedelta(days=2)
    owe_many([owed(number, due_at=old) for number in range(3)])
    Reminder.objects.update(status="cancelled", created_at=old)
    settings.KEEP_MAILS = timedelta(0)
    assert forget_old_mails() == 0
    settings.KEEP_MAILS = timedelta(days=1)
    assert [forget_old_mails(), forget_old_mails()] == [2, 1]
