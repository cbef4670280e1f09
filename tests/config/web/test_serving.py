"""The shipped web server in a rush, with slow senders, and with other servers down."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from waitress.adjustments import Adjustments

from accounts.models import User
from catalog.models import DistributionRight, Film
from config.embedded import Valkey
from config.environment import ROOT
from config.web import serving
from config.web.overload import WAITED
from licensing.models import Institution, Membership
from reminders.models import Reminder
from screenings.models import PlanRequest, Screen, Venue
from tests.screenings.test_pages import QUESTION
from tests.servers import FOLDER, new_folder
from tests.silent import SLACK
from tests.web import Answer, Site, environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 60


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[Site]:
    """One server for all who only visit it. It runs on while the tests empty its database."""
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site


def test_a_rush_waits_and_nobody_is_turned_away(site: Site) -> None:
    with ThreadPoolExecutor(AT_ONCE) as visitors:
        answers = list(visitors.map(lambda _: site.ask("/films/"), range(2 * AT_ONCE)))
    assert Counter(answer.status for answer in answers) == {200: 2 * AT_ONCE}


def test_slow_bodies_hold_no_thread(site: Site) -> None:
    with ExitStack() as senders:
        for _ in range(20):
            sender = senders.enter_context(socket.create_connection(("127.0.0.1", site.port)))
            sender.sendall(
                b"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n\r\nlogin=a"
            )
        time.sleep(0.3)
        answer = site.ask("/films/")
    assert (answer.status, answer.seconds < serving.SECONDS_TO_ARRIVE) == (200, True)


def test_a_body_that_is_too_large_is_refused_before_it_is_sent(site: Site) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as sender:
        size = str(300 * 1024 * 1024).encode()
        sender.sendall(
            b"POST /films/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + size + b"\r\n\r\nabc"
        )
        assert sender.recv(1000).split(b"\r\n")[0] == b"HTTP/1.1 413 Request Entity Too Large"


def test_idle_connections_ended_by_the_server_cost_no_visitor_a_page(site: Site) -> None:
    with ThreadPoolExecutor(6) as visitors:
        list(visitors.map(lambda _: site.ask("/films/"), range(12)))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        [ended] = cursor.fetchone()
    assert ended > 1
    assert Counter(site.ask("/films/").status for _ in range(20)) == {200: 20}


def test_a_process_has_a_connection_for_each_thread_and_two_to_spare(site: Site) -> None:
    site.ask("/films/")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        [connections] = cursor.fetchone()
    assert 1 <= connections <= 8


def test_without_a_database_pages_say_come_again_and_health_says_which(tmp_path: Path) -> None:
    with running_site(tmp_path, DATABASE_URL=f"host={tmp_path} dbname=none") as site:
        page = site.ask("/films/", Accept_Language="fr")
        assert (page.status, page.headers["Retry-After"], page.headers["Content-Language"]) == (
            503,
            "10",
            "fr",
        )
        assert '<p class="eyebrow">503</p>' in page.text
        ready = site.ask("/health/ready", Host="10.0.0.7")
        assert (ready.status, ready.text) == (503, '{"database": false, "broker": true}')
        assert site.ask("/health/live", Host="10.0.0.7").status == 200


@pytest.mark.parametrize("path", ["/films/", "/cart/", "/static/img/icon.svg"])
def test_head_is_answered_without_a_body(site: Site, path: str) -> None:
    """What followed the header on a connection that stays open would be read as the next answer."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as asker:
        request = f" {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        asker.sendall(f"HEAD{request}\r\nGET{request}Connection: close\r\n\r\n".encode())
        head, _, rest = b"".join(iter(lambda: asker.recv(65536), b"")).partition(b"\r\n\r\n")
    assert head.split(b"\r\n")[0] == b"HTTP/1.1 200 OK"
    assert rest.split(b"\r\n")[0] == b"HTTP/1.1 200 OK"
    assert length_in(head) == length_in(rest.partition(b"\r\n\r\n")[0]) > 0


