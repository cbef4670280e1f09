"""What screenings owe to people, and when: written in the transaction that makes it due, and again when it changes.

What is owed because of a showing has it as its subject; the rest is about the registration, or the screening.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from reminders import outbox
from reminders.outbox import Owed, subject_of
from screenings.models import Registration, Screening, Showing
from screenings.models.registrations import RegistrationQuerySet
from screenings.planner import IntervalKind
from screenings.planning.arrangement import plan_by_hand, showing_day, standing_showings

if TYPE_CHECKING:
    from accounts.models import User

DAY_BEFORE_AT = time(18)
BEFORE_NEXT_PART = timedelta(minutes=15)
COMING_UP_DAYS = 7
LICENCE_MISSING_DAYS = 14
OFFICE_HOUR = time(9)
TO_CONFIRM = "screenings.registration-to-confirm"
BY_DATE = (
    "screenings.screening-coming-up",
    "screenings.licence-missing",
    "screenings.return-due",
    "screenings.showing-tomorrow",
    "screenings.next-part-soon",
)
"""Kinds that follow the dates of a screening, and are owed afresh when these change."""


@dataclass(frozen=True, slots=True)
class Due:
    """One message of a kind: what it is about, what tells it from its like, when it is due, what its text needs."""

    kind: str
    about: Screening | Showing | Registration
    mark: str
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)


def owe_for(*, screening: Screening) -> None:
    """All that a screening owes by date, to its programmer and to everyone registered, as it now stands.

    As many statements for a full house as for an empty one.
    """
    screening = Screening.objects.with_listing().select_related("programmer", "licence").get(pk=screening.pk)
    showings = standing_showings(screening)
    about = (screening, *screening.showings.all())
    outbox.cancel_many(subjects=[subject_of(each) for each in about], kinds=BY_DATE)
    people = screening.registrations.confirmed().select_related("user").prefetch_related("places")
    parts = list(_next_parts(screening, showings))
    outbox.owe_many(
        [
            *_owed_to_programmer(screening, showings),
            *(owed for each in people for owed in _owed_to_person(each, screening, showings, parts)),
        ]
    )


def owe_to(*, registration: Registration) -> None:
    """To one person whose address is confirmed: that the places are theirs, now, and what is due by date."""
    screening = Screening.objects.with_listing().get(pk=registration.screening_id)
    showings = standing_showings(screening)
    outbox.cancel_many(subjects=[subject_of(registration)], kinds=[TO_CONFIRM])
    due = Due("screenings.registration-confirmed", registration, "", timezone.now())
    by_date = _owed_to_person(registration, screening, showings, list(_next_parts(screening, showings)))
    outbox.owe_many([_owed(due, screening, to=registration), *by_date])


def ask_to_confirm(*, registration: Registration) -> None:
    """Asks the address, now, whether it wants the places: all that is ever sent to one that is not confirmed."""
    _owe_now(TO_CONFIRM, registration)


def tell_registered_already(*, registration: Registration) -> None:
    """Somebody registers again with an address that has its places: it alone is told, now."""
    _owe_now("screenings.registered-already", registration)


def _owe_now(kind: str, registration: Registration) -> None:
    now = timezone.now()
    due = Due(kind, registration, f"{now:%Y%m%d%H%M%S}", now)
    outbox.owe_many([_owed(due, registration.screening, to=registration)])


def _owed_to_programmer(screening: Screening, showings: Sequence[Showing]) -> Iterator[Owed]:
    now = timezone.now()
    for due in _programmer_dues(screening, showings) if showings and _goes_on(screening) else ():
        if due.at > now:
            yield _owed(due, screening, to=screening.programmer)


def _goes_on(screening: Screening) -> bool:
    return screening.status != Screening.Status.CANCELLED


def _programmer_dues(screening: Screening, showings: Sequence[Showing]) -> Iterator[Due]:
    first, last = showing_day(showings[0], screening), showing_day(showings[-1], screening)

    def at(day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, screening.venue.zone).astimezone(UTC)

    yield Due(
        "screenings.screening-coming-up",
        screening,
        f"{first}",
        at(first - timedelta(days=COMING_UP_DAYS), OFFICE_HOUR),
    )
    if screening.status == Screening.Status.DRAFT:
        yield Due(
            "screenings.licence-missing",
            screening,
            f"{first}",
            at(first - timedelta(days=LICENCE_MISSING_DAYS), OFFICE_HOUR),
        )
    days = screening.licence.terms().report_due_days if screening.licence else None
    if screening.status == Screening.Status.PUBLISHED and days is not None:
        within = {"by": f"{last + timedelta(days=days)}"}
        yield Due(
            "screenings.return-due", screening, f"{last}", at(last + timedelta(days=1), OFFICE_HOUR), within
        )


def _owed_to_person(
    registration: Registration,
    screening: Screening,
    showings: Sequence[Showing],
    next_parts: Sequence[Showing],
) -> Iterator[Owed]:
    since = registration.confirmed_at
    if screening.status != Screening.Status.PUBLISHED or since is None:
        return
    held = {place.showing_id for place in registration.places.all()}
    now = timezone.now()
    mine = [showing for showing in showings if showing.pk in held and showing.starts_at > now]
    for due in _person_dues(screening, mine, next_parts):
        if due.at > since:
            yield _owed(due, screening, to=registration)


def _person_dues(
    screening: Screening, mine: Sequence[Showing], next_parts: Sequence[Showing]
) -> Iterator[Due]:
    told = set()
    for showing in mine:
        day = showing_day(showing, screening)
        if day not in told:
            told.add(day)
            eve = datetime.combine(day - timedelta(days=1), DAY_BEFORE_AT, screening.venue.zone).astimezone(
                UTC
            )
            yield Due("screenings.showing-tomorrow", showing, f"{day}", eve, {"day": f"{day}"})
        if showing in next_parts:
            mark = f"{showing.starts_at:%Y%m%d%H%M}"
            yield Due("screenings.next-part-soon", showing, mark, showing.starts_at - BEFORE_NEXT_PART)


def _next_parts(screening: Screening, showings: Sequence[Showing]) -> Iterator[Showing]:
    """Showings that go on after a meal break."""
    if showings:
        for interval in plan_by_hand(screening, showings).intervals:
            if interval.kind == IntervalKind.MEAL:
                yield showings[interval.before]


def tell_moved(*, showing: Showing, before: datetime) -> None:
    """Tells everyone who holds a place that the showing has moved: now."""
    _tell_holders("screenings.showing-moved", showing, {"before": before.isoformat()})


def tell_showing_cancelled(*, showing: Showing) -> None:
    """Tells everyone who holds a place that the showing is called off: now."""
    _tell_holders("screenings.showing-cancelled", showing, {})


def _tell_holders(kind: str, showing: Showing, data: dict[str, Any]) -> None:
    due = Due(kind, showing, f"{showing.sequence}", timezone.now(), data)
    _tell(due, Registration.objects.filter(places__showing=showing))


def tell_screening_cancelled(*, screening: Screening) -> None:
    """Tells everyone who is registered that nothing will be shown: now."""
    due = Due("screenings.screening-cancelled", screening, "", timezone.now())
    _tell(due, screening.registrations.all())


def _tell(due: Due, people: RegistrationQuerySet) -> None:
    """Those whose address is confirmed; the others have never asked to hear from us."""
    told = people.confirmed().select_related("user", "screening__venue")
    outbox.owe_many([_owed(due, each.screening, to=each) for each in told])


def forget(*, registration: Registration) -> None:
    """Owes a person who has given their places back nothing more."""
    outbox.cancel_many(subjects=[subject_of(registration)])
    about = [subject_of(each) for each in (*registration.showings.all(), registration.screening)]
    outbox.cancel_many(subjects=about, recipient=registration.email)


def _owed(due: Due, screening: Screening, *, to: Registration | User) -> Owed:
    person = {"registration": to.pk} if isinstance(to, Registration) else {}
    return Owed(
        key=":".join(filter(None, (due.kind, str(due.about.pk), *map(str, person.values()), due.mark))),
        kind=due.kind,
        subject=subject_of(due.about),
        recipient=to.email,
        due_at=due.at,
        user=to.user if isinstance(to, Registration) else to,
        language=to.language,
        time_zone=screening.venue.time_zone,
        data=person | due.data,
    )
