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
from reminders.outbox import subject_of
from screenings.arrangement import plan_by_hand, showing_day, standing_showings
from screenings.models import Registration, Screening, Showing
from screenings.planner import IntervalKind

if TYPE_CHECKING:
    from accounts.models import User

DAY_BEFORE_AT = time(18)
BEFORE_NEXT_PART = timedelta(minutes=15)
COMING_UP_DAYS = 7
LICENCE_MISSING_DAYS = 14
OFFICE_HOUR = time(9)


@dataclass(frozen=True, slots=True)
class Due:
    """One message of a kind: what it is about, what tells it from its like, when it is due, what its text needs."""

    kind: str
    about: Screening | Showing | Registration
    mark: str
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)


def owe_for(*, screening: Screening) -> None:
    """All that a screening owes by date, to its programmer and to everyone registered, as it now stands."""
    screening = Screening.objects.with_listing().select_related("programmer", "licence").get(pk=screening.pk)
    showings = standing_showings(screening)
    _owe_programmer(screening, showings)
    for showing in screening.showings.all():
        for kind in ("screenings.showing-tomorrow", "screenings.next-part-soon"):
            outbox.cancel(subject=subject_of(showing), kind=kind)
    registrations = screening.registrations.standing().select_related("user").prefetch_related("places")
    parts = list(_next_parts(screening, showings))
    for registration in registrations:
        _owe_person(registration, screening, showings, parts)


def owe_to(*, registration: Registration) -> None:
    """What is owed by date to one registered person."""
    screening = Screening.objects.with_listing().get(pk=registration.screening_id)
    showings = standing_showings(screening)
    _owe_person(registration, screening, showings, list(_next_parts(screening, showings)))


def _owe_programmer(screening: Screening, showings: Sequence[Showing]) -> None:
    dues = list(_programmer_dues(screening, showings)) if showings and _goes_on(screening) else []
    now = timezone.now()
    for kind in ("screenings.screening-coming-up", "screenings.licence-missing", "screenings.return-due"):
        outbox.cancel(subject=subject_of(screening), kind=kind)
    for due in dues:
        if due.at > now:
            _owe(due, screening, to=screening.programmer)


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


def _owe_person(
    registration: Registration,
    screening: Screening,
    showings: Sequence[Showing],
    next_parts: Sequence[Showing],
) -> None:
    if screening.status != Screening.Status.PUBLISHED:
        return
    held = {place.showing_id for place in registration.places.all()}
    now = timezone.now()
    mine = [showing for showing in showings if showing.pk in held and showing.starts_at > now]
    for due in _person_dues(screening, mine, next_parts):
        if due.at > registration.created_at:
            _owe(due, screening, to=registration)


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


def owe_confirmation(*, registration: Registration) -> None:
    """That the places are taken: now."""
    due = Due("screenings.registration-confirmed", registration, "", timezone.now())
    _owe(due, registration.screening, to=registration)


def tell_moved(*, showing: Showing, before: datetime) -> None:
    """Tells everyone who holds a place that the showing has moved: now."""
    _tell_holders("screenings.showing-moved", showing, {"before": before.isoformat()})


def tell_showing_cancelled(*, showing: Showing) -> None:
    """Tells everyone who holds a place that the showing is called off: now."""
    _tell_holders("screenings.showing-cancelled", showing, {})


def _tell_holders(kind: str, showing: Showing, data: dict[str, Any]) -> None:
    holders = Registration.objects.standing().filter(places__showing=showing)
    for registration in holders.select_related("user", "screening__venue"):
        due = Due(kind, showing, f"{showing.sequence}", timezone.now(), data)
        _owe(due, registration.screening, to=registration)


def tell_screening_cancelled(*, screening: Screening) -> None:
    """Tells everyone who is registered that nothing will be shown: now."""
    for registration in screening.registrations.standing().select_related("user"):
        due = Due("screenings.screening-cancelled", screening, "", timezone.now())
        _owe(due, screening, to=registration)


def forget(*, registration: Registration) -> None:
    """Owes a person who has given their places back nothing more."""
    outbox.cancel(subject=subject_of(registration))
    for about in (*registration.showings.all(), registration.screening):
        outbox.cancel(subject=subject_of(about), recipient=registration.email)


def _owe(due: Due, screening: Screening, *, to: Registration | User) -> None:
    person = {"registration": to.pk} if isinstance(to, Registration) else {}
    outbox.owe(
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
