"""The distributor's own words: what may be written, what counts, and that a broken text stops no mail."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.models import User
from reminders.kinds import all_kinds
from reminders.models import MailText, Reminder
from reminders.sending import delivery
from reminders.sending.settling import Delivered
from reminders.texts.saving import back_to_ours, faults_in, save_text, tidied
from reminders.writing.our_words import our_words
from reminders.writing.subset import faults_of, vocabulary_of
from tests.reminders.conftest import Sink
from tests.reminders.note_kind import NoteKind
from tests.reminders.owing import owe
from wording.refusals import Refused

pytestmark = pytest.mark.django_db
LETTER = "accounts.login-code"


def owe_note(**data: object) -> Reminder:
    return owe(
        key=f"note:{data}",
        kind="test-note",
        subject="tests.thing:1",
        recipient="a@x.example",
        due_at=timezone.now(),
        data=data,
    )


def write(source: str, *, after: int = 0) -> MailText | None:
    return save_text(kind="test-note", language="en", source=source, after=after, by=None)


@pytest.mark.parametrize("language", ["en", "fr", "zh-hans"])
def test_every_text_of_ours_may_be_written_by_the_office(language: str) -> None:
    faulty = {}
    for kind in all_kinds():
        ours = our_words(kind.template, language)
        if found := faults_in(ours, kind, language):
            faulty[kind.name] = found
        assert "translate" not in ours
    assert faulty == {}


def test_what_the_office_writes_is_sent_until_it_goes_back(note_kind: NoteKind, sink: Sink) -> None:
    write("Tea at {{ DISTRIBUTOR }}\r\n\r\nWe say *{{ words }}*.")
    owe_note(words="<b> 1")
    delivery.deliver_due()
    (mail,) = sink.messages
    text, html = (part.get_content() for part in mail.iter_parts())
    assert mail["Subject"].startswith("Tea at ")
    assert "We say *<b> 1*." in text
    assert "We say <em>&lt;b&gt; 1</em>." in html
    back_to_ours(kind="test-note", language="en", after=1, by=None)
    owe_note(words="2")
    delivery.deliver_due()
    assert sink.messages[1]["Subject"] == "A note for you"
    assert [row.source != "" for row in MailText.objects.of("test-note", "en")] == [False, True]


def test_a_broken_text_stops_no_mail_and_is_told_once(note_kind: NoteKind, sink: Sink) -> None:
    row = MailText.objects.create(kind="test-note", language="en", number=1, source="{% if %}\n\nNothing.")
    owe_note(words="1")
    owe_note(words="2")
    assert delivery.deliver_due() == Delivered(sent=2)
    assert {mail["Subject"] for mail in sink.messages} == {"A note for you"}
    row.refresh_from_db()
    assert row.fault == "Unexpected end of expression in if tag."
    assert list(MailText.objects.broken()) == [row]
    write("Mended\n\n{{ words }}", after=1)
    assert not MailText.objects.broken().exists()


def test_a_reader_of_another_language_gets_ours(note_kind: NoteKind, sink: Sink) -> None:
    write("Mine\n\n{{ words }}")
    Reminder.objects.filter(pk=owe_note(words="1").pk).update(language="fr")
    delivery.deliver_due()
    assert sink.messages[0]["Subject"] == "A note for you"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("\n", "It is empty."),
        ("S\n\n{{ wrds }}", "This mail has no {{ wrds }}. Did you mean {{ words }}?"),
        ("S\n\n{{ reminder.secret }}", "This mail has no {{ reminder.secret }}."),
        ("S\n\n{{ words.delete }}", "This mail has no {{ words.delete }}."),
        ("S\n\n{{ words|safe }}", "“|safe” cannot be used in this mail."),
        ("S\n\n{{ words + 1 }}", "{{ words + 1 }} cannot be read."),
        ("S\n\n{% if settings.SECRET_KEY %}x{% endif %}", "This mail has no {{ settings.SECRET_KEY }}."),
        ("S\n\n{% include 'x' %}", "{% include 'x' %} cannot be used in this mail."),
        ("S\n\n{% load i18n %}", "{% load i18n %} cannot be used in this mail."),
        ("S\n\n{% for x in words %}{% endfor %}", "{% for x in words %} cannot be used in this mail."),
        ("S\n\n\ue0000\ue001", "It contains characters that cannot be seen."),
        (
            "S\n\n{% if words %}",
            "It cannot be read: Unclosed tag on line 3: 'if'. Looking for one of: elif, else, endif.",
        ),
        (
            "{% if not words %}S{% endif %}",
            "It cannot be written: Its first line, which is the subject, is empty.",
        ),
    ],
)
def test_what_cannot_be_sent_is_refused_with_a_sentence(
    note_kind: NoteKind, source: str, sentence: str
) -> None:
    owe_note(words="tea")
    with pytest.raises(Refused) as refused:
        write(source)
    assert refused.value.messages == [sentence]
    assert not MailText.objects.exists()


def test_a_value_of_a_loop_stands_in_its_loop() -> None:
    ours = vocabulary_of("S\n\n{% for each in ending %}{{ each.film }}{% endfor %}")
    inside = "{% for each in ending %}{{ each.film|upper }}{% endfor %}"
    assert faults_of(inside, ours) == []
    assert faults_of("{{ each.film }}", ours) == [
        "{{ each.film }} stands only between {% for each in ending %} and {% endfor %}."
    ]
    assert faults_of(inside.replace("{{", inside + "{{"), ours) == [
        "{% for each in ending %} stands within itself."
    ]


def test_a_code_stays_in_its_mail() -> None:
    with pytest.raises(Refused, match=r"\{\{ code \}\} must stay"):
        save_text(kind=LETTER, language="en", source="Sign in\n\nHello.", after=0, by=None)


def test_the_second_of_two_writers_is_told(note_kind: NoteKind) -> None:
    write("One\n\nx")
    with pytest.raises(Refused, match="Somebody else has changed this text"):
        write("Two\n\nx")
    write("Two\n\nx", after=1)
    assert write("Two\n\nx", after=2) == MailText.objects.get(number=2)
    assert [row.source for row in MailText.objects.of("test-note", "en")] == ["Two\n\nx\n", "One\n\nx\n"]


def test_the_same_as_ours_is_ours(note_kind: NoteKind) -> None:
    assert write(tidied(our_words(note_kind.template, "en")).replace("\n", "\r\n")) is None
    assert not MailText.objects.exists()


def test_who_may_not_write_does_not() -> None:
    person = User.objects.create_user("reader@x.example", is_staff=True)
    with pytest.raises(Refused):
        save_text(kind=LETTER, language="en", source="x", after=0, by=person)
    with pytest.raises(Refused):
        back_to_ours(kind=LETTER, language="en", after=0, by=person)
