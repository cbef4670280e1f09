"""Messages that screenings owe to people: written in the transaction that makes them due, and again when it changes.

A message about a showing has it as its subject; the others have the registration or the screening.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices
from reminders.outbox import subject_of
from screenings.models import Registration, Screening, SecondOption, Showing, Wait
from screenings.models.registrations import RegistrationQuerySet
from screenings.notices.by_date import BY_DATE, materials_due, next_parts, to_person, to_programmer
from screenings.notices.recipients import notice_to
from screenings.planning.arrangement import standing_showings
from screenings.venues.elsewhere.clashes import Clash

TO_CONFIRM = "screenings.registration-to-confirm"


def owe_for(*, screening: Screening) -> None:
    """All messages that a screening owes by date, to its programmer and to everyone registered, as it is now.

    As many statements for a sold-out screening as for an empty one.
    """
    owe_for_each(screenings=[screening.pk])


def owe_for_each(*, screenings: Collection[int]) -> None:
    """The same for several, by their keys, in as many statements as for one."""
    rows = list(Screening.objects.with_licences().select_related("programmer").filter(pk__in=screenings))
    about = [each for row in rows for each in (row, *row.showings.all())]
    outbox.cancel_many(subjects=[subject_of(each) for each in about], kinds=BY_DATE)
    people = Registration.objects.reachable().filter(screening__in=rows)
    registered: dict[int, list[Registration]] = {}
    for each in people.select_related("user").prefetch_related("places"):
        registered.setdefault(each.screening_id, []).append(each)
    due = materials_due(rows)
    owe_notices(
        notice for row in rows for notice in _owed_for(row, registered.get(row.pk, []), due.get(row.pk, []))
    )


def _owed_for(screening: Screening, people: Iterable[Registration], due: Sequence[date]) -> Iterator[Notice]:
    showings = standing_showings(screening)
    parts = list(next_parts(screening, showings))
    yield from to_programmer(screening, showings, due)
    for each in people:
        yield from to_person(each, screening, showings, parts)


def owe_to(*, registration: Registration) -> None:
    """To one person whose address is confirmed: a confirmation now, and the reminders by date."""
    screening = Screening.objects.with_listing().get(pk=registration.screening_id)
    showings = standing_showings(screening)
    outbox.cancel_many(subjects=[subject_of(registration)], kinds=[TO_CONFIRM])
    confirmed = notice_to(registration, screening, "screenings.registration-confirmed", registration)
    by_date = to_person(registration, screening, showings, list(next_parts(screening, showings)))
    owe_notices([confirmed, *by_date])


def ask_to_confirm(*, registration: Registration) -> None:
    """Asks the address now to confirm: the only message that is sent to one that is not confirmed."""
    _owe_now(TO_CONFIRM, registration)


def tell_registered_already(*, registration: Registration) -> None:
    """Someone registered again with an address that already has places: only the address is notified, now."""
    _owe_now("screenings.registered-already", registration)


def _owe_now(kind: str, registration: Registration) -> None:
    now = f"{timezone.now():%Y%m%d%H%M%S}"
    owe_notices([notice_to(registration, registration.screening, kind, registration, occasion=now)])


def tell_changed(*, registration: Registration, without: Collection[int] = ()) -> None:
    """The places of a person have changed: a message now with all of them, and the reminders by date as they are due then.

    `without`: the keys of the showings at which they hold none any more.
    """
    outbox.cancel_many(
        subjects=[subject_of(Showing(pk=key)) for key in without], kinds=BY_DATE, recipient=registration.email
    )
    screening = Screening.objects.with_listing().get(pk=registration.screening_id)
    showings = standing_showings(screening)
    now = f"{timezone.now():%Y%m%d%H%M%S%f}"
    changed = notice_to(registration, screening, "screenings.places-changed", registration, occasion=now)
    by_date = to_person(registration, screening, showings, list(next_parts(screening, showings)))
    owe_notices([changed, *by_date])


def tell_offered(*, waits: Collection[int]) -> None:
    """Places are free for those who waited for them, each told now."""
    rows = Wait.objects.filter(pk__in=waits).select_related(
        "registration__user", "registration__screening__venue"
    )
    owe_notices(
        notice_to(
            wait.registration,
            wait.registration.screening,
            "screenings.places-offered",
            wait.registration,
            occasion=f"{wait.offered_until:%Y%m%d%H%M%S}",
        )
        for wait in rows
    )


def tell_offer_over(*, registrations: Collection[int]) -> None:
    """An offer was not taken in time: each is told once that the places went to the next in line."""
    rows = Registration.objects.reachable().filter(pk__in=registrations)
    now = f"{timezone.now():%Y%m%d%H%M%S}"
    owe_notices(
        notice_to(each, each.screening, "screenings.offer-over", each, occasion=now)
        for each in rows.select_related("user", "screening__venue")
    )


def tell_moved(*, showing: Showing, before: datetime) -> None:
    """Notifies everyone who holds a place or waits for one, now, that the showing has moved."""
    people = Registration.objects.told_of([showing.pk])
    kind, data = "screenings.showing-moved", {"before": before.isoformat()}
    _tell(people, kind, showing, occasion=f"{showing.sequence}", data=data)


def tell_replanned(
    *, screening: Screening, before: Mapping[int, datetime], occasion: str, change: int | None = None
) -> None:
    """Notifies everyone who holds a place at one of the showings that moved, or waits for one, now and once, however many these are.

    `before` has when each began before, by its key; `change` is the number of the change by hand, which may cut and join.
    """
    people = Registration.objects.filter(screening=screening).told_of(before)
    moved = {f"{key}": moment.isoformat() for key, moment in before.items()}
    _tell(
        people,
        "screenings.showings-moved",
        screening,
        occasion=occasion,
        data={"moved": moved, "change": change},
    )


def tell_showing_cancelled(*, showing: Showing) -> None:
    """Notifies everyone who holds a place, and everyone who waits for one, now, that the showing is called off."""
    kind = "screenings.showing-cancelled"
    _tell_holders(kind, showing, {})
    waiting = Registration.objects.filter(wait__showings=showing).exclude(places__showing=showing)
    _tell(waiting, kind, showing, occasion=f"{showing.sequence}", data={"waited": True})


def _tell_holders(kind: str, showing: Showing, data: dict[str, Any]) -> None:
    holders = Registration.objects.filter(places__showing=showing)
    _tell(holders, kind, showing, occasion=f"{showing.sequence}", data=data)


def tell_screening_cancelled(*, screening: Screening) -> None:
    """Notifies everyone who is registered, now, that the screening is called off."""
    _tell(screening.registrations.all(), "screenings.screening-cancelled", screening)


def tell_suspended(*, screening: Screening) -> None:
    """Notifies the programmer and the office, now, that no licence covers the screening any more. Nobody else is told."""
    _tell_makers(screening, "screenings.screening-suspended")


def tell_resumed(*, screening: Screening) -> None:
    """Notifies the programmer and the office, now, that a licence covers the screening again."""
    _tell_makers(screening, "screenings.screening-resumed")


def tell_hold_over(*, screening: Screening) -> None:
    """Notifies the programmer, now, that the draft has let its screens go."""
    _tell_programmer(screening, "screenings.hold-over")


def tell_option_first(*, screening: Screening) -> None:
    """Notifies the programmer, now, that their second option has become the first."""
    _tell_programmer(screening, "screenings.option-first")


def tell_first_confirmed(*, options: Iterable[SecondOption]) -> None:
    """Notifies whoever wanted each second option, now, that the screens are booked: the first option is confirmed."""
    now = timezone.now().isoformat()
    owe_notices(
        Notice(kind="screenings.first-confirmed", about=each, to=_who_waits(each), occasion=now)
        for each in options
    )


def tell_option_over(*, option: SecondOption, because: Sequence[str] = ()) -> None:
    """Notifies whoever wanted it, now, that a second option has ended; `because`: what its plan does not fit, in their language."""
    number = {"number": option.plan_index + 1, "because": list(because)}
    about, occasion = option.plan_request, f"{option.pk}"
    to = _who_waits(option)
    owe_notices([Notice(kind="screenings.option-over", about=about, to=to, occasion=occasion, data=number)])


def _who_waits(option: SecondOption) -> Recipient:
    return Recipient.person(option.by, time_zone=option.plan_request.venue.time_zone)


def tell_booked_elsewhere(*, clashes: Iterable[Clash]) -> None:
    """Notifies the programmer of each screening, now, of the showings whose screens are booked elsewhere at their time."""
    by_screening: dict[int, list[int]] = {}
    for each in clashes:
        by_screening.setdefault(each.screening, []).append(each.showing)
    rows = Screening.objects.filter(pk__in=by_screening).select_related("programmer", "venue")
    now = timezone.now().isoformat()
    owe_notices(
        Notice(
            kind="screenings.booked-elsewhere",
            about=each,
            to=Recipient.person(each.programmer, time_zone=each.venue.time_zone),
            occasion=now,
            data={"showings": sorted(set(by_screening[each.pk]))},
        )
        for each in rows
    )


def _tell_programmer(screening: Screening, kind: str) -> None:
    to = Recipient.person(screening.programmer, time_zone=screening.venue.time_zone)
    owe_notices([Notice(kind=kind, about=screening, to=to, occasion=timezone.now().isoformat())])


def _tell_makers(screening: Screening, kind: str) -> None:
    programmer = Recipient.person(screening.programmer, time_zone=screening.venue.time_zone)
    now = timezone.now().isoformat()
    owe_notices(
        [
            Notice(kind=kind, about=screening, to=programmer, occasion=now),
            Notice(kind=f"{kind}-office", about=screening, to=Recipient.office(), occasion=now),
        ]
    )


def _tell(people: RegistrationQuerySet, kind: str, about: Screening | Showing, **more: Any) -> None:
    """Only those whose address is confirmed; the others have never asked for messages from us."""
    confirmed = people.reachable().select_related("user", "screening__venue")
    owe_notices(notice_to(each, each.screening, kind, about, **more) for each in confirmed)


def forget(*, registration: Registration) -> None:
    """Cancels all messages to a person who has given their places back."""
    outbox.cancel_many(subjects=[subject_of(registration)])
    about = [subject_of(each) for each in (*registration.showings.all(), registration.screening)]
    outbox.cancel_many(subjects=about, recipient=registration.email)
