"""Places held for an address that is not confirmed yet: how long, how many, and how they are confirmed or released.

Anyone can type anyone else's address. So an unconfirmed address is sent only the question, and both the places that it
holds and the mails that it gets are limited.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from reminders import outbox
from screenings.audience import waiting
from screenings.audience.choosing import refuse_forgotten
from screenings.models import Place, Registration, Screening, Showing, Wait
from screenings.notices import owed as notices
from screenings.programme.locks import lock_registration, lock_showings
from wording.refusals import Refused

HOLD = timedelta(minutes=30)
"""How long places are held for an address before it is confirmed."""
MOST_HELD = 3
"""How many registrations of one address may wait for confirmation at once, over all screenings."""
MOST_PLACES_HELD = 60
"""For how many people these may be together."""
MOST_A_DAY = 6
"""How many unconfirmed registrations one address may have within a day."""
KEPT_UNCONFIRMED = timedelta(days=7)
"""How long an unconfirmed registration is kept after it ended: one day for counting, the rest to answer questions."""
MOST_FORGOTTEN = 100
ASK_AGAIN_AFTER = timedelta(minutes=10)
TELL_AGAIN_AFTER = timedelta(hours=6)
"""The shortest time between two mails that tell an address that it is already registered."""


def refuse_another(*, email: str, people: int) -> None:
    """Raises Refused (`too-many-held`) when this address already has too many unconfirmed registrations, or these are for too
    many people. One query."""
    now = timezone.now()
    unconfirmed = Registration.objects.filter(email=email, confirmed_at=None)
    recent = unconfirmed.filter(created_at__gt=now - timedelta(days=1)).values_list(
        "held_until", "cancelled_at", "people"
    )
    rows = list(recent)
    held = [count for until, ended, count in rows if ended is None and until is not None and until > now]
    if len(held) >= MOST_HELD or len(rows) >= MOST_A_DAY or sum(held) + people > MOST_PLACES_HELD:
        raise Refused(
            _(
                "Too many registrations with this address are waiting to be confirmed. Confirm them, or come back later."
            ),
            "too-many-held",
        )


@transaction.atomic
def confirm(*, registration: Registration) -> Registration:
    """Confirms the places: called by the link in the mail to the address. Idempotent.

    Raises Refused: `forgotten`, `expired`, `given-back`, `called-off`.
    """
    lock_showings([registration.screening_id])
    row = lock_registration(registration.pk)
    refuse_forgotten(row)
    if row.state == Registration.State.CONFIRMED:
        return row
    _refuse_unconfirmable(row)
    row.confirmed_at = row.mailed_at = timezone.now()
    row.save(update_fields=["confirmed_at", "mailed_at"])
    notices.owe_to(registration=row)
    waiting.serve([row.screening_id])
    return row


def _refuse_unconfirmable(row: Registration) -> None:
    if row.state == Registration.State.EXPIRED:
        raise Refused(
            _("These places were not confirmed in time and are free again. Please register again."),
            "expired",
        )
    if row.state == Registration.State.GIVEN_BACK:
        raise Refused(_("These places have been given back. Please register again."), "given-back")
    if row.screening.status == Screening.Status.CANCELLED:
        raise Refused(_("This screening is called off."), "called-off")


def ask_again(*, registration: Registration) -> None:
    """Sends the question, or the link to the places, to the address again, but not too often. The row must be locked."""
    is_confirmed = registration.confirmed_at is not None
    pause = TELL_AGAIN_AFTER if is_confirmed else ASK_AGAIN_AFTER
    now = timezone.now()
    if registration.mailed_at and now < registration.mailed_at + pause:
        return
    registration.mailed_at = now
    registration.save(update_fields=["mailed_at"])
    tell = notices.tell_registered_already if is_confirmed else notices.ask_to_confirm
    tell(registration=registration)


@transaction.atomic
def expire_holds() -> int:
    """Releases every overdue hold. Returns how many. The number of statements does not depend on it."""
    screenings = set(Registration.objects.overdue().values_list("screening", flat=True))
    if not screenings:
        return 0
    lock_showings(screenings)
    ended = let_go(Registration.objects.overdue().filter(screening__in=screenings))
    waiting.serve(screenings)
    return len(ended)


@transaction.atomic
def forget_unconfirmed() -> int:
    """Deletes registrations that ended a while ago without being confirmed, with their reminders. Returns how many.

    The owner of the address may never have heard of us. Deletes at most MOST_FORGOTTEN at once, in a fixed number of
    statements.
    """
    ended = Registration.objects.filter(confirmed_at=None, cancelled_at__lt=timezone.now() - KEPT_UNCONFIRMED)
    keys = list(ended.order_by("pk").values_list("pk", flat=True)[:MOST_FORGOTTEN])
    if keys:
        Registration.objects.filter(pk__in=keys).delete()
        outbox.erase_many(subjects=[outbox.subject_of(Registration(pk=key)) for key in keys])
    return len(keys)


def let_go(registrations: Iterable[Registration]) -> list[int]:
    """Ends registrations and frees their places. Returns their keys. The showings of their screenings must be locked."""
    keys = [registration.pk for registration in registrations]
    if keys:
        Registration.objects.filter(pk__in=keys).update(cancelled_at=timezone.now())
        free: Counter[int] = Counter()
        for showing, people in Place.objects.filter(registration__in=keys).values_list("showing", "people"):
            free[showing] -= people
        waiting.count(free)
        waiting.withdraw(keys)
    return keys


def to_come_of(places: Iterable[Place], showings: Collection[Showing]) -> list[Place]:
    """Those at what has not begun, of these showings of their screening, without those where any of them has been let in. No query."""
    now = timezone.now()
    to_come = {each.pk for each in showings if each.starts_at > now}
    return [place for place in places if place.showing_id in to_come and not place.arrived]


def free(places: Collection[Place]) -> None:
    """Deletes places, which others can have then. Their showings must be locked."""
    waiting.count(Counter({place.showing_id: -place.people for place in places}))
    Place.objects.filter(pk__in=[place.pk for place in places]).delete()


def overdue_places(showings: Sequence[Showing]) -> Counter[int]:
    """For each full showing that nobody waits for, by key, how many places were not confirmed in time. One query; none when
    no showing is full."""
    full = [showing.pk for showing in showings if showing.places_left < 1]
    if not full:
        return Counter()
    overdue = Registration.objects.overdue()
    line = Wait.objects.in_line().filter(showings=OuterRef("showing"))
    held = Place.objects.filter(~Exists(line), showing__in=full, registration__in=overdue)
    free: Counter[int] = Counter()
    for showing, people in held.values_list("showing", "people"):
        free[showing] += people
    return free
