"""The reports that a person's institutions owe and have answered, as they ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, Count, Prefetch, Q, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from licensing.models import Institution, Licence, ReportAnswer, RightsReport
from licensing.models.licences.reports import RightsReportQuerySet

if TYPE_CHECKING:
    from accounts.models import User

STANDINGS: dict[str, str | Promise] = {
    "owed": _("owed"),
    "overdue": _("overdue"),
    "answered": _("answered"),
}
MOST_OF_LICENCE = 20
"""Reports that a licence's page shows; all stand in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Empty values ask for everything. `owed` includes what is overdue."""

    standing: str = ""
    institution: int | None = None
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Of an institution's reports: those in `overdue` are among `owed`."""

    owed: int
    overdue: int
    answered: int

    @property
    def any(self) -> bool:
        return bool(self.owed or self.answered)


def reports_of(user: User, wanted: Wanted, *, on: date) -> RightsReportQuerySet:
    """The reports of a person's institutions that are wanted on a day: what is owed first, the next to be due before the rest."""
    mine = Institution.objects.of(user).order_by().values("pk")
    found = RightsReport.objects.filter(institution__in=mine)
    if wanted.institution is not None:
        found = found.filter(institution=wanted.institution)
    if wanted.licence:
        found = found.filter(licence__number=wanted.licence)
    if wanted.standing:
        found = found.filter(_standing(wanted.standing, on))
    is_owed = Case(When(status=RightsReport.Status.OWED, then=0), default=1)
    return found.order_by(is_owed, "due_on", "pk")


def of_licence(licence: Licence) -> list[RightsReport]:
    """With their newest answers: two queries."""
    rows = RightsReport.objects.filter(licence=licence).order_by("-first_day", "-pk")
    return list(with_answers(rows)[:MOST_OF_LICENCE])


def with_answers(reports: QuerySet[RightsReport]) -> QuerySet[RightsReport]:
    """With all answers as `kept_answers`, the newest first: one query more."""
    newest = ReportAnswer.objects.select_related("by").order_by("-pk")
    return reports.prefetch_related(Prefetch("answers", newest, to_attr="kept_answers"))


def counted(institution: Institution, *, on: date) -> Counted:
    """Three numbers, in one query."""
    owed = Q(status=RightsReport.Status.OWED)
    numbers = institution.reports.aggregate(
        owed=Count("pk", owed),
        overdue=Count("pk", owed & Q(due_on__lt=on)),
        answered=Count("pk", Q(status=RightsReport.Status.ANSWERED)),
    )
    return Counted(**numbers)


def _standing(standing: str, on: date) -> Q:
    owed = Q(status=RightsReport.Status.OWED)
    if standing == "overdue":
        return owed & Q(due_on__lt=on)
    return owed if standing == "owed" else Q(status=RightsReport.Status.ANSWERED)


def reports_about(source: str) -> list[RightsReport]:
    """What is owed, or was answered, for a screening of ours, by licence. One query."""
    rows = RightsReport.objects.filter(source=source).exclude(status=RightsReport.Status.WITHDRAWN)
    return list(rows.select_related("licence").order_by("pk"))
