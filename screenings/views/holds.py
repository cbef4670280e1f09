"""Options on screens: a draft holds them until a time, and a plan may wait for them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests.page import PersonRequest
from screenings.forms.holding import HoldForm
from screenings.lookup import plan_for, screening_for
from screenings.programme.options.holding import keep_screens
from screenings.programme.options.waiting import give_up_second_option, take_second_option
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
    """Waits for the screens of a plan, or with `give_up` no longer."""
    asked = plan_for(request.user, pk)
    index = request.POST.get("index", "")
    if not index.isdecimal() or len(index) > 3 or asked.replans_id:
        raise Http404
    verb = give_up_second_option if "give_up" in request.POST else take_second_option
    try:
        verb(plan_request=asked, index=int(index), by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        if verb is take_second_option:
            messages.success(
                request, _("You have the second option. You are told as soon as the screens are yours.")
            )
    return redirect(asked)
