"""The office's reports are read from the replica, unless it is behind: whoever has just changed something sees what they have changed.

Who they are, and that they are still signed in, is read from the primary before; a session is kept there after.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from accounts.rest import rest_of
from config.hosts.replica import PLACE, REPLICA, WROTE, reading_replica
from office.reports import is_report

log = logging.getLogger(__name__)
MOST_BEHIND = timedelta(seconds=5)
"""A report that would be older is read from the primary."""
STAND = """
SELECT pg_last_wal_replay_lsn() >= %(flushed)s::pg_lsn, pg_last_wal_replay_lsn() >= %(wrote)s::pg_lsn, pg_last_xact_replay_timestamp()
"""


class ReportsMiddleware:
    """The innermost, so that only the view and its template read the replica."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if REPLICA not in settings.DATABASES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not asks_for_report(request) or not request.user.is_authenticated:
            return self.get_response(request)
        moment = as_of(request.COOKIES.get(WROTE, ""))
        if moment is None:
            return self.get_response(request)
        request.as_of = moment  # type: ignore[attr-defined]  # templates/admin/base_site.html shows it
        with reading_replica():
            return self.get_response(request)


def asks_for_report(request: HttpRequest) -> bool:
    if request.method not in {"GET", "HEAD"} or not request.path_info.startswith(f"/{settings.ADMIN_PATH}/"):
        return False
    try:
        return is_report(resolve(request.path_info).func)
    except Resolver404:
        return False


def as_of(wrote: str) -> datetime | None:
    """The moment whose data the replica has; None when it lacks what was written up to this place (none if it is empty), is
    further behind than a report may be, or does not answer.

    Now if it has replayed all that the primary has written. Else the time of the last transaction that it has replayed: when
    the primary was idle before, it seems to be further behind than it is, and the primary is read.
    """
    rest = rest_of(REPLICA)
    if rest.is_on or (wrote and not PLACE.fullmatch(wrote)):
        return None
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_flush_lsn(), clock_timestamp()")
        flushed, now = cursor.fetchone()
    try:
        with connections[REPLICA].cursor() as cursor:
            cursor.execute(STAND, {"flushed": flushed, "wrote": wrote or "0/0"})
            has_all, has_own, replayed_at = cursor.fetchone()
    except Error as error:
        rest.begin()
        log.warning("The replica does not answer, so the primary is read: %s", str(error).strip())
        return None
    if has_all:
        return now  # type: ignore[no-any-return]  # of a cursor
    if has_own and replayed_at and now - replayed_at <= MOST_BEHIND:
        return replayed_at  # type: ignore[no-any-return]  # as above
    return None
