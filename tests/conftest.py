"""What every test may count on."""

from __future__ import annotations

from collections.abc import Iterator

import django.test.client
import hypothesis
import pytest
from django.utils import translation

from accounts.requests import limits
from config import celery_app
from config.request import Request
from revisions import parts, store

# The test client makes its requests as the server does.
django.test.client.WSGIRequest = Request  # type: ignore[attr-defined]  # it imports Django's

# A shared machine is sometimes slow, which says nothing about the code.
hypothesis.settings.register_profile("longtake", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("longtake")


@pytest.fixture(autouse=True, scope="session")
def celery_knows_the_broker() -> None:
    """Celery reads the settings once, and its pool keeps the first address it is asked for: no test's that changes it."""
    assert celery_app.conf.broker_url
    assert celery_app.amqp.producer_pool is not None


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
