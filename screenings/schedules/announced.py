"""What a visitor reads of each showing besides its time: places left, subtitles, access, and whence it has moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Min, OuterRef, Subquery
from django.db.models.functions import TruncMinute
from django.utils.translation import gettext

from screenings.access import ACCESS_WORDS, ASKED_WORDS, Access
from screenings.models import Screening, Showing
from screenings.schedules.timetable import Shown, Timetable
from wording.enumeration import enumerated


@dataclass(frozen=True, slots=True)
class Announced:
    """A standing showing. `moved_from`: when it was announced to begin in the venue's time, if that has changed since."""

    shown: Shown
    showing: Showing
    moved_from: datetime | None

    @property
    def left(self) -> int:
        return self.showing.places_left

    @property
    def subtitles(self) -> Sequence[str]:
        return self.showing.copy.subtitles if self.showing.copy else ()

    @property
    def access(self) -> str:
        return access_words(self.showing.access)


def access_words(access: Iterable[str]) -> str:
    """Kinds of access in the reader's language, as a list."""
    return enumerated(gettext(ACCESS_WORDS[Access(each)]) for each in access)


def asked_words(access: Iterable[str]) -> str:
    """Kinds of access that somebody asks for in the reader's language, as a list."""
    return enumerated(gettext(ASKED_WORDS[Access(each)]) for each in access)


def access_of_all(showings: Iterable[Showing]) -> tuple[str, str]:
    """What each of these showings offers if it takes place, and what only some do, as lists of words."""
    there = [set(showing.access) for showing in showings if not showing.is_cancelled]
    everywhere = set.intersection(*there) if there else set[Access]()
    somewhere = set[Access]().union(*there) - everywhere
    one, other = (access_words(each for each in Access if each in kinds) for kinds in (everywhere, somewhere))
    return one, other


def announced(screening: Screening, timetable: Timetable) -> list[Announced]:
    """One for each standing showing, in order of time. One query where `with_listing` has fetched the rest."""
    first = first_announced(each.shown.showing for each in timetable.entries)
    lines = []
    for shown in (entry.shown for entry in timetable.entries):
        if shown.showing is None:
            continue
        before = first.get(shown.showing.pk)
        has_moved = before is not None and before != shown.starts_at.replace(second=0, microsecond=0)
        moved = before.astimezone(shown.zone) if before and has_moved else None
        lines.append(Announced(shown, shown.showing, moved))
    return lines


def first_announced(showings: Iterable[Showing | None]) -> Mapping[int, datetime]:
    """When each showing was to begin when its screening was first published, by its key, as the audit trail has it. One query."""
    keys = [each.pk for each in showings if each is not None]
    events = Showing.pgh_event_model.objects  # type: ignore[attr-defined]  # pghistory makes it
    of_screening = Screening.pgh_event_model.objects.filter(  # type: ignore[attr-defined]  # likewise
        pgh_obj_id=OuterRef("screening_id"), status=Screening.Status.PUBLISHED
    )
    published = of_screening.order_by().values("pgh_obj_id").annotate(at=Min("pgh_created_at")).values("at")
    known = events.filter(pgh_obj_id__in=keys).annotate(published=Subquery(published))
    before = known.filter(pgh_created_at__lte=F("published")).order_by("pgh_obj_id", "-pgh_id")
    last = before.distinct("pgh_obj_id").annotate(begins=TruncMinute("starts_at"))
    return dict(last.values_list("pgh_obj_id", "begins"))
