"""A showing, or a whole screening, called off: first who is told of it in which words, then done."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.requests.page import PersonRequest
from screenings.lookup import screening_for, showing_for
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing
from screenings.programme.timetables.changes import version_of
from screenings.programme.timetables.trying import Outcome, try_calling_all_off, try_calling_off
from screenings.templatetags.screening_tags import at_venue
from screenings.views.asked_first import Question, asked_first, asks


@login_required
@asks
def showing(request: PersonRequest, pk: int) -> HttpResponse:
    found, user = showing_for(request.user, pk), request.user
    seen = (request.POST or request.GET).get("version", "")
    version = int(seen) if seen.isdecimal() and len(seen) < 9 else version_of(found.screening)

    def ask() -> Question:
        outcome = try_calling_off(showing=found, version=version, by=user)
        return Question(
            what=_("Call off a showing"),
            name=found.film.title,
            lang=found.film.title_language,
            lede=at_venue(found.starts_at, found.screening.venue),
            says=[_("Its screen becomes free. A showing that is called off cannot be brought back.")],
            outcome=outcome,
            act=_call_it_off(outcome),
            sent={"version": version},
        )

    return asked_first(
        request,
        ask=ask,
        act=lambda: cancel_showing(showing=found, version=version, by=user),
        done=_("The showing is called off. Everyone who held a place will be notified."),
        back=reverse("screenings:desk-screening", args=[found.screening.slug]),
    )


@login_required
@asks
def screening(request: PersonRequest, slug: str) -> HttpResponse:
    found, user = screening_for(request.user, slug), request.user

    def ask() -> Question:
        outcome = try_calling_all_off(screening=found, by=user)
        return Question(
            what=_("Call off the whole screening"),
            name=found.title,
            lang=found.film.title_language,
            lede=found.venue.name,
            says=[_("Its screens become free. A screening that is called off cannot be brought back.")],
            outcome=outcome,
            act=_call_it_off(outcome),
        )

    return asked_first(
        request,
        ask=ask,
        act=lambda: cancel_screening(screening=found, by=user),
        done=_("The screening is called off. Everyone who registered will be notified."),
        back=reverse("screenings:desk-screening", args=[slug]),
    )


def _call_it_off(outcome: Outcome) -> str:
    if not outcome.told:
        return _("Call it off")
    words = ngettext(
        "Call it off and send %(count)d mail", "Call it off and send %(count)d mails", len(outcome.told)
    )
    return words % {"count": len(outcome.told)}
