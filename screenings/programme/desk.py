"""The desk's overview: each screening's state, its coverage, how many come, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.terms.rights import Coverage, Held
from reminders.models import Reminder
from reminders.outbox import subject_of
from screenings.models import Registration, Screening
from screenings.models.screenings import ScreeningQuerySet
from screenings.programme.coverage import coverage_of, held_for
from screenings.schedules.timetable import Timetable, timetable_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One screening on the desk's list. `coverage` is checked for drafts and suspended ones; a published screening has its licence."""

    screening: Screening
    timetable: Timetable
    coverage: Coverage
    registered: int
    next_step: str

    @property
    def first_day(self) -> date | None:
        return self.timetable.days[0].day if self.timetable.days else None


def desk_rows(screenings: ScreeningQuerySet, *, most: int) -> list[DeskRow]:
    """A row for each screening; the number of queries grows with the institutions, not with the screenings."""
    confirmed = Q(registrations__cancelled_at=None, registrations__confirmed_at__isnull=False)
    standing = Count("registrations", filter=confirmed)
    rows = list(screenings.with_listing().select_related("licence").annotate(registered=standing)[:most])
    held = _held_by_institution(rows)
    return [_row(screening, held.get(screening.institution_id, [])) for screening in rows]


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
        registered=getattr(screening, "registered", 0),
        next_step=_next_step(screening, timetable, is_covered=coverage.allowed),
    )


def _next_step(screening: Screening, timetable: Timetable, *, is_covered: bool) -> str:
    if screening.status == Screening.Status.CANCELLED:
        return _("Nothing: the screening is called off.")
    if not timetable.days:
        return _("No showings are left: call it off.")
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


def reminders_owed(screening: Screening) -> QuerySet[Reminder]:
    """The waiting reminders about a screening, the earliest first. Two queries."""
    people = Registration.objects.filter(screening=screening)
    about = [screening, *screening.showings.all(), *people.only("pk")]
    return (
        Reminder.objects.waiting()
        .filter(subject__in=[subject_of(each) for each in about])
        .order_by("due_at", "pk")
    )
