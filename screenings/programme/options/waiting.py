"""Second options: a plan whose screens somebody else only holds is taken as soon as they let go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from screenings import planner
from screenings.lookup import refuse_closed_venue, refuse_outsider
from screenings.models import PlanRequest, Screen, ScreenHold, Screening, SecondOption, Showing
from screenings.notices import owed as notices
from screenings.planner.question import DAY_TURNS_AT
from screenings.programme.booking import plan_at, question_now, refuse_findings, take_plan
from screenings.programme.locks import lock_plan_request, lock_planned
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

FIRST_FOR = timedelta(days=3)
"""For so long a second option that has become the first holds its screens, if its first showing is not sooner."""
MOST_TRIED = 200
BOOKED = frozenset({"bookings", "screen-taken"})
"""Refusals for what a screen is booked for: by the planner's rule, and by the database."""


@transaction.atomic
def take_second_option(*, plan_request: PlanRequest, index: int, by: User) -> SecondOption:
    """Waits for the screens of a plan, which others hold. Taking it again returns the same.

    Raises Refused: `not-yours`, `not-for-hire`, `no-plan`, `not-held` (nobody holds them: the plan itself can be taken),
    `plan-taken`, `no-such-screen`, or the rules' own codes where more than holds is in the way.
    """
    request = lock_plan_request(plan_request.pk)
    plan, screens = _plan_over_holds(request, index, by)
    if _taken(request, index):
        raise Refused(_("This plan has already been chosen."), "plan-taken")
    if not any(each.hard for each in planner.review(plan, question_now(request, screens))):
        raise Refused(_("Nobody holds these screens: choose the plan itself."), "not-held")
    until = min(sitting.starts_at for sitting in plan.sittings)
    option, _is_new = SecondOption.objects.get_or_create(
        plan_request=request, plan_index=index, defaults={"by": by, "until": until}
    )
    return option


def _plan_over_holds(request: PlanRequest, index: int, by: User) -> tuple[planner.Plan, list[Screen]]:
    """A plan that only holds are in the way of, and the venue's screens, locked. Raises Refused where more is."""
    refuse_outsider(by, request.institution, "screenings.add_screening")
    refuse_closed_venue(request.venue, request.institution)
    plan = plan_at(request, index)
    screens = list(lock_planned(plan).values())
    refuse_findings(planner.review(plan, question_now(request, screens, over_holds=True)))
    return plan, screens


def give_up_second_option(*, plan_request: PlanRequest, index: int, by: User) -> None:
    """Idempotent. Raises Refused: `not-yours`."""
    refuse_outsider(by, plan_request.institution, "screenings.add_screening")
    SecondOption.objects.filter(plan_request=plan_request, plan_index=index).delete()


def promote_second_options() -> int:
    """Takes every second option whose screens are free now, the oldest first. One whose time is over, or whose plan fits no more
    even where the screens are free, ends, and whoever wanted it is told. Returns how many were taken."""
    rows = SecondOption.objects.select_related("plan_request__institution", "plan_request__venue", "by")
    for option in rows.filter(until__lte=timezone.now()):
        _end(option)
    return sum(_promote(option) for option in rows.order_by("created_at", "pk")[:MOST_TRIED])


def _promote(option: SecondOption) -> bool:
    try:
        with transaction.atomic():
            if _taken(option.plan_request, option.plan_index):
                option.delete()
                return False
            screening = take_plan(plan_request=option.plan_request, index=option.plan_index, by=option.by)
            option.delete()
            until = min(option.until, timezone.now() + FIRST_FOR)
            ScreenHold.objects.get_or_create(screening=screening, defaults={"until": until, "by": option.by})
            notices.owe_for(screening=screening)
            notices.tell_option_first(screening=screening)
    except Refused as refused:
        if not _is_booked(refused):
            _end_if_hopeless(option)
        return False
    return True


def _end_if_hopeless(option: SecondOption) -> None:
    """Nothing books its screens: where the plan does not fit for another reason, also without what is only held, waiting is no use."""
    with translation.override(option.by.language):
        try:
            with transaction.atomic():
                _plan_over_holds(option.plan_request, option.plan_index, option.by)
        except Refused as refused:
            if not _is_booked(refused):
                _end(option, because=refused.messages)


def _is_booked(refused: Refused) -> bool:
    """Whether a booking is in the way, which may still be called off."""
    return not BOOKED.isdisjoint(each.code for each in refused.error_list)


@transaction.atomic
def _end(option: SecondOption, *, because: Sequence[str] = ()) -> None:
    """Once, also where two workers come to it. `because`: in the language of whoever wanted it."""
    deleted, _by_model = SecondOption.objects.filter(pk=option.pk).delete()
    if deleted:
        notices.tell_option_over(option=option, because=because)


def _taken(request: PlanRequest, index: int) -> bool:
    return request.screenings.exclude(status=Screening.Status.CANCELLED).filter(plan_index=index).exists()


@dataclass(frozen=True, slots=True)
class Held:
    """A draft that holds a screen until a time, in the way of a plan; of one's own institution its title and slug."""

    until: datetime
    title: str
    slug: str


def held_for(request: PlanRequest, plans: Sequence[planner.Plan]) -> list[Held | None]:
    """For each plan, the hold that is in its way at the longest; None where none is. One query."""
    sittings = [sitting for plan in plans for sitting in plan.sittings]
    if not sittings:
        return [None for _plan in plans]
    begins, ends = min(each.occupies_from for each in sittings), max(each.occupies_to for each in sittings)
    screens = {int(each.screen) for each in sittings}
    held = Showing.objects.standing().filter(
        screening__hold__isnull=False, screen__in=screens, occupied_from__lt=ends, occupied_until__gt=begins
    )
    rows = list(held.exclude(screening__plan_request=request).select_related("screening__hold"))
    return [
        max(_in_the_way(plan, rows, request), key=lambda each: each.until, default=None) for plan in plans
    ]


def _in_the_way(plan: planner.Plan, rows: Sequence[Showing], request: PlanRequest) -> Iterator[Held]:
    for row in rows:
        meets = (
            int(each.screen) == row.screen_id
            and each.occupies_from < row.occupied_until
            and row.occupied_from < each.occupies_to
            for each in plan.sittings
        )
        if any(meets):
            screening = row.screening
            is_own = screening.institution_id == request.institution_id
            yield Held(screening.hold.until, *(screening.title, screening.slug) if is_own else ("", ""))


def others_hold(request: PlanRequest) -> bool:
    """Whether a screen of the venue is only held on a day asked for, so that a second option may be had. One query."""
    zone = request.venue.zone
    begins, ends = (
        datetime.combine(day, DAY_TURNS_AT, zone)
        for day in (request.first_day, request.last_day + timedelta(days=1))
    )
    screens = Screen.objects.filter(venue=request.venue)
    held = Showing.objects.occupying(screens, begins, ends).filter(screening__hold__isnull=False)
    return held.exclude(screening__plan_request=request).exists()
