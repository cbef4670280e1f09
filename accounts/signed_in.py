"""The signed-in person, with what every page needs to know about them: one statement.

Higher apps register what that is with `fetch_with_person`; `known_of` returns it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend
from django.db import connection
from django.db.models import Q
from django.db.models.functions import JSONObject

from accounts.models import User

type Expression = Callable[[], Any]
_fetched: dict[str, Expression] = {}
SOMEONE = -1
"""Stands in the compiled statement where the key of a person belongs."""


def fetch_with_person(name: str, expression: Expression) -> None:
    """Registers a value that is fetched with each signed-in person; called in `AppConfig.ready`.

    `expression` returns a database expression about the row of a person (OuterRef) that can be converted to JSON.
    """
    _fetched[name] = expression


def known_of(person: User) -> dict[str, Any]:
    """The registered values, by name. One statement for a person who was not fetched by the backend below."""
    known: dict[str, Any] | None = getattr(person, "known", None)
    if known is None:
        found = _find(person.pk)
        known = getattr(found, "known", {})
        person.known = known  # type: ignore[attr-defined]
    return known


class AuthenticationBackend(AllauthBackend):  # type: ignore[misc]  # allauth has no types
    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, if they may sign in. One statement."""
        person = _find(User._meta.pk.to_python(user_id))
        return person if person and self.user_can_authenticate(person) else None


def _find(key: int) -> User | None:
    statement, parameters, columns = _statement()
    with connection.cursor() as cursor:
        cursor.execute(statement, [key if value == SOMEONE else value for value in parameters])
        row = cursor.fetchone()
    if row is None:
        return None
    *values, known = row
    person = User.from_db(connection.alias, columns, values)
    person.known = json.loads(known) if isinstance(known, str) else known  # type: ignore[attr-defined]
    return person


@cache
def _statement() -> tuple[str, tuple[Any, ...], tuple[str, ...]]:
    """The SQL, its parameters and the columns of a person: compiled once, because that takes longer than running it."""
    columns = tuple(field.attname for field in User._meta.concrete_fields)
    known = JSONObject(**{name: expression() for name, expression in _fetched.items()})
    people = User.objects.filter(Q(pk=SOMEONE)).order_by().values_list(*columns, known)
    statement, parameters = people.query.sql_with_params()
    return statement, tuple(parameters), columns
