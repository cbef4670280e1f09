"""Messages that depend on the dates of a screening: owed again when these change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from licensing.models import Mailbox
from licensing.notices.owed import mailboxes
from reminders.notices import Notice, Recipient
from screenings.models import Registration, ScreenHold, Screening, Showing
from screenings.notices.recipients import notice_to, registered
from screenings.planner import IntervalKind
from screenings.planning.arrangement import plan_by_hand, showing_day, standing_showings
from screenings.programme.materials.steps import due_days, materials_of_each

DAY_BEFORE_AT = time(18)
BEFORE_NEXT_PART = timedelta(minutes=15)
COMING_UP_DAYS = 7
LICENCE_MISSING_DAYS = 14
BY_DATE = (
    "screenings.screening-coming-up",
    "screenings.licence-missing",
    "screenings.return-due",
    "screenings.materials-due",
    "screenings.hold-ends",
    "screenings.showing-tomorrow",
    "screenings.next-part-soon",
)
"""All of these kinds."""


def materials_due(screenings: Sequence[Screening]) -> dict[int, list[date]]:
    """For those that go ahead, by their keys, the days on which something with their copies and keys falls due."""
    ahead = [each for each in screenings if _goes_ahead(each)]
    return {key: due_days(found) for key, found in materials_of_each(ahead).items()} if ahead else {}


def _goes_ahead(screening: Screening) -> bool:
    showings = standing_showings(screening)
    is_published = screening.status == Screening.Status.PUBLISHED
    return is_published and bool(showings) and showings[-1].ends_at > timezone.now()


def to_programmer(
    screening: Screening, showings: Sequence[Showing], due: Sequence[date] = ()
) -> Iterator[Notice]:
    """The messages whose time did not lie before the screening was made. `showings` are in order, `due` as in `materials_due`."""
    if showings and screening.status != Screening.Status.CANCELLED:
        for each in _programmers(screening):
            yield from _by_date(screening, showings, each)
            yield from (_materials_due(screening, day, each) for day in due)


def _programmers(screening: Screening) -> list[Recipient]:
    """The programmer, and the presenting institution's mailboxes for the programme; each address once."""
    person = Recipient.person(screening.programmer, time_zone=screening.venue.time_zone)
    shared = mailboxes(screening.institution, Mailbox.Matter.PROGRAMME, like=[person])
    return list({each.email.lower(): each for each in (person, *shared)}.values())


def _by_date(screening: Screening, showings: Sequence[Showing], to: Recipient) -> Iterator[Notice]:
    """One that is due and was not sent yet, because the mail server is away, is owed still after a change."""
    first, last = showing_day(showings[0], screening), showing_day(showings[-1], screening)
    now, made = timezone.now(), screening.created_at

    def notice(kind: str, on: date, about: date, since: datetime | None = made, **data: str) -> Notice:
        return Notice(
            kind=kind,
            about=screening,
            to=to,
            due_at=to.at(on),
            since=since,
            occasion=f"{about}",
            data=dict(data),
        )

    if showings[0].starts_at > now:
        yield notice("screenings.screening-coming-up", first - timedelta(days=COMING_UP_DAYS), first)
    coming = next((each for each in showings if each.ends_at > now), None)
    if coming and screening.status in (Screening.Status.DRAFT, Screening.Status.SUSPENDED):
        day = showing_day(coming, screening)
        on = day - timedelta(days=LICENCE_MISSING_DAYS)
        since = (
            made if screening.status == Screening.Status.DRAFT else None
        )  # being suspended was told when it was
        yield notice("screenings.licence-missing", on, day, since)
    is_draft = screening.status == Screening.Status.DRAFT
    hold = ScreenHold.objects.filter(screening=screening).first() if is_draft else None
    if hold is not None:
        ends = hold.until.astimezone(screening.venue.zone).date()
        yield notice("screenings.hold-ends", ends - timedelta(days=1), ends)
    dues = [licence.terms().report_due_days for licence in screening.licences()]
    days = min((due for due in dues if due is not None), default=None)
    if screening.status == Screening.Status.PUBLISHED and days is not None:
        by = last + timedelta(days=days)
        yield notice("screenings.return-due", last + timedelta(days=1), last, by=f"{by}")


def _materials_due(screening: Screening, day: date, to: Recipient) -> Notice:
    return Notice(
        kind="screenings.materials-due",
        about=screening,
        to=to,
        due_at=to.at(day),
        since=screening.created_at,
        occasion=f"{day}",
    )


def to_person(
    registration: Registration,
    screening: Screening,
    showings: Sequence[Showing],
    parts: Sequence[Showing],
) -> Iterator[Notice]:
    """Reminders on the evening before each day and before each next part at which the person holds a place; `parts` are those of `next_parts`."""
    if screening.status != Screening.Status.PUBLISHED or registration.confirmed_at is None:
        return
    held = {place.showing_id for place in registration.places.all()}
    now = timezone.now()
    mine = [showing for showing in showings if showing.pk in held and showing.starts_at > now]
    yield from _eves(registration, screening, mine)
    yield from _calls(registration, screening, mine, parts)


def _eves(registration: Registration, screening: Screening, mine: Sequence[Showing]) -> Iterator[Notice]:
    """One for each day, about its first showing."""
    firsts: dict[date, Showing] = {}
    for showing in mine:
        firsts.setdefault(showing_day(showing, screening), showing)
    to = registered(registration, screening)
    for day, showing in firsts.items():
        yield notice_to(
            registration,
            screening,
            "screenings.showing-tomorrow",
            showing,
            due_at=to.at(day - timedelta(days=1), DAY_BEFORE_AT),
            since=registration.confirmed_at,
            occasion=f"{day}",
            data={"day": f"{day}"},
        )


def _calls(
    registration: Registration, screening: Screening, mine: Sequence[Showing], parts: Sequence[Showing]
) -> Iterator[Notice]:
    for showing in mine:
        if showing in parts:
            yield notice_to(
                registration,
                screening,
                "screenings.next-part-soon",
                showing,
                due_at=showing.starts_at - BEFORE_NEXT_PART,
                since=registration.confirmed_at,
                occasion=f"{showing.starts_at:%Y%m%d%H%M}",
            )


def next_parts(screening: Screening, showings: Sequence[Showing]) -> Iterator[Showing]:
    """Showings that continue after a meal break."""
    if showings:
        for interval in plan_by_hand(screening, showings).intervals:
            if interval.kind == IntervalKind.MEAL:
                yield showings[interval.before]
