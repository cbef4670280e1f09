"""The waiting list: places that become free are offered in turn, each offer for a time.

The line of a showing is in the order of joining. Who waits for more places than are free is passed over until enough are:
seats are not left empty for those who need many. Whoever takes places serves the line first, so nobody overtakes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings.audience.choosing import refuse_changed, refuse_forgotten
from screenings.models import Place, Registration, Screening, Showing, Wait
from screenings.notices import owed as notices
from screenings.programme.locks import lock_registration, lock_showings
from wording.refusals import Refused

OFFERED_FOR = timedelta(hours=24)
"""How long an offer holds its places, at most; never longer than half of the time until the first of its showings."""
LATEST = timedelta(hours=1)
"""Before a showing: later than that, nothing is offered for it any more."""


def serve(screenings: Iterable[int]) -> int:
    """Offers the free places of the screenings to those who wait. Returns how many offers. Their showings must be locked.

    As many statements for a long line as for a short one; one when nobody waits.
    """
    keys = list(screenings)
    in_line = Wait.objects.in_line().filter(registration__screening__in=keys)
    waits = list(in_line.filter(registration__screening__status=Screening.Status.PUBLISHED))
    if not waits:
        return 0
    now = timezone.now()
    wanted = _wanted(waits, now)
    Wait.objects.filter(pk__in=[wait.pk for wait in waits if not wanted[wait.pk]]).delete()
    showings = {each.pk: each for each in Showing.objects.filter(screening__in=keys)}
    offered, taken = _offered(waits, wanted, showings, now)
    if offered:
        Wait.objects.bulk_update(offered, ["offered_until"])
        count(taken)
        notices.tell_offered(waits=[wait.pk for wait in offered])
    return len(offered)


def _wanted(waits: Sequence[Wait], now: datetime) -> dict[int, set[int]]:
    """What each still waits for: showings that are called off, or about to begin, leave the line for good."""
    pairs = Wait.showings.through.objects.filter(wait__in=waits)
    gone = Q(showing__status=Showing.Status.CANCELLED) | Q(showing__starts_at__lte=now + LATEST)
    pairs.filter(gone).delete()
    wanted: dict[int, set[int]] = {wait.pk: set() for wait in waits}
    for wait, showing in pairs.values_list("wait", "showing"):
        wanted[wait].add(showing)
    return wanted


def _offered(
    waits: Sequence[Wait], wanted: dict[int, set[int]], showings: dict[int, Showing], now: datetime
) -> tuple[list[Wait], Counter[int]]:
    """The waits that are offered their places, and how many these take at each showing."""
    left = {key: showing.places_left for key, showing in showings.items()}
    offered, taken = [], Counter[int]()
    for wait in waits:
        mine = wanted[wait.pk]
        if mine and all(left[key] >= wait.people for key in mine):
            first = min(showings[key].starts_at for key in mine)
            wait.offered_until = now + min(OFFERED_FOR, (first - now) / 2)
            offered.append(wait)
            for key in mine:
                left[key] -= wait.people
                taken[key] += wait.people
    return offered, taken


def count(taken: Mapping[int, int]) -> None:
    """Counts places as taken, or as free again, by the keys of their locked showings, in one statement.

    The caller has looked whether there are enough; the database refuses too many.
    """
    changed = {key: people for key, people in taken.items() if people}
    if changed:
        people = Case(*(When(pk=key, then=Value(people)) for key, people in changed.items()))
        Showing.objects.filter(pk__in=changed).update(booked=F("booked") + people)


def withdraw(registrations: Collection[int]) -> None:
    """Takes registrations out of the line, and gives back what was offered to them. Their showings must be locked."""
    waits = Wait.objects.filter(registration__in=registrations)
    rows = list(waits.order_by("pk").values_list("showings", "people", "offered_until"))
    if rows:
        count(_sum((showing, -people) for showing, people, offered in rows if offered and showing))
        waits.delete()


def leave_for(registration: int, showings: Collection[int]) -> Counter[int]:
    """Waits no longer for showings at which the registration takes places otherwise. Returns how many were offered at each,
    which are free again. The showings must be locked.
    """
    pairs = Wait.showings.through.objects.filter(wait__registration=registration, showing__in=showings)
    rows = pairs.values_list("showing", "wait__people", "wait__offered_until")
    free = _sum((showing, people) for showing, people, offered in rows if offered)
    if pairs.delete()[0]:
        Wait.objects.filter(registration=registration, showings=None).delete()
    count({showing: -people for showing, people in free.items()})
    return free


def _sum(pairs: Iterable[tuple[int, int]]) -> Counter[int]:
    counted: Counter[int] = Counter()
    for showing, people in pairs:
        counted[showing] += people
    return counted


def join(row: Registration, showings: Iterable[Showing], locked: Sequence[Showing]) -> None:
    """Joins the line for showings of its screening that are still to come. They must be locked.

    Raises Refused: `nothing-chosen`, `over`.
    """
    keys = {each.pk for each in showings}
    mine = [each for each in locked if each.pk in keys]
    if len(mine) < len(keys):
        raise Refused(_("One of the showings does not belong to this screening."), "nothing-chosen")
    for showing in mine:
        refuse_changed(row.screening, showing, None)
    wait = Wait.objects.create(registration=row, people=row.people, joined_at=timezone.now())
    wait.showings.set(mine)


@transaction.atomic
def accept(*, registration: Registration) -> Registration:
    """Takes the places that are offered. Raises Refused: `no-offer`, when it is over or was never made; `forgotten`; `called-off`."""
    showings = {each.pk: each for each in lock_showings([registration.screening_id])}
    row = lock_registration(registration.pk)
    refuse_forgotten(row)
    wait = Wait.objects.filter(registration=row).first()
    if wait is None or not wait.is_offered:
        raise Refused(_("This offer is over: the places have gone to the next in line."), "no-offer")
    if row.screening.status != Screening.Status.PUBLISHED:
        raise Refused(_("Registration for this screening is not open."), "called-off")
    freed = leave_for(row.pk, list(row.places.values_list("showing", flat=True)))
    Place.objects.bulk_create(
        Place(registration=row, showing=showings[key], people=wait.people)
        for key in wait.showings.values_list("pk", flat=True)
    )
    Wait.objects.filter(registration=row).delete()
    notices.tell_changed(registration=row)
    if freed:
        serve([row.screening_id])
    return row


@transaction.atomic
def leave(*, registration: Registration) -> Registration:
    """Leaves the line, and declines what is offered, which goes to the next. Idempotent. Raises Refused: `forgotten`."""
    lock_showings([registration.screening_id])
    row = lock_registration(registration.pk)
    refuse_forgotten(row)
    withdraw([row.pk])
    serve([row.screening_id])
    return row


@transaction.atomic
def expire_offers() -> int:
    """Ends every offer whose time is over, tells whom it was made to, and offers the places to the next. Returns how many ended.

    Also offers what became free otherwise, such as by more seats. A fixed number of statements.
    """
    now = timezone.now()
    over = Wait.objects.filter(offered_until__lte=now)
    room = Wait.objects.in_line().filter(showings__booked__lt=F("showings__capacity"))
    to_serve = room.filter(registration__screening__status=Screening.Status.PUBLISHED)
    of_screening = "registration__screening"
    screenings = {key for rows in (over, to_serve) for key in rows.values_list(of_screening, flat=True)}
    if not screenings:
        return 0
    lock_showings(screenings)
    ended = list(over.filter(registration__screening__in=screenings).values_list("registration", flat=True))
    notices.tell_offer_over(registrations=ended)
    withdraw(ended)
    serve(screenings)
    return len(ended)
