"""What every test may count on."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache

import django.test.client
import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings
from whitenoise.middleware import WhiteNoiseMiddleware

from accounts.requests import limits
from config import celery_app
from config.web.request import Request
from records import document
from revisions import parts
from revisions.storage import store
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
    """Tests that share a fixture of their module run in one process, which makes it once."""
    for item in items:
        definitions = getattr(item, "_fixtureinfo").name2fixturedefs.values()  # noqa: B009 - pytest has no public name for it
        if any(each.scope == "module" for same in definitions for each in same):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


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
    """A database of this process's own: a copy of the run's migrated one, which goes with the run's server.

    On a server that is not ours (LONGTAKE_TEST_DATABASE_URL) pytest-django makes it, and takes it away.
    """
    if MIGRATED not in os.environ:
        request.getfixturevalue("django_db_setup")
        return
    name = connection.settings_dict["TEST"]["NAME"] or f"test_{connection.settings_dict['NAME']}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
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
    """Every test comes from one address; what one has spent is nothing to the next, nor what is in the cache: allauth's counts, kept pages."""
    yield
    limits.forget_all()
    store.forget_all()
    parts.forget_all()


@pytest.fixture(autouse=True)
def the_language_of_the_office() -> Iterator[None]:
    """A page that was read in French leaves its thread French, which is nothing to the next test."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def orders_are_counted_from_one(request: pytest.FixtureRequest) -> None:
    """A sequence is not rolled back with a test's transaction."""
    if request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("_django_db_helper")
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval('licensing_order_number', 1, false)")
