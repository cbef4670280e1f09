"""What every test may count on."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import Any

import django.test.client
import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import TransactionTestCase
from django.utils import timezone, translation
from django.utils.crypto import get_random_string
from pytest_django import DjangoDbBlocker, Settings
from whitenoise.middleware import WhiteNoiseMiddleware

from accounts.models import User
from accounts.requests import limits
from accounts.rest import rest_of
from config import celery_app
from config.environment import ROOT
from config.web.request import Request
from config.web.sessions import SessionStore
from records import document
from revisions import parts
from revisions.storage import store
from tests import standing
from tests.emptying import empty_database
from tests.servers import MIGRATED

# The test client makes its requests as the server does.
django.test.client.WSGIRequest = Request  # type: ignore[attr-defined]  # it imports Django's

if MIGRATED in os.environ:  # the tests' own server, where they may do anything
    TransactionTestCase._fixture_teardown = lambda _self: empty_database()  # type: ignore[attr-defined]  # of Django, untyped

# Each test client has a WhiteNoise of its own, whose search for hundreds of static files takes longer than most pages.
search = WhiteNoiseMiddleware.add_files_from_finders
static_files: dict[tuple[str, int | None], dict[str, object]] = {}


def find_static_files_once(whitenoise: WhiteNoiseMiddleware) -> None:
    key = (whitenoise.static_prefix, whitenoise.max_age)
    if key not in static_files:
        others, whitenoise.files = whitenoise.files, {}
        search(whitenoise)
        static_files[key], whitenoise.files = whitenoise.files, others
    whitenoise.files |= static_files[key]


WhiteNoiseMiddleware.add_files_from_finders = find_static_files_once

# Signing someone in by force is fifteen statements of Django's, as a visitor who turns into a person; nearly every test asks for it.
force_login = django.test.client.Client.force_login


def sign_in_at_once(client: django.test.client.Client, user: User, backend: str | None = None) -> None:
    """One row: the session of a person who has just signed in. A visitor's goes Django's way, which keeps what is in it."""
    if backend or settings.SESSION_COOKIE_NAME in client.cookies:
        force_login(client, user, backend)
        return
    signed_in = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    session = Session(
        session_key=get_random_string(32, VALID_KEY_CHARS),
        session_data=SessionStore().encode(signed_in),
        expire_date=timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE),
    )
    session.save(force_insert=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


django.test.client.Client.force_login = sign_in_at_once  # type: ignore[assignment,method-assign]

# Many tests load the sample catalogue, and reading its YAML takes most of that.
read = lru_cache(maxsize=200)(document.document_of)


def read_once(content: bytes, file: str) -> document.Document:
    """A file's data are the reader's to change; what is remembered is not."""
    known = read(content, file)
    return replace(known, data=deepcopy(known.data))


document.document_of = read_once

# Passwords of the tests are nobody's. The site's own hasher takes a tenth of a second for each.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A shared machine is sometimes slow, which says nothing about the code.
hypothesis.settings.register_profile("longtake", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("longtake")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share a fixture of their module run in one process, which makes it once; those that begin with the same rows follow one another."""
    for item in items:
        definitions = getattr(item, "_fixtureinfo").name2fixturedefs.values()  # noqa: B009 - pytest has no public name for it
        if any(each.scope == "module" for same in definitions for each in same):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=place_in_order)


def place_in_order(item: pytest.Item) -> tuple[str, list[int]]:
    """By the room of the tests, and there by the rows; what shares a fixture of its module stays together."""
    is_alone = item.get_closest_marker("xdist_group") is None
    return item.path.relative_to(ROOT / "tests").parts[0], standing.ranks(item) if is_alone else []


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end, and most of what a test makes goes without being searched for."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """A database of this process's own: a copy of the run's migrated one, which goes with the run's server. One of a process before it
    (`make mutants` has many, one after another) goes first.

    On a server that is not ours (LONGTAKE_TEST_DATABASE_URL) pytest-django makes it, and takes it away.
    """
    if MIGRATED not in os.environ:
        request.getfixturevalue("django_db_setup")
        return
    name = connection.settings_dict["TEST"]["NAME"] or f"test_{connection.settings_dict['NAME']}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name} TEMPLATE {os.environ[MIGRATED]}")
    with django_db_blocker.unblock():
        connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@pytest.fixture(autouse=True, scope="session")
def celery_knows_the_broker() -> None:
    """Celery reads the settings once, and its pool keeps the first address it is asked for: no test's that changes it."""
    assert celery_app.conf.broker_url
    assert celery_app.amqp.producer_pool is not None


@pytest.fixture
def broker_at(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[Callable[[str], None]]:
    """Sends Celery's messages to another address until the test ends.

    The configuration answers with fallbacks (without a broker_write_url, with broker_url): what was in it, not what it answered, is put back.
    """

    def move_to(address: str) -> None:
        settings.CELERY_BROKER_URL = address
        assert celery_app.conf.changes is not None
        for name in ("broker_url", "broker_write_url"):
            monkeypatch.setitem(celery_app.conf.changes, name, address)

    yield move_to
    monkeypatch.undo()
    celery_app._after_fork()  # type: ignore[attr-defined]  # its pool would keep the address for the next test


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """Every test comes from one address; what one has spent is nothing to the next, nor what is in the cache: allauth's counts, kept pages.

    Nor that Valkey once took too long: nothing would be sent to a worker for ten seconds.
    """
    yield
    rest_of.cache_clear()
    limits.forget_all()
    store.forget_all()
    parts.forget_all()


@pytest.fixture(autouse=True)
def the_language_of_the_office() -> Iterator[None]:
    """A page that was read in French leaves its thread French, which is nothing to the next test."""
    yield
    translation.deactivate()


@pytest.fixture
def standing_rows(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, Any]]:
    """The values of the standing fixtures that a test asks for, by name; none for a test that commits."""
    wanted = standing.makers(request.node)
    with django_db_blocker.unblock():
        if not wanted or commits(request):
            standing.STAND.leave()
            yield {}
            return
        scenery = [name for name in standing.SCENERY if name in request.fixturenames]
        for name in scenery:
            request.getfixturevalue(name)
        step = standing.STAND.bring([definition(request, name) for name in scenery], wanted)
    yield pickle.loads(step.values)  # noqa: S301 - our own
    with django_db_blocker.unblock():
        if (
            connection.closed_in_transaction
        ):  # the test has closed its connection, and with it went all that stood
            standing.STAND.leave()


def commits(request: pytest.FixtureRequest) -> bool:
    marker = request.node.get_closest_marker("django_db")
    return "transactional_db" in request.fixturenames or bool(marker and marker.kwargs)


def definition(request: pytest.FixtureRequest, name: str) -> object:
    return request.node._fixtureinfo.name2fixturedefs[name][-1]


@pytest.fixture
def _django_db_helper(standing_rows: dict[str, Any], _django_db_helper: None) -> None:
    """The transaction of a test begins above what stands."""


@pytest.fixture(autouse=True)
def orders_are_counted_from_one(request: pytest.FixtureRequest) -> None:
    """Or from those that stand."""
    if request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("_django_db_helper")
        standing.count_orders_from(
            *(standing.STAND.steps[-1].ordered if standing.STAND.steps else (1, False))
        )
