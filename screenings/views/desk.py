"""The programmer's desk: every screening of their institutions, and one of them in full."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from accounts.requests.limits import always, limited
from accounts.requests.page import PersonRequest
from licensing.licences.suspending import mends_of
from licensing.lookup import acts_for
from licensing.models import Act
from screenings.forms import DetailsForm
from screenings.forms.holding import HoldForm
from screenings.lookup import RUN, plans_for, screening_for, screenings_for, venues_for, venues_run_by
from screenings.models import ScreenHold, Screening, SecondOption
from screenings.planning.arrangement import standing_showings
from screenings.planning.replans import to_come
from screenings.programme.announcing import publish_screening
from screenings.programme.coverage import answer_about
from screenings.programme.desk import attendance_of, desk_rows, reminders_owed
from screenings.programme.materials.steps import materials_of
from screenings.programme.options.behind import options_behind
from screenings.programme.timetables.changes import joined_since, version_of
from screenings.schedules.printed.run_of_show_pdf import run_of_show_pdf
from screenings.schedules.run_of_show import sheets_of
from screenings.schedules.timetable import timetable_of
from wording.refusals import Refused

MOST_LISTED = 50
MOST_PLANS = 30
PLANS_SHOWN = 5
MOST_VENUES = 30


def tell_refusal(request: HttpRequest, refused: Refused) -> None:
    """Shows each sentence of a refusal as a separate message on the next page."""
    for sentence in refused.messages:
        messages.error(request, sentence)


@login_required
@require_safe
def home(request: PersonRequest) -> HttpResponse:
    user = request.user
    plans = list(plans_for(user).for_lists()[:MOST_PLANS])
    context = {
        "rows": desk_rows(screenings_for(user), most=MOST_LISTED),
        "newest": plans[:PLANS_SHOWN],
        "earlier": plans[PLANS_SHOWN:],
        "options": SecondOption.objects.filter(plan_request__in=plans_for(user).order_by().values("pk"))
        .select_related("plan_request__film__part_of", "plan_request__venue")
        .order_by("until"),
        "venues": venues_for(user),
        "own_venues": venues_run_by(user)[:MOST_VENUES],
    }
    return render(request, "screenings/desk.html", context)


@login_required
def screening(request: PersonRequest, slug: str) -> HttpResponse:
    """The overview; its other pages are named in its header. What is sent here comes from a page that was opened when this one had the
    form."""
    if request.method == "POST":
        return announcement(request, slug)
    user = request.user
    found = screening_for(user, slug)
    can_act = acts_for(user, found.institution, RUN, Act.SCREEN)
    context = _desk_context(found) | {"can_act": can_act, "can_arrange": can_arrange(found, user)}
    if context["can_arrange"]:
        context["version"] = version_of(found)
        if found.status == Screening.Status.DRAFT:
            hold = ScreenHold.objects.filter(screening=found).first()
            context |= {
                "hold": hold,
                "behind": options_behind(found.venue, standing_showings(found)) if hold else [],
                "hold_form": HoldForm(screening=found, by=user),
            }
    return render(request, "screenings/desk_screening.html", context)


@login_required
def announcement(request: PersonRequest, slug: str) -> HttpResponse:
    """What the public reads, and what decides which licence covers it."""
    user = request.user
    found = screening_for(user, slug)
    form = DetailsForm(request.POST or None, screening=found, by=user)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Saved."))
        return redirect("screenings:desk-screening", slug=slug)
    context = {
        "screening": found,
        "venue": found.venue,
        "form": form,
        "can_act": acts_for(user, found.institution, RUN, Act.SCREEN),
        "can_arrange": can_arrange(found, user),
    }
    return render(request, "screenings/announcement.html", context)


def can_arrange(found: Screening, user: User) -> bool:
    """Whether the person may change its timetable, and anything of it is still to come."""
    may_act = acts_for(user, found.institution, RUN, Act.SCREEN)
    return may_act and found.status != Screening.Status.CANCELLED and bool(to_come(found))


def _desk_context(found: Screening) -> dict[str, Any]:
    is_suspended = found.status == Screening.Status.SUSPENDED
    is_made = found.status != Screening.Status.CANCELLED
    answer = answer_about(found, after=timezone.now() if is_suspended else None)
    attendance = attendance_of(found)
    has_cancelled = any(showing.is_cancelled for showing in found.showings.all())
    joined = joined_since(found) if has_cancelled else set()
    showings = sorted(
        (showing for showing in found.showings.all() if showing.pk not in joined),
        key=lambda showing: showing.starts_at,
    )
    return {
        "screening": found,
        "venue": found.venue,
        "timetable": timetable_of(found),
        "showings": [(each, attendance.line.get(each.pk, 0)) for each in showings],
        "showings_to_come": bool(to_come(found)),
        "answer": answer,
        "coverage": answer.coverage,
        "mends": mends_of(answer.suspended),
        "attendance": attendance,
        "reminders": reminders_owed(found),
        "materials": materials_of(found) if is_made else [],
        "today": timezone.localdate(timezone=found.venue.zone),
    }


@login_required
@require_POST
def publish(request: PersonRequest, slug: str) -> HttpResponse:
    user = request.user
    try:
        published = publish_screening(screening=screening_for(user, slug), by=user)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        number = published.licence.number if published.licence else ""
        messages.success(request, _("Published under licence %(number)s.") % {"number": number})
    return redirect("screenings:desk-screening", slug=slug)


@login_required
@require_safe
def run_of_show(request: PersonRequest, slug: str) -> HttpResponse:
    found = screening_for(request.user, slug)
    context = {
        "screening": found,
        "venue": found.venue,
        "sheets": sheets_of(timetable_of(found), doors_minutes=found.venue.doors_minutes),
        "materials": materials_of(found),
    }
    return render(request, "screenings/run_of_show.html", context)


@login_required
@require_safe
@limited("programme-pdf", when=always)
def run_of_show_sheets(request: PersonRequest, slug: str) -> HttpResponse:
    """The same as a PDF."""
    found = screening_for(request.user, slug)
    sheets = sheets_of(timetable_of(found), doors_minutes=found.venue.doors_minutes)
    materials = [
        (each.due_on, f"{each.step.label.capitalize()}. {each.what}", each.is_done)
        for each in materials_of(found)
    ]
    content = run_of_show_pdf(found, sheets, materials, made_at=timezone.now())
    disposition = {"Content-Disposition": f'inline; filename="{slug}-run-of-show.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=disposition)
