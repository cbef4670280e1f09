"""What becomes of a session while the database is away."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connection

STORE = import_module(settings.SESSION_ENGINE).SessionStore


@pytest.mark.django_db(transaction=True)
def test_a_session_that_cannot_be_saved_while_the_database_is_away_is_no_fault_of_its_sender() -> None:
    """An OperationalError is answered with 503; of UpdateError Django makes 400, as if the session were deleted."""
    session = STORE()
    session.create()
    session["tier"] = "k-12"
    with pytest.raises(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(OperationalError):
        session.save()
    connection.close()


@pytest.mark.django_db
def test_a_session_that_was_deleted_meanwhile_is_not_made_anew() -> None:
    session = STORE()
    session.create()
    STORE(session.session_key).delete()
    session["tier"] = "k-12"
    with pytest.raises(UpdateError):
        session.save()
