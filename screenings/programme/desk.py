"""The desk's overview: each screening's state, its coverage, how many come, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.terms.rights import Coverage, Held
from reminders.models import Reminder
from reminders.outbox import subject_of
from screenings.models import Registration, Screening, Showing
from screenings.models.screenings import ScreeningQuerySet
from screenings.programme.coverage import coverage_of, held_for
from screenings.schedules.timetable import Timetable, timetable_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One screening on the desk's list. `coverage` is checked for drafts and suspended ones; a published screening has its licence.
    `registered` and `waiting` are people, with whom they bring; who only waits is not registered."""

    screening: Screening
    timetable: Timetable
    coverage: Coverage
    registered: int
    waiting: int
    next_step: str

    @property
    def first_day(self) -> date | None:
        return self.timetable.days[0].day if self.timetable.days else None


def desk_rows(screenings: ScreeningQuerySet, *, most: int) -> list[DeskRow]:
    """A row for each screening: what is to come by its first day, then what is over, the latest first; called off is last. The
    number of queries grows with the institutions, not with the screenings."""
    people = Registration.objects.all()
    counted = screenings.with_listing().annotate(
        registered=people.coming().people_by_screening(), waiting=people.in_line().people_by_screening()
    )
    stands = ~Q(status=Screening.Status.CANCELLED)
    coming = Showing.objects.standing().filter(screening=OuterRef("pk"), ends_at__gt=timezone.now())
    newest = counted.annotate(stands=stands, comes=Exists(coming)).order_by(
        "-stands", "-comes", "-created_at"
    )
    rows = list(newest.select_related("licence", "hold")[:most])
    held = _held_by_institution(rows)
    made = [_row(screening, held.get(screening.institution_id, [])) for screening in rows]
    return sorted(made, key=_place)


def _place(row: DeskRow) -> tuple[int, int]:
    """Where a row stands on the list."""
    if row.screening.status == Screening.Status.CANCELLED:
        return 2, -row.screening.pk
    day = row.first_day.toordinal() if row.first_day else 0
    is_over = bool(row.timetable.entries) and row.timetable.entries[-1].shown.ends_at < timezone.now()
    return (1, -day) if is_over else (0, day)


def _held_by_institution(screenings: Iterable[Screening]) -> dict[int, list[Held]]:
    without = (Screening.Status.DRAFT, Screening.Status.SUSPENDED)
    waiting = (each for each in screenings if each.status in without)
    institutions = {screening.institution_id: screening.institution for screening in waiting}
    return {key: held_for(each) for key, each in institutions.items()}


def _row(screening: Screening, held: list[Held]) -> DeskRow:
    timetable = timetable_of(screening)
    coverage = coverage_of(screening, held)
    return DeskRow(
        screening=screening,
        timetable=timetable,
        coverage=coverage,
        registered=vars(screening)["registered"],
        waiting=vars(screening)["waiting"],
        next_step=_next_step(screening, timetable, is_covered=coverage.allowed),
    )


def _next_step(screening: Screening, timetable: Timetable, *, is_covered: bool) -> str:
    if screening.status == Screening.Status.CANCELLED:
        return _("Nothing: the screening is called off.")
    if not timetable.days:
        return _("No showings are left: call it off.")
    if screening.status == Screening.Status.DRAFT and is_covered and screening.lacks_price:
        return _("Say what a place costs, and publish it: a licence covers it.")
    if screening.status == Screening.Status.DRAFT:
        return _("Publish it: a licence covers it.") if is_covered else _("Find the licence that covers it.")
    if screening.status == Screening.Status.SUSPENDED:
        return (
            _("Put it back on sale: a licence covers it again.")
            if is_covered
            else _("Find another licence: it is suspended from sale.")
        )
    if timetable.entries[-1].shown.ends_at < timezone.now():
        return _("Report the attendance, if the licence asks for it.")
    if timetable.entries[0].shown.starts_at > timezone.now():
        return _("Prepare the copies and print the run of show.")
    return _("The screening is in progress.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who registered for a screening. `people` come, with whom they bring, in `confirmed` registrations; `waiting` are on the list. `line` has how many
    wait for each showing, by its key, offers included."""

    registrations: Sequence[Registration]
    people: int
    confirmed: int
    waiting: int
    line: Mapping[int, int]


def attendance_of(screening: Screening) -> Attendance:
    """A fixed number of queries."""
    standing = screening.registrations.standing().select_related("wait")
    rows = list(standing.prefetch_related("showings__film", "wait__showings__film"))
    confirmed = [row for row in rows if row.confirmed_at]
    coming = [row for row in confirmed if row.showings.all()]
    waits = [row.wait for row in confirmed if hasattr(row, "wait")]
    line: Counter[int] = Counter()
    for wait in waits:
        for showing in wait.showings.all():
            line[showing.pk] += wait.people
    return Attendance(
        registrations=rows,
        people=sum(row.people for row in coming),
        confirmed=len(coming),
        waiting=sum(wait.people for wait in waits),
        line=line,
    )


def reminders_owed(screening: Screening) -> QuerySet[Reminder]:
    """The waiting reminders about a screening, the earliest first. Two queries."""
    people = Registration.objects.filter(screening=screening)
    about = [screening, *screening.showings.all(), *people.only("pk")]
    return (
        Reminder.objects.waiting()
        .filter(subject__in=[subject_of(each) for each in about])
        .order_by("due_at", "pk")
    )
