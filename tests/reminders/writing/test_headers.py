"""What mails share is made once, and no mail has another's."""

from __future__ import annotations

from email import message_from_bytes
from email.headerregistry import Address
from email.policy import SMTP, default

from reminders.writing.headers import Mail


def mail(to: str, subject: str) -> Mail:
    made = Mail(subject=subject, body="Text.", from_email="Longtake <office@films.example>", to=[to])
    made.attach_alternative("<p>Text.</p>", "text/html")
    return made


def test_each_mail_has_its_own_headers_and_the_parts_of_others_are_not_in_it() -> None:
    given = [("ada@x.example", "One"), ("bo@bücher.example", "Zwei, ä" * 30), ("ada@x.example", "Three")]
    sent = [message_from_bytes(mail(*each).message(policy=SMTP).as_bytes(), policy=default) for each in given]
    assert [str(message["Subject"]) for message in sent] == [subject for _to, subject in given]
    assert [message["To"].addresses[0] for message in sent] == [
        Address(username="ada", domain="x.example"),
        Address(username="bo", domain="xn--bcher-kva.example"),
        Address(username="ada", domain="x.example"),
    ]
    assert {str(message["From"]) for message in sent} == {"Longtake <office@films.example>"}
    assert len({message.get_boundary() for message in sent}) == 3
    for message in sent:
        assert [part.get_content().strip() for part in message.iter_parts()] == ["Text.", "<p>Text.</p>"]


def test_another_policy_is_another_mail() -> None:
    one = mail("ada@x.example", "word " * 40)
    assert b"\r\n" in one.message(policy=SMTP).as_bytes()
    assert b"\r\n" not in one.message(policy=default).as_bytes()
