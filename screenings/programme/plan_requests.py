"""Requests to the planner, answered by a worker: ask, run, cancel."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Film
from catalog.waking import held_alone
from licensing.models import Institution
from screenings import planner
from screenings.lookup import PLAN, refuse_closed_venue, refuse_outsider
from screenings.models import PlanRequest, Screen, Screening, Showing, Venue
from screenings.planner.rules.venue.access import impossible_access
from screenings.planning.part_wishes import PartWish, Repeats, with_repeats, with_wishes
from screenings.planning.questions import Piece, pieces_for, question_about
from screenings.programme.coverage import licence_window, refuse_unlicensable
from screenings.programme.locks import lock_plan_request
from screenings.programme.waking import WENT_WRONG, notify, to_send_again
from screenings.reach import MOST_DAYS, refuse_beyond_reach
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)

MOST_WAITING = 3
"""How many questions of one institution may wait for the planner at once: a hard one takes twenty seconds."""
ASK_EVERY = 0.25
"""Seconds between checks whether the person has cancelled; the solver calls more often than that."""
CHANGE_PLAN = "screenings.change_planrequest"
"""What the office's people need to stop the planner."""
DELETE_PLAN = "screenings.delete_planrequest"
"""What they need to delete a question."""
LOCK_SPACE = 0x504C414E
"""The class of the advisory locks that keep two workers off the same request: “PLAN” in ASCII."""


@transaction.atomic
def ask_plan(
    *,
    venue: Venue,
    film: Film,
    first_day: date,
    last_day: date,
    by: User,
    institution: Institution | None = None,
    screens: Sequence[Screen] | None = None,
    settings: planner.Settings | None = None,
    intro_minutes: int = 0,
    qa_minutes: int = 0,
    parts: Sequence[PartWish] = (),
    repeats: Repeats | None = None,
    over_holds: bool = False,
    apart_from: Collection[Screening] = (),
    said: Mapping[str, Any] | None = None,
) -> PlanRequest:
    """Saves a question for the planner; a worker answers it once the transaction is committed.

    `institution` presents, and its licences count: the venue's own if none is given. Both days are included and are the venue's. `settings` are the programmer's wishes; the window of a licence that
    the institution holds is added to them. An introduction comes before the first part, a Q&A after the last; `parts` are wishes for single ones, `repeats` what is shown again. `over_holds` plans over the screens that others only hold, for a second option. Nothing overlaps with the screenings `apart_from`. `said` is the form as it was filled in.
    Raises Refused: `not-yours`, `not-for-hire`, `days-backward`, `past`, `too-far`, `too-long`, `too-many`, `no-screens`, `no-format`, `no-such-part`, `no-such-repeat`,
    `no-stay`, `access` (no screen or copy can offer it), `no-length` (of a part that nobody has measured), `talk-too-long`, `territory` (we may not license the film there on any of these days, and nothing held covers it).
    """
    presenter = institution or venue.institution
    refuse_outsider(by, presenter, PLAN)
    refuse_closed_venue(venue, presenter)
    refuse_days(first_day, last_day, timezone.localdate(timezone=venue.zone))
    refuse_queue(presenter)
    wishes = settings or planner.Settings()
    pieces, rooms = pieces_for(film, _rooms(venue, screens), wishes.access)
    refuse_unlicensable(presenter, venue, film, first_day, last_day)
    wishes = _within(licence_window(presenter, venue, film, first_day, last_day), wishes)
    question = _possible(question_about(
        venue=venue, presenter=presenter, screens=rooms,
        blocks=with_repeats(with_wishes(_blocks(pieces, intro_minutes, qa_minutes), parts, venue.zone), repeats or Repeats()),
        first_day=first_day, last_day=last_day, settings=wishes, over_holds=over_holds, apart_from=[each.pk for each in apart_from],
    ))  # fmt: skip
    request = PlanRequest.objects.create(
        film=film, venue=venue, institution=presenter, asked_by=by, first_day=first_day, last_day=last_day,
        question=planner.question_to_data(question), said=said, steps_total=len(wishes.kinds),
    )  # fmt: skip
    transaction.on_commit(lambda: send_to_worker(plan_request_id=request.pk))
    return request


def _within(licensed: tuple[date | None, date | None], wishes: planner.Settings) -> planner.Settings:
    begins, ends = licensed
    return replace(wishes, licence_from=begins, licence_to=ends)


def _rooms(venue: Venue, screens: Sequence[Screen] | None) -> list[Screen]:
    rooms = list(screens) if screens is not None else list(venue.screens.select_related("venue"))
    if not rooms:
        raise Refused(_("%(venue)s has no screens yet."), "no-screens", {"venue": venue.name})
    return rooms


def _blocks(pieces: Sequence[Piece], intro_minutes: int, qa_minutes: int) -> list[planner.Block]:
    """What is shown, in order: an introduction comes before the first piece, a Q&A after the last."""
    ends = len(pieces) - 1
    return [
        piece.block(intro_minutes=0 if at else intro_minutes, qa_minutes=qa_minutes if at == ends else 0)
        for at, piece in enumerate(pieces)
    ]


def _possible(question: planner.Question) -> planner.Question:
    """The question, unless no screen or copy can offer the access that it asks for."""
    if lacking := impossible_access(question):
        raise Refused.saying(*lacking)
    return question


