"""Copies of mails, posted to a real server of another system."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.forms import modelform_factory
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import User
from reminders import tasks
from reminders.addresses.stopped import write_again
from reminders.admin.hooks import HookForm
from reminders.channels.webhook import WEBHOOK, posting
from reminders.channels.webhook.copies import owe_copies
from reminders.hooks import renew_secret
from reminders.models import DeadAddress, Hook, Reminder
from reminders.outbox import erase_many
from reminders.sending.claims import claim
from reminders.sending.delivery import deliver_due
from reminders.sending.settling import Delivered, Settled, settle
from tests.at_once import at_once, wait_until_waiting_for_a_lock
from tests.reminders.conftest import Sink, where_it_is
from tests.reminders.note_kind import NewsKind, NoteKind
from tests.reminders.owing import owe
from tests.survival.certificate import make_certificate

pytestmark = pytest.mark.django_db

KEY = bytes(range(32))
SECRET = "whsec_" + base64.b64encode(KEY).decode()


class System(ThreadingHTTPServer):
    """The other system: it keeps what it gets, and gives the answers that a test sets, or else 204."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}/copies?of=mails"
        self.answers: list[int] = []
        self.posts: list[tuple[str, dict[str, str], bytes]] = []


class _Handler(BaseHTTPRequestHandler):
    server: System

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        named = {name.lower(): value for name, value in self.headers.items()}
        self.server.posts.append((self.path, named, body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)
        self.send_header("Location", self.server.url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def system(settings: Settings) -> Iterator[System]:
    settings.FETCH_PRIVATE_ADDRESSES = True
    server = System()
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def hook(system: System) -> Hook:
    return Hook.objects.create(name="accounts", url=system.url, secret=SECRET, renewed_at=timezone.now())


@pytest.fixture
def sent(hook: Hook, note_kind: NoteKind, sink: Sink) -> Reminder:
    """A mail that has just been sent, whose copy is owed."""
    owe_note()
    deliver_due()
    return Reminder.objects.get(copy_of=None)


def owe_note(number: int = 1, kind: str = "test-note", **data: Any) -> Reminder:
    return owe(
        key=f"{kind}:{number}",
        kind=kind,
        subject="tests.thing:1",
        recipient=f"reader{number}@x.example",
        due_at=timezone.now() - timedelta(minutes=1),
        data=data,
    )


def copy() -> Reminder:
    return Reminder.objects.get(copy_of__isnull=False)


def make_due() -> None:
    Reminder.objects.filter(status="pending").update(due_at=timezone.now() - timedelta(seconds=1))


def signed_by(key: bytes, headers: dict[str, str], body: bytes) -> str:
    """By the words of the specification, and none of our code."""
    content = b".".join([headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body])
    return "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def test_copy_of_a_sent_mail_is_posted_once_signed_and_without_the_readers_own_columns(
    sent: Reminder, system: System
) -> None:
    assert (copy().recipient, copy().data, copy().user, "reader1" in copy().key) == (
        "hook:accounts",
        {},
        None,
        False,
    )
    tasks.deliver_by("webhook")
    assert deliver_due(WEBHOOK) == Delivered()
    [(path, headers, body)] = system.posts
    assert path == "/copies?of=mails"
    assert headers["content-type"] == "application/json"
    assert headers["webhook-id"] == f"msg_{copy().message_id.hex}"
    assert abs(int(headers["webhook-timestamp"]) - timezone.now().timestamp()) < 60
    assert headers["webhook-signature"] == signed_by(KEY, headers, body)
    assert sent.sent_at is not None
    assert json.loads(body) == {
        "type": "test-note",
        "timestamp": sent.sent_at.isoformat(),
        "data": {
            "id": str(sent.message_id),
            "kind": "note",
            "about": "tests.thing:1",
            "to": "reader1@x.example",
            "language": "en",
            "due": sent.due_at.isoformat(),
            "subject": "A note for you",
            "text": "Dear reader,\n\n\n",
            "link": "",
        },
    }
    assert copy().status == "sent"


def test_copies_are_owed_once_of_chosen_kinds_to_systems_that_are_on_and_never_of_copies(
    hook: Hook,
    note_kind: NoteKind,
    news_kind: NewsKind,
    sink: Sink,
    system: System,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    more = {"url": system.url, "secret": SECRET, "renewed_at": timezone.now()}
    Hook.objects.create(name="news-only", kinds=["test-news"], **more)
    Hook.objects.create(name="off", is_on=False, **more)
    for number in (1, 2):
        owe_note(number)
    deliver_due()
    Reminder.objects.filter(copy_of=None).update(
        status="pending"
    )  # as if its worker had died before it settled
    deliver_due()
    assert [row.recipient for row in Reminder.objects.filter(copy_of__isnull=False)] == ["hook:accounts"] * 2
    assert len(sink.messages) == 4
    assert deliver_due(WEBHOOK) == Delivered(sent=2)
    assert Reminder.objects.count() == 4
    monkeypatch.setattr(note_kind, "is_asked_for", True)  # its codes are for its reader alone
    owe_note(3)
    deliver_due()
    assert Reminder.objects.count() == 5


def test_mails_and_copies_do_not_wait_for_each_other(sent: Reminder, sink: Sink, system: System) -> None:
    system.answers = [500]
    assert deliver_due(WEBHOOK) == Delivered(put_off=1)
    owe_note(2)
    make_due()
    assert deliver_due() == Delivered(sent=1)
    assert len(system.posts) == 1
    sink.answers_to_recipients = {"hook:accounts": "550 Never a mail"}
    make_due()
    assert deliver_due(WEBHOOK) == Delivered(sent=2)


@pytest.mark.parametrize(
    ("code", "status", "words"),
    [
        (500, "pending", "It answered 500."),
        (429, "pending", "It answered 429."),
        (400, "failed", "It answered 400."),
        (302, "failed", "It answered 302."),
    ],
)
def test_copy_that_is_refused_is_tried_again_with_the_same_name_or_failed(
    code: int, status: str, words: str, sent: Reminder, system: System
) -> None:
    system.answers = [code]
    deliver_due(WEBHOOK)
    assert (copy().status, copy().last_error) == (status, words)
    make_due()
    deliver_due(WEBHOOK)
    assert [headers["webhook-id"] for _path, headers, _body in system.posts] == [
        f"msg_{copy().message_id.hex}"
    ] * (2 if status == "pending" else 1)


def test_system_that_is_gone_gets_nothing_more_until_the_office_says_so(
    sent: Reminder, system: System
) -> None:
    system.answers = [410]
    assert deliver_due(WEBHOOK) == Delivered(failed=1)
    assert DeadAddress.objects.get().email == "hook:accounts"
    owe_note(2)
    deliver_due()
    assert deliver_due(WEBHOOK) == Delivered(failed=1)
    assert len(system.posts) == 1
    assert write_again(address=DeadAddress.objects.get()) == 2
    assert deliver_due(WEBHOOK) == Delivered(sent=2)


def test_system_that_does_not_answer_is_asked_once_a_run(
    sent: Reminder, system: System, settings: Settings
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        Hook.objects.update(url=f"http://127.0.0.1:{free.getsockname()[1]}/")
        owe_note(2)
        deliver_due()
        assert deliver_due(WEBHOOK) == Delivered(put_off=2)
    errors = (
        Reminder.objects.filter(copy_of__isnull=False).order_by("pk").values_list("last_error", flat=True)
    )
    assert list(errors) == ["It did not answer: ConnectionRefusedError", "It did not answer a moment ago."]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://127.0.0.1:{port}/", "Its address is not on the public web."),
        ("https://[::ffff:10.0.0.1]/", "Its address is not on the public web."),
        ("http://127.0.0.1:{port}/", "Its address does not begin with https://"),
    ],
)
def test_own_network_is_not_asked(
    url: str, words: str, sent: Reminder, system: System, settings: Settings
) -> None:
    settings.FETCH_PRIVATE_ADDRESSES = False
    Hook.objects.update(url=url.format(port=system.server_port))
    assert deliver_due(WEBHOOK) == Delivered(failed=1)
    assert (copy().last_error, system.posts) == (words, [])


def test_server_that_answers_byte_by_byte_is_cut_off(sent: Reminder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "WAIT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as server:
        Hook.objects.update(url=f"http://127.0.0.1:{server.getsockname()[1]}/")
        Thread(target=_drip, args=(server,), daemon=True).start()
        assert deliver_due(WEBHOOK) == Delivered(put_off=1)


def _drip(server: socket.socket) -> None:
    """Sends a header that never ends, each letter well within the time of one wait."""
    talk, _address = server.accept()
    with talk:
        talk.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        try:
            while True:
                talk.sendall(b"z")
                talk.settimeout(0.01)
                try:
                    talk.recv(65536)
                except TimeoutError:
                    continue
        except OSError:
            pass


def test_both_secrets_sign_for_a_day_after_one_was_made(sent: Reminder, hook: Hook, system: System) -> None:
    secret = renew_secret(hook=hook)
    deliver_due(WEBHOOK)
    [(_path, headers, body)] = system.posts
    new = signed_by(base64.b64decode(secret.removeprefix("whsec_")), headers, body)
    assert headers["webhook-signature"].split() == [new, signed_by(KEY, headers, body)]
    Hook.objects.update(renewed_at=timezone.now() - timedelta(days=1, seconds=1))
    owe_note(2)
    deliver_due()
    deliver_due(WEBHOOK)
    assert " " not in system.posts[-1][1]["webhook-signature"]


@pytest.mark.django_db(transaction=True)
def test_two_secrets_made_at_once_both_sign() -> None:
    """A third transaction holds the row until both wait for it: each is shown one that the other system will be given."""
    hook = Hook.objects.create(name="crm", url="https://x.example/", secret=SECRET, renewed_at=timezone.now())
    with ThreadPoolExecutor(1) as others:
        with transaction.atomic():
            Hook.objects.select_for_update().get()
            both = others.submit(at_once, lambda: renew_secret(hook=hook), lambda: renew_secret(hook=hook))
            wait_until_waiting_for_a_lock(2)
        shown = both.result()
    hook.refresh_from_db()
    assert {hook.secret, hook.former_secret} == set(shown)


def test_what_is_forgotten_or_moot_is_not_copied(
    sent: Reminder, hook: Hook, sink: Sink, system: System
) -> None:
    erase_many(subjects=["tests.thing:1"], recipients=["reader1@x.example"])
    assert not Reminder.objects.exists()
    owe_note(2)
    deliver_due()
    Reminder.objects.filter(copy_of=None).update(data={"is_void": True})
    assert deliver_due(WEBHOOK) == Delivered(cancelled=1)
    owe_note(3)
    deliver_due()
    hook.delete()
    assert deliver_due(WEBHOOK) == Delivered(cancelled=1)
    assert system.posts == []


def test_copies_of_news_are_posted_one_by_one_and_at_any_hour(
    hook: Hook, news_kind: NewsKind, sink: Sink, system: System
) -> None:
    for number in (1, 2):
        owe_note(number, "test-news")
    Reminder.objects.update(recipient="reader@x.example", time_zone=where_it_is(12))
    assert (deliver_due(), len(sink.messages)) == (Delivered(sent=2), 1)
    Reminder.objects.update(time_zone=where_it_is(2))
    assert (deliver_due(WEBHOOK), len(system.posts)) == (Delivered(sent=2), 2)


def test_mail_is_not_sent_for_good_without_its_copies(note_kind: NoteKind) -> None:
    def fail(_sent: object) -> None:
        raise ZeroDivisionError

    owe_note()
    [[row]] = claim(1)
    with pytest.raises(ZeroDivisionError):
        settle([Settled(Reminder.Status.SENT, [row])], Delivered(), copying=[fail])
    assert Reminder.objects.get().status == "sending"


def test_system_that_gets_no_copies_any_more_gets_none_that_waits(
    sent: Reminder, hook: Hook, system: System
) -> None:
    Hook.objects.update(is_on=False)
    assert deliver_due(WEBHOOK) == Delivered(cancelled=1)
    assert system.posts == []


def test_mail_that_another_worker_sends_is_not_copied_before_it_is_sent(
    hook: Hook, note_kind: NoteKind
) -> None:
    row = owe_note()
    Reminder.objects.update(status="sending", claimed_at=timezone.now())
    owe_copies([row])
    assert Reminder.objects.get() == row


def test_only_a_system_with_a_certificate_for_its_name_is_told(
    sent: Reminder, system: System, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "mail.pem")
    system.socket = context.wrap_socket(system.socket, server_side=True)
    refused = "It did not answer: SSLCertVerificationError"
    for host, authority, last_error in (
        ("localhost", "", refused),
        ("127.0.0.1", "authority.pem", refused),
        ("localhost", "authority.pem", ""),
    ):
        if authority:
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / authority))
        Hook.objects.update(url=f"https://{host}:{system.server_port}/")
        make_due()
        Reminder.objects.update(last_error="")
        deliver_due(WEBHOOK)
        assert (copy().last_error, len(system.posts)) == (last_error, int(not last_error))


