"""Replans a screening: asks the planner which showings move, and takes its answer in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings import planner
from screenings.audience import rescheduled
from screenings.lookup import refuse_closed_venue, refuse_outsider
from screenings.models import PlanRequest, Screen, Screening, Showing
from screenings.notices import owed as notices
from screenings.planner.question import programme_day
from screenings.planning.by_hand.places import places_of
from screenings.planning.questions import question_about
from screenings.planning.replans import Changed, days_spanned, replan_question, to_come
from screenings.programme.booking import refuse_findings, refuse_uncovered
from screenings.programme.coverage import licence_window
from screenings.programme.locks import lock_plan_request, lock_screening, lock_screens
from screenings.programme.plan_requests import refuse_days, refuse_queue, send_to_worker
from screenings.programme.refusals import showings_apart_when_written
from screenings.programme.reports import owe_reports_of
from screenings.programme.timetables.changes import keep_change
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

WRITTEN = (
    "starts_at", "ends_at", "occupied_from", "occupied_until", "screen", "capacity", "from_minute", "until_minute", "sequence",
)  # fmt: skip


@transaction.atomic
def ask_replan(
    *,
    screening: Screening,
    first_day: date,
    last_day: date,
    by: User,
    changed: Changed | None = None,
    said: Mapping[str, Any] | None = None,
) -> PlanRequest:
    """Asks the planner how the showings to come can stand after a change, moving as few as possible; a worker answers.

    They may move between the two days, which are the venue's and included; what stands on another may stay. `said` is the form as it was filled in. Raises Refused: `not-yours`, `cancelled`,
    `no-showings`, `days-backward`, `past`, `too-far`, `too-long`, `too-many`, `too-short`.
    """
    refuse_outsider(by, screening.institution)
    if screening.status == Screening.Status.CANCELLED:
        raise Refused(_("The screening is called off."), "cancelled")
    venue = screening.venue
    refuse_days(first_day, last_day, programme_day(timezone.now(), venue.zone))
    refuse_queue(screening.institution)
    screening = Screening.objects.with_listing().select_related("plan_request").get(pk=screening.pk)
    if not to_come(screening):
        raise Refused(_("No showing is left that could move."), "no-showings")
    question = replan_question(
        screening,
        list(venue.screens.select_related("venue")),
        first_day=first_day,
        last_day=last_day,
        changed=changed or Changed(),
        licensed=licence_window(
            screening.institution,
            venue,
            screening.film,
            *days_spanned(screening, first_day, last_day),
            besides=screening,
        ),
    )
    request = PlanRequest.objects.create(
        film=screening.film, venue=venue, institution=screening.institution, asked_by=by, first_day=first_day, last_day=last_day,
        question=planner.question_to_data(question), said=said, replans=screening, steps_total=1,
    )  # fmt: skip
    transaction.on_commit(lambda: send_to_worker(plan_request_id=request.pk))
    return request


@transaction.atomic
def take_replan(*, plan_request: PlanRequest, by: User) -> Screening:
    """Moves the showings as the planner answered, all or none, and tells everyone who holds a place at one of them once.

    Taking it again changes nothing. Raises Refused: `not-yours`, `not-for-hire`, `no-plan`, `changed-since`, `past`, `too-small`,
    `not-covered`, or with the rules' own codes when the venue has changed since.
    """
    request = lock_plan_request(plan_request.pk)
    if request.replans_id is None:
        raise Refused(_("This answer does not replan a screening."), "no-plan")
    screening, showings = lock_screening(request.replans_id)
    refuse_outsider(by, screening.institution)
    if request.taken_at is not None:
        return screening
    refuse_closed_venue(screening.venue, screening.institution)
    question, plan = _answer_of(request)
    by_key = {f"{showing.pk}": showing for showing in showings}
    _refuse_changed(question, by_key)
    screens = lock_screens({*(each.screen_id for each in showings), *(int(s.screen) for s in plan.sittings)})
    refuse_findings(planner.review(plan, _now(screening, question, list(screens.values()))))
    stood = places_of(showings)
    before = _write(question, plan, by_key, screens, audience=screening.audience)
    refuse_uncovered(screening)
    rescheduled.serve_after_moves(screening.pk)
    keep_change(screening=screening, before=stood, by=by)
    request.taken_at = timezone.now()
    request.save(update_fields=["taken_at"])
    notices.tell_replanned(screening=screening, before=before, occasion=f"{request.pk}")
    notices.owe_for(screening=screening)
    owe_reports_of(screening)
    return screening


def _answer_of(request: PlanRequest) -> tuple[planner.Question, planner.Plan]:
    plans = planner.answer_from_data(request.answer).plans if request.answer else ()
    if not plans:
        raise Refused(_("There is no such plan in this answer."), "no-plan")
    return planner.question_from_data(request.question), plans[0]


def _refuse_changed(question: planner.Question, by_key: dict[str, Showing]) -> None:
    """The answer is about the showings as they were; if one has changed, begun or been called off since, it is about others."""
    now = timezone.now()
    asked = {(each.key, each.starts_at, int(each.screen), each.sequence) for each in question.standing}
    stands = {
        (key, each.starts_at, each.screen_id, each.sequence)
        for key, each in by_key.items()
        if each.starts_at > now
    }
    if asked != stands:
        raise Refused(
            _("The screening has changed since the planner was asked. Ask again, and nothing is lost."),
            "changed-since",
        )


def _now(screening: Screening, question: planner.Question, screens: Sequence[Screen]) -> planner.Question:
    """The same question about the venue as it is now."""
    fresh = question_about(
        venue=screening.venue,
        presenter=screening.institution,
        screens=screens,
        blocks=question.blocks,
        first_day=question.first_day,
        last_day=question.last_day,
        settings=question.settings,
        leaving_out=screening,
    )
    return replace(
        fresh, standing=question.standing, moves_from=question.moves_from, moves_to=question.moves_to
    )


def _write(
    question: planner.Question,
    plan: planner.Plan,
    by_key: dict[str, Showing],
    screens: dict[int, Screen],
    *,
    audience: int,
) -> dict[int, datetime]:
    """Saves every showing in its new place; returns when those that moved began before, by their keys.

    The constraint that keeps showings apart waits until all are written, because two may change places.
    """
    shown = {(each.block, each.from_minute): by_key[each.key] for each in question.standing}
    begins = _from_minutes(plan, shown)
    before: dict[int, datetime] = {}
    changed = []
    for sitting in plan.sittings:
        showing, screen = shown[sitting.block, sitting.from_minute], screens[int(sitting.screen)]
        if (showing.starts_at, showing.screen_id) != (sitting.starts_at, screen.pk):
            before[showing.pk] = showing.starts_at
        if _put(showing, sitting, screen, audience, begins[showing.pk]):
            changed.append(showing)
    with showings_apart_when_written():
        Showing.objects.bulk_update(changed, WRITTEN)
    return before


def _from_minutes(plan: planner.Plan, shown: Mapping[tuple[int, int], Showing]) -> dict[int, int]:
    """The minute of the film at which each showing begins, by its key: its own, later or earlier as those before it change
    their lengths. What lies between two of them, because it is called off, stays between them."""
    begins: dict[int, int] = {}
    longer: defaultdict[int, int] = defaultdict(int)
    for sitting in sorted(plan.sittings, key=lambda each: (each.block, each.from_minute)):
        showing = shown[sitting.block, sitting.from_minute]
        begins[showing.pk] = showing.from_minute + longer[sitting.block]
        longer[sitting.block] += sitting.film_minutes - (showing.until_minute - showing.from_minute)
    return begins


def _put(showing: Showing, sitting: planner.Sitting, screen: Screen, audience: int, from_minute: int) -> bool:
    """Puts a showing where its sitting is; returns whether that changes it."""
    old = [getattr(showing, name) for name in WRITTEN]
    if showing.screen_id != screen.pk:
        if showing.booked > screen.capacity:
            taken = {"screen": screen.name, "seats": screen.capacity, "taken": showing.booked}
            raise Refused(_("%(screen)s seats %(seats)d; %(taken)d places are taken."), "too-small", taken)
        showing.capacity = min(screen.capacity, max(audience, showing.booked))
    showing.starts_at, showing.ends_at, showing.screen = sitting.starts_at, sitting.ends_at, screen
    showing.occupied_from, showing.occupied_until = sitting.occupies_from, sitting.occupies_to
    showing.from_minute, showing.until_minute = from_minute, from_minute + sitting.film_minutes
    is_changed = old != [getattr(showing, name) for name in WRITTEN]
    showing.sequence += is_changed
    return is_changed