def refuse_days(first_day: date, last_day: date, today: date) -> None:
    if last_day < first_day:
        raise Refused(_("The last day is before the first."), "days-backward")
    if first_day < today:
        raise Refused(_("The first day is in the past."), "past")
    refuse_beyond_reach(last_day)
    if (last_day - first_day).days >= MOST_DAYS:
        raise Refused(_("Ask for at most %(days)d days at once."), "too-long", {"days": MOST_DAYS})


def refuse_queue(presenter: Institution) -> None:
    """One institution may not fill the planner's queue. Its row is locked, so that simultaneous questions count each other."""
    Institution.objects.select_for_update(no_key=True).get(pk=presenter.pk)
    waiting = PlanRequest.objects.unanswered().filter(institution=presenter).count()
    if waiting >= MOST_WAITING:
        raise Refused(
            _(
                "The planner is still working on %(count)d of your questions. Wait for an answer, or cancel one."
            ),
            "too-many",
            {"count": waiting},
        )


def send_to_worker(*, plan_request_id: int) -> None:
    """Wakes a worker."""
    from screenings.tasks import plan

    notify(plan, plan_request_id)


def send_forgotten(*, older_than: timedelta = timedelta(seconds=30)) -> int:
    """Wakes workers for requests that no worker took, or whose worker died. Returns how many."""
    keys = to_send_again(PlanRequest.objects.unanswered(), lock_space=LOCK_SPACE, older_than=older_than)
    for key in keys:
        send_to_worker(plan_request_id=key)
    return len(keys)


def run_plan(*, plan_request_id: int) -> None:
    """Answers a request in a worker. Repeated or concurrent calls for one request do the work only once.

    Progress is committed as it goes; a cancelled request stays cancelled; a failure is recorded in words.
    """
    with held_alone(LOCK_SPACE, plan_request_id) as is_mine:
        unanswered = PlanRequest.objects.unanswered().filter(pk=plan_request_id)
        if is_mine and unanswered.update(status=PlanRequest.Status.RUNNING, steps_done=0):
            _answer(PlanRequest.objects.get(pk=plan_request_id))


def _answer(request: PlanRequest) -> None:
    running = PlanRequest.objects.filter(pk=request.pk, status=PlanRequest.Status.RUNNING)
    try:
        answer = planner.plan(
            planner.question_from_data(request.question),
            progress=lambda done, total, _kind: _note(running.update, done, total),
            cancelled=Watch(running),
        )
    except Exception:
        log.exception("Plan request %d failed.", request.pk)
        running.update(status=PlanRequest.Status.FAILED, error=WENT_WRONG, finished_at=timezone.now())
        return
    found = planner.answer_to_data(answer)
    if not running.update(status=PlanRequest.Status.DONE, answer=found, finished_at=timezone.now()):
        # Stopped by the person who asked: what was found until then is kept.
        PlanRequest.objects.filter(pk=request.pk, status=PlanRequest.Status.CANCELLED).update(answer=found)


def _note(update: Callable[..., int], done: int, total: int) -> None:
    update(steps_done=done, steps_total=total)


class Watch:
    """Whether the person has cancelled. Asks the database only now and then, however often it is called."""

    def __init__(self, running: QuerySet[Any]) -> None:
        self._request = running
        self._next = 0.0
        self._gone = False

    def __call__(self) -> bool:
        if not self._gone and time.monotonic() >= self._next:
            self._gone = not self._request.exists()
            self._next = time.monotonic() + ASK_EVERY
        return self._gone


def cancel_plan(*, plan_request: PlanRequest, by: User) -> bool:
    """Stops the work on a request. A worker that was at it adds the plans it has found. Returns whether there was still something to
    cancel. Raises Refused: `not-yours`."""
    refuse_outsider(by, plan_request.institution, CHANGE_PLAN)
    unanswered = PlanRequest.objects.unanswered().filter(pk=plan_request.pk)
    return bool(unanswered.update(status=PlanRequest.Status.CANCELLED, finished_at=timezone.now()))


@transaction.atomic
def delete_request(*, plan_request: PlanRequest, by: User) -> None:
    """Deletes a question and its answer; a worker that is at it stops. Raises Refused as `refuse_deletion` does."""
    row = lock_plan_request(plan_request.pk)
    refuse_deletion(row, by)
    row.delete()


def refuse_deletion(plan_request: PlanRequest, by: User) -> None:
    """Raises Refused: `not-yours`, `taken` (a screening that is to come is changed by what was asked), `waits` (as a second option)."""
    refuse_outsider(by, plan_request.institution, DELETE_PLAN)
    to_come = Showing.objects.standing().filter(
        screening__plan_request=plan_request, ends_at__gt=timezone.now()
    )
    if taken := to_come.select_related("screening").first():
        raise Refused(
            _(
                "This request cannot be deleted yet: “%(title)s” was made of it, and is still changed by the rules that were asked for."
            ),
            "taken",
            {"title": taken.screening.title},
        )
    if plan_request.second_options.exists():
        raise Refused(
            _(
                "This request cannot be deleted yet: a plan of it waits as a second option. Give that up first."
            ),
            "waits",
        )