def test_a_copy_costs_three_statements_to_write(
    sent: Reminder, hook: Hook, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (2, 3):
        owe_note(number)
    deliver_due()
    # As of mails; the mail and the webhook of each copy; all have one line.
    with django_assert_num_queries(2 + 4 + 4 + 3 * 2 + 3 + 4):
        assert deliver_due(WEBHOOK) == Delivered(sent=3)


@pytest.mark.parametrize(
    "values", [{"name": "Two words"}, {"name": "x:y"}, {"url": "ftp://x.example/"}, {"secret": "hunter2"}]
)
def test_database_refuses_other_names_addresses_and_secrets(values: dict[str, str]) -> None:
    usual = {"name": "accounts", "url": "https://x.example/", "secret": SECRET}
    with pytest.raises(IntegrityError), transaction.atomic():
        Hook.objects.create(**usual | values, renewed_at=timezone.now())


@pytest.mark.parametrize(
    "url",
    [
        "https://us:hunter2@x.example/",
        "https://x.example/#a",
        "https:///in",
        "https://x.example/a b",
        "https://x.example:0/",
    ],
)
def test_address_of_a_system_is_whole_and_names_no_password(url: str) -> None:
    form = modelform_factory(Hook, HookForm, fields=["name", "url", "kinds"])({"name": "crm", "url": url})
    assert list(form.errors) == ["url"]


def test_office_sees_the_secret_once_and_no_log_has_it(
    client: Client, note_kind: NoteKind, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.force_login(User.objects.create_superuser("office@x.example"))
    add, rows = "/admin/reminders/hook/add/", "/admin/reminders/hook/"
    refused = client.post(add, {"name": "crm", "url": "http://x.example/", "is_on": "on"})
    assert "Give a web address that begins with https://" in refused.text
    made = client.post(
        add, {"name": "crm", "url": "https://x.example/in", "is_on": "on", "kinds": ["test-note"]}
    )
    hook = Hook.objects.get()
    assert (hook.kinds, made.status_code) == (["test-note"], 302)
    page, move = f"{rows}{hook.pk}/change/", f"{rows}{hook.pk}/do/new-secret/"
    assert hook.secret in client.get(rows).text
    client.post(page, {"name": "other", "url": "https://x.example/in", "is_on": "on"})
    assert (Hook.objects.get().name, Hook.objects.get().secret) == ("crm", hook.secret)
    shown = [client.get(each).text for each in (rows, page, f"{page.removesuffix('change/')}history/", move)]
    client.post(move)
    renewed = Hook.objects.get()
    assert renewed.former_secret == hook.secret != renewed.secret
    assert renewed.secret in client.get(page).text
    shown += [client.get(each).text for each in (rows, page, f"{page.removesuffix('change/')}history/", move)]
    for secret in (hook.secret, renewed.secret):
        assert not any(secret in text for text in shown)
        assert secret not in caplog.text
