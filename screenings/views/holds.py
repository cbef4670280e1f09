"""Options on screens: a draft holds them until a time, and a plan may wait for them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.forms.holding import HoldForm
from screenings.lookup import plan_for, screening_for
from screenings.programme.options.holding import keep_screens
from screenings.programme.options.waiting import give_up_second_option, take_second_option
from screenings.views.asked_first import Question, asked_first, asks
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@login_required
@require_POST
def hold(request: PersonRequest, slug: str) -> HttpResponse:
    """Holds until the time that is sent, or with `keep` until the screening is called off."""
    found = screening_for(request.user, slug)
    form = HoldForm(request.POST, screening=found, by=request.user)
    if "keep" in request.POST:
        try:
            keep_screens(screening=found, by=request.user)
        except Refused as refused:
            tell_refusal(request, refused)
        else:
            messages.success(request, _("The screens are booked until you call the screening off."))
    elif form.is_valid() and form.save():
        messages.success(request, _("The screens are held. Publishing the screening confirms them."))
    else:
        context = {"screening": found, "venue": found.venue, "form": form}
        return render(request, "screenings/hold.html", context)
    return redirect("screenings:desk-screening", slug=slug)


@login_required
@require_POST
def second(request: PersonRequest, pk: int) -> HttpResponse:
    """Waits for the screens of a plan."""
    asked = plan_for(request.user, pk)
    index = request.POST.get("index", "")
    if not index.isdecimal() or len(index) > 3 or asked.replans_id:
        raise Http404
    try:
        take_second_option(plan_request=asked, index=int(index), by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(
            request, _("You have the second option. You are told as soon as the screens are yours.")
        )
    return redirect(asked)


@login_required
@asks
def give_up(request: PersonRequest, pk: int, index: int) -> HttpResponse:
    """Waits for them no longer."""
    asked = plan_for(request.user, pk)
    get_object_or_404(asked.second_options, plan_index=index)
    question = Question(
        what=_("Give up the second option"),
        name=asked.film.title,
        lang=asked.film.title_language,
        lede=asked.venue.name,
        says=[
            _(
                "The screens go to whoever waits for them after you. If you take the option again, you come after them. Nobody is told."
            )
        ],
        act=_("Give it up"),
        leave=_("Keep it"),
    )
    return asked_first(
        request,
        ask=lambda: question,
        act=lambda: give_up_second_option(plan_request=asked, index=index, by=request.user),
        done=_("The second option is given up."),
        back=asked.get_absolute_url(),
    )
