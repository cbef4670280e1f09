"""Each change of a timetable is kept: its number is the timetable's version, and it can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from screenings.models import Screening, Showing, TimetableChange
from screenings.planning.arrangement import standing_showings
from screenings.planning.by_hand.places import (
    Place,
    from_data,
    minutes_shown,
    places_of,
    to_data,
)
from screenings.planning.works import Work
from screenings.programme.festivals.following import follow
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


def version_of(screening: Screening) -> int:
    """The number of the last change of its timetable; 0 before any. Whoever writes a change has locked the screening."""
    last = screening.timetable_changes.order_by("-number").values_list("number", flat=True).first()
    return last or 0


def refuse_other_version(screening: Screening, version: int) -> None:
    """Raises Refused (`changed-since`) where the timetable of a locked screening is no longer the one that the person saw."""
    if version_of(screening) != version:
        raise Refused(_("Somebody else has changed the timetable meanwhile."), "changed-since")


def keep_change(
    *, screening: Screening, before: Sequence[Place], by: User, undoes: TimetableChange | None = None
) -> TimetableChange:
    """Adds what was just written to the changes of a locked screening; `before` is where its showings stood.

    Raises Refused (`not-the-last`) where it undoes another change than the last that stands.
    """
    if undoes is not None and undoes != _not_undone(screening).first():
        raise refuse_undoing()
    follow(screening)
    after = places_of(screening.showings.standing().order_by("pk"))
    return TimetableChange.objects.create(
        screening=screening,
        number=version_of(screening) + 1,
        before=to_data(before),
        after=to_data(after),
        by=by,
        undoes=undoes,
    )


def refuse_undoing() -> Refused:
    return Refused(_("Only the last change can be undone, and another was made since."), "not-the-last")


def _not_undone(screening: Screening) -> QuerySet[TimetableChange]:
    """Its changes that still stand, the last one first."""
    return screening.timetable_changes.filter(undoes=None, undone_by=None).order_by("-number")


def joined_since(screening: Screening) -> set[int]:
    """The keys of showings that are now parts of others: cancelled, but nobody called them off. One query.

    Where somebody did, less is shown after the change than before.
    """
    rows = screening.timetable_changes.values_list("before", "after")
    return {
        key
        for before, after in rows
        if _minutes(before) == _minutes(after)
        for key in {each["showing"] for each in before} - {each["showing"] for each in after}
    }


def _minutes(places: Sequence[Mapping[str, Any]]) -> int:
    return sum(each["until"] - each["from"] for each in places)


def places_at(screening: Screening, version: int) -> list[Place] | None:
    """Where the showings stood at a version; None of one that there never was. Two queries at most."""
    change = screening.timetable_changes.filter(number=version).first()
    if change is not None:
        return from_data(change.after)
    if version:
        return None
    first = screening.timetable_changes.filter(number=1).first()
    return from_data(first.before) if first else places_of(standing_showings(screening))


def last_to_undo(screening: Screening) -> tuple[TimetableChange, list[Place]] | None:
    """The last change that was not undone yet, and where the showings stood before it; None where there is none, or where what
    stood cannot stand again, because a showing was called off since. Two queries.
    """
    change = _not_undone(screening).select_related("by").first()
    if change is None:
        return None
    standing = {showing.pk: showing for showing in standing_showings(screening)}
    every = {showing.pk: showing for showing in screening.showings.all()}
    places = [_standing_again(each, every, standing) for each in from_data(change.before)]
    if not standing or any(each is None for each in places):
        return None
    wanted = [each for each in places if each]
    works = {key: Work.of(showing) for key, showing in every.items()}
    if minutes_shown(wanted, works) != minutes_shown(places_of(standing.values()), works):
        return None
    return change, wanted


def _standing_again(
    place: Place, every: Mapping[int, Showing], standing: Mapping[int, Showing]
) -> Place | None:
    """The place itself where its showing stands; what was joined since is cut from the showing that it was joined with."""
    if place.showing in standing:
        return place
    gone = every.get(place.showing)
    joined = next(
        (
            each
            for each in standing.values()
            if gone
            and Work.of(each) == Work.of(gone)
            and each.from_minute <= place.from_minute < each.until_minute
        ),
        None,
    )
    return replace(place, showing=joined.pk, is_new=True) if joined else None
