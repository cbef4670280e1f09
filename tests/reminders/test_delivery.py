"""Delivering through a real SMTP server."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from reminders import delivery
from reminders.models import Reminder
from reminders.outbox import owe
from tests.reminders.conftest import Sink
from tests.reminders.note_kind import NoteKind

pytestmark = pytest.mark.django_db


def owe_note(number: int = 1, **data: Any) -> Reminder:
    return owe(
        key=f"note:{number}",
        kind="test-note",
        subject="tests.thing:1",
        recipient=f"reader{number}@x.example",
        due_at=timezone.now() - timedelta(minutes=10 - number),
        data=data,
    )


def test_deliver_sends_text_and_html_of_one_source(note_kind: NoteKind, sink: Sink) -> None:
    owe_note(words="Tea & *biscuits* <b>now</b>", attach=True)
    assert delivery.deliver_due() == delivery.Delivered(sent=1)
    [message] = sink.messages
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    assert text is not None
    assert html is not None
    assert message["Subject"] == "A note for you"
    assert text.get_content().replace("\r\n", "\n") == "Dear reader,\n\nTea & *biscuits* <b>now</b>\n"
    assert "<p>Tea &amp; <em>biscuits</em> &lt;b&gt;now&lt;/b&gt;</p>" in html.get_content()
    assert [part.get_filename() for part in message.iter_attachments()] == ["note.txt"]


def test_deliver_marks_the_row_sent_and_sends_it_once(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    delivery.deliver_due()
    delivery.deliver_due()
    reminder = Reminder.objects.get()
    assert (len(sink.messages), reminder.status, reminder.attempts) == (1, "sent", 1)


def test_deliver_leaves_what_is_not_due(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    Reminder.objects.update(due_at=timezone.now() + timedelta(minutes=1))
    assert delivery.deliver_due() == delivery.Delivered()
    assert sink.messages == []


def test_a_refused_message_is_put_off_and_keeps_its_message_id(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    sink.refusals = 1
    assert delivery.deliver_due() == delivery.Delivered(put_off=1)
    reminder = Reminder.objects.get()
    assert reminder.status == "pending"
    assert "Try again later" in reminder.last_error
    assert reminder.due_at > timezone.now() + delivery.FIRST_PAUSE / 2
    Reminder.objects.update(due_at=timezone.now())
    delivery.deliver_due()
    assert sink.messages[0]["Message-ID"] == f"<{reminder.message_id}@longtake.example>"


def test_one_refused_message_does_not_hold_up_the_next(note_kind: NoteKind, sink: Sink) -> None:
    owe_note(1)
    owe_note(2)
    sink.refusals = 1
    assert delivery.deliver_due() == delivery.Delivered(sent=1, put_off=1)
    assert [message["To"] for message in sink.messages] == ["reader2@x.example"]


def test_the_last_attempt_leaves_the_row_failed_for_the_office(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    Reminder.objects.update(attempts=delivery.MOST_ATTEMPTS - 1)
    sink.refusals = 1
    assert delivery.deliver_due() == delivery.Delivered(failed=1)
    assert Reminder.objects.get().status == "failed"


def test_while_the_mail_server_is_away_nothing_is_claimed_and_nothing_lost(
    note_kind: NoteKind, sink: Sink, settings: Settings
) -> None:
    settings.MAILERS = {"default": {"OPTIONS": {"host": "127.0.0.1", "port": 1}}}
    owe_note(1)
    assert delivery.deliver_due() == delivery.Delivered()
    reminder = Reminder.objects.get()
    assert (reminder.status, reminder.attempts) == ("pending", 0)


def test_nobody_calls_the_mail_server_when_nothing_is_due(
    django_assert_num_queries: DjangoAssertNumQueries, settings: Settings
) -> None:
    settings.MAILERS = {}
    with django_assert_num_queries(1):
        assert delivery.deliver_due() == delivery.Delivered()


def test_nothing_to_say_any_more_is_cancelled(note_kind: NoteKind, sink: Sink) -> None:
    owe_note(is_void=True)
    assert delivery.deliver_due() == delivery.Delivered(cancelled=1)
    assert sink.messages == []


def test_an_unknown_kind_fails_with_a_sentence(sink: Sink) -> None:
    owe_note()
    assert delivery.deliver_due() == delivery.Delivered(failed=1)
    assert Reminder.objects.get().last_error == "No app knows reminders of the kind “test-note”."


def test_recover_gives_back_only_claims_older_than_the_lease() -> None:
    owe_note(1)
    owe_note(2)
    now = timezone.now()
    Reminder.objects.filter(key="note:1").update(status="sending", claimed_at=now - timedelta(seconds=61))
    Reminder.objects.filter(key="note:2").update(status="sending", claimed_at=now - timedelta(seconds=30))
    assert delivery.recover_stuck() == 1
    assert dict(Reminder.objects.values_list("key", "status")) == {"note:1": "pending", "note:2": "sending"}


def test_a_slow_worker_does_not_settle_what_another_has_claimed(note_kind: NoteKind) -> None:
    owe_note()
    mine = delivery.claim_next(at=timezone.now())
    assert mine is not None
    Reminder.objects.update(claimed_at=timezone.now() + timedelta(minutes=2), attempts=2)
    delivery._settle(mine, Reminder.Status.PENDING, "put_off")
    assert Reminder.objects.get().status == "sending"


@pytest.mark.django_db(transaction=True)
def test_a_row_that_another_worker_holds_is_passed_over() -> None:
    from concurrent.futures import ThreadPoolExecutor

    owe_note(1)
    owe_note(2)

    def claim_elsewhere() -> str:
        try:
            other = delivery.claim_next(at=timezone.now())
            return other.key if other else ""
        finally:
            connection.close()

    with transaction.atomic(), ThreadPoolExecutor(1) as pool:
        held = Reminder.objects.due(timezone.now()).select_for_update().first()
        assert held is not None
        assert (held.key, pool.submit(claim_elsewhere).result()) == ("note:1", "note:2")
