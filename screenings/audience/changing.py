"""A registration that stands is changed: other showings, more or fewer people, a turn in the waiting list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings.audience import choosing, waiting
from screenings.models import Place, Registration, Screening, Showing, Wait
from screenings.notices import owed as notices
from screenings.programme.locks import lock_registration, lock_showings
from wording.refusals import Refused


@transaction.atomic
def change(
    *,
    registration: Registration,
    showings: Iterable[Showing],
    people: int,
    wait_for: Iterable[Showing] = (),
    seen: Mapping[int, int] | None = None,
) -> Registration:
    """Holds places for so many people at these showings, of those still to come, and at no others; joins the waiting list for
    `wait_for`. What has begun, or where they are already, stays as it was, and nothing is given up unless all that is new can be had.
    What is offered to them at a showing that they take here is not offered any more: each seat counts once.

    `seen` is as in `register`. Raises Refused: `people`, `forgotten`, `not-confirmed`, `not-open`, `nothing-chosen`, `over`, `moved`, `full`.
    """
    choosing.refuse_crowd(people)
    locked = lock_showings([registration.screening_id])
    if waiting.serve([registration.screening_id]):
        locked = lock_showings([registration.screening_id])
    row = lock_registration(registration.pk)
    choosing.refuse_forgotten(row)
    if row.state != Registration.State.CONFIRMED:
        raise Refused(_("Confirm these places before you change them."), "not-confirmed")
    now = timezone.now()
    entered = entered_by(row)
    chosen = [showing for showing in showings if showing.pk not in entered]
    open_showings = [each for each in locked if not each.is_cancelled and each.starts_at > now]
    to_come = {each.pk: each for each in open_showings if each.pk not in entered}
    held = {place.showing_id: place for place in row.places.all() if place.showing_id in to_come}
    waits = list(wait_for)
    wanted = _wanted(row.screening, chosen, locked, held, seen)
    if not wanted and not waits and not row.places.filter(arrived__gt=0, showing__starts_at__gt=now).exists():
        raise Refused(_("Choose at least one showing that is still to come."), "nothing-chosen")
    mine = Counter({key: place.people for key, place in held.items()})
    mine.update(waiting.leave_for(row.pk, wanted.keys()))
    _refuse_short(row.screening, wanted, mine, people)
    _write(row, wanted, held, people)
    if wanted or waits:
        row.people, row.is_pass = people, bool(wanted) and _is_everything(wanted, to_come)
    row.changes += 1
    row.save(update_fields=["people", "is_pass", "changes"])
    _set_wait(row, waits, locked)
    notices.tell_changed(registration=row, without=held.keys() - wanted.keys())
    waiting.serve([row.screening_id])
    return row


def _is_everything(wanted: Mapping[int, Showing], to_come: Mapping[int, Showing]) -> bool:
    """Whether nothing is left out but repeats of what is chosen."""
    return wanted.keys() >= {each.pk for each in choosing.once_each(list(to_come.values()))}


def entered_by(registration: Registration) -> set[int]:
    """The keys of the showings where any of them has been let in."""
    return set(registration.places.filter(arrived__gt=0).values_list("showing", flat=True))


def _wanted(
    screening: Screening,
    showings: Iterable[Showing],
    locked: Sequence[Showing],
    held: Mapping[int, Place],
    seen: Mapping[int, int] | None,
) -> dict[int, Showing]:
    keys = {each.pk for each in showings}
    wanted = {each.pk: each for each in locked if each.pk in keys}
    if len(wanted) < len(keys):
        raise Refused(_("One of the showings does not belong to this screening."), "nothing-chosen")
    for showing in wanted.values():
        choosing.refuse_changed(screening, showing, seen)
    if wanted.keys() - held.keys() and screening.status != Screening.Status.PUBLISHED:
        raise Refused(_("Registration for this screening is not open."), "not-open")
    return wanted


def _refuse_short(
    screening: Screening, wanted: Mapping[int, Showing], mine: Mapping[int, int], people: int
) -> None:
    """`mine`: how many places at each, counted as taken when they were locked, are theirs."""
    for key, showing in wanted.items():
        left = showing.places_left + mine.get(key, 0)
        if left < people:
            named = choosing.named_by(screening, showing) | {"left": left}
            raise Refused(_("Fewer places are left at “%(film)s” on %(when)s: %(left)d."), "full", named)


def _write(row: Registration, wanted: Mapping[int, Showing], held: Mapping[int, Place], people: int) -> None:
    dropped = [place for key, place in held.items() if key not in wanted]
    taken = Counter({place.showing_id: -place.people for place in dropped})
    for key in wanted:
        taken[key] = people - (held[key].people if key in held else 0)
    waiting.count(taken)
    row.places.filter(pk__in=[place.pk for place in dropped]).delete()
    row.places.filter(showing__in=wanted).update(people=people)
    row.given_up.remove(*wanted)
    row.given_up.add(*(place.showing_id for place in dropped))
    Place.objects.bulk_create(
        Place(registration=row, showing=showing, people=people)
        for key, showing in wanted.items()
        if key not in held
    )


def _set_wait(row: Registration, showings: Sequence[Showing], locked: Sequence[Showing]) -> None:
    """An open offer stays as it is. Who waits for less than before keeps their turn; for anything more, it is a new one."""
    wait = Wait.objects.filter(registration=row).first()
    if wait is not None and wait.offered_until is not None:
        return
    known = set(wait.showings.values_list("pk", flat=True)) if wait else set()
    held = set(row.places.values_list("showing", flat=True))
    showings = [showing for showing in showings if showing.pk not in held]
    wanted = {showing.pk for showing in showings}
    if wait is None or not wanted <= known or row.people > wait.people or not wanted:
        if wait is not None:
            wait.delete()
        if wanted:
            waiting.join(row, showings, locked)
        return
    wait.people = row.people
    wait.save(update_fields=["people"])
    wait.showings.set(wanted)
