"""What is held back: dead addresses, declined kinds, and the night."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from reminders.addresses.stopped import choose_kinds, decline, stop_address, wanted_by, write_again
from reminders.models import DeadAddress, Reminder
from reminders.outbox import Owed, owe_many
from reminders.sending import delivery
from reminders.sending.gate import morning_after
from reminders.sending.settling import Delivered
from tests.reminders.conftest import Sink, where_it_is
from tests.reminders.note_kind import NewsKind

pytestmark = pytest.mark.django_db


def owe_news(kind: str = "test-news", *, hour: int = 12, recipient: str = "Reader@x.example") -> None:
    due = timezone.now() - timedelta(minutes=1)
    zone = where_it_is(hour)
    owe_many([Owed(key="n", kind=kind, subject="x", recipient=recipient, due_at=due, time_zone=zone)])


def only() -> Reminder:
    return Reminder.objects.get()


def only_of(key: str) -> Reminder:
    return Reminder.objects.get(key=key)


@pytest.mark.parametrize("hour", [2, 22])
def test_at_night_it_waits_for_the_morning_uncounted(hour: int, news_kind: NewsKind, sink: Sink) -> None:
    owe_news(hour=hour)
    assert delivery.deliver_due() == Delivered(put_off=1)
    row = only()
    assert (row.status, row.attempts, row.last_error, sink.messages) == ("pending", 0, "", [])
    assert timezone.now() < row.due_at < timezone.now() + timedelta(hours=12)


def test_at_night_what_matters_is_sent(news_kind: NewsKind, sink: Sink) -> None:
    owe_news("test-note", hour=2)
    assert delivery.deliver_due() == Delivered(sent=1)


def test_the_night_is_the_recipients() -> None:
    evening = datetime(2027, 3, 1, 22, 30, tzinfo=UTC)
    assert morning_after(evening, "UTC") == datetime(2027, 3, 2, 8, tzinfo=UTC)
    assert morning_after(evening, "Asia/Shanghai") == datetime(2027, 3, 2, 0, tzinfo=UTC)
    assert morning_after(evening, "America/New_York") is None
    night_of_the_change = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert morning_after(night_of_the_change, "Europe/Paris") == datetime(2027, 3, 28, 6, tzinfo=UTC)


def test_a_dead_address_is_not_written_to_until_it_lives_again(news_kind: NewsKind, sink: Sink) -> None:
    address = stop_address(email="READER@x.example", how="bounce", because="550 No such user")
    owe_news("test-note")
    assert delivery.deliver_due() == Delivered(failed=1)
    assert only_of("n").last_error == "This address takes no mail: 550 No such user"
    other: dict[str, Any] = {"kind": "test-note", "subject": "x", "due_at": timezone.now()}
    owe_many([Owed(key="content", recipient="reader@x.example", **other)])
    owe_many([Owed(key="somebody else", recipient="other@x.example", **other)])
    Reminder.objects.filter(key="content").update(status="failed", last_error="554 Content not accepted")
    Reminder.objects.filter(key="somebody else").update(status="failed", last_error=only_of("n").last_error)
    assert write_again(address=address) == 1
    assert delivery.deliver_due() == Delivered(sent=1)
    assert only_of("n").status == "sent"
    assert not DeadAddress.objects.exists()


def test_what_its_reader_has_just_asked_for_goes_to_an_address_that_takes_no_mail(
    news_kind: NewsKind, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A code to sign in may be the only way in which they learn that it lives again."""
    stop_address(email="reader@x.example", how="complaint")
    monkeypatch.setattr(NewsKind, "is_asked_for", True)
    owe_news()
    assert delivery.deliver_due() == Delivered(sent=1)


def test_an_address_stops_once(news_kind: NewsKind) -> None:
    first = stop_address(email="reader@x.example", how="bounce", because="550 No such user")
    assert stop_address(email="Reader@x.example", how="complaint") == first
    assert DeadAddress.objects.get().how == "bounce"


def test_a_declined_kind_is_cancelled_with_the_reason(news_kind: NewsKind, sink: Sink) -> None:
    decline(email="reader@X.example", kinds=["test-news", "test-note", "unknown"])
    owe_news()
    assert delivery.deliver_due() == Delivered(cancelled=1)
    assert only().last_error == "The reader has declined messages of this kind."
    owe_news("test-note", recipient="reader@x.example")
    assert delivery.deliver_due() == Delivered(sent=1)


def test_kinds_are_chosen_again(news_kind: NewsKind) -> None:
    decline(email="reader@x.example", kinds=["test-news"])
    assert "test-news" not in wanted_by("reader@x.example")
    choose_kinds(email="reader@x.example", wanted=["test-news"])
    assert wanted_by("reader@x.example") == ["test-news"]
