"""Codes, links and notices about accounts: written to the outbox with their cause, sent by a worker, and then forgotten."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import allauth
import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts import letters
from accounts.letters import Letter
from accounts.models import User
from accounts.rest import rest_of
from reminders import wake
from reminders.account_letters import LETTERS, owe_letter
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.sending import delivery
from reminders.sending.settling import Delivered
from reminders.writing.messages import compose
from tests.reminders.conftest import Sink, mailers
from tests.silent import SLACK, silent_server

pytestmark = pytest.mark.django_db
NEW = {"email": "ada@x.example", "name": "Ada", "time_zone": "Europe/Paris"}
PASSWORD = {"password1": "a-long-passphrase", "password2": "a-long-passphrase"}
CODE = re.compile(r"^    (\S+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def no_worker_is_woken_and_nobody_limited(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    monkeypatch.setattr(rest_of(settings.CELERY_BROKER_URL), "_until", time.monotonic() + 3600)


def body(mail: object) -> str:
    text = mail.get_body(("plain",))  # type: ignore[attr-defined]  # an EmailMessage
    return str(text.get_content()).replace("\r\n", "\n")


def test_sign_up_works_while_the_mail_server_is_away_and_its_code_follows(
    client: Client, sink: Sink, settings: Settings
) -> None:
    settings.MAILERS = mailers(1)
    answer = client.post("/account/signup/", NEW | PASSWORD)
    assert (answer.status_code, answer["Location"]) == (302, "/account/confirm-email/")
    page = client.get("/account/confirm-email/").text
    assert "An e-mail is on its way" in page
    assert "We are sending a code to ada@x.example" in page
    assert "sent a code" not in page
    assert delivery.deliver_due() == Delivered()
    owed = Reminder.objects.get()
    assert (owed.kind, owed.status, owed.recipient) == (
        "accounts.email-confirmation-signup",
        "pending",
        "ada@x.example",
    )
    assert (owed.user, owed.time_zone) == (User.objects.get(), "Europe/Paris")

    settings.MAILERS = mailers(sink.port)
    assert delivery.deliver_due() == Delivered(sent=1)
    [mail] = sink.messages
    [code] = CODE.findall(body(mail))
    client.post("/account/confirm-email/", {"code": code})
    assert EmailAddress.objects.get().verified
    owed.refresh_from_db()
    assert (owed.secret, code in str(owed.__dict__)) == ({}, False)


def test_asking_for_a_new_password_works_while_the_mail_server_is_away_and_its_link_follows(
    client: Client, sink: Sink, settings: Settings
) -> None:
    settings.MAILERS = mailers(1)
    user = User.objects.create_user("ada@x.example", PASSWORD["password1"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    answer = client.post("/account/password/reset/", {"email": user.email})
    assert (answer.status_code, answer["Location"]) == (302, "/account/password/reset/done/")
    assert delivery.deliver_due() == Delivered()
    assert Reminder.objects.get().status == "pending"

    settings.MAILERS = mailers(sink.port)
    assert delivery.deliver_due() == Delivered(sent=1)
    [mail] = sink.messages
    assert f"{settings.SITE_URL}/account/password/reset/key/" in body(mail)


def test_who_cancels_and_signs_in_is_owed_a_new_code(client: Client) -> None:
    client.post("/account/signup/", NEW | PASSWORD)
    [first] = Reminder.objects.waiting()
    client.post("/account/logout/")
    answer = client.post("/account/login/", {"login": NEW["email"], "password": PASSWORD["password1"]})
    assert answer["Location"] == "/account/confirm-email/"
    assert "Send another code" in client.get(answer["Location"]).text
    [second] = Reminder.objects.waiting()
    assert second.secret["code"] != first.secret["code"]


def test_an_account_and_its_code_are_owed_together_or_not_at_all(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(letter: Letter) -> None:
        raise RuntimeError("The database went away.")

    monkeypatch.setattr(letters, "_posts", [fail])
    with pytest.raises(RuntimeError, match="went away"):
        client.post("/account/signup/", NEW | PASSWORD)
    assert not User.objects.exists()


def test_a_link_for_a_new_password_leads_to_our_own_host(client: Client, sink: Sink) -> None:
    user = User.objects.create_user("ada@x.example", "a-long-password")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    answer = client.post("/account/password/reset/", {"email": user.email}, HTTP_HOST="localhost")
    assert "on its way" in client.get(answer["Location"]).text
    assert delivery.deliver_due() == Delivered(sent=1)
    [path] = re.findall(r"<http://127.0.0.1:8000(/account/password/reset/key/\S+)>", body(sink.messages[0]))
    assert client.get(path, follow=True).status_code == 200
    assert Reminder.objects.get().secret == {}


def test_a_newer_code_takes_the_place_of_one_that_waits() -> None:
    user = User.objects.create_user("ada@x.example", "a-long-password")
    for code in ("AAAA", "BBBB"):
        owe_letter(code_for(user, code))
    assert [row.secret for row in Reminder.objects.order_by("pk")] == [{}, {"code": "BBBB"}]
    assert Reminder.objects.waiting().count() == 1


def test_a_time_zone_that_no_longer_exists_stops_no_letter(settings: Settings) -> None:
    owe_letter(code_for(User(email="ada@x.example", time_zone="Europe/Atlantis")))
    assert Reminder.objects.get().time_zone == settings.TIME_ZONE


def code_for(user: User, code: str = "AAAA-BBBB") -> Letter:
    return Letter(
        name="login-code",
        recipient=user.email,
        user=user,
        language="en",
        secret={"code": code},
        lives_for=timedelta(minutes=3),
    )


def test_a_code_that_expired_is_not_sent(sink: Sink) -> None:
    owe_letter(code_for(User.objects.create_user("ada@x.example", "a-long-password")))
    Reminder.objects.update(expires_at=timezone.now())
    assert delivery.deliver_due() == Delivered(cancelled=1)
    assert (sink.messages, Reminder.objects.get().secret) == ([], {})


def test_the_office_does_not_see_a_code(client: Client) -> None:
    office = User.objects.create_superuser("office@x.example", "a-long-password")
    owe_letter(code_for(office, "SESAME"))
    client.force_login(office)
    page = f"/admin/reminders/reminder/{Reminder.objects.get().pk}/change/"
    answer = client.get(page)
    assert answer.status_code == 200
    assert "SESAME" not in answer.text
    assert "SESAME" not in repr(code_for(office, "SESAME"))


def allauths_names() -> Iterator[str]:
    """The mails that the installed allauth apps can send, by their templates."""
    templates = Path(allauth.__file__).parent / "templates"
    for app in ("account", "mfa"):
        for path in (templates / app / "email").glob("*_message.txt"):
            yield path.name.removesuffix("_message.txt").replace("_", "-")


def test_there_is_a_letter_for_every_mail_of_allauth() -> None:
    assert {kind.name for kind in LETTERS} == {f"accounts.{name}" for name in allauths_names()} - {
        "accounts.base"
    }


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.name)
def test_every_letter_can_be_written(kind: object) -> None:
    name = kind.name  # type: ignore[attr-defined]  # one of LETTERS
    known = kind_named(name)
    assert known is not None
    secret = {"code": "AB*C-DEF_", "path": "/account/password/reset/key/1-a/"}
    reminder = Reminder(
        kind=name,
        subject="accounts.user:1",
        recipient="a@x.example",
        secret=secret,
        created_at=timezone.now(),
    )
    mail = compose(reminder, known)
    assert mail is not None
    assert "\n" not in mail.subject
    assert str(mail.body).count("<http://127.0.0.1:8000/") == ("code" not in known.template)
    assert str(mail.body).count("    AB*C-DEF_\n") == ("code" in known.template)


def test_a_broker_that_hangs_is_waited_for_by_one_request(
    broker_at: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    with silent_server() as hanging:
        broker_at(hanging.address)
        began = time.monotonic()
        wake.wake()
        assert time.monotonic() - began < 1 + SLACK
        once = hanging.visits()
        wake.wake()
        assert hanging.visits() == once > 0
    assert len(caplog.messages) == 1
