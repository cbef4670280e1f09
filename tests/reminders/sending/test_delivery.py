"""Sending through a real SMTP server."""

from __future__ import annotations

import logging
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from reminders import tasks
from reminders.channels.email import EMAIL, smtp
from reminders.models import Reminder, ReminderQuerySet
from reminders.outbox import Owed, owe_many
from reminders.sending import delivery, settling
from reminders.sending.claims import claim, give_back
from reminders.sending.connections import Connections, Outcome, Outgoing
from reminders.sending.leases import LEASE, Leases
from reminders.sending.settling import Delivered
from tests.reminders.conftest import HANG_UP, Sink, mailers
from tests.reminders.note_kind import NoteKind
from tests.reminders.owing import owe

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
    assert delivery.deliver_due() == Delivered(sent=1)
    [message] = sink.messages
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    assert text is not None
    assert html is not None
    assert message["Subject"] == "A note for you"
    assert text.get_content().replace("\r\n", "\n") == "Dear reader,\n\nTea & *biscuits* <b>now</b>\n"
    assert "<p>Tea &amp; *biscuits* &lt;b&gt;now&lt;/b&gt;</p>" in html.get_content()
    assert [part.get_filename() for part in message.iter_attachments()] == ["note.txt"]


def test_an_answer_goes_to_the_office(note_kind: NoteKind, sink: Sink, settings: Settings) -> None:
    settings.CONTACT_EMAIL = "office@films.example"
    owe_note()
    delivery.deliver_due()
    [message] = sink.messages
    assert message["Reply-To"] == "office@films.example"


