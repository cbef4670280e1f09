"""Django's sessions in the database, which tell a database that is away from a session that was deleted."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

FIND = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django makes UpdateError of every fault of the database, and so 400 of one that passes (503, config/web/overload.py)."""

    def load(self) -> dict[str, Any]:
        """As Django's, whose ORM takes longer to compose this statement than the database to answer it."""
        with connection.cursor() as cursor:
            cursor.execute(FIND, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return dict(self.decode(row[0]))

    def save(self, must_create: bool = False) -> None:
        try:
            super().save(must_create)
        except UpdateError as error:
            if isinstance(error.__context__, OperationalError | InterfaceError):
                raise error.__context__ from None
            raise
