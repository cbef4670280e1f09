"""Taking places at showings and giving them back. Places are counted on the showing under a lock; the database checks the count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import has_verified
from screenings.audience import holds, waiting
from screenings.audience.choosing import named_by, once_each, refuse_changed, refuse_crowd, refuse_forgotten
from screenings.models import Place, Registration, Screening, Showing, Wait
from screenings.notices import owed as notices
from screenings.programme.locks import lock_address, lock_registration, lock_showings
from screenings.programme.refusals import refused_in_words
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def register(
    *,
    screening: Screening,
    name: str,
    email: str,
    showings: Iterable[Showing] | None = None,
    people: int = 1,
    wait_for: Iterable[Showing] = (),
    seen: Mapping[int, int] | None = None,
    user: User | None = None,
    language: str = "en",
) -> Registration:
    """Registers a person, and who comes with them, for showings of a published screening; without `showings`, a pass for all
    future ones, once where something is shown again. `wait_for` are showings without enough free places, for which they join the waiting list.

    The places are held until the address is confirmed (`holds.confirm`); one that `user` has verified is confirmed at once, and is
    theirs: another's is not, whoever types it, so that their calendar does not say who is registered.
    `seen` has the `sequence` of each showing, by key, as the person saw it: one that has changed since is refused (`moved`).
    An address that is registered already keeps its registration, which is returned, and gets a mail about it. Raises Refused: `name`, `email`,
    `people`, `not-open`, `nothing-chosen`, `over`, `moved`, `full`, `too-many-held`.
    """
    name, email = _fit(name, email, people)
    lock_address(email)
    locked = lock_showings([screening.pk])  # before the screening is read, because who suspends it locks them
    row, waits = _open(screening), list(wait_for)
    chosen = _free_of_overdue(row, locked, showings, people, may_be_none=bool(waits))
    for showing in chosen:
        _refuse_showing(row, showing, people, seen)
    is_verified, now = has_verified(user, email), timezone.now()
    if known := known_at(row, email):
        return _registered_already(known, is_verified=is_verified)
    if not is_verified:
        holds.refuse_another(email=email, people=people)
    registration = Registration(
        screening=row, name=name, email=email, user=user if is_verified else None, language=language, people=people, is_pass=showings is None,
        held_until=now + holds.HOLD, confirmed_at=now if is_verified else None, mailed_at=now,
    )  # fmt: skip
    _write(registration, chosen)
    if waits:
        waiting.join(registration, waits, locked)
    (notices.owe_to if is_verified else notices.ask_to_confirm)(registration=registration)
    return registration


def _open(screening: Screening) -> Screening:
    """The screening as it is now."""
    row = Screening.objects.select_related("venue", "film").get(pk=screening.pk)
    if row.status != Screening.Status.PUBLISHED:
        raise Refused(_("Registration for this screening is not open."), "not-open")
    return row


def known_at(screening: Screening, email: str) -> Registration | None:
    """The registration that the address has there already; one that was not confirmed in time is let go."""
    known = Registration.objects.standing().filter(screening=screening, email=email).first()
    if known is not None and known.state == Registration.State.EXPIRED:
        holds.let_go([known])
        return None
    return known


def _write(registration: Registration, chosen: Sequence[Showing]) -> None:
    with refused_in_words():
        registration.save(force_insert=True)
        people = registration.people
        Place.objects.bulk_create(
            Place(registration=registration, showing=showing, people=people) for showing in chosen
        )
        taken = Showing.objects.filter(pk__in=[each.pk for each in chosen])
        taken.update(booked=F("booked") + people)


def _fit(name: str, email: str, people: int) -> tuple[str, str]:
    """Name and address as they are stored. Raises Refused with the field as its code."""
    refuse_crowd(people)
    row = Registration(name=name.strip(), email=email.strip().lower())
    others = {field.name for field in Registration._meta.fields} - {"name", "email"}
    try:
        row.clean_fields(exclude=others)
    except ValidationError as error:
        errors = error.message_dict.items()
        raise Refused([Refused(each, field) for field, messages in errors for each in messages]) from error
    return row.name, row.email


def _registered_already(known: Registration, *, is_verified: bool) -> Registration:
    if is_verified and known.confirmed_at is None:
        return holds.confirm(registration=known)
    holds.ask_again(registration=lock_registration(known.pk))
    return known


def _free_of_overdue(
    screening: Screening,
    locked: Sequence[Showing],
    showings: Iterable[Showing] | None,
    people: int,
    *,
    may_be_none: bool,
) -> list[Showing]:
    """The chosen showings. All showings of the screening are locked, so that two people who want the last place take turns.

    If one is full, places that were not confirmed in time are released. Who waits for places comes first.
    """
    wanted = None if showings is None else {showing.pk for showing in showings}
    chosen = _chosen(locked, wanted, may_be_none=may_be_none)
    freed: list[int] = []
    if any(showing.places_left < people for showing in chosen):
        freed = holds.let_go(Registration.objects.overdue().filter(screening=screening))
    if waiting.serve([screening.pk]) or freed:
        chosen = _chosen(lock_showings([screening.pk]), wanted, may_be_none=may_be_none)
    return chosen


def _chosen(showings: Sequence[Showing], wanted: set[int] | None, *, may_be_none: bool) -> list[Showing]:
    if wanted is None:
        now = timezone.now()
        chosen = once_each([each for each in showings if not each.is_cancelled and each.starts_at > now])
    else:
        chosen = [each for each in showings if each.pk in wanted]
        if len(chosen) < len(wanted):
            raise Refused(_("One of the showings does not belong to this screening."), "nothing-chosen")
    if not chosen and not may_be_none:
        raise Refused(_("Choose at least one showing that is still to come."), "nothing-chosen")
    return chosen


def _refuse_showing(
    screening: Screening, showing: Showing, people: int, seen: Mapping[int, int] | None
) -> None:
    refuse_changed(screening, showing, seen)
    named = named_by(screening, showing)
    if showing.places_left < 1:
        raise Refused(_("There are no more places at “%(film)s” on %(when)s."), "full", named)
    if showing.places_left < people:
        fewer = named | {"left": showing.places_left}
        raise Refused(_("Fewer places are left at “%(film)s” on %(when)s: %(left)d."), "full", fewer)


@transaction.atomic
def give_back(*, registration: Registration) -> Registration:
    """Gives the places back and cancels the person's reminders. What has begun, or where any of them has been let in, stays theirs
    and is counted; the registration then stands with that. Idempotent. Raises Refused: `forgotten`, `over` (nothing else is left).
    """
    showings = lock_showings([registration.screening_id])
    row = lock_registration(registration.pk)
    refuse_forgotten(row)
    if row.cancelled_at is None:
        places = list(row.places.all())
        to_come = holds.to_come_of(places, showings)
        notices.forget(registration=row)
        if row.confirmed_at is None or len(places) == len(to_come):
            holds.let_go([row])
            row.refresh_from_db(fields=["cancelled_at"])
        else:
            _keep_what_was(row, to_come)
        waiting.serve([row.screening_id])
    return row


def _keep_what_was(row: Registration, to_come: Sequence[Place]) -> None:
    if not to_come and not Wait.objects.filter(registration=row).exists():
        raise Refused(
            _("These showings have begun, or you are there already: there is nothing left to give back."),
            "over",
        )
    waiting.withdraw([row.pk])
    row.given_up.add(*(place.showing_id for place in to_come))
    holds.free(to_come)
    row.is_pass, row.changes = False, row.changes + 1
    row.save(update_fields=["is_pass", "changes"])
