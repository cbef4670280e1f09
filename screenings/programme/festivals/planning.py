"""A festival's programme by the planner: asked, made by a worker that tells of it as it goes, stopped, replanned."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.waking import held_alone
from screenings.lookup import PLAN, refuse_outsider
from screenings.models import Festival, FestivalPlan
from screenings.planner import festival as asking
from screenings.planning.festivals import question_of
from screenings.programme.locks import lock_festival
from screenings.programme.plan_requests import Watch
from screenings.programme.waking import WENT_WRONG, notify, to_send_again
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)

LOCK_SPACE = 0x46455354
"""The class of the advisory locks that keep two workers off the same plan: “FEST” in ASCII."""
SHORTEST, LONGEST = 3, 60
"""Seconds that a plan takes at most: one for each showing. The best so far can be taken before."""


@transaction.atomic
def ask_programme(*, festival: Festival, by: User, moves_least: bool = False) -> FestivalPlan:
    """Asks for a programme; a worker makes it once the transaction is committed. With `moves_least` it keeps as much as possible of
    the programme before, and only what can no longer stand moves.

    Raises Refused: `not-yours`, `too-many` (it is being planned), `no-plan` (nothing to move), and what `question_of` refuses.
    """
    row = lock_festival(festival.pk)
    refuse_outsider(by, row.institution, PLAN)
    if row.plans.filter(pk__in=FestivalPlan.objects.unanswered()).exists():
        raise Refused(_("The planner is still working on this festival. Wait, or stop it."), "too-many")
    if moves_least and not FestivalPlan.objects.with_programme().filter(festival=row).exists():
        raise Refused(_("This festival has no programme yet."), "no-plan")
    question = question_of(row)
    wanted = sum(film.showings for film in question.films)
    plan = FestivalPlan.objects.create(
        festival=row,
        asked_by=by,
        question=asking.festival_to_data(question),
        moves_least=moves_least,
        seconds=min(LONGEST, max(SHORTEST, wanted)),
    )
    transaction.on_commit(lambda: send_to_worker(plan_id=plan.pk))
    return plan


def send_to_worker(*, plan_id: int) -> None:
    """Wakes a worker."""
    from screenings.tasks import plan_festival

    notify(plan_festival, plan_id)


def send_forgotten(*, older_than: timedelta = timedelta(seconds=30)) -> int:
    """Wakes workers for plans that no worker took, or whose worker died. Returns how many."""
    keys = to_send_again(FestivalPlan.objects.unanswered(), lock_space=LOCK_SPACE, older_than=older_than)
    for key in keys:
        send_to_worker(plan_id=key)
    return len(keys)


def run_programme(*, plan_id: int) -> None:
    """Makes a programme in a worker. Repeated or concurrent calls for one plan do the work only once.

    The best programme so far is committed as it is found; a stopped plan stays stopped; a failure is recorded in words.
    """
    with held_alone(LOCK_SPACE, plan_id) as is_mine:
        unanswered = FestivalPlan.objects.unanswered().filter(pk=plan_id)
        if is_mine and unanswered.update(status=FestivalPlan.Status.RUNNING):
            _make(FestivalPlan.objects.get(pk=plan_id))


def _make(plan: FestivalPlan) -> None:
    from screenings.planner.festival.planning import PinsClash

    running = FestivalPlan.objects.filter(pk=plan.pk, status=FestivalPlan.Status.RUNNING)
    try:
        found = _replanned(plan) if plan.moves_least else _planned(plan, running.update, Watch(running))
    except PinsClash as clash:
        running.update(status=FestivalPlan.Status.FAILED, error=str(clash), finished_at=timezone.now())
    except Exception:
        log.exception("The plan %d of a festival failed.", plan.pk)
        running.update(status=FestivalPlan.Status.FAILED, error=WENT_WRONG, finished_at=timezone.now())
    else:
        if not running.update(status=FestivalPlan.Status.DONE, finished_at=timezone.now(), **found):
            # Stopped by a person: what was found until then is kept.
            FestivalPlan.objects.filter(pk=plan.pk, status=FestivalPlan.Status.CANCELLED).update(**found)


def _planned(plan: FestivalPlan, note: Callable[..., int], stop: Callable[[], bool]) -> dict[str, Any]:
    from screenings.planner.festival.planning import plan as find

    question = asking.festival_from_data(plan.question)
    programme = find(
        question,
        seconds=plan.seconds,
        progress=lambda progress: _note(note, progress.programme),
        cancelled=stop,
    )
    return {"programme": asking.programme_to_data(programme)}


def _note(note: Callable[..., int], programme: asking.Programme) -> None:
    note(programme=asking.programme_to_data(programme))


def _replanned(plan: FestivalPlan) -> dict[str, Any]:
    from screenings.planner.festival.replanning import replan

    before = current_plan(plan.festival, before=plan)
    assert before is not None and before.programme is not None  # noqa: S101, PT018 - `ask_programme` refuses otherwise
    moved = replan(asking.programme_from_data(before.programme), asking.festival_from_data(plan.question))
    proof = {"moved": [list(key) for key in moved.moved], "least": moved.least}
    return {"programme": asking.programme_to_data(moved.programme), "moved": proof}


def current_plan(festival: Festival, *, before: FestivalPlan | None = None) -> FestivalPlan | None:
    """The latest plan with a programme, perhaps still being improved; or the one before another."""
    plans = FestivalPlan.objects.with_programme().filter(festival=festival)
    return plans.filter(pk__lt=before.pk).first() if before else plans.first()


def stop_planning(*, plan: FestivalPlan, by: User) -> bool:
    """Stops the work; the best programme so far is kept. Returns whether there was still something to stop. Raises Refused: `not-yours`."""
    refuse_outsider(by, plan.festival.institution, PLAN)
    unanswered = FestivalPlan.objects.unanswered().filter(pk=plan.pk)
    return bool(unanswered.update(status=FestivalPlan.Status.CANCELLED, finished_at=timezone.now()))