def test_deliver_marks_the_row_sent_and_sends_it_once(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    delivery.deliver_due()
    delivery.deliver_due()
    reminder = Reminder.objects.get()
    assert (len(sink.messages), reminder.status, reminder.attempts) == (1, "sent", 1)


def test_deliver_leaves_what_is_not_due(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    Reminder.objects.update(due_at=timezone.now() + timedelta(minutes=1))
    assert delivery.deliver_due() == Delivered()
    assert sink.messages == []


def only() -> Reminder:
    return Reminder.objects.get()


def make_due() -> None:
    Reminder.objects.update(due_at=timezone.now() - timedelta(minutes=1))


def due_many(count: int) -> None:
    due_at = timezone.now() - timedelta(minutes=1)
    owe_many(
        [
            Owed(key=f"{n}", kind="test-note", subject="x", recipient=f"r{n}@x.example", due_at=due_at)
            for n in range(count)
        ]
    )


def test_a_run_goes_on_while_anything_is_due(note_kind: NoteKind, sink: Sink) -> None:
    due_many(120)
    assert delivery.deliver_due() == Delivered(sent=120)
    assert len({message["Message-ID"] for message in sink.messages}) == 120


def test_a_few_messages_need_one_connection(note_kind: NoteKind, sink: Sink) -> None:
    for number in range(9):
        owe_note(number)
    assert delivery.deliver_due() == Delivered(sent=9)
    assert sink.sessions == 1
    assert [message["To"] for message in sink.messages] == [f"reader{n}@x.example" for n in range(9)]


def test_many_messages_leave_over_several_connections_each_once(
    note_kind: NoteKind, sink: Sink, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OUTBOX_CONNECTIONS = 3
    monkeypatch.setattr(delivery, "BATCH_SECONDS", 60.0)  # batches grow on a busy machine too
    sink.seconds = 0.02
    due_many(150)
    assert delivery.deliver_due() == Delivered(sent=150)
    assert sink.sessions == 3
    assert sorted(str(message["To"]) for message in sink.messages) == sorted(
        f"r{n}@x.example" for n in range(150)
    )


def test_a_batch_is_as_large_as_the_server_takes_in_a_second() -> None:
    assert [delivery.next_size(20, took=took) for took in (0.01, 1.0, 60)] == [40, 20, 20]
    assert [delivery.next_size(400, took=took) for took in (0.01, 2.0, 60)] == [400, 200, 20]


def test_a_run_ends_with_its_time_and_says_that_more_is_due(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    assert delivery.deliver_due(run_for=timedelta(0)) == Delivered(is_unfinished=True)
    assert (only().status, only().attempts) == ("pending", 0)


def test_a_run_whose_time_is_over_starts_no_further_message(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    now = time.monotonic()
    with Connections(EMAIL) as connections:
        run = delivery._Run(EMAIL, connections, Leases(), Delivered(), until=now)
        run._deliver(claim(20), since=now)
    assert (sink.messages, only().status, only().attempts) == ([], "pending", 0)


@pytest.mark.parametrize("is_unfinished", [True, False])
def test_a_run_that_leaves_something_asks_for_the_next(
    is_unfinished: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr(delivery, "deliver_due", lambda: Delivered(is_unfinished=is_unfinished))
    monkeypatch.setattr(tasks, "wake", lambda: rung.append("now"))
    tasks.deliver_due()
    assert rung == ["now"] * is_unfinished


def test_what_somebody_waits_for_goes_before_what_has_been_due_longer(
    note_kind: NoteKind, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    owe_note(1)
    owe_note(2)
    monkeypatch.setattr(NoteKind, "is_awaited", True)
    owe_note(3)
    first = Reminder.objects.latest("pk")
    delivery.deliver_due()
    assert sink.messages[0]["Message-ID"] == f"<{first.message_id}@longtake.example>"
    assert len(sink.messages) == 3


def test_a_batch_takes_one_statement_to_claim_and_a_group_one_to_settle(
    note_kind: NoteKind, sink: Sink, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    owe_note(1)
    owe_note(2)
    # What expired, what is due; whether anybody gets copies; a claim in its transaction, alone, first of what is awaited; distributor, dead, declined, texts; one connection settles each; no more.
    with django_assert_num_queries(2 + 1 + 5 + 4 + 2 + 5):
        assert delivery.deliver_due() == Delivered(sent=2)


def test_a_message_refused_for_now_is_put_off_and_keeps_its_message_id(
    note_kind: NoteKind, sink: Sink
) -> None:
    owe_note()
    sink.answers = ["451 Try again later"]
    assert delivery.deliver_due() == Delivered(put_off=1)
    reminder = only()
    assert (reminder.status, reminder.last_error) == ("pending", "451 Try again later")
    make_due()
    delivery.deliver_due()
    assert sink.messages[0]["Message-ID"] == f"<{reminder.message_id}@longtake.example>"


def test_a_session_that_the_server_ends_costs_no_message_a_pause(note_kind: NoteKind, sink: Sink) -> None:
    for number in range(5):
        owe_note(number)
    sink.takes_of_a_session = 2
    assert delivery.deliver_due() == Delivered(sent=5)
    assert (len(sink.messages), sink.sessions) == (5, 3)


def test_a_server_that_takes_nothing_is_asked_twice_and_then_after_a_pause(
    note_kind: NoteKind, sink: Sink
) -> None:
    owe_note()
    sink.takes_of_a_session = 0
    assert delivery.deliver_due() == Delivered(put_off=1)
    assert (sink.sessions, only().attempts) == (2, 1)


def test_pauses_double_up_to_half_an_hour() -> None:
    pauses = [int(settling.pause_after(attempts).total_seconds()) for attempts in range(1, 10)]
    assert pauses == [30, 60, 120, 240, 480, 960, 1800, 1800, 1800]
    assert settling.pause_after(settling.MOST_ATTEMPTS) == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("attempts", "is_awaited", "seconds"),
    [
        (0, False, 30),
        (0, True, 10),
        (1, False, 60),
        (1, True, 20),
        (2, False, 120),
        (5, False, 960),
        (100, True, 1800),
    ],
)
def test_a_refused_message_waits_for_its_pause_and_up_to_a_quarter_more(
    attempts: int, is_awaited: bool, seconds: int, note_kind: NoteKind, sink: Sink
) -> None:
    owe_note()
    Reminder.objects.update(attempts=attempts, is_awaited=is_awaited)
    sink.answers = ["451 Try again later"]
    before = timezone.now()
    delivery.deliver_due()
    shortest, longest = timedelta(seconds=seconds), timedelta(seconds=seconds * 1.25)
    assert before + shortest <= only().due_at <= timezone.now() + longest


def test_an_outage_of_days_ends_no_reminder(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    waited = timedelta(0)
    while waited < timedelta(days=4):
        sink.answers = ["451 Local error in processing"]
        assert delivery.deliver_due() == Delivered(put_off=1)
        waited += settling.pause_after(only().attempts)
        make_due()
    assert delivery.deliver_due() == Delivered(sent=1)


def test_the_last_attempt_leaves_the_row_failed_for_the_office(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    Reminder.objects.update(attempts=settling.MOST_ATTEMPTS - 1)
    sink.answers = ["451 Try again later"]
    assert delivery.deliver_due() == Delivered(failed=1)
    assert only().status == "failed"


@pytest.mark.parametrize("answer", ["550 No such user", "552 5.2.2 Mailbox full", "553 Bad name"])
def test_a_recipient_refused_for_good_fails_at_once_with_the_reason(
    answer: str, note_kind: NoteKind, sink: Sink
) -> None:
    owe_note()
    sink.answers_to_recipients = {"reader1@x.example": answer}
    assert delivery.deliver_due() == Delivered(failed=1)
    assert (only().status, only().attempts, only().last_error) == ("failed", 1, answer)


def test_a_content_refused_for_good_fails_at_once(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    sink.answers = ["554 5.6.0 Content not accepted"]
    assert delivery.deliver_due() == Delivered(failed=1)
    assert only().last_error == "554 5.6.0 Content not accepted"


def test_an_address_that_is_none_fails_at_once(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    Reminder.objects.update(recipient="a b@x.example")
    assert delivery.deliver_due() == Delivered(failed=1)


def test_a_relay_refused_at_the_recipient_is_tried_again(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    sink.answers_to_recipients = {"reader1@x.example": "554 5.7.1 Relay access denied"}
    assert delivery.deliver_due() == Delivered(put_off=1)
    assert only().status == "pending"


@pytest.mark.parametrize("answer", ["550 Sender unknown", "530 5.7.0 Authentication required"])
def test_while_the_server_refuses_our_sender_all_waits_uncounted_and_is_loudly_logged(
    answer: str, note_kind: NoteKind, sink: Sink, caplog: pytest.LogCaptureFixture
) -> None:
    owe_note(1)
    owe_note(2)
    sink.answer_to_sender = answer
    assert delivery.deliver_due() == Delivered(put_off=1)
    assert set(Reminder.objects.values_list("status", "attempts")) == {("pending", 0)}
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    sink.answer_to_sender = ""
    assert delivery.deliver_due() == Delivered(sent=2)


def test_one_refused_message_does_not_hold_up_the_next(note_kind: NoteKind, sink: Sink) -> None:
    owe_note(1)
    owe_note(2)
    sink.answers = ["451 Try again later"]
    assert delivery.deliver_due() == Delivered(sent=1, put_off=1)
    assert [message["To"] for message in sink.messages] == ["reader2@x.example"]


def test_a_connection_cut_after_the_message_is_tried_again_with_the_same_message_id(
    note_kind: NoteKind, sink: Sink
) -> None:
    owe_note(1)
    owe_note(2)
    sink.answers = [HANG_UP]
    assert delivery.deliver_due() == Delivered(sent=1, put_off=1)
    assert sink.sessions == 2
    make_due()
    assert delivery.deliver_due() == Delivered(sent=1)
    reminder = Reminder.objects.get(key="note:1")
    assert sink.messages[1]["Message-ID"] == f"<{reminder.message_id}@longtake.example>"


def test_a_server_that_keeps_hanging_up_ends_the_run(note_kind: NoteKind, sink: Sink) -> None:
    for number in range(5):
        owe_note(number)
    sink.answers = [HANG_UP] * 5
    assert delivery.deliver_due() == Delivered(put_off=3)
    assert Reminder.objects.filter(attempts=0).count() == 2


def test_a_server_that_hangs_up_now_and_then_does_not_end_the_run(note_kind: NoteKind, sink: Sink) -> None:
    for number in range(6):
        owe_note(number)
    sink.answers = [HANG_UP, "250 OK"] * 3
    assert delivery.deliver_due() == Delivered(sent=3, put_off=3)


def test_a_slow_server_is_waited_for_and_gets_one_copy(
    note_kind: NoteKind, sink: Sink, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAILERS = mailers(sink.port, timeout=2)
    owe_note()
    sink.seconds = 2.5
    assert delivery.deliver_due() == Delivered(sent=1)
    assert (len(sink.messages), only().attempts) == (1, 1)


def test_a_server_is_not_waited_for_longer_than_ten_minutes() -> None:
    assert smtp.DATA_SECONDS == 600


def test_while_the_mail_server_is_away_nothing_is_claimed_and_nothing_lost(
    note_kind: NoteKind, settings: Settings
) -> None:
    settings.MAILERS = mailers(1)
    owe_note(1)
    assert delivery.deliver_due() == Delivered()
    assert (only().status, only().attempts) == ("pending", 0)


def test_mails_of_a_server_that_has_just_left_are_handed_back_untried(settings: Settings) -> None:
    settings.MAILERS = mailers(1)
    mails, settled = [Outgoing(None, []) for _ in range(3)], list[Outcome]()

    def settle(outcomes: list[Outcome]) -> bool:
        settled.extend(outcomes)
        return True

    with Connections(EMAIL) as connections:
        untried, error = connections.send(mails, settle)
    assert (untried, type(error), settled) == (mails, ConnectionRefusedError, [])


def test_logs_name_no_recipient(note_kind: NoteKind, sink: Sink, caplog: pytest.LogCaptureFixture) -> None:
    for number in (1, 2, 3):
        owe_note(number)
    Reminder.objects.filter(key="note:3").update(kind="unknown")
    sink.answers_to_recipients = {
        "reader1@x.example": "451 reader1@x.example is busy",
        "reader2@x.example": "550 reader2@x.example is unknown",
    }
    assert delivery.deliver_due() == Delivered(put_off=2, failed=1)
    assert len(caplog.messages) == 3
    assert not [message for message in caplog.messages if "reader" in message or "@" in message]


def test_nobody_calls_the_mail_server_when_nothing_is_due(
    django_assert_num_queries: DjangoAssertNumQueries, settings: Settings
) -> None:
    settings.MAILERS = {}
    with django_assert_num_queries(2):
        assert delivery.deliver_due() == Delivered()


def test_nothing_to_say_any_more_is_cancelled(note_kind: NoteKind, sink: Sink) -> None:
    owe_note(is_void=True)
    assert delivery.deliver_due() == Delivered(cancelled=1)
    assert sink.messages == []


def test_what_cannot_be_composed_is_tried_five_times_and_fails_with_a_sentence(sink: Sink) -> None:
    owe_note()
    for _ in range(4):
        assert delivery.deliver_due() == Delivered(put_off=1)
        make_due()
    assert delivery.deliver_due() == Delivered(failed=1)
    assert only().last_error == "No app knows reminders of the kind “test-note”."


def test_a_reminder_that_kills_its_workers_ends_failed(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    for claims in range(1, 6):
        [[claimed]] = claim(20)
        assert claimed.fruitless_claims == claims
        Reminder.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert delivery.deliver_due() == Delivered(failed=1)
    assert (only().status, only().attempts) == ("failed", 6)
    assert only().last_error == "5 workers crashed or were stopped while they were sending it."
    assert sink.messages == []


def test_a_reminder_that_kills_its_workers_does_not_take_its_batch_with_it(
    note_kind: NoteKind, sink: Sink
) -> None:
    for number in (1, 2, 3):
        owe_note(number)
    assert [len(group) for group in claim(20)] == [1, 1, 1]
    for _ in range(5):  # the second kills each worker that composes it
        Reminder.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
        while True:
            [[row]] = claim(20)
            if row.key == "note:2":
                break
            settling.settle(
                [settling.Settled(Reminder.Status.SENT, [row], {"sent_at": timezone.now()})], Delivered()
            )
    Reminder.objects.filter(status="sending").update(leased_until=timezone.now() - timedelta(seconds=1))
    delivery.deliver_due()
    assert list(Reminder.objects.order_by("key").values_list("status", flat=True)) == [
        "sent",
        "failed",
        "sent",
    ]


def test_what_was_not_tried_when_the_server_left_waits_as_before(note_kind: NoteKind, sink: Sink) -> None:
    owe_note(1)
    groups = claim(20)
    give_back(groups[0])
    assert (only().status, only().attempts, only().fruitless_claims) == ("pending", 0, 0)


def test_a_run_takes_up_what_a_dead_worker_left_once_its_lease_is_over(
    note_kind: NoteKind, sink: Sink
) -> None:
    owe_note(1)
    assert len(claim(20)) == 1
    assert delivery.deliver_due() == Delivered()
    Reminder.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert delivery.deliver_due() == Delivered(sent=1)
    assert (only().attempts, only().fruitless_claims) == (2, 0)


def test_a_lease_and_a_poll_are_over_within_a_minute(settings: Settings) -> None:
    poll = settings.CELERY_BEAT_SCHEDULE["deliver due reminders"]
    assert LEASE + timedelta(seconds=poll["schedule"]) <= timedelta(minutes=1)
    assert "options" not in poll  # no expiry: a worker whose clock is ahead would deliver nothing


def test_each_sweep_stands_in_the_schedule_once(settings: Settings) -> None:
    entries = settings.CELERY_BEAT_SCHEDULE.values()
    assert Counter((entry["task"], entry.get("args")) for entry in entries).most_common(1)[0][1] == 1
    assert not any("expires" in entry.get("options", {}) for entry in entries)  # as above


def test_the_clock_of_the_database_decides_what_is_due(
    note_kind: NoteKind, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    owe_note()
    for seconds in (-86400, 86400):
        wrong = timezone.now() + timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda wrong=wrong: wrong)
        assert delivery.deliver_due() == Delivered(sent=int(seconds < 0))


def test_a_slow_worker_does_not_settle_what_another_has_claimed(note_kind: NoteKind) -> None:
    owe_note()
    [mine] = claim(20)
    Reminder.objects.update(claimed_at=timezone.now() + timedelta(minutes=2), attempts=2)
    settling.settle([settling.waits(mine, "too late")], Delivered())
    assert only().status == "sending"


@pytest.mark.django_db(transaction=True)
def test_a_lease_is_renewed_while_the_message_is_being_sent() -> None:
    owe_note()
    [[reminder]] = claim(20)
    assert reminder.leased_until is not None
    with Leases(every=0.01) as leases:
        leases.current = [reminder]
        until = time.monotonic() + 10
        while only().leased_until == reminder.leased_until:
            assert time.monotonic() < until, "The lease was not renewed."
            time.sleep(0.01)
    renewed = only().leased_until
    assert renewed is not None
    assert renewed > reminder.leased_until


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_lease_that_was_renewed_in_time_is_held_although_one_renewal_failed(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    owe_note()
    [[reminder]] = claim(20)
    away, held = [error("The database is away.")], ReminderQuerySet.held

    def held_or_away(rows: ReminderQuerySet, those: list[Reminder]) -> ReminderQuerySet:
        if away:
            raise away.pop()
        return held(rows, those)

    monkeypatch.setattr(ReminderQuerySet, "held", held_or_away)
    with Leases(every=0.01) as leases:
        nearly_over = time.monotonic() - LEASE.total_seconds() + 0.3
        leases.hold([reminder], since=nearly_over)
        while only().leased_until == reminder.leased_until:
            assert leases.are_held()
            time.sleep(0.01)
        time.sleep(max(0.0, nearly_over + LEASE.total_seconds() - time.monotonic()))
        assert leases.are_held()


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(30)
def test_a_worker_whose_rows_another_took_over_sends_no_more_of_them(note_kind: NoteKind, sink: Sink) -> None:
    for number in (1, 2, 3):
        owe_note(number)
    sink.goes_on.clear()

    def send() -> Delivered:
        try:
            return delivery.deliver_due()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(send)
        while not Reminder.objects.filter(status="sending").exists():
            assert not sending.done(), "Nothing was sent."
            time.sleep(0.01)
        Reminder.objects.update(
            claimed_at=timezone.now() + timedelta(seconds=1)
        )  # as another worker's claim does
        sink.goes_on.set()
        sending.result(timeout=20)
    assert [message["To"] for message in sink.messages] == ["reader1@x.example"]
    assert set(Reminder.objects.values_list("status", flat=True)) == {"sending"}


@pytest.mark.django_db(transaction=True)
def test_a_lease_that_was_over_stays_lost_until_the_next_claim() -> None:
    owe_note()
    [[reminder]] = claim(20)
    with Leases(every=0.01) as leases:
        now = time.monotonic()
        leases.hold([reminder], since=now)
        assert leases.are_held()
        leases.hold(
            [reminder], since=now - LEASE.total_seconds() - 1
        )  # as if the worker had been stopped since
        assert not leases.are_held()
        until = only().leased_until
        while only().leased_until == until:
            time.sleep(0.01)
        assert not leases.are_held()


def test_a_worker_whose_lease_is_over_starts_no_message(note_kind: NoteKind, sink: Sink) -> None:
    owe_note()
    leases, now = Leases(), time.monotonic()
    with Connections(EMAIL) as connections:
        run = delivery._Run(EMAIL, connections, leases, Delivered(), until=now + 60)
        run._deliver(claim(20), since=now - LEASE.total_seconds() - 1)
        assert (sink.messages, only().status, only().attempts) == ([], "pending", 0)
        run._deliver(claim(20), since=now)
    assert (len(sink.messages), only().status) == (1, "sent")


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(30)
def test_a_row_that_another_worker_holds_is_passed_over() -> None:
    owe_note(1)
    owe_note(2)

    def claim_elsewhere() -> str:
        try:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SET lock_timeout = '2s'"
                )  # without SKIP LOCKED it would wait for the other worker
            [[other]] = claim(20)
            return other.key
        finally:
            connection.close()

    with transaction.atomic(), ThreadPoolExecutor(1) as pool:
        held = Reminder.objects.due().select_for_update().first()
        assert held is not None
        assert (held.key, pool.submit(claim_elsewhere).result(timeout=10)) == ("note:1", "note:2")


def owe_code(**changes: Any) -> None:
    values: dict[str, Any] = {"key": "code", "kind": "test-note", "subject": "x", "recipient": "a@x.example"}
    values |= {"due_at": timezone.now(), "secret": {"code": "ABC"}}
    owe_many([Owed(**values | {"expires_at": timezone.now() + timedelta(minutes=5)} | changes)])


@pytest.mark.parametrize("answer", ["250 OK", "554 5.6.0 Content not accepted"])
def test_a_secret_is_gone_from_the_row_once_it_is_settled(
    answer: str, note_kind: NoteKind, sink: Sink
) -> None:
    owe_code()
    sink.answers = [answer]
    delivery.deliver_due()
    assert only().secret == {}


def test_a_secret_that_expired_is_not_sent_and_forgotten_even_while_the_mail_server_is_away(
    note_kind: NoteKind, settings: Settings
) -> None:
    settings.MAILERS = mailers(1)
    owe_code(expires_at=timezone.now() - timedelta(seconds=1))
    assert delivery.deliver_due() == Delivered(cancelled=1)
    assert (only().status, only().secret) == ("cancelled", {})


def test_what_expired_while_a_dead_worker_had_it_is_not_sent(note_kind: NoteKind, sink: Sink) -> None:
    owe_code()
    claim(20)
    passed = timezone.now() - timedelta(seconds=1)
    Reminder.objects.update(leased_until=passed, expires_at=passed)
    assert delivery.deliver_due() == Delivered(cancelled=1)
    assert (sink.messages, only().secret) == ([], {})


@pytest.mark.parametrize(
    "changes", [{"expires_at": None}, {"status": "sent", "sent_at": timezone.now()}, {"status": "failed"}]
)
def test_a_secret_that_would_stay_is_refused_by_the_database(changes: dict[str, Any]) -> None:
    owe_code()
    with pytest.raises(IntegrityError, match="reminder_secret_is_short_lived"):
        Reminder.objects.update(**changes)
