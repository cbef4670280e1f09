"""Places at showings: taken and given back. A place is counted on its showing under a lock, and the database counts along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from licensing.refusals import Refused
from screenings import notices
from screenings.models import Place, Registration, Screening, Showing
from screenings.refusals import refused_in_words

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def register(
    *,
    screening: Screening,
    name: str,
    email: str,
    showings: Iterable[Showing] | None = None,
    user: User | None = None,
    language: str = "en",
) -> Registration:
    """A person's places at showings of a published screening; without `showings`, a pass for all that are to come.

    One registration per address. Raises Refused: `not-open`, `nothing-chosen`, `over`, `full`, `registered-already`.
    """
    row = Screening.objects.select_related("venue", "film").get(pk=screening.pk)
    if row.status != Screening.Status.PUBLISHED:
        raise Refused(_("Registration for this screening is not open."), "not-open")
    chosen = _locked_showings(row, showings)
    for showing in chosen:
        _refuse_showing(row, showing)
    with refused_in_words():
        registration = Registration.objects.create(
            screening=row,
            name=name.strip(),
            email=email.strip().lower(),
            user=user,
            language=language,
            is_pass=showings is None,
        )
        Place.objects.bulk_create(Place(registration=registration, showing=showing) for showing in chosen)
        _count(chosen, 1)
    notices.owe_confirmation(registration=registration)
    notices.owe_to(registration=registration)
    return registration


def _locked_showings(screening: Screening, showings: Iterable[Showing] | None) -> list[Showing]:
    """The chosen showings locked in the order of their keys, so that two people who want the last place wait in turn."""
    rows = Showing.objects.select_for_update(of=("self",)).select_related("film").filter(screening=screening)
    if showings is None:
        chosen = list(rows.standing().filter(starts_at__gt=timezone.now()).order_by("pk"))
    else:
        wanted = {showing.pk for showing in showings}
        chosen = list(rows.filter(pk__in=wanted).order_by("pk"))
        if len(chosen) < len(wanted):
            raise Refused(_("One of the showings does not belong to this screening."), "nothing-chosen")
    if not chosen:
        raise Refused(_("Choose at least one showing that is still to come."), "nothing-chosen")
    return chosen


def _refuse_showing(screening: Screening, showing: Showing) -> None:
    when = date_format(showing.starts_at.astimezone(screening.venue.zone), "SHOWING_WITHOUT_YEAR_FORMAT")
    named = {"film": showing.film.title, "when": when}
    if showing.is_cancelled or showing.starts_at <= timezone.now():
        raise Refused(_("“%(film)s” on %(when)s can no longer be chosen."), "over", named)
    if showing.places_left < 1:
        raise Refused(_("There are no more places at “%(film)s” on %(when)s."), "full", named)


def _count(showings: Iterable[Showing], places: int) -> None:
    for showing in showings:
        showing.booked += places
        showing.save(update_fields=["booked"])


@transaction.atomic
def give_back(*, registration: Registration) -> Registration:
    """Gives the places back, and owes the person nothing more. Twice is once."""
    keys = list(registration.places.values_list("showing", flat=True))
    held = list(Showing.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    row = Registration.objects.select_for_update().get(pk=registration.pk)
    if row.cancelled_at is None:
        row.cancelled_at = timezone.now()
        row.save(update_fields=["cancelled_at"])
        _count(held, -1)
        notices.forget(registration=row)
    return row
