"""A part that someone missed, seen another time: the same presenter shows it again, and their place is carried over."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings.audience import holds, waiting
from screenings.audience.choosing import named_by, refuse_changed, refuse_forgotten
from screenings.audience.registering import known_at
from screenings.models import Place, Registration, Screening, Showing
from screenings.models.screenings import ShowingQuerySet
from screenings.notices import owed as notices
from screenings.programme.locks import lock_address, lock_showings
from wording.refusals import Refused


def repeats_offered(registration: Registration) -> ShowingQuerySet:
    """Those to offer: `repeats_for` without the parts that they hold a place for elsewhere, still to come, or have seen there."""
    places = Place.objects.filter(
        Q(showing__starts_at__gt=timezone.now()) | Q(arrived__gt=0),
        registration__email=registration.email,
        registration__cancelled_at=None,
        showing__film=OuterRef("film"),
        showing__from_minute=OuterRef("from_minute"),
    )
    taken = places.exclude(registration=registration.pk)
    return repeats_for(registration).filter(~Exists(taken))


def repeats_for(registration: Registration) -> ShowingQuerySet:
    """Showings to come of what the person had places for and that has begun, by the same presenter, the next first."""
    now = timezone.now()
    missed = Place.objects.filter(
        registration=registration,
        showing__starts_at__lte=now,
        arrived__lt=F("people"),
        showing__film=OuterRef("film"),
        showing__from_minute=OuterRef("from_minute"),
    )
    presented = Showing.objects.filter(screening__institution=registration.screening.institution_id)
    others = presented.exclude(screening=registration.screening_id).upcoming(now).with_listing()
    return others.filter(Exists(missed), starts_at__gt=now, booked__lt=F("capacity"))


@transaction.atomic
def make_up(*, registration: Registration, showing: Showing) -> Registration:
    """Takes places at another showing of a missed part, for as many as missed it. Returns the registration there.

    Its address is confirmed already: the link to the first one went there. Raises Refused: `forgotten`,
    `no-repeat`, `not-open`, `over`, `full`.
    """
    refuse_forgotten(registration)
    if registration.state != Registration.State.CONFIRMED:
        raise Refused(_("Only confirmed places can be made up for."), "no-repeat")
    missed = registration.places.filter(
        showing__film=showing.film_id,
        showing__from_minute=showing.from_minute,
        showing__starts_at__lte=timezone.now(),
        arrived__lt=F("people"),
    ).first()
    if missed is None or not repeats_for(registration).filter(pk=showing.pk).exists():
        raise Refused(_("This showing is not one of a part that you missed, or it is full."), "no-repeat")
    lock_address(registration.email)
    lock_showings([showing.screening_id])
    waiting.serve([showing.screening_id])
    row = Screening.objects.select_related("venue", "film").get(pk=showing.screening_id)
    if row.status != Screening.Status.PUBLISHED:
        raise Refused(_("Registration for this screening is not open."), "not-open")
    there = Showing.objects.select_related("film").get(pk=showing.pk)
    refuse_changed(row, there, None)
    people = missed.people - missed.arrived
    if there.places_left < people:
        raise Refused(_("There are no more places at “%(film)s” on %(when)s."), "full", named_by(row, there))
    return _take(registration, row, there, people)


def _take(registration: Registration, screening: Screening, showing: Showing, people: int) -> Registration:
    if known := known_at(screening, registration.email):
        known = holds.confirm(registration=known)
    mine = known or Registration.objects.create(
        screening=screening,
        name=registration.name,
        email=registration.email,
        user=registration.user,
        language=registration.language,
        people=people,
        confirmed_at=timezone.now(),
    )
    if not mine.places.filter(showing=showing).exists():
        waiting.leave_for(mine.pk, [showing.pk])
        waiting.count(Counter({showing.pk: people}))
        Place.objects.create(registration=mine, showing=showing, people=people)
        (notices.tell_changed if known else notices.owe_to)(registration=mine)
        waiting.serve([screening.pk])
    return mine
