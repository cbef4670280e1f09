"""Places at a screening: anyone may ask for them; whoever has the token may confirm, see and give them back."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.addresses import has_verified
from accounts.models import User
from accounts.requests.limits import limited, posted
from screenings.audience import waiting
from screenings.audience.holds import HOLD, overdue_places
from screenings.audience.holds import confirm as confirm_places
from screenings.audience.making_up import make_up as take_again
from screenings.audience.making_up import repeats_offered
from screenings.forms import ChangeForm, RegistrationForm
from screenings.lookup import public_screening, registration_of
from screenings.models import Registration, Screening, Showing, Wait
from screenings.planning.arrangement import standing_showings
from screenings.schedules.printed.tickets import qr_of
from screenings.views.desk import tell_refusal
from wording.refusals import Refused


@limited("registration")
@limited("registration-mail", by=posted("email"))
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Whatever the outcome, a stranger sees the same page; only the owner of the address is notified of it."""
    found = public_screening(slug)
    showings = _still_to_come(found)
    is_open = found.status == Screening.Status.PUBLISHED and bool(showings)
    by = request.user if isinstance(request.user, User) else None
    language = get_language() or "en"
    form = RegistrationForm(
        request.POST or None, screening=found, showings=showings, by=by, language=language
    )
    if request.method == "POST" and is_open and form.is_valid() and form.save():
        if form.registration and has_verified(by, form.registration.email):
            return redirect(form.registration)
        return redirect("screenings:register-sent", slug=slug)
    context = {
        "screening": found,
        "venue": found.venue,
        "form": form,
        "is_open": is_open,
        "showings": showings,
    }
    return render(request, "screenings/register.html", context)


def _still_to_come(screening: Screening) -> list[Showing]:
    """Its showings that have not begun; places that nobody confirmed in time are free."""
    showings = [each for each in standing_showings(screening) if each.starts_at > timezone.now()]
    overdue = overdue_places(showings)
    for showing in showings:
        showing.booked -= overdue[showing.pk]
    return showings


@require_safe
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """What to do next: the same text for everyone."""
    found = public_screening(slug)
    context = {"screening": found, "venue": found.venue, "minutes": HOLD // timedelta(minutes=1)}
    return render(request, "screenings/register_sent.html", context)


@never_cache
@require_safe
def registration(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    wait = Wait.objects.filter(registration=found).first()
    rows = Showing.objects.with_listing().order_by("starts_at")
    showings, now = list(rows.filter(places__registration=found)), timezone.now()
    context = {
        "registration": found,
        "screening": found.screening,
        "venue": found.screening.venue,
        "showings": showings,
        "wait": wait,
        "waits_for": rows.filter(waits=wait) if wait else (),
        "can_change": found.state == Registration.State.CONFIRMED and bool(_still_to_come(found.screening)),
        "qr": qr_of(found),
        "can_give_back": wait is not None or any(each.starts_at > now for each in showings),
        "has_begun": any(each.starts_at <= now for each in showings),
        "repeats": repeats_offered(found) if found.state == Registration.State.CONFIRMED else (),
    }
    return render(request, "screenings/registration.html", context)


@never_cache
@limited("registration")
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Other showings, or more or fewer people, without giving anything up first."""
    found = registration_of(token)
    if found.is_forgotten or found.state != Registration.State.CONFIRMED:
        return redirect(found)
    form = ChangeForm(request.POST or None, registration=found, showings=_still_to_come(found.screening))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Your places have changed. You will also receive the details by e-mail."))
        return redirect(found)
    context = {
        "registration": found,
        "screening": found.screening,
        "venue": found.screening.venue,
        "form": form,
    }
    return render(request, "screenings/registration_change.html", context)


@require_POST
@limited("registration")
def take_offer(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    try:
        waiting.accept(registration=found)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("The places are yours. You will also receive the details by e-mail."))
    return redirect(found)


@require_POST
@limited("registration")
def make_up(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    found = registration_of(token)
    showing = get_object_or_404(Showing.objects.filter(screening__in=Screening.objects.public()), pk=pk)
    try:
        mine = take_again(registration=found, showing=showing)
    except Refused as refused:
        tell_refusal(request, refused)
        return redirect(found)
    messages.success(
        request, _("You have a place at this showing too. You will also receive the details by e-mail.")
    )
    return redirect(mine)


@require_POST
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    try:
        confirm_places(registration=found)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(
            request, _("Your places are confirmed. You will also receive the details by e-mail.")
        )
    return redirect(found)
