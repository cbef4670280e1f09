"""Messages to programmers, about their screenings."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reminders.kinds import About, Moot
from reminders.models import Reminder
from screenings.models import ScreenHold, Screening, Showing
from screenings.notices.kinds.days import reels
from screenings.programme.coverage import coverage_of, licences_that_would_cover
from screenings.programme.materials.steps import materials_of
from screenings.schedules.timetable import timetable_of
from screenings.venues.elsewhere.clashes import clashes_of


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
            "entries": timetable.entries,
            "first": timetable.entries[0].shown,
            "reel": reels(timetable.days),
        }


class ScreeningComingUp(AboutScreening):
    name = "screenings.screening-coming-up"
    label = _("A screening is coming up")
    template = "screenings/mail/screening_coming_up.md"
    goes_together = True
    keeps_quiet = True
    is_optional = True

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        screening: Screening = values["screening"]
        return values | {"registered": screening.registrations.coming().people()}


class LicenceMissing(AboutScreening):
    """About what is still to come: nobody needs a licence for a showing that is over."""

    name = "screenings.licence-missing"
    label = _("A licence is missing for a screening")
    template = "screenings/mail/licence_missing.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status in (Screening.Status.DRAFT, Screening.Status.SUSPENDED)

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values, now = super().values(reminder), timezone.now()
        screening: Screening = values["screening"]
        to_come = [each for each in values["entries"] if each.shown.ends_at > now]
        if not to_come or coverage_of(screening, after=now).allowed:
            raise Moot
        offers = licences_that_would_cover(screening, after=now)
        return values | {"first": to_come[0].shown, "offers": offers}


class HoldEnds(AboutScreening):
    name = "screenings.hold-ends"
    label = _("Screens are held only until tomorrow")
    template = "screenings/mail/hold_ends.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        hold = ScreenHold.objects.filter(screening=values["screening"]).first()
        if hold is None or hold.until <= timezone.now():
            raise Moot
        return values | {"until": hold.until}


class OptionFirst(AboutScreening):
    name = "screenings.option-first"
    label = _("A second option has become the first")
    template = "screenings/mail/option_first.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        hold = ScreenHold.objects.filter(screening=values["screening"]).first()
        return values | {"until": hold.until if hold else None}


class BookedElsewhere(AboutScreening):
    """Moot once the showings, or the bookings, have moved."""

    name = "screenings.booked-elsewhere"
    label = _("A screen is booked elsewhere at the time of a showing")
    template = "screenings/mail/booked_elsewhere.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values, meant = super().values(reminder), set(reminder.data["showings"])
        clashes = [each for each in clashes_of(values["screening"]) if each.showing in meant]
        if not clashes:
            raise Moot
        showings = Showing.objects.select_related("film", "screen").in_bulk(
            {each.showing for each in clashes}
        )
        return values | {"clashes": [(showings[each.showing], each) for each in clashes]}


class MaterialsDue(AboutScreening):
    """What is not done and due by the day it is sent; moot if all is."""

    name = "screenings.materials-due"
    label = _("Copies or keys of a screening are due")
    template = "screenings/mail/materials_due.md"
    goes_together = True
    keeps_quiet = True
    is_optional = True

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        today = timezone.localdate(timezone=values["venue"].zone)
        due = [
            each for each in materials_of(values["screening"]) if each.due_on <= today and not each.is_done
        ]
        if not due:
            raise Moot
        return values | {"materials": due}


class HoldOver(About):
    """The draft is called off with its hold, so nothing of its timetable is left."""

    name = "screenings.hold-over"
    label = _("A hold of screens is over")
    template = "screenings/mail/hold_over.md"
    model = Screening
    joins = ("venue", "film", "plan_request")

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.CANCELLED

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        screening: Screening = values["screening"]
        request = screening.plan_request
        again = settings.SITE_URL + request.get_absolute_url() if request else ""
        return values | {"venue": screening.venue, "desk": again}


class ScreeningSuspended(AboutScreening):
    name = "screenings.screening-suspended"
    label = _("A screening is suspended from sale")
    template = "screenings/mail/screening_suspended.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.SUSPENDED

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        screening: Screening = values["screening"]
        return values | {
            "reasons": coverage_of(screening, after=timezone.now()).reasons,
            "registered": screening.registrations.coming().people(),
        }


class ScreeningSuspendedForOffice(ScreeningSuspended):
    name = "screenings.screening-suspended-office"
    label = _("A screening has lost its licence")
    is_for_the_office = True
    button = "publish"


class ScreeningResumed(AboutScreening):
    name = "screenings.screening-resumed"
    label = _("A screening is on sale again")
    template = "screenings/mail/screening_resumed.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.PUBLISHED


class ScreeningResumedForOffice(ScreeningResumed):
    name = "screenings.screening-resumed-office"
    label = _("A screening has a licence again")
    is_for_the_office = True


class ReturnDue(AboutScreening):
    name = "screenings.return-due"
    label = _("An attendance report is due")
    template = "screenings/mail/return_due.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.PUBLISHED and row.licence is not None

    def values(self, reminder: Reminder) -> dict[str, Any]:
        return super().values(reminder) | {"due_by": date.fromisoformat(reminder.data["by"])}
