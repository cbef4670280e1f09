"""The revisions of the subjects that one page shows, read before its data.

A page reads its data in several statements, and others may commit between them, so that part of the page is older than
the rest. Such a page is never served again: a commit after the revisions were read makes them differ from the
ledger's. While they are equal, nothing about any of the page's subjects has been committed, and all of the page's
statements saw the same data.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.http import HttpRequest
from django.utils import timezone

from revisions.ledger import Revisions, find_with_revisions, revisions_of
from revisions.storage.page import Page
from revisions.subjects import EVERYTHING

MARK = "\x00"
"""Stands around personal parts while a page is rendered. No data contains it: PostgreSQL and requests do not allow NUL."""


class Reading:
    """What one request has read. `until` is when its page changes by the clock alone: at the latest when the office's day ends."""

    def __init__(self) -> None:
        self.known: Revisions = {}
        self.shown = {EVERYTHING}
        self.until = _end_of_day(timezone.now())
        self.is_worth_keeping = True
        self.has_marks = False
        """Whether personal parts are being marked, so that they can be found in the rendered page (templatetags/kept.py)."""
        self.keeps_parts = False
        """Whether parts of the page may be taken from the cache and put into it."""
        self.has_no_session = False
        """Whether the visitor has no session: then `KeptPagesMiddleware` keeps the page and sends everything to the cache."""
        self.not_found: set[str] = set()
        """Keys under which the cache has no valid page: they are not asked for again."""
        self.to_send: dict[str, object] = {}
        """What this request keeps. It is sent to the cache with one command (store.send)."""
        self.page: Page | None = None
        """The rendered page, if it may be kept."""

    @property
    def revisions(self) -> Revisions:
        """The revisions of the subjects that the page shows."""
        return self.current(self.shown)

    def current(self, subjects: Iterable[str]) -> Revisions:
        """The revisions of these subjects. Those that this request has not read yet are read in one statement."""
        wanted = set(subjects)
        if missing := wanted - self.known.keys():
            self.known = revisions_of(missing) | self.known
        return {subject: self.known[subject] for subject in wanted}

    def show(self, subjects: Iterable[str]) -> None:
        """Adds subjects that the page shows. Call it before their data are read."""
        self.shown.update(subjects)
        self.current(self.shown)

    def find(self, query: str, parameters: list[str]) -> int | None:
        """The key of the page's main row, where the same query also says which subjects are shown: see `find_with_revisions`."""
        found = find_with_revisions(query, parameters)
        if found is None:
            return None
        key, revisions = found
        self.known |= revisions
        self.shown |= revisions.keys()
        return key

    def changes_at(self, moment: datetime | None) -> None:
        """The page will have to change at this time, for example when a showing that it lists has ended."""
        if moment is not None:
            self.until = min(self.until, moment)

    def is_too_many(self) -> None:
        """The page is correct but not worth keeping: one of very many that nobody asks for twice."""
        self.is_worth_keeping = False


def reading_of(request: HttpRequest) -> Reading:
    """The request's reading, created when it is first needed."""
    reading = getattr(request, "reading", None)
    if not isinstance(reading, Reading):
        reading = Reading()
        request.reading = reading  # type: ignore[attr-defined]  # requests carry what middleware attaches to them
    return reading


def _end_of_day(now: datetime) -> datetime:
    """Midnight in the office's time zone: prices and rights begin and end with its days."""
    zone = timezone.get_default_timezone()
    tomorrow = timezone.localdate(now, zone) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone)
