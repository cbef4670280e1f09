"""What one page is made under: the revisions of the subjects that it shows, read before its data.

A page reads its data in several statements, and others may commit in between, so that one half is older than the
other. Nobody is shown such a page a second time: a commit after the revisions were read makes them differ from the
ledger's, and the page is not served again. While they agree nothing was committed about any of its subjects, and all
of its statements saw the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.http import HttpRequest
from django.utils import timezone

from revisions.ledger import Revisions, find_with_revisions, revisions_of
from revisions.subjects import EVERYTHING


class Reading:
    """One request's. `until` is when the page changes by the clock alone: no later than the end of the office's day."""

    def __init__(self) -> None:
        self.known: Revisions = {}
        self.shown = {EVERYTHING}
        self.until = _end_of_day(timezone.now())
        self.is_to_be_kept = True
        self.has_marks = False
        """Whether the page is being made so that its personal parts can be found again (templatetags/kept.py)."""
        self.keeps_parts = False
        """Whether parts of the page may be found and kept by themselves: as the page, were it not for what has changed."""
        self.is_for_nobody = False
        """Whether who asks has no session: `KeptPagesMiddleware` answers, and sends what is to be kept to the cache."""
        self.to_send: dict[str, object] = {}
        """What this request has made and the cache is to have: sent with one command (store.send)."""
        self.is_whole = False
        """Whether a page was made that may be kept as it is, for everyone who is nobody in particular."""

    @property
    def revisions(self) -> Revisions:
        """Those that the page is made under."""
        return self.current(self.shown)

    def current(self, subjects: Iterable[str]) -> Revisions:
        """The revisions of these subjects; those that this request does not know yet cost one statement together."""
        wanted = set(subjects)
        if missing := wanted - self.known.keys():
            self.known = revisions_of(missing) | self.known
        return {subject: self.known[subject] for subject in wanted}

    def show(self, subjects: Iterable[str]) -> None:
        """The page shows these; say it before the data are read."""
        self.shown.update(subjects)
        self.current(self.shown)

    def find(self, query: str, parameters: list[str]) -> int | None:
        """The key of what the page is about, where that also says what it shows: see `find_with_revisions`."""
        found = find_with_revisions(query, parameters)
        if found is None:
            return None
        key, revisions = found
        self.known |= revisions
        self.shown |= revisions.keys()
        return key

    def changes_at(self, moment: datetime | None) -> None:
        """The page is another from this moment on, such as when a showing that it lists is over."""
        if moment is not None:
            self.until = min(self.until, moment)

    def is_too_many(self) -> None:
        """The page is right, and not worth keeping: one of very many that nobody asks for."""
        self.is_to_be_kept = False


def reading_of(request: HttpRequest) -> Reading:
    """The request's own; made when it is first asked for."""
    reading = getattr(request, "reading", None)
    if not isinstance(reading, Reading):
        reading = Reading()
        request.reading = reading  # type: ignore[attr-defined]  # a request takes what its middleware gives it
    return reading


def _end_of_day(now: datetime) -> datetime:
    """Midnight in the office's time zone: prices and rights begin and end with its days."""
    zone = timezone.get_default_timezone()
    tomorrow = timezone.localdate(now, zone) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone)
