"""Real workers, a real broker, a real mail server: what happens when one of them dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from config import celery_app
from config.entry import NICE
from reminders.models import Reminder
from tests.reminders.conftest import Sink
from tests.reminders.owing import owe
from tests.workers import StartWorker, broker, wait_until, workers

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]  # workers start slowly

MANY = 40


@pytest.fixture
def start_worker(sink: Sink, tmp_path: Path) -> Iterator[StartWorker]:
    """Starts Celery workers on this test's database, broker and mail server; ends them with the test."""
    mail = f"smtp://127.0.0.1:{sink.port}"
    with workers(
        tmp_path, application="tests.reminders.worker", queue="celery", LONGTAKE_EMAIL_URL=mail
    ) as start:
        yield start


def owe_notes(count: int) -> None:
    for number in range(count):
        owe(
            key=f"note:{number}",
            kind="test-note",
            subject="tests.thing:1",
            recipient=f"reader{number}@x.example",
            due_at=timezone.now() - timedelta(minutes=1),
        )


def wake() -> None:
    celery_app.send_task("reminders.tasks.deliver_due")


def sent() -> int:
    return Reminder.objects.filter(status=Reminder.Status.SENT).count()


def test_a_worker_killed_while_sending_loses_nothing(sink: Sink, start_worker: StartWorker) -> None:
    owe_notes(1)
    sink.is_holding = True
    worker = start_worker()
    wake()
    assert sink.is_holding_one.wait(60)
    assert os.getpriority(os.PRIO_PROCESS, worker.pid) == min(19, NICE + os.getpriority(os.PRIO_PROCESS, 0))
    worker.kill()
    worker.wait()
    assert Reminder.objects.get().status == Reminder.Status.SENDING

    sink.is_holding = False
    Reminder.objects.update(leased_until=timezone.now())
    start_worker()
    wake()
    wait_until(lambda: sent() == 1)
    reminder = Reminder.objects.get()
    [message] = sink.messages
    assert message["Message-ID"] == f"<{reminder.message_id}@longtake.example>"
    assert reminder.attempts == 2


def test_a_worker_killed_amid_mails_with_files_loses_none_and_doubles_only_what_was_just_accepted(
    sink: Sink, start_worker: StartWorker
) -> None:
    """At most one mail for each connection is accepted and not yet settled: see "Reminders" in docs/architecture.md."""
    for number in range(MANY):
        owe(
            key=f"note:{number}",
            kind="test-note",
            subject="tests.thing:1",
            recipient=f"reader{number}@x.example",
            due_at=timezone.now() - timedelta(minutes=1),
            data={"words": f"The file of {number} is attached.", "attach": True},
        )
    sink.seconds = 0.1
    worker = start_worker()
    wake()
    wait_until(lambda: len(sink.messages) >= MANY // 4)
    worker.kill()
    worker.wait()
    accepted, settled = len(sink.messages), sent()
    assert settled < MANY

    sink.seconds = 0.0
    Reminder.objects.update(leased_until=timezone.now())
    start_worker()
    wake()
    wait_until(lambda: sent() == MANY)
    assert accepted - settled <= settings.OUTBOX_CONNECTIONS
    assert len(sink.messages) - MANY <= settings.OUTBOX_CONNECTIONS
    mails = {str(message["Message-ID"]): message for message in sink.messages}
    assert len(mails) == len({str(message["To"]) for message in mails.values()}) == MANY
    files = [[part.get_content().strip() for part in each.iter_attachments()] for each in sink.messages]
    assert files == [["attached"]] * len(sink.messages)


def test_two_workers_send_each_message_once(sink: Sink, start_worker: StartWorker) -> None:
    owe_notes(40)
    start_worker()
    start_worker()
    for _ in range(4):
        wake()
    wait_until(lambda: sent() == 40)
    recipients = sorted(str(message["To"]) for message in sink.messages)
    assert recipients == sorted(f"reader{number}@x.example" for number in range(40))


def test_losing_all_that_the_broker_holds_loses_nothing(sink: Sink, start_worker: StartWorker) -> None:
    owe_notes(3)
    wake()
    broker().flushdb()
    start_worker()
    wake()
    wait_until(lambda: sent() == 3)
    assert len(sink.messages) == 3
