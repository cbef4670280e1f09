"""Sign-up and sign-in, as tried by someone who must neither learn nor break anything by it."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from accounts.models import User
from reminders.models import Reminder

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-password-9"
MOST_LOCAL = "l" * 64
TOO_LONG = [f"{'l' * 65}@reader.example", f"{MOST_LOCAL}@{'d' * 63}.{'d' * 63}.{'d' * 55}.example"]
hashed: list[str] = []


class CountingHasher(Argon2PasswordHasher):
    def encode(self, password: str, salt: str) -> str:
        hashed.append(password)
        return super().encode(password, salt)


@pytest.fixture
def known(db: None) -> User:
    user = User.objects.create_user("known@reader.example", PASSWORD, name="Known")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def sign_up(email: str) -> Any:
    data = {"email": email, "name": "A", "time_zone": "Europe/Paris"}
    return Client().post("/account/signup/", data | {"password1": PASSWORD, "password2": PASSWORD})


def sign_in(password: str, address: str) -> Any:
    data = {"login": "known@reader.example", "password": password}
    return Client().post("/account/login/", data, REMOTE_ADDR=address)


def test_sign_up_does_the_same_work_for_a_known_and_an_unknown_address(
    known: User, settings: Settings
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    work = []
    for email in ("unknown@reader.example", "known@reader.example"):
        hashed.clear()
        Reminder.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            answer = sign_up(email)
        assert (answer.status_code, answer["Location"]) == (302, "/account/confirm-email/")
        work.append((len(hashed), Reminder.objects.count(), len(queries)))
    (unknown_hashed, unknown_mails, unknown_queries), (known_hashed, known_mails, known_queries) = work
    assert (known_hashed, known_mails) == (unknown_hashed, unknown_mails) == (1, 1)
    assert abs(known_queries - unknown_queries) <= 3
    assert set(User.objects.values_list("email", flat=True)) == {
        "known@reader.example",
        "unknown@reader.example",
    }


def test_strangers_wrong_passwords_lock_nobody_out(known: User) -> None:
    for number in range(24):
        sign_in("wrong", f"198.51.100.{number % 2}")
    assert sign_in(PASSWORD, "198.51.100.1").status_code == 200
    assert sign_in(PASSWORD, "203.0.113.7").status_code == 302


def test_one_address_may_not_go_on_guessing(known: User) -> None:
    for _ in range(10):
        assert "Too many failed login attempts" not in sign_in("wrong", "192.0.2.9").text
    assert "Too many failed login attempts" in sign_in("wrong", "192.0.2.9").text


def test_a_class_signs_in_behind_one_proxy(known: User, settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 1
    data = {"login": "known@reader.example", "password": "wrong"}
    answers = [
        Client().post("/account/login/", data, headers={"X-Forwarded-For": f"203.0.113.{end}"}).status_code
        for end in range(40)
    ]
    assert answers == [200] * 40


@pytest.mark.parametrize("email", TOO_LONG)
@pytest.mark.parametrize("address", ["/account/signup/", "/account/password/reset/", "/account/login/"])
def test_address_that_no_mail_server_takes_is_refused_at_the_form(address: str, email: str) -> None:
    data = {"email": email, "login": email, "name": "A", "time_zone": "Europe/Paris", "password": PASSWORD}
    answer = Client().post(address, data | {"password1": PASSWORD, "password2": PASSWORD})
    assert (answer.status_code, len(mail.outbox)) == (200, 0)


def test_longest_address_is_taken() -> None:
    assert sign_up(f"{MOST_LOCAL}@reader.example").status_code == 302


@pytest.mark.parametrize(("email", "mails"), [("unknown@reader.example", 2), ("known@reader.example", 1)])
def test_page_of_the_code_sends_another_when_asked_to(
    known: User, settings: Settings, email: str, mails: int
) -> None:
    """The answer is the same for an address that has an account, and its owner gets no further mail."""
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"confirm_email": "9/m/key"}
    data = {"email": email, "name": "A", "time_zone": "Europe/Paris"}
    client = Client()
    client.post("/account/signup/", data | {"password1": PASSWORD, "password2": PASSWORD})
    page = client.get("/account/confirm-email/").content.decode()
    assert 'name="action" value="resend"' in " ".join(page.split())
    answer = client.post("/account/confirm-email/", {"action": "resend"})
    assert (answer.status_code, answer["Location"]) == (302, "/account/confirm-email/")
    assert Reminder.objects.filter(recipient=email).count() == mails


def ask_for_a_password(email: str, address: str) -> int:
    return Client().post("/account/password/reset/", {"email": email}, REMOTE_ADDR=address).status_code


def test_strangers_cannot_keep_an_owner_from_asking_for_a_password(known: User) -> None:
    """However often they ask for the owner's address, the mailbox gets a few links, each of which works."""
    answers = [ask_for_a_password(known.email, f"203.0.113.{each}") for each in range(12)]
    assert answers == [302] * 12
    assert Reminder.objects.filter(kind="accounts.password-reset-key", recipient=known.email).count() == 5


def test_strangers_cannot_keep_an_owner_from_signing_up(db: None) -> None:
    stranger, owner = Client(REMOTE_ADDR="203.0.113.1"), Client(REMOTE_ADDR="203.0.113.2")
    asked = [stranger.post("/account/signup/", {"email": "new@reader.example"}) for _ in range(7)]
    assert asked[-1].status_code == 429
    data = {"email": "new@reader.example", "name": "A", "time_zone": "Europe/Paris"}
    answer = owner.post("/account/signup/", data | {"password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code == 302
    assert Reminder.objects.get().kind == "accounts.email-confirmation-signup"


def test_address_without_an_account_is_told_so_once_a_day(db: None) -> None:
    answers = [ask_for_a_password("nobody@reader.example", f"203.0.113.{each}") for each in range(6)]
    assert answers == [302] * 6
    assert [each.kind for each in Reminder.objects.all()] == ["accounts.unknown-account"]


@pytest.mark.parametrize("email", ["unknown@reader.example", "known@reader.example"])
def test_another_code_in_the_first_minute_is_refused_in_words_and_the_first_code_holds(
    known: User, email: str
) -> None:
    data = {"email": email, "name": "A", "time_zone": "Europe/Paris"}
    client = Client()
    client.post("/account/signup/", data | {"password1": PASSWORD, "password2": PASSWORD})
    answer = client.post("/account/confirm-email/", {"action": "resend"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "is still valid. You can ask for another in 60 seconds." in answer.text
    assert 'href="/account/confirm-email/">Back to the code</a>' in answer.text
    assert client.get("/account/confirm-email/").status_code == 200
    if email != known.email:
        code = Reminder.objects.get().secret["code"]
        client.post("/account/confirm-email/", {"code": code})
        assert EmailAddress.objects.get(email=email).verified
