"""Several messages to one address in one mail."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from reminders.models import Reminder
from reminders.outbox import Owed, owe_many
from reminders.sending import claims, delivery
from reminders.sending.claims import Group, claim, give_back
from reminders.sending.settling import Delivered
from reminders.writing.messages import message_id
from tests.reminders.conftest import HANG_UP, Sink, where_it_is
from tests.reminders.note_kind import NewsKind

pytestmark = pytest.mark.django_db


def owe_news(number: int, *, minutes: float = -10, kind: str = "test-news", **data: Any) -> None:
    owe_many(
        [
            Owed(
                key=f"news:{number}",
                kind=kind,
                subject=f"tests.thing:{number}",
                recipient="reader@x.example",
                due_at=timezone.now() + timedelta(minutes=minutes, seconds=number / 10),
                time_zone=where_it_is(12),
                data={"words": f"words {number}", **data},
            )
        ]
    )


def statuses() -> list[str]:
    return list(Reminder.objects.order_by("due_at").values_list("status", flat=True))


def leave() -> None:
    """As if their worker had died and its lease were over."""
    Reminder.objects.filter(status="sending").update(leased_until=timezone.now() - timedelta(seconds=1))


def claim_elsewhere() -> list[Group]:
    try:
        return claim(20)
    finally:
        connection.close()


def test_what_is_due_within_an_hour_is_one_mail(news_kind: NewsKind, sink: Sink) -> None:
    owe_news(1, attach=True)
    owe_news(2, minutes=50)
    owe_news(3, minutes=70)
    assert delivery.deliver_due() == Delivered(sent=2)
    [message] = sink.messages
    text = message.get_body(("plain",))
    assert text is not None
    assert message["Subject"] == "news: 2 messages in one"
    assert "words 1" in text.get_content()
    assert "words 2" in text.get_content()
    assert "words 3" not in text.get_content()
    assert [part.get_filename() for part in message.iter_attachments()] == ["note.txt"]
    assert statuses() == ["sent", "sent", "pending"]


def test_three_hundred_messages_are_one_mail_that_lists_them(news_kind: NewsKind, sink: Sink) -> None:
    for number in range(300):
        owe_news(number, attach=True)
    assert delivery.deliver_due() == Delivered(sent=300)
    [message] = sink.messages
    text = message.get_body(("plain",))
    assert text is not None
    assert text.get_content().count("* A note for you") == 300
    assert "The documents are on the pages that are linked here." in text.get_content()
    assert list(message.iter_attachments()) == []


def test_what_has_legal_effect_stays_a_mail_of_its_own(news_kind: NewsKind, sink: Sink) -> None:
    for number in (1, 2):
        owe_news(number, kind="test-note")
    owe_news(3)
    assert delivery.deliver_due() == Delivered(sent=3)
    assert [message["Subject"] for message in sink.messages] == ["A note for you"] * 3


def test_a_faulty_message_does_not_hold_up_those_it_goes_with(news_kind: NewsKind, sink: Sink) -> None:
    owe_news(1)
    owe_news(2, is_faulty=True)
    owe_news(3)
    assert delivery.deliver_due() == Delivered(sent=2, put_off=1)
    assert len(sink.messages) == 1
    assert Reminder.objects.get(key="news:2").last_error == "There is no such film."


def test_what_a_dead_worker_left_is_the_same_mail_again(news_kind: NewsKind, sink: Sink) -> None:
    owe_news(1)
    owe_news(2)
    [group] = claim(20)
    leave()
    owe_news(3)
    assert delivery.deliver_due() == Delivered(sent=3)
    assert sink.messages[0]["Message-ID"] == f"<{group[0].bundle}@longtake.example>"
    assert [message["Subject"] for message in sink.messages] == ["news: 2 messages in one", "A note for you"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(30)
def test_two_workers_that_share_out_a_mail_send_two_mails(news_kind: NewsKind) -> None:
    for number in range(60):
        owe_news(number)
    [left] = claim(20)
    leave()

    with transaction.atomic(), ThreadPoolExecutor(1) as pool:
        locked = list(Reminder.objects.order_by("due_at").select_for_update()[:20])
        [theirs] = pool.submit(claim_elsewhere).result(timeout=10)
    [ours] = claim(20)
    assert (len(left), len(locked), len(theirs), len(ours)) == (60, 20, 40, 20)
    assert {row.pk for row in theirs}.isdisjoint(row.pk for row in ours)
    assert len({message_id(theirs[0]), message_id(ours[0])}) == 2
    assert {row.bundle for row in theirs} == {theirs[0].bundle}
    assert set(Reminder.objects.values_list("bundle", flat=True)) == {theirs[0].bundle, ours[0].bundle}


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "is_stopped", [False, True], ids=["a worker that claims", "a worker that stands still"]
)
def test_workers_claim_one_after_the_other_so_that_nobody_gets_two_mails(
    is_stopped: bool, news_kind: NewsKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    owe_news(1)
    owe_news(2)
    Reminder.objects.filter(key="news:2").update(recipient="other@x.example")
    monkeypatch.setattr(claims, "LOOKS", 2 if is_stopped else 400)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            assert len(claim(1)) == 1
            theirs = pool.submit(claim_elsewhere)
            if is_stopped:
                theirs.result(timeout=10)
            else:
                time.sleep(0.2)
                assert not theirs.done()
        assert [row.key for group in theirs.result(timeout=10) for row in group] == ["news:2"]


def test_a_mail_that_killed_two_workers_is_taken_apart(news_kind: NewsKind, sink: Sink) -> None:
    owe_news(1)
    owe_news(2)
    for _ in range(2):
        assert [len(group) for group in claim(20)] == [2]
        leave()
    assert delivery.deliver_due() == Delivered(sent=2)
    assert [message["Subject"] for message in sink.messages] == ["A note for you"] * 2


@pytest.mark.parametrize("is_first", [True, False])
def test_a_mail_that_may_have_arrived_is_the_same_again(
    is_first: bool, news_kind: NewsKind, sink: Sink
) -> None:
    owe_news(1)
    owe_news(2)
    sink.answers = [HANG_UP]
    assert delivery.deliver_due() == Delivered(put_off=2)
    bundle = Reminder.objects.values_list("bundle", flat=True).distinct().get()
    Reminder.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    owe_news(3, minutes=-0.5 if is_first else -10)
    assert delivery.deliver_due() == Delivered(sent=3)
    third = Reminder.objects.get(key="news:3").message_id
    expected = [
        (f"<{bundle}@longtake.example>", "news: 2 messages in one"),
        (f"<{third}@longtake.example>", "A note for you"),
    ]
    sent = [(message["Message-ID"], message["Subject"]) for message in sink.messages]
    assert sent == (expected if is_first else expected[::-1])


def test_several_mails_that_wait_again_stay_those_mails(news_kind: NewsKind, sink: Sink) -> None:
    for number in (1, 2, 3, 4):
        owe_news(number)
    Reminder.objects.filter(key__in=["news:3", "news:4"]).update(recipient="other@x.example")
    groups = claim(20)
    for group in groups:
        give_back(group)
    assert delivery.deliver_due() == Delivered(sent=4)
    assert {str(message["To"]): message["Message-ID"] for message in sink.messages} == {
        group[0].recipient: f"<{group[0].bundle}@longtake.example>" for group in groups
    }
    assert [message["Subject"] for message in sink.messages] == ["news: 2 messages in one"] * 2


def test_a_content_refused_for_good_is_tried_one_by_one(news_kind: NewsKind, sink: Sink) -> None:
    owe_news(1)
    owe_news(2)
    sink.answers = ["554 5.6.0 Content not accepted"] * 2
    assert delivery.deliver_due() == Delivered(sent=1, failed=1, put_off=2)
    assert sorted(statuses()) == ["failed", "sent"]


def test_what_has_legal_effect_or_has_failed_before_does_not_leave_before_its_time(
    news_kind: NewsKind, sink: Sink
) -> None:
    owe_news(1)
    owe_news(2, minutes=20, kind="test-note")
    owe_news(3, minutes=30)
    Reminder.objects.filter(key="news:3").update(fruitless_claims=1)
    assert delivery.deliver_due() == Delivered(sent=1)
    assert statuses() == ["sent", "pending", "pending"]


def test_a_mail_is_in_one_language_and_no_longer_than_it_may_be(
    news_kind: NewsKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "MOST_TOGETHER", 2)
    for number in range(1, 6):
        owe_news(number)
    Reminder.objects.filter(key__in=["news:1", "news:4"]).update(language="fr")
    assert [[row.key for row in group] for group in claim(20)] == [
        ["news:1", "news:4"],
        ["news:2", "news:3"],
        ["news:5"],
    ]


def test_a_mail_waits_as_long_as_that_of_its_rows_which_was_refused_most(
    news_kind: NewsKind, sink: Sink
) -> None:
    owe_news(1)
    owe_news(2)
    Reminder.objects.filter(key="news:1").update(attempts=5)
    sink.answers = ["451 Try again later"]
    assert delivery.deliver_due() == Delivered(put_off=2)
    soonest = timezone.now() + timedelta(seconds=900)
    assert all(row.due_at > soonest for row in Reminder.objects.all())
