"""Replanning a screening: what has changed, the old and the new timetable side by side, and taking it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.requests.page import PersonRequest
from catalog.models import Film
from screenings import planner
from screenings.forms import ReplanForm
from screenings.lookup import plans_for, screening_for
from screenings.models import PlanRequest, Registration, Screening, Showing
from screenings.planning.kind_names import KIND_NAMES
from screenings.planning.replans import stood, to_come
from screenings.planning.works import Work
from screenings.programme.replanning import take_replan
from screenings.schedules.timetable import timetable_of_plan
from screenings.views.desk import tell_refusal
from screenings.views.planning.often import put_question
from screenings.views.planning.territory import key_of
from wording.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One showing before (as it stood when the planner was asked) and after."""

    showing: Showing
    stood_at: datetime
    stood_until: datetime
    stood_on: str
    sitting: planner.Sitting
    screen: str
    stays: bool
    is_moved: bool


@login_required
def replan(request: PersonRequest, slug: str) -> HttpResponse:
    user = request.user
    screening = screening_for(user, slug)
    showings = to_come(screening)
    form = (
        ReplanForm(
            request.POST or None,
            screening=screening,
            showings=showings,
            by=user,
            again=_again(request, screening),
        )
        if showings
        else None
    )
    if (
        form
        and request.method == "POST"
        and form.is_valid()
        and (asked := put_question(request, form, "replan"))
    ):
        return redirect(asked)
    return render(request, "screenings/replan.html", {"screening": screening, "form": form})


def _again(request: PersonRequest, screening: Screening) -> Mapping[str, Any] | None:
    """What an earlier replan of the screening began with, where the address names one."""
    asked = plans_for(request.user).filter(pk=key_of(request.GET.get("again", "")), replans=screening)
    return asked.values_list("said", flat=True).first()


def answer_of_replan(asked: PlanRequest) -> dict[str, Any]:
    """What its page shows: the one plan with what moves and who is told, or why there is none."""
    question = planner.question_from_data(asked.question)
    answer = planner.answer_from_data(asked.answer or {})
    refusals = [(KIND_NAMES[refusal.kind], refusal) for refusal in answer.refusals]
    if not answer.plans:
        return {"replan": None, "refusals": refusals}
    plan = answer.plans[0]
    rows = _rows(question, plan)
    films = Film.objects.in_bulk([Work.read(block.film).film for block in question.blocks])
    moved = [row.showing.pk for row in rows if row.is_moved]
    return {
        "replan": plan,
        "refusals": refusals,
        "venue": asked.venue,
        "rows": rows,
        "is_changed": any(row.sitting.ends_at != row.stood_until for row in rows),
        "before": timetable_of_plan(stood(question), question, films),
        "after": timetable_of_plan(plan, question, films),
        "told": _told(moved),
    }


def _rows(question: planner.Question, plan: planner.Plan) -> list[Row]:
    standing = {(each.block, each.from_minute): each for each in question.standing}
    screens = {screen.key: screen.name for screen in question.screens}
    keys = [int(each.key) for each in question.standing]
    showings = Showing.objects.select_related("film", "screen").in_bulk(keys)
    return [
        Row(
            showing=showings[int(stands.key)],
            stood_at=stands.starts_at,
            stood_until=stands.ends_at,
            stood_on=screens[stands.screen],
            sitting=sitting,
            screen=screens[sitting.screen],
            stays=stands.stays,
            is_moved=(sitting.starts_at, sitting.screen) != (stands.starts_at, stands.screen),
        )
        for sitting in plan.sittings
        for stands in [standing[sitting.block, sitting.from_minute]]
        if int(stands.key) in showings
    ]


def _told(moved: list[int]) -> list[str]:
    """The names of those who hold a place at one of these showings, or wait for one, and are told."""
    people = Registration.objects.told_of(moved)
    return list(people.order_by("name").values_list("name", flat=True))


def take_asked(request: PersonRequest, asked: PlanRequest) -> HttpResponse:
    try:
        screening = take_replan(plan_request=asked, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
        return redirect(asked)
    messages.success(
        request, _("The showings have moved. Everyone who holds a place at one of them is told once.")
    )
    return redirect("screenings:desk-screening", slug=screening.slug)
