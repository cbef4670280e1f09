"""Books screens: takes a plan, moves or cancels a showing. Reminders change in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import reduce
from itertools import batched, chain, count
from operator import or_
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalog.models import Film
from screenings import planner
from screenings.audience import rescheduled
from screenings.lookup import refuse_closed_venue, refuse_outsider
from screenings.models import PlanRequest, Screen, Screening, Showing
from screenings.notices import owed as notices
from screenings.planning.arrangement import BINDING, review_by_hand
from screenings.planning.by_hand.places import places_of
from screenings.planning.drafts import draft_of, showings_of
from screenings.planning.questions import question_about
from screenings.planning.works import Work
from screenings.programme.coverage import coverage_of
from screenings.programme.locks import (
    lock_names,
    lock_plan_request,
    lock_planned,
    lock_screening,
    lock_screens,
)
from screenings.programme.refusals import refused_in_words
from screenings.programme.reports import owe_reports_of
from screenings.programme.timetables.changes import keep_change, refuse_other_version
from screenings.reach import refuse_beyond_reach
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

STEMS_AT_ONCE = 100
"""Names that one statement asks for."""
MOVED = ("starts_at", "ends_at", "occupied_from", "occupied_until", "screen", "capacity", "sequence")


@transaction.atomic
def take_plan(*, plan_request: PlanRequest, index: int, by: User) -> Screening:
    """Makes a draft screening with the showings of one of the plans. Taking the same plan again returns the same screening.

    `index` counts the answer's plans from 0. The plan is reviewed against the venue as it is now. Raises Refused:
    `not-yours`, `not-for-hire`, `no-plan`, `no-such-screen`, or with the rules' own codes when something has changed since (`bookings`, `screen-taken`).
    """
    request = lock_plan_request(plan_request.pk)
    refuse_outsider(by, request.institution, "screenings.add_screening")
    if request.replans_id is not None:
        raise Refused(_("This answer moves the showings of a screening that stands already."), "no-plan")
    taken = request.screenings.exclude(status=Screening.Status.CANCELLED).filter(plan_index=index).first()
    if taken is not None:
        return taken
    refuse_closed_venue(request.venue, request.institution)
    plan = plan_at(request, index)
    screens = lock_planned(plan)
    refuse_findings(planner.review(plan, question_now(request, list(screens.values()))))
    screening = draft_of(request, index, screens, by)
    (screening.slug,) = free_slugs([(request.film, plan.days[0])])
    screening.save()
    with refused_in_words():
        Showing.objects.bulk_create(showings_of(screening, plan, screens))
    notices.owe_for(screening=screening)
    return screening


def plan_at(request: PlanRequest, index: int) -> planner.Plan:
    plans = planner.answer_from_data(request.answer).plans if request.answer else ()
    if not 0 <= index < len(plans):
        raise Refused(_("There is no such plan in this answer."), "no-plan")
    return plans[index]


def question_now(
    request: PlanRequest, screens: Sequence[Screen], *, over_holds: bool = False
) -> planner.Question:
    """The question of a request about the venue as it is now; `over_holds` leaves out what others only hold."""
    asked = planner.question_from_data(request.question)
    return question_about(
        venue=request.venue,
        presenter=request.institution,
        screens=screens,
        blocks=asked.blocks,
        first_day=request.first_day,
        last_day=request.last_day,
        settings=asked.settings,
        over_holds=over_holds,
        apart_from=asked.apart_from,
    )


def refuse_findings(findings: Iterable[planner.Finding]) -> None:
    """Raises Refused with a sentence and code for each hard finding."""
    hard = [finding.say for finding in findings if finding.hard]
    if hard:
        raise Refused.saying(*hard)


def free_slugs(named_after: Sequence[tuple[Film, date]]) -> list[str]:
    """Free names for new screenings of films that begin on these days, each its own; they stay free until the transaction ends."""
    stems = [slugify(f"{film.slug[:90]}-{day:%Y-%m-%d}") for film, day in named_after]
    lock_names(stems)
    used = set[str]()
    for some in batched(dict.fromkeys(stems), STEMS_AT_ONCE):
        like_these = reduce(or_, (Q(slug__startswith=stem) for stem in some))
        used.update(Screening.objects.filter(like_these).values_list("slug", flat=True))
    names = []
    for stem in stems:
        tried = chain([stem], (f"{stem}-{number}" for number in count(2)))
        names.append(next(name for name in tried if name not in used))
        used.add(names[-1])
    return names


@transaction.atomic
def move_showing(*, showing: Showing, starts_at: datetime, by: User, screen: Screen | None = None) -> Showing:
    """Moves a showing to another time, and to another screen of the venue if one is given. Notifies everyone registered.

    `starts_at` is aware. Moving it to its current place changes nothing. The venue's rules apply (opening hours, curfew,
    bookings, turnaround, parts in order): raises Refused with their codes, or with `not-yours`, `cancelled`, `past`,
    `too-far`, `other-venue`, `too-small`, `not-covered`.
    """
    screening, showings = lock_screening(showing.screening_id)
    refuse_outsider(by, screening.institution)
    moved = next((each for each in showings if each.pk == showing.pk), None)
    if moved is None:
        raise Refused(_("A cancelled showing cannot be moved."), "cancelled")
    to_key = screen.pk if screen else moved.screen_id
    to = lock_screens({to_key, *(each.screen_id for each in showings)})[to_key]
    starts_at = starts_at.replace(second=0, microsecond=0)
    if (moved.starts_at, moved.screen_id) == (starts_at, to.pk):
        return moved
    _refuse_place(screening, moved, starts_at, to)
    stood = places_of(showings)
    before, length = moved.starts_at, moved.ends_at - moved.starts_at
    moved.ends_at = starts_at + length
    moved.starts_at, moved.screen, moved.sequence = starts_at, to, moved.sequence + 1
    moved.capacity = min(to.capacity, max(screening.audience, moved.booked))
    _write_places(screening, showings, moved)
    refuse_uncovered(screening)
    rescheduled.serve_after_moves(screening.pk)
    keep_change(screening=screening, before=stood, by=by)
    notices.tell_moved(showing=moved, before=before)
    notices.owe_for(screening=screening)
    owe_reports_of(screening)
    return moved


def _refuse_place(screening: Screening, moved: Showing, starts_at: datetime, to: Screen) -> None:
    if starts_at <= timezone.now() or moved.starts_at <= timezone.now():
        raise Refused(
            _("A showing that has begun cannot be moved, nor can a showing be moved into the past."), "past"
        )
    refuse_beyond_reach(starts_at.date())
    if to.venue_id != screening.venue_id:
        raise Refused(_("%(screen)s is not a screen of this venue."), "other-venue", {"screen": to})
    if moved.booked > to.capacity:
        taken = {"screen": to.name, "seats": to.capacity, "taken": moved.booked}
        raise Refused(_("%(screen)s seats %(seats)d; %(taken)d places are taken."), "too-small", taken)


def _write_places(screening: Screening, showings: list[Showing], moved: Showing) -> None:
    """Reviews the screening with the showing in its new place, and saves what each showing now occupies."""
    in_time = sorted(showings, key=lambda each: (each.starts_at, each.pk))
    plan, findings = review_by_hand(
        screening, in_time, list({each.screen.pk: each.screen for each in in_time}.values())
    )
    places = _showings_of(plan, in_time)
    at = next(at for at, each in places.items() if each.pk == moved.pk)
    refuse_findings(
        each for each in findings if each.rule in BINDING and (not each.sittings or at in each.sittings)
    )
    _write_moved(plan, places)


def _write_moved(plan: planner.Plan, places: Mapping[int, Showing]) -> None:
    """Saves where the showings are, with what each occupies then: in one statement, at whose end the constraint that keeps them
    apart is asked."""
    for at, each in places.items():
        sitting = plan.sittings[at]
        each.occupied_from, each.occupied_until = sitting.occupies_from, sitting.occupies_to
    with refused_in_words():
        Showing.objects.bulk_update(places.values(), MOVED)


def _showings_of(plan: planner.Plan, showings: Sequence[Showing]) -> dict[int, Showing]:
    """The showings by the index of their sitting in the plan, matched by film, copy and first minute."""
    by_work = {(str(Work.of(each)), each.from_minute): each for each in showings}
    return {at: by_work[sitting.film, sitting.from_minute] for at, sitting in enumerate(plan.sittings)}


def refuse_uncovered(screening: Screening) -> None:
    """Raises Refused (`not-covered`) if it is published and, as it is now, no licence covers it."""
    if screening.status != Screening.Status.PUBLISHED:
        return
    fresh = Screening.objects.with_listing().get(pk=screening.pk)
    coverage = coverage_of(fresh)
    if not coverage.allowed:
        raise Refused(_("With the showing there, no licence covers the screening."), "not-covered")


@transaction.atomic
def cancel_showing(*, showing: Showing, by: User, version: int | None = None) -> Showing:
    """Calls off a showing, frees its screen and notifies everyone who has places there or waits for some. Idempotent.

    `version` is that of the timetable that the person saw. Raises Refused: `not-yours`, `past`, `changed-since`.
    """
    screening, showings = lock_screening(showing.screening_id)
    refuse_outsider(by, screening.institution)
    off = next((each for each in showings if each.pk == showing.pk), None)
    if off is None:
        return Showing.objects.get(pk=showing.pk)
    if version is not None:
        refuse_other_version(screening, version)
    if off.ends_at <= timezone.now():
        raise Refused(_("A showing that is over cannot be called off."), "past")
    stood = places_of(showings)
    call_off([off])
    keep_change(screening=screening, before=stood, by=by)
    notices.tell_showing_cancelled(showing=off)
    rescheduled.leave_called_off([off.pk])
    rescheduled.serve_after_moves(screening.pk)
    notices.owe_for(screening=screening)
    owe_reports_of(screening)
    return off


def call_off(showings: Sequence[Showing]) -> None:
    """Marks locked showings as cancelled in one statement, and counts one more change for calendars."""
    for showing in showings:
        showing.status = Showing.Status.CANCELLED
        showing.sequence += 1
    Showing.objects.bulk_update(showings, ["status", "sequence"])
