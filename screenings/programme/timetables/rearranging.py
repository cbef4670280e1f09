"""Changes a screening's timetable by hand, all or nothing: showings moved, cut at chapter points, joined again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings import planner
from screenings.audience import rescheduled
from screenings.lookup import refuse_outsider
from screenings.models import Screen, Screening, Showing, TimetableChange
from screenings.notices import owed as notices
from screenings.planning.arrangement import BINDING, review_by_hand
from screenings.planning.by_hand.places import (
    Place,
    as_showings,
    cut_points,
    minutes_shown,
    places_of,
)
from screenings.planning.works import Work
from screenings.programme.booking import call_off, refuse_findings, refuse_uncovered
from screenings.programme.locks import lock_screening, lock_screens
from screenings.programme.refusals import showings_apart_when_written
from screenings.programme.reports import owe_reports_of
from screenings.programme.timetables.changes import keep_change, refuse_other_version
from screenings.programme.timetables.seating import seat_at_both, seat_at_whole
from screenings.reach import refuse_beyond_reach
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

WRITTEN = (
    "starts_at", "ends_at", "occupied_from", "occupied_until", "screen", "capacity", "from_minute", "until_minute",
    "intro_minutes", "qa_minutes", "sequence",
)  # fmt: skip


@transaction.atomic
def rearrange(
    *,
    screening: Screening,
    places: Sequence[Place],
    version: int,
    by: User,
    undoes: TimetableChange | None = None,
) -> TimetableChange | None:
    """Puts the showings at these places, and tells everyone who holds a place at one that changes, once. Returns the change, or None where nothing changes.

    `places` are those of every standing showing; `version` is that of the timetable that the person saw. What a place cuts off
    becomes a showing of its own, at which the same people have places; what two places have become is one showing again.
    Who waits for what changed, or was offered places there, keeps their turn or offer.
    Raises Refused: `not-yours`, `cancelled`, `changed-since`, `incomplete` (a minute of film would be lost or shown twice),
    `no-chapter-point`, `past`, `too-far`, `other-venue`, `too-small`, `not-covered`, or the rules' own codes.
    """
    row, standing = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    _refuse_state(row, version)
    showings = {each.pk: each for each in standing}
    before = places_of(standing)
    if sorted(before, key=lambda each: each.key) == sorted(places, key=lambda each: each.key):
        return None
    _refuse_places(places, showings)
    screens = lock_screens({*(each.screen for each in places), *(each.screen_id for each in standing)})
    _refuse_screens(row, places, screens)
    wanted = as_showings(row, places, showings, screens)
    plan = _reviewed(row, wanted, showings)
    moved = _write(row, places, _with_occupied(wanted, plan), showings)
    refuse_uncovered(row)
    rescheduled.serve_after_moves(row.pk)
    change = keep_change(screening=row, before=before, by=by, undoes=undoes)
    notices.tell_replanned(
        screening=row, before=moved, occasion=f"by-hand-{change.number}", change=change.number
    )
    notices.owe_for(screening=row)
    owe_reports_of(row)
    return change


def _refuse_state(row: Screening, version: int) -> None:
    if row.status == Screening.Status.CANCELLED:
        raise Refused(_("The screening is called off."), "cancelled")
    refuse_other_version(row, version)


def _refuse_places(places: Sequence[Place], showings: Mapping[int, Showing]) -> None:
    """What may not change, whatever the rules of the venue say: the film itself, where it may be cut, and the past."""
    works = {key: Work.of(showing) for key, showing in showings.items()}
    keys = [each.key for each in places]
    is_known = all(each.showing in showings for each in places) and len(set(keys)) == len(keys)
    if not is_known or minutes_shown(places, works) != minutes_shown(places_of(showings.values()), works):
        raise Refused(
            _("Every minute of the film that was to be shown must still be shown, and once."), "incomplete"
        )
    for each in places:
        source = showings[each.showing]
        _refuse_moment(each, source)
        edges = {
            edge
            for other in showings.values()
            if Work.of(other) == Work.of(source)
            for edge in (other.from_minute, other.until_minute, *cut_points(other))
        }
        if not {each.from_minute, each.until_minute} <= edges:
            raise Refused(_("A part can only be cut at one of its chapter points."), "no-chapter-point")


def _refuse_moment(place: Place, source: Showing) -> None:
    now = timezone.now()
    stays = place == places_of([source])[0]
    if not stays and (source.starts_at <= now or place.starts_at <= now):
        raise Refused(
            _("A showing that has begun cannot be moved, nor can a showing be moved into the past."), "past"
        )
    refuse_beyond_reach(place.starts_at.date())


def _refuse_screens(row: Screening, places: Sequence[Place], screens: Mapping[int, Screen]) -> None:
    for each in places:
        screen = screens.get(each.screen)
        if screen is None or screen.venue_id != row.venue_id:
            raise Refused(
                _("%(screen)s is not a screen of this venue."),
                "other-venue",
                {"screen": screen or each.screen},
            )


def _reviewed(row: Screening, wanted: Sequence[Showing], showings: Mapping[int, Showing]) -> planner.Plan:
    """The plan of the timetable; refuses what binds and concerns a showing that changes. What a person let stand before may stay."""
    in_time = sorted(wanted, key=lambda each: (each.starts_at, each.from_minute))
    rooms = list({each.screen.pk: each.screen for each in in_time}.values())
    plan, findings = review_by_hand(row, in_time, rooms)
    changed = {_stretch(each) for each in wanted if _is_changed(each, showings)}
    at = {at for at, each in enumerate(plan.sittings) if (each.film, each.from_minute) in changed}
    refuse_findings(
        each
        for each in findings
        if each.rule in BINDING and (not each.sittings or at.intersection(each.sittings))
    )
    return plan


def _stretch(showing: Showing) -> tuple[str, int]:
    return f"{Work.of(showing)}", showing.from_minute


def _is_changed(wanted: Showing, showings: Mapping[int, Showing]) -> bool:
    old = showings.get(wanted.pk or 0)
    names = ("starts_at", "ends_at", "screen_id", "from_minute", "until_minute")
    return old is None or any(getattr(old, name) != getattr(wanted, name) for name in names)


def _with_occupied(wanted: Sequence[Showing], plan: planner.Plan) -> list[Showing]:
    """The same showings, with what the plan says that each occupies."""
    sittings = {(each.film, each.from_minute): each for each in plan.sittings}
    for each in wanted:
        sitting = sittings[_stretch(each)]
        each.occupied_from, each.occupied_until = sitting.occupies_from, sitting.occupies_to
    return list(wanted)


def _write(
    row: Screening, places: Sequence[Place], wanted: Sequence[Showing], showings: Mapping[int, Showing]
) -> dict[int, datetime]:
    """Saves every showing; returns when those that changed for people began before, by their keys."""
    told: dict[int, datetime] = {}
    pairs = list(zip(places, wanted, strict=True))
    standing = [each for place, each in pairs if not place.is_new]
    kept = {each.pk for each in standing}
    gone = [each for each in showings.values() if each.pk not in kept]
    for each in wanted:
        each.capacity = _seats(row, each)
    for each in standing:
        if _is_changed(each, showings):
            each.sequence += 1
            told[each.pk] = showings[each.pk].starts_at
    with showings_apart_when_written():
        call_off(gone)
        Showing.objects.bulk_update(standing, WRITTEN)
        for place, each in pairs:
            if place.is_new:
                each.save()
                seat_at_both(each, place.showing)
                told[each.pk] = showings[place.showing].starts_at
        for each in gone:
            seat_at_whole(each, _whole_of(each, wanted))
    return told


def _seats(row: Screening, each: Showing) -> int:
    if each.booked > each.screen.capacity:
        taken = {"screen": each.screen.name, "seats": each.screen.capacity, "taken": each.booked}
        raise Refused(_("%(screen)s seats %(seats)d; %(taken)d places are taken."), "too-small", taken)
    return min(each.screen.capacity, max(row.audience, each.booked))


def _whole_of(gone: Showing, wanted: Sequence[Showing]) -> Showing:
    """The showing of which it is now a part."""
    return next(
        each
        for each in wanted
        if Work.of(each) == Work.of(gone) and each.from_minute <= gone.from_minute < each.until_minute
    )
