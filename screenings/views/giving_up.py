"""What somebody who registered gives up: places, a place in the line, what is known of them. Whoever has the token may, and is asked first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.requests.limits import limited
from screenings.audience import waiting
from screenings.audience.forgetting import forget_on_request
from screenings.audience.registering import give_back as give_places_back
from screenings.lookup import registration_of
from screenings.models import Registration, Showing, Wait
from screenings.models.screenings import ShowingQuerySet
from screenings.views.asked_first import Question, asked_first, asks


@asks
@limited("registration")
def leave_line(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    wait = Wait.objects.filter(registration=found).first()
    if wait is None:
        return redirect(found)
    if wait.offered_until:
        says = [_("The places that are held for you go to whoever is next in line, who is told.")]
    else:
        says = [_("You lose your place in the line for these showings. You can join it again, at its end.")]
    says.append(_("The places that you have already stay yours."))
    return asked_first(
        request,
        ask=lambda: Question(
            what=_("Leave the waiting list"),
            name=found.screening.title,
            lang=found.screening.film.title_language,
            lede=found.screening.venue.name,
            says=says,
            showings=list(_listed().filter(waits=wait)),
            act=_("Leave the waiting list"),
            leave=_("Stay on it"),
        ),
        act=lambda: waiting.leave(registration=found),
        done=_("You are no longer on the waiting list."),
        back=found.get_absolute_url(),
    )


@asks
@limited("registration")
def forget(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    if found.is_forgotten:
        return redirect(found)
    return asked_first(
        request,
        ask=lambda: _forgetting(found),
        act=lambda: forget_on_request(registration=found),
        done=_("Your name, your address and our messages to you are deleted."),
        back=found.get_absolute_url(),
    )


def _forgetting(found: Registration) -> Question:
    showings = _to_give_back(found)
    says = [
        _(
            "We delete your name, your address and our messages to you. This cannot be undone, and nobody is told."
        ),
        _("This is about this screening alone: a registration for another has a page of its own."),
    ]
    if showings:
        says.append(_free_again(found))
    return Question(
        what=_("Delete what you know of me"),
        name=found.screening.title,
        lang=found.screening.film.title_language,
        lede=found.screening.venue.name,
        says=says,
        showings=showings,
        act=_("Delete it, and give the places back") if showings else _("Delete it"),
    )


@asks
@limited("registration")
def give_back(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    if found.is_forgotten or found.state == Registration.State.GIVEN_BACK:
        return redirect(found)
    return asked_first(
        request,
        ask=lambda: _giving_back(found),
        act=lambda: give_places_back(registration=found),
        done=_("Your places have been given back. Thank you for telling us."),
        back=found.get_absolute_url(),
    )


def _giving_back(found: Registration) -> Question:
    showings = _to_give_back(found)
    says = [_free_again(found)] if showings else []
    if Wait.objects.filter(registration=found).exists():
        says.append(_("You leave the waiting list."))
    if _listed().filter(places__registration=found, starts_at__lte=timezone.now()).exists():
        says.append(_("Those at what has begun already stay yours."))
    says.append(_("You can register again while places are available."))
    return Question(
        what=_("Give my places back"),
        name=found.screening.title,
        lang=found.screening.film.title_language,
        lede=found.screening.venue.name,
        says=says,
        showings=showings,
        act=_("Give them back") if showings else _("Leave the waiting list"),
        leave=_("Keep them") if showings else _("Stay on it"),
    )


def _free_again(found: Registration) -> str:
    words = ngettext(
        "The place of %(people)d person at these showings is free again; whoever is next in line for it is told.",
        "The places of %(people)d people at these showings are free again; whoever is next in line for them is told.",
        found.people,
    )
    return words % {"people": found.people}


def _to_give_back(found: Registration) -> list[Showing]:
    """The showings to come at which it holds places."""
    return list(_listed().filter(places__registration=found, starts_at__gt=timezone.now()))


def _listed() -> ShowingQuerySet:
    return Showing.objects.with_listing().order_by("starts_at")
