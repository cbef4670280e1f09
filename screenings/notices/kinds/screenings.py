"""Messages to programmers, about their screenings."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reminders.kinds import About, Moot
from reminders.models import Reminder
from screenings.models import Screening
from screenings.notices.kinds.days import reels
from screenings.programme.coverage import coverage_of, licences_that_would_cover
from screenings.schedules.timetable import timetable_of


class AboutScreening(About):
    """A notice to a programmer. It is not sent once the screening is called off."""

    model = Screening
    joins = ("venue", "film", "institution", "licence")

    def still_holds(self, row: Screening) -> bool:
        return row.status != Screening.Status.CANCELLED

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        screening = Screening.objects.with_listing().select_related("licence").get(pk=values["screening"].pk)
        timetable = timetable_of(screening)
        if not timetable.days:
            raise Moot
        return values | {
            "screening": screening,
            "venue": screening.venue,
            "desk": settings.SITE_URL + reverse("screenings:desk-screening", args=[screening.slug]),
            "first": timetable.entries[0].shown,
            "reel": reels(timetable.days),
        }


class ScreeningComingUp(AboutScreening):
    name = "screenings.screening-coming-up"
    label = _("A screening is coming up")
    template = "screenings/mail/screening_coming_up.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        screening: Screening = values["screening"]
        return values | {"registered": screening.registrations.confirmed().count()}


class LicenceMissing(AboutScreening):
    name = "screenings.licence-missing"
    label = _("A licence is missing for a screening")
    template = "screenings/mail/licence_missing.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.DRAFT

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        if coverage_of(values["screening"]).allowed:
            raise Moot
        return values | {"offers": licences_that_would_cover(values["screening"])}


class ReturnDue(AboutScreening):
    name = "screenings.return-due"
    label = _("An attendance report is due")
    template = "screenings/mail/return_due.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.PUBLISHED and row.licence is not None

    def values(self, reminder: Reminder) -> dict[str, Any]:
        return super().values(reminder) | {"due_by": date.fromisoformat(reminder.data["by"])}
