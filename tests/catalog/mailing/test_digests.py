"""The digest: who is told of which new films, when, and once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.mailing.digests import owe_digests, period_begins
from catalog.mailing.subscribing import forget_subscription
from catalog.models import Film, MailingPolicy, Subject, Subscription
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from tests.at_once import at_once
from tests.catalog.make import make_film

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)
FEBRUARY = datetime(2027, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def reader(
    email: str = "reader@x.example", since: datetime = datetime(2027, 1, 20, tzinfo=UTC), **more: Any
) -> Subscription:
    return Subscription.objects.create(email=email, confirmed_at=since, told_until=since, **more)


def film(slug: str, added_at: datetime = FEBRUARY, *subjects: Subject) -> Film:
    made = make_film(slug.title(), slug)
    Film.objects.filter(pk=made.pk).update(added_at=added_at)
    made.subjects.set(subjects)
    return made


def digests() -> list[tuple[str, list[int]]]:
    rows = Reminder.objects.filter(kind="catalog.new-films").order_by("recipient", "pk")
    return [(each.recipient, each.data["films"]) for each in rows]


@pytest.mark.parametrize(
    ("every", "on", "first"),
    [
        ("week", date(2027, 3, 10), date(2027, 3, 8)), ("week", date(2027, 3, 8), date(2027, 3, 8)),
        ("month", date(2027, 3, 31), date(2027, 3, 1)), ("quarter", date(2027, 3, 31), date(2027, 1, 1)),
        ("quarter", date(2027, 12, 1), date(2027, 10, 1)),
    ],
)  # fmt: skip
def test_period_of_a_day(every: str, on: date, first: date) -> None:
    assert period_begins(every, on) == first


def test_each_reader_is_told_once_of_what_is_new_since_they_were_told() -> None:
    row = reader()
    reader("late@x.example", since=datetime(2027, 2, 20, tzinfo=UTC))
    Subscription.objects.create(email="unconfirmed@x.example")
    film("before", datetime(2027, 1, 10, tzinfo=UTC))
    new = film("new")
    film("this-month", datetime(2027, 3, 5, tzinfo=UTC))
    assert owe_digests() == 1
    assert digests() == [(row.email, [new.pk])]
    due = Reminder.objects.get()
    assert due.due_at == NOW  # nine o'clock of the first of the month is past
    assert owe_digests() == 0
    row.refresh_from_db()
    assert row.told_until == datetime(2027, 3, 1, tzinfo=UTC)
    assert owe_digests(until=NOW) == 2
    assert len(digests()) == 3


def test_nothing_is_sent_when_nothing_is_new_and_a_month_later_all_is_told() -> None:
    row = reader()
    assert owe_digests() == 0
    row.refresh_from_db()
    assert row.told_until == datetime(2027, 3, 1, tzinfo=UTC)
    new = film("march", datetime(2027, 3, 31, 23, 59, tzinfo=UTC))
    assert owe_digests(until=datetime(2027, 4, 1, tzinfo=UTC)) == 1
    assert digests() == [(row.email, [new.pk])]


def test_digest_waits_until_what_was_published_last_is_committed(monkeypatch: pytest.MonkeyPatch) -> None:
    reader()
    film("new")
    first = datetime(2027, 3, 1, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: first + timedelta(minutes=30))
    assert owe_digests() == 0
    monkeypatch.setattr(timezone, "now", lambda: first + timedelta(minutes=61))
    assert owe_digests() == 1
    assert Reminder.objects.get().due_at == first + timedelta(hours=9)


def test_readers_hear_of_their_subjects_and_of_what_stands_under_them() -> None:
    work = Subject.objects.create(slug="work", name="Work")
    industry = Subject.objects.create(slug="industry", name="Industry", broader=work)
    love = Subject.objects.create(slug="love", name="Love")
    everything, some = reader("all@x.example"), reader("work@x.example")
    some.subjects.set([work])
    none = reader("nobody@x.example")
    none.subjects.set([Subject.objects.create(slug="war", name="War")])
    about_work, about_industry, about_love = (
        film("a", FEBRUARY, work),
        film("b", FEBRUARY, industry),
        film("c", FEBRUARY, love),
    )
    assert owe_digests() == 2
    assert digests() == [
        (everything.email, [about_work.pk, about_industry.pk, about_love.pk]),
        (some.email, [about_work.pk, about_industry.pk]),
    ]


def test_office_chooses_how_often() -> None:
    MailingPolicy.objects.create(every="quarter")
    reader(since=datetime(2027, 1, 1, tzinfo=UTC))
    film("new")
    assert owe_digests() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_as_many_statements_for_many_readers_as_for_one(rows: int, django_assert_num_queries: Any) -> None:
    for number in range(rows):
        reader(f"reader{number}@x.example")
    film("new")
    with django_assert_num_queries(8):
        assert owe_digests() == rows


def test_mail_names_the_films_the_way_out_and_the_sender() -> None:
    row, new = reader(), film("rails")
    film("remnants")
    owe_digests()
    reminder, kind = Reminder.objects.get(), kind_named("catalog.new-films")
    assert kind is not None
    mail = compose(reminder, kind)
    assert mail is not None
    assert mail.subject == "2 new films"
    assert f"/films/{new.slug}/" in mail.body
    assert "/mailing-list/" in mail.body
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/mails/decline/" in mail.extra_headers["List-Unsubscribe"]
    Film.objects.filter(slug="remnants").update(is_published=False)
    one = compose(reminder, kind)
    assert one is not None
    assert one.subject == "New: Rails"
    Film.objects.update(is_published=False)
    assert compose(reminder, kind) is None
    forget_subscription(subscription=row)
    assert not Reminder.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_owe_each_digest_once() -> None:
    for number in range(4):
        reader(f"reader{number}@x.example")
    new = film("new")
    owed = at_once(*(owe_digests for _ in range(3)))
    assert sum(each for each in owed if isinstance(each, int)) == 4
    assert digests() == [(f"reader{number}@x.example", [new.pk]) for number in range(4)]
