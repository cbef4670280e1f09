"""Guests read the catalogue from a replica of the database; whoever has just changed something reads what they have changed.

Of a request that may, every statement goes to the replica, the ledger of changes included: so a kept page is as true there as it is
on the primary. Whoever is signed in reads the primary. Whoever sends a form without a session is given the place in the
write-ahead log up to which they have written, and reads the primary until the replica has come so far.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connection, connections
from django.http import HttpRequest, HttpResponse

from accounts.rest import rest_of

log = logging.getLogger(__name__)
REPLICA = "replica"
WROTE = "longtake-wrote"
REMEMBERED = 3600
"""Seconds for which a browser remembers what it wrote; a replica is never so far behind that anyone would use it."""
PLACE = re.compile(r"[0-9A-F]{1,8}/[0-9A-F]{1,8}")
"""Of the write-ahead log: https://www.postgresql.org/docs/current/datatype-pg-lsn.html"""
CATALOGUE = re.compile(r"/(films|people|collections|libraries|avails|prices|sitemap|oai)\b|/$")
"""The beginnings of the addresses that only read."""


class ReplicaMiddleware:
    """Before whatever reads the database. Does nothing without LONGTAKE_REPLICA_URL."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if REPLICA not in settings.DATABASES:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            response = self.get_response(request)
            remember_place(response)
            return response
        if not may_read_replica(request) or not has_come_to(request.COOKIES.get(WROTE, "")):
            return self.get_response(request)
        with reading_replica():
            return self.get_response(request)


def may_read_replica(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and bool(CATALOGUE.match(request.path_info))


def has_come_to(place: str) -> bool:
    """Whether the replica answers and has replayed the log to this place; any if it is empty."""
    rest = rest_of(REPLICA)
    if rest.is_on or (place and not PLACE.fullmatch(place)):
        return False
    try:
        connections[REPLICA].ensure_connection()
        if not place:
            return True
        with connections[REPLICA].cursor() as cursor:
            cursor.execute("SELECT coalesce(pg_last_wal_replay_lsn() >= %s::pg_lsn, true)", [place])
            return bool(cursor.fetchone()[0])
    except Error as error:
        rest.begin()
        log.warning("The replica does not answer, so the primary is read: %s", str(error).strip())
        return False


@contextmanager
def reading_replica() -> Iterator[None]:
    """In this thread the database is the replica, also for statements that are not made by models."""
    primary = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections[REPLICA]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = primary


def remember_place(response: HttpResponse) -> None:
    """How far the log is after what this request has written."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_wal_flush_lsn()")
            place = str(cursor.fetchone()[0])
    except Error:
        return  # the answer says already that the database is away
    response.set_cookie(
        WROTE, place, max_age=REMEMBERED, httponly=True, samesite="Lax", secure=settings.CSRF_COOKIE_SECURE
    )
