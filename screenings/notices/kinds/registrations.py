"""What each of screenings' notices says. Times are the venue's; the day's programme stands in the mail as a reel in characters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from licensing.notices.kinds import About
from reminders.kinds import register
from reminders.models import Reminder
from screenings.models import Registration, Screening, Showing
from screenings.programme.coverage import coverage_of, licence_that_would_cover
from screenings.schedules.timetable import Day, Timetable, timetable_of


def reels(days: Sequence[Day]) -> str:
    """The days' reels in characters, which a template prints through the filter `columns`."""
    return "\n\n".join(day.reel(date_format(day.day, "SHOWING_DAY_FORMAT")).as_text() for day in days)


class AboutRegistration(About):
    """A notice to a registered person, whom `data` names. It is sent only while they hold places that they confirmed."""

    model = Registration

    def row(self, reminder: Reminder) -> Registration | None:
        return Registration.objects.select_related("user").filter(pk=reminder.data["registration"]).first()

    def still_holds(self, row: Registration) -> bool:
        return row.state == Registration.State.CONFIRMED

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        if context is None:
            return None
        registration: Registration = context["registration"]
        screening = Screening.objects.with_listing().get(pk=registration.screening_id)
        held = set(registration.places.values_list("showing", flat=True))
        return context | {
            "screening": screening,
            "venue": screening.venue,
            "schedule": settings.SITE_URL + screening.get_absolute_url(),
            "mine": _only(timetable_of(screening), held),
        }


def _only(timetable: Timetable, showings: set[int]) -> list[Day]:
    """The days with a showing that somebody holds a place at, whole: what they do not hold is part of the day too."""
    return [
        day
        for day in timetable.days
        if any(entry.shown.showing and entry.shown.showing.pk in showings for entry in day.entries)
    ]


class AboutPlaces(AboutRegistration):
    """A notice that names every showing at which the person holds a place."""

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        if context is None:
            return None
        registration: Registration = context["registration"]
        rows = Showing.objects.standing().with_listing().filter(places__registration=registration)
        calendar = reverse("screenings:registration-calendar", args=[registration.token])
        return context | {
            "showings": list(rows.order_by("starts_at")),
            "calendar": settings.SITE_URL + calendar,
            "reel": reels(context["mine"]),
            "days": len(context["mine"]),
        }


class RegistrationToConfirm(AboutPlaces):
    """The question to an address that nobody has confirmed yet. It says nothing that a stranger typed."""

    name = "screenings.registration-to-confirm"
    label = _("A registration is to be confirmed")
    template = "screenings/mail/registration_to_confirm.md"

    def still_holds(self, row: Registration) -> bool:
        return row.state == Registration.State.TO_CONFIRM


class RegistrationConfirmed(AboutPlaces):
    name = "screenings.registration-confirmed"
    label = _("A registration is confirmed")
    template = "screenings/mail/registration_confirmed.md"


class RegisteredAlready(AboutPlaces):
    name = "screenings.registered-already"
    label = _("Somebody registers again with the same address")
    template = "screenings/mail/registered_already.md"


class ShowingTomorrow(AboutRegistration):
    name = "screenings.showing-tomorrow"
    label = _("Your showing is tomorrow")
    template = "screenings/mail/showing_tomorrow.md"

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        if context is None:
            return None
        day = date.fromisoformat(reminder.data["day"])
        days = [each for each in context["mine"] if each.day == day]
        if not days or day <= timezone.localdate(timezone=context["venue"].zone):
            return None
        return context | {"day": days[0], "first": days[0].entries[0].shown, "reel": reels(days)}


class AboutShowing(AboutRegistration):
    """A notice to a registered person about one showing, its subject."""

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        if context is None:
            return None
        showing = Showing.objects.with_listing().filter(pk=reminder.subject.rpartition(":")[2]).first()
        return context | {"showing": showing} if showing and self.holds_for(showing) else None

    def holds_for(self, showing: Showing) -> bool:
        return not showing.is_cancelled


class NextPartSoon(AboutShowing):
    name = "screenings.next-part-soon"
    label = _("The next part begins soon")
    template = "screenings/mail/next_part_soon.md"

    def holds_for(self, showing: Showing) -> bool:
        return not showing.is_cancelled and showing.starts_at > timezone.now()


class ShowingMoved(AboutShowing):
    name = "screenings.showing-moved"
    label = _("A showing has moved")
    template = "screenings/mail/showing_moved.md"

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        return context | {"before": datetime.fromisoformat(reminder.data["before"])} if context else None


class ShowingCancelled(AboutShowing):
    name = "screenings.showing-cancelled"
    label = _("A showing is called off")
    template = "screenings/mail/showing_cancelled.md"

    def holds_for(self, showing: Showing) -> bool:
        return showing.is_cancelled


class ScreeningCancelled(AboutRegistration):
    name = "screenings.screening-cancelled"
    label = _("A screening is called off")
    template = "screenings/mail/screening_cancelled.md"


class AboutScreening(About):
    """A notice to a programmer. It is not sent once the screening is called off."""

    model = Screening
    joins = ("venue", "film", "institution", "licence")

    def still_holds(self, row: Screening) -> bool:
        return row.status != Screening.Status.CANCELLED

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        if context is None:
            return None
        screening = Screening.objects.with_listing().select_related("licence").get(pk=context["screening"].pk)
        timetable = timetable_of(screening)
        if not timetable.days:
            return None
        return context | {
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

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        if context is None:
            return None
        screening: Screening = context["screening"]
        return context | {"registered": screening.registrations.confirmed().count()}


class LicenceMissing(AboutScreening):
    name = "screenings.licence-missing"
    label = _("A licence is missing for a screening")
    template = "screenings/mail/licence_missing.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.DRAFT

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        if context is None or coverage_of(context["screening"]).allowed:
            return None
        return context | {"offer": licence_that_would_cover(context["screening"])}


class ReturnDue(AboutScreening):
    name = "screenings.return-due"
    label = _("A return of attendance is due")
    template = "screenings/mail/return_due.md"

    def still_holds(self, row: Screening) -> bool:
        return row.status == Screening.Status.PUBLISHED and row.licence is not None

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        context = super().context(reminder)
        return context | {"due_by": date.fromisoformat(reminder.data["by"])} if context else None


def register_all() -> None:
    for kind in (
        RegistrationToConfirm,
        RegistrationConfirmed,
        RegisteredAlready,
        ShowingTomorrow,
        NextPartSoon,
        ShowingMoved,
        ShowingCancelled,
        ScreeningCancelled,
        ScreeningComingUp,
        LicenceMissing,
        ReturnDue,
    ):
        register(kind())
