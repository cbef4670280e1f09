"""A question to the planner is deleted: first what goes with it, then done."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.requests.page import PersonRequest
from screenings.lookup import plan_for
from screenings.models import PlanRequest
from screenings.programme.plan_requests import delete_request, refuse_deletion
from screenings.views.asked_first import Question, asked_first, asks
from wording.durations import days_text


@login_required
@asks
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    asked, user = plan_for(request.user, pk, to="delete"), request.user

    def ask() -> Question:
        refuse_deletion(asked, user)
        return Question(
            what=_("Delete the request"),
            name=asked.film.title,
            lang=asked.film.title_language,
            lede=f"{asked.venue.name}, {days_text(asked.first_day, asked.last_day)}",
            says=_what_goes(asked),
            act=_("Delete it"),
        )

    return asked_first(
        request,
        ask=ask,
        act=lambda: delete_request(plan_request=asked, by=user),
        done=_("The request is deleted."),
        back=asked.get_absolute_url(),
        then=reverse("screenings:desk"),
    )


def _what_goes(asked: PlanRequest) -> list[str]:
    says = [_("Nothing is booked by it, so nobody is told. It cannot be brought back.")]
    if plans := len((asked.answer or {}).get("plans", ())):
        words = ngettext(
            "With it goes the plan that the planner found.",
            "With it go the %(count)d plans that the planner found.",
            plans,
        )
        says.insert(0, words % {"count": plans})
    return says
