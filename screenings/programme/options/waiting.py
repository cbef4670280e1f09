"""Second options: a plan whose screens somebody else only holds is taken as soon as they let go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings import planner
from screenings.lookup import refuse_closed_venue, refuse_outsider
from screenings.models import PlanRequest, ScreenHold, Screening, SecondOption, Showing
from screenings.notices import owed as notices
from screenings.programme.booking import plan_at, question_now, refuse_findings, take_plan
from screenings.programme.locks import lock_plan_request, lock_planned
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

FIRST_FOR = timedelta(days=3)
"""For so long a second option that has become the first holds its screens, if its first showing is not sooner."""
MOST_TRIED = 200


@transaction.atomic
def take_second_option(*, plan_request: PlanRequest, index: int, by: User) -> SecondOption:
    """Waits for the screens of a plan, which others hold. Taking it again returns the same.

    Raises Refused: `not-yours`, `not-for-hire`, `no-plan`, `not-held` (nobody holds them: the plan itself can be taken),
    `plan-taken`, `no-such-screen`, or the rules' own codes where more than holds is in the way.
    """
    request = lock_plan_request(plan_request.pk)
    refuse_outsider(by, request.institution, "screenings.add_screening")
    refuse_closed_venue(request.venue, request.institution)
    plan = plan_at(request, index)
    if _taken(request, index):
        raise Refused(_("This plan has already been chosen."), "plan-taken")
    screens = list(lock_planned(plan).values())
    refuse_findings(planner.review(plan, question_now(request, screens, over_holds=True)))
    if not any(each.hard for each in planner.review(plan, question_now(request, screens))):
        raise Refused(_("Nobody holds these screens: choose the plan itself."), "not-held")
    until = min(sitting.starts_at for sitting in plan.sittings)
    option, _is_new = SecondOption.objects.get_or_create(
        plan_request=request, plan_index=index, defaults={"by": by, "until": until}
    )
    return option


def give_up_second_option(*, plan_request: PlanRequest, index: int, by: User) -> None:
    """Idempotent. Raises Refused: `not-yours`."""
    refuse_outsider(by, plan_request.institution, "screenings.add_screening")
    SecondOption.objects.filter(plan_request=plan_request, plan_index=index).delete()


def promote_second_options() -> int:
    """Takes every second option whose screens are free now, the oldest first, and forgets those whose time is over. Returns how many were taken."""
    SecondOption.objects.filter(until__lte=timezone.now()).delete()
    waiting = SecondOption.objects.select_related("plan_request__institution", "by").order_by(
        "created_at", "pk"
    )
    return sum(_promote(option) for option in waiting[:MOST_TRIED])


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
    except Refused:
        return False
    return True


def _taken(request: PlanRequest, index: int) -> bool:
    return request.screenings.exclude(status=Screening.Status.CANCELLED).filter(plan_index=index).exists()


def held_until(request: PlanRequest, plans: Sequence[planner.Plan]) -> list[datetime | None]:
    """For each plan, until when somebody's hold is in its way at the longest; None where none is. One query."""
    sittings = [sitting for plan in plans for sitting in plan.sittings]
    if not sittings:
        return [None for _plan in plans]
    begins, ends = min(each.occupies_from for each in sittings), max(each.occupies_to for each in sittings)
    held = Showing.objects.standing().filter(
        screening__hold__isnull=False,
        screen__in={int(each.screen) for each in sittings},
        occupied_from__lt=ends,
        occupied_until__gt=begins,
    )
    rows = list(
        held.exclude(screening__plan_request=request).values_list(
            "screen_id", "occupied_from", "occupied_until", "screening__hold__until"
        )
    )
    return [
        max(
            (
                until
                for screen, first, last, until in rows
                for each in plan.sittings
                if int(each.screen) == screen and each.occupies_from < last and first < each.occupies_to
            ),
            default=None,
        )
        for plan in plans
    ]
