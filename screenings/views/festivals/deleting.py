"""A festival is deleted: first what goes with it, then done."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Sum
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.requests.page import PersonRequest
from screenings.lookup import festival_for
from screenings.models import Festival, FestivalPin
from screenings.programme.festivals.deleting import delete_festival, refuse_deletion
from screenings.views.asked_first import Question, asked_first, asks


@login_required
@asks
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    found, user = festival_for(request.user, pk, to="delete"), request.user

    def ask() -> Question:
        refuse_deletion(found, user)
        return Question(
            what=_("Delete the festival"),
            name=found.name,
            says=[_("Nothing of it is published, so nobody is told. It cannot be brought back.")],
            listed=_what_goes(found),
            act=_("Delete it"),
        )

    return asked_first(
        request,
        ask=ask,
        act=lambda: delete_festival(festival=found, by=user),
        done=_("%(name)s is deleted.") % {"name": found.name},
        back=found.get_absolute_url(),
        then=reverse("screenings:festivals"),
    )


def _what_goes(found: Festival) -> list[str]:
    films, fixed = found.films.count(), FestivalPin.objects.filter(film__festival=found).count()
    showings = found.films.aggregate(all=Sum("showings", default=0))["all"]
    lines = []
    if films:
        lines.append(ngettext("%(count)d film", "%(count)d films", films) % {"count": films})
        lines.append(
            ngettext(
                "%(count)d showing that was asked for", "%(count)d showings that were asked for", showings
            )
            % {"count": showings}
        )
    if fixed:
        lines.append(
            ngettext("%(count)d fixed showing", "%(count)d fixed showings", fixed) % {"count": fixed}
        )
    if found.plans.exists():
        lines.append(_("the programme that the planner made"))
    return lines
