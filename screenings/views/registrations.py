"""Places at a screening: taken by anyone, looked at and given back by whoever holds the token."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.limits import limited, posted
from accounts.models import User
from screenings.arrangement import standing_showings
from screenings.forms import RegistrationForm
from screenings.lookup import public_screening, registration_of
from screenings.models import Screening, Showing
from screenings.registering import give_back as give_places_back


@limited("registration")
@limited("registration-mail", by=posted("email"))
def register(request: HttpRequest, slug: str) -> HttpResponse:
    found = public_screening(slug)
    showings = [each for each in standing_showings(found) if each.starts_at > timezone.now()]
    is_open = found.status == Screening.Status.PUBLISHED and any(each.places_left for each in showings)
    by = request.user if isinstance(request.user, User) else None
    language = get_language() or "en"
    form = RegistrationForm(
        request.POST or None, screening=found, showings=showings, by=by, language=language
    )
    if request.method == "POST" and is_open and form.is_valid() and (registration := form.save()):
        messages.success(request, _("Your places are taken. A confirmation is on its way to you."))
        return redirect(registration)
    context = {
        "screening": found,
        "venue": found.venue,
        "form": form,
        "is_open": is_open,
        "showings": showings,
    }
    return render(request, "screenings/register.html", context)


@never_cache
@require_safe
def registration(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    showings = Showing.objects.with_listing().filter(places__registration=found).order_by("starts_at")
    context = {
        "registration": found,
        "screening": found.screening,
        "venue": found.screening.venue,
        "showings": showings,
    }
    return render(request, "screenings/registration.html", context)


@require_POST
@limited("registration")
def give_back(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    give_places_back(registration=found)
    messages.success(request, _("Your places are given back. Thank you for saying so."))
    return redirect(found)
