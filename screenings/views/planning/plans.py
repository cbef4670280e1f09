"""The planner's answers: watch the progress, compare them, choose one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.page import PersonRequest
from catalog.models import Film
from licensing.licences.answers import Answer
from licensing.prices.territory import rights_of, territory_within
from licensing.terms.ours import needed_for
from licensing.terms.rights import Use
from screenings import planner
from screenings.lookup import plan_for
from screenings.models import PlanRequest, Screening
from screenings.planning.kind_names import KIND_NAMES
from screenings.planning.works import Work
from screenings.programme.booking import take_plan
from screenings.programme.coverage import answers_about_plans
from screenings.programme.options.waiting import Held, held_for, others_hold
from screenings.programme.plan_requests import cancel_plan
from screenings.schedules.comparing import weeks_of
from screenings.schedules.eating import where_to_eat
from screenings.schedules.timetable import Timetable, on_one_clock, timetable_of_plan
from screenings.views.desk import tell_refusal
from screenings.views.planning.replans import answer_of_replan, take_asked
from wording.refusals import Refused
from wording.say import Say


@dataclass(frozen=True, slots=True)
class Shown:
    """A plan as its card shows it; `taken` is the screening that was made of it, `licensed` what covers it or would,
    `held` whose hold is in its way, and until when; one that `is_waiting` is a second option."""

    index: int
    plan: planner.Plan
    timetable: Timetable
    taken: Screening | None
    territory: Say
    licensed: Answer
    held: Held | None
    is_waiting: bool

    @property
    def name(self) -> Any:
        """The kind; of one that is not its best, also which choice it is."""
        name = KIND_NAMES[self.plan.kind]
        if self.plan.rank == 1:
            return name
        return (_("%(kind)s, second choice") if self.plan.rank == 2 else _("%(kind)s, third choice")) % {
            "kind": name
        }

    @property
    def number(self) -> int:
        return self.index + 1

    @property
    def also(self) -> list[Any]:
        """The other kinds of which it is the best plan."""
        return [KIND_NAMES[kind] for kind in self.plan.also]


@login_required
@require_safe
def plan(request: PersonRequest, pk: int) -> HttpResponse:
    """The whole page; for htmx only the part that changes while the planner works."""
    asked = plan_for(request.user, pk)
    is_open = asked.status in (PlanRequest.Status.WAITING, PlanRequest.Status.RUNNING)
    answered = answer_of_replan if asked.replans_id else _answer
    context = {"asked": asked, "is_open": is_open} | (answered(asked) if asked.answer else {})
    piece = "#progress" if request.htmx else ""
    return render(request, f"screenings/plan.html{piece}", context)


def _answer(asked: PlanRequest) -> dict[str, Any]:
    question = planner.question_from_data(asked.question)
    answer = planner.answer_from_data(asked.answer or {})
    films = Film.objects.in_bulk([Work.read(block.film).film for block in question.blocks])
    taken = {each.plan_index: each for each in asked.screenings.exclude(status=Screening.Status.CANCELLED)}
    country = asked.venue.country
    rights = rights_of([asked.film])[asked.film.pk]
    needed = needed_for({Use.PUBLIC_SCREENING}, asked.institution.tier)
    timetables = on_one_clock([timetable_of_plan(each, question, films) for each in answer.plans])
    held = held_for(asked, answer.plans)
    waiting = set(asked.second_options.values_list("plan_index", flat=True))
    licensed = answers_about_plans(asked, answer.plans, films) if answer.plans else []
    plans = [
        Shown(
            index,
            each,
            timetables[index],
            taken.get(index),
            territory_within(rights, asked.film, country, min(each.days), max(each.days), needed),
            licensed[index],
            held[index],
            index in waiting,
        )
        for index, each in enumerate(answer.plans)
    ]
    refusals = [(KIND_NAMES[refusal.kind], refusal) for refusal in answer.refusals]
    weeks = weeks_of(timetables, asked.first_day, asked.last_day) if plans else []
    return {
        "plans": plans,
        "refusals": refusals,
        "others_hold": bool(refusals) and not (asked.said or {}).get("over_holds") and others_hold(asked),
        "blocks": question.blocks,
        "weeks": weeks,
        "eating": where_to_eat(asked.venue, timetables),
    }


@login_required
@require_POST
def take(request: PersonRequest, pk: int) -> HttpResponse:
    user = request.user
    asked = plan_for(user, pk)
    if asked.replans_id:
        return take_asked(request, asked)
    index = request.POST.get("index", "")
    if not index.isdecimal() or len(index) > 3:
        raise Http404
    try:
        screening = take_plan(plan_request=asked, index=int(index), by=user)
    except Refused as refused:
        tell_refusal(request, refused)
        return redirect(asked)
    messages.success(
        request,
        _("The plan is chosen, and its screens are booked. The screening is a draft until you publish it."),
    )
    return redirect("screenings:desk-screening", slug=screening.slug)


@login_required
@require_POST
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    asked = plan_for(request.user, pk, to="change")
    if cancel_plan(plan_request=asked):
        messages.success(request, _("The planner stops. Your request is kept."))
    return redirect(asked)
