"""Notices: their keys, their times, and what kinds about rows have in common."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from reminders.kinds import About, Moot
from reminders.models import Reminder
from reminders.notices import Notice, Recipient, owe_notices
from reminders.outbox import subject_of
from reminders.writing.messages import compose
from tests.reminders.note_kind import NoteKind

READER = Recipient("reader@library.example", None, "fr", "Europe/Paris")


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user("ada@reader.example", time_zone="America/New_York")


def test_recipient_is_written_to_at_an_hour_on_their_own_wall() -> None:
    assert READER.at(date(2027, 3, 28)) == datetime(2027, 3, 28, 7, tzinfo=UTC)
    assert READER.at(date(2027, 3, 27), time(18)) == datetime(2027, 3, 27, 17, tzinfo=UTC)


def test_person_is_written_to_in_their_zone_unless_another_matters_more(person: User) -> None:
    assert Recipient.person(person).time_zone == "America/New_York"
    assert Recipient.person(person, time_zone="Europe/Paris") == Recipient(
        "ada@reader.example", person, person.language, "Europe/Paris"
    )


def test_notices_differ_by_kind_row_address_and_occasion(person: User) -> None:
    keys = {
        Notice(kind="a", about=person, to=READER).key,
        Notice(kind="b", about=person, to=READER).key,
        Notice(kind="a", about=User(pk=0), to=READER).key,
        Notice(kind="a", about=person, to=Recipient.office()).key,
        Notice(kind="a", about=person, to=READER, occasion="7").key,
    }
    assert len(keys) == 5
    assert f"a:accounts.user:{person.pk}:reader@library.example:7" in keys


def test_notices_are_owed_in_one_statement_and_again_moved(
    person: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    soon, later = datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 4, 1, tzinfo=UTC)
    with django_assert_num_queries(1):
        owe_notices(
            Notice(kind="note", about=person, to=to, due_at=soon, data={"days": 7})
            for to in (READER, Recipient.person(person))
        )
    owe_notices([Notice(kind="note", about=person, to=READER, due_at=later)])
    rows = Reminder.objects.order_by("due_at").values_list("recipient", "language", "due_at", "data")
    assert list(rows) == [
        ("ada@reader.example", person.language, soon, {"days": 7}),
        ("reader@library.example", "fr", later, {}),
    ]


class AboutPerson(About):
    name = "test-about-person"
    label = "about"
    template = "note.md"
    model = User
    is_for_the_office = True


class AboutNobody(AboutPerson):
    def values(self, reminder: Reminder) -> dict[str, Any]:
        raise Moot


def test_kind_about_a_row_gives_row_address_and_data_until_the_row_is_gone(person: User) -> None:
    reminder = Reminder(subject=subject_of(person), data={"days": 7})
    assert AboutPerson().context(reminder) == {
        "user": person,
        "days": 7,
        "address": f"{settings.SITE_URL}/admin/accounts/user/{person.pk}/change/",
    }
    assert AboutNobody().context(reminder) is None
    person.delete()
    assert AboutPerson().context(reminder) is None


def test_a_notice_whose_time_lay_before_its_subject_is_not_owed(person: User) -> None:
    now = timezone.now()
    late, ahead = now - timedelta(hours=1), now + timedelta(hours=1)
    owe_notices(
        [
            Notice(kind="late", about=person, to=READER, due_at=late),
            Notice(kind="now", about=person, to=READER),
            Notice(kind="ahead", about=person, to=READER, due_at=ahead),
            Notice(kind="subject is older", about=person, to=READER, due_at=late, since=late),
        ]
    )
    assert set(Reminder.objects.values_list("kind", flat=True)) == {"now", "ahead", "subject is older"}


def test_a_time_zone_that_no_longer_exists_stops_no_order_and_no_mail(
    person: User, note_kind: NoteKind
) -> None:
    gone = Recipient("reader@library.example", None, "fr", "Europe/Atlantis")
    assert gone.at(date(2027, 3, 28)) == datetime(2027, 3, 28, 9, tzinfo=UTC)
    owe_notices([Notice(kind="test-note", about=person, to=gone)])
    reminder = Reminder.objects.get()
    assert reminder.time_zone == settings.TIME_ZONE
    assert compose(reminder, note_kind) is not None


def test_a_time_in_a_mail_is_that_on_the_recipients_wall(
    note_kind: NoteKind, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    evening = datetime(2027, 3, 1, 23, 30, tzinfo=UTC)
    monkeypatch.setattr(NoteKind, "context", lambda *_: {"words": evening})
    mail = compose(Reminder(recipient="a@x.example", time_zone="Asia/Shanghai"), note_kind)
    assert mail is not None
    assert "2 March 2027" in str(mail.body)
    assert "7:30" in str(mail.body)
