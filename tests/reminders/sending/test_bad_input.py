"""Whatever is wrong with one message: its row fails with the reason, and the others go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from reminders import kinds
from reminders.models import Reminder
from reminders.outbox import Owed, owe_many, subject_of
from reminders.sending import delivery
from reminders.sending.settling import Delivered
from tests.reminders.conftest import Sink
from tests.reminders.note_kind import NoteKind

pytestmark = pytest.mark.django_db
SENTENCES: dict[str, tuple[dict[str, Any], str]] = {
    "an address with a newline": ({"recipient": "a\n@x.example"}, "Invalid address"),
    "an address with a header": ({"recipient": "a@x.example\nBcc: b@x.example"}, "Invalid address"),
    "a kind that is gone": ({"kind": "test-gone"}, "No app knows reminders of the kind “test-gone”."),
    "a time zone that is gone": ({"time_zone": "Europe/Atlantis"}, "Europe/Atlantis"),
    "a template that fails": ({"data": {"is_faulty": True}}, "There is no such film."),
}


def owed(number: int, **values: Any) -> Owed:
    usual: dict[str, Any] = {
        "key": f"note:{number:05}",
        "kind": "test-note",
        "subject": "tests.thing:1",
        "recipient": f"reader{number}@x.example",
        "due_at": timezone.now() - timedelta(minutes=1),
    }
    return Owed(**usual | values)


@pytest.mark.parametrize("fault", SENTENCES)
def test_one_faulty_row_fails_with_its_reason_and_the_rest_go(
    fault: str, note_kind: NoteKind, sink: Sink
) -> None:
    values, reason = SENTENCES[fault]
    owe_many([owed(1), owed(2, **values), owed(3)])
    Reminder.objects.filter(key="note:00002").update(fruitless_claims=4)  # its last try
    delivered = delivery.deliver_due()
    assert (delivered.sent, delivered.failed) == (2, 1)
    assert [str(message["To"]) for message in sink.messages] == ["reader1@x.example", "reader3@x.example"]
    faulty = Reminder.objects.get(key="note:00002")
    assert faulty.status == "failed"
    assert reason in faulty.last_error


def test_a_name_that_is_a_template_is_printed_as_it_is(note_kind: NoteKind, sink: Sink) -> None:
    name = "{{ 7|add:1 }}{% debug %} ${7*7} %(email)s"
    owe_many([owed(1, data={"words": name})])
    delivery.deliver_due()
    text = sink.messages[0].get_body(("plain",))
    assert text is not None
    assert name in text.get_content()


class AboutPerson(kinds.About):
    name = "test-about"
    label = "about"
    template = "note.md"
    model = User
    is_for_the_office = True


def test_a_subject_that_is_deleted_has_nothing_to_say(
    note_kind: NoteKind, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._kinds, AboutPerson.name, AboutPerson())
    person = User.objects.create_user("ada@x.example")
    owe_many([owed(1, kind=AboutPerson.name, subject=subject_of(person)), owed(2)])
    person.delete()
    assert delivery.deliver_due() == Delivered(sent=1, cancelled=1)


def test_ten_thousand_recipients_are_owed_in_one_statement_and_all_but_the_faulty_one_go(
    note_kind: NoteKind, settings: Settings, django_assert_num_queries: Callable[[int], Any], sink: Sink
) -> None:
    with django_assert_num_queries(1):
        owe_many([owed(number, data={"is_faulty": number == 7}) for number in range(10_000)])
    Reminder.objects.filter(key__gt="note:00300").update(due_at=timezone.now() + timedelta(days=1))
    assert delivery.deliver_due() == Delivered(sent=300, put_off=1)
    assert Reminder.objects.waiting().count() == 9_700