def test_head_of_a_text_of_unknown_length_is_answered_without_a_body() -> None:
    def application(_environment: object, start_response: Callable[..., object]) -> Iterator[bytes]:
        start_response("200 OK", [("Content-Type", "text/plain")])
        yield from (b"one", b"two")

    web = serving.server(application, host="127.0.0.1", port=0, threads=1)
    assert web.socket is not None
    Thread(target=web.run, daemon=True).start()
    with socket.create_connection(web.socket.getsockname(), timeout=20) as asker:
        asker.sendall(b"HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert b"".join(iter(lambda: asker.recv(65536), b"")).partition(b"\r\n\r\n")[2] == b""
    web.close()


def length_in(head: bytes) -> int:
    found = re.search(rb"^Content-Length: (\d+)\r?$", head, re.MULTILINE)
    return int(found[1]) if found else -1


def test_a_taken_port_is_said_in_a_sentence(site: Site) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "config.serve", "--port", str(site.port)],
        cwd=ROOT,
        env=environment_of_a_process(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert f"Port {site.port} of 127.0.0.1 is in use by another program" in second.stderr


def test_a_request_that_never_ends_is_ended() -> None:
    request = serving.Request(Adjustments())
    request.received(b"POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n")
    request.received(b"a")
    assert not request.completed
    request.began -= serving.SECONDS_TO_ARRIVE + 1
    request.received(b"b")
    assert (request.completed, getattr(request.error, "code", None)) == (True, 408)


def test_a_header_that_never_ends_is_ended() -> None:
    request = serving.Request(Adjustments())
    request.received(b"GET / HTTP/1.1\r\n")
    request.began -= serving.SECONDS_TO_ARRIVE + 1
    request.received(b"X-Slow: yes\r\n")
    assert (request.completed, getattr(request.error, "code", None)) == (True, 408)


def test_a_large_body_at_an_honest_pace_may_take_its_time() -> None:
    request = serving.Request(Adjustments())
    request.received(b"POST / HTTP/1.1\r\nContent-Length: 400000\r\n\r\n")
    request.received(b"a" * 320_000)  # for which it may take forty seconds more
    request.began -= serving.SECONDS_TO_ARRIVE + 1
    request.received(b"a")
    assert not request.completed


def test_a_request_that_waited_too_long_is_turned_away_at_once() -> None:
    answer = Client().get("/films/", **{WAITED: 21.0})  # type: ignore[arg-type]  # a WSGI variable
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert Client().get("/films/", **{WAITED: 19.0}).status_code == 200  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("missing", ["LONGTAKE_ENV", "DATABASE_URL", "REDIS_URL"])
@pytest.mark.parametrize(
    "command",
    [
        ("-c", "import config.wsgi"),
        ("-m", "config.serve"),
        ("-m", "celery", "-A", "config", "worker"),
        ("-m", "celery", "-A", "config", "beat"),
    ],
)
def test_no_entry_but_manage_py_guesses_its_environment(missing: str, command: tuple[str, ...]) -> None:
    environment = {name: value for name, value in os.environ.items() if name != missing}
    run = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert run.returncode == 1
    assert f"process needs {missing} in its environment: see docs/operations.md" in run.stderr


@pytest.fixture(scope="module")
def own_valkey() -> Iterator[Valkey]:
    valkey = Valkey(new_folder(Path(os.environ[FOLDER])))
    valkey.join()
    yield valkey
    valkey.leave()


@pytest.fixture(scope="module")
def beside_it(
    tmp_path_factory: pytest.TempPathFactory, own_valkey: Valkey, django_db_setup: None
) -> Iterator[Site]:
    """One server with a Valkey that the tests take away."""
    address = own_valkey.address()
    assert address is not None
    with running_site(tmp_path_factory.mktemp("beside"), REDIS_URL=address) as site:
        yield site


@pytest.fixture(params=[signal.SIGKILL, signal.SIGSTOP])
def site_without_valkey(
    request: pytest.FixtureRequest, own_valkey: Valkey, beside_it: Site
) -> Iterator[Site]:
    """The shipped server, whose Valkey goes away when the test begins: all was well until then."""
    ready = '{"database": true, "broker": true}'
    until = time.monotonic() + 20
    while beside_it.ask("/health/ready").text != ready:
        assert time.monotonic() < until
        time.sleep(0.1)
    with without_valkey(own_valkey, request.param):
        yield beside_it


def test_people_sign_in_while_valkey_is_away(site_without_valkey: Site, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]  # the site's own
    User.objects.create_user("reader@x.example", password="a long pass phrase")
    EmailAddress.objects.update_or_create(email="reader@x.example", user=User.objects.get(), verified=True)
    site = site_without_valkey
    answer = send(site, "/account/login/", login="reader@x.example", password="a long pass phrase")
    ready = site.ask("/health/ready")
    assert (answer.status, "sessionid=" in str(answer.headers)) == (302, True)
    assert (ready.status, ready.text) == (200, '{"database": true, "broker": false}')


def test_people_sign_up_and_reset_while_valkey_is_away(site_without_valkey: Site) -> None:
    User.objects.create_user("known@x.example", password="a long pass phrase")
    EmailAddress.objects.update_or_create(email="known@x.example", user=User.objects.get(), verified=True)
    chosen = {"password1": "a long pass phrase", "password2": "a long pass phrase"}
    site = site_without_valkey
    person = {"email": "new@x.example", "name": "New", "time_zone": "Europe/Paris"}
    signed_up = send(site, "/account/signup/", **person, **chosen)
    reset = send(site, "/account/password/reset/", email="known@x.example")
    assert (signed_up.status, signed_up.headers["Location"]) == (302, "/account/confirm-email/")
    assert (reset.status, reset.headers["Location"]) == (302, "/account/password/reset/done/")
    assert max(signed_up.seconds, reset.seconds) < SLACK  # a short wait, and what a loaded machine takes
    owed = Reminder.objects.order_by("pk").values_list("kind", "recipient")
    assert list(owed) == [
        ("accounts.email-confirmation-signup", "new@x.example"),
        ("accounts.password-reset-key", "known@x.example"),
    ]


def test_a_plan_is_asked_for_through_its_page_while_valkey_is_away(site_without_valkey: Site) -> None:
    """The page waits briefly for the broker, keeps the question, and redirects; a periodic task sends it later."""
    person = User.objects.create_user("programmer@x.example")
    cinematheque = Institution.objects.create(
        legal_name="House",
        tier="non-profit",
        verification="verified",
        verified_how="-",
        verified_at=timezone.now(),
    )
    Membership.objects.create(institution=cinematheque, user=person, role="owner")
    venue = Venue.objects.create(
        slug="house", name="House", institution=cinematheque, time_zone="UTC", city="Ghent"
    )
    Screen.objects.create(venue=venue, name="One", capacity=40, formats=["dcp"])
    film = Film.objects.create(slug="rails", title="Rails", year=2003, runtime=120)
    DistributionRight.objects.create(film=film, territory="the world")
    client = Client()
    client.force_login(person)
    first_day = (timezone.now() + timedelta(days=20)).date()
    days = {"first_day": first_day, "last_day": first_day}
    data = QUESTION | days | {"film": film.pk, "venue": venue.pk, "institution": cinematheque.pk}
    session = client.cookies["sessionid"].value
    site = site_without_valkey
    answer = send(site, "/desk/plans/new/", session=session, **data)
    again = send(site, "/desk/plans/new/", session=session, **data)
    assert PlanRequest.objects.count() == 2
    assert (answer.status, again.status) == (302, 302)
    assert max(answer.seconds, again.seconds) < SLACK  # as above


@contextmanager
def without_valkey(valkey: Valkey, fate: signal.Signals) -> Iterator[None]:
    """Valkey is killed, or stopped so that it hangs; afterwards it is there again, at the same address."""
    process = valkey._process
    assert process is not None
    os.kill(process.pid, fate)
    try:
        yield
    finally:
        if fate == signal.SIGSTOP:
            os.kill(process.pid, signal.SIGCONT)
        else:
            process.wait()
            valkey.start()


def send(site: Site, path: str, *, session: str = "", **data: object) -> Answer:
    """A form sent the way our pages send it."""
    secret = "c" * 32
    return site.ask(
        path,
        method="POST",
        body=urlencode(data, doseq=True),
        Content_Type="application/x-www-form-urlencoded",
        Cookie=f"csrftoken={secret}; sessionid={session}",
        X_CSRFToken=secret,
    )
