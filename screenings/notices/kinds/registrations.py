"""Messages to people who registered, about their places."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reminders.kinds import About, Moot
from reminders.models import Reminder
from screenings.models import Registration, Screening, Showing, Wait
from screenings.notices.kinds.days import days_with, reels
from screenings.schedules.timetable import timetable_of


class AboutRegistration(About):
    """A notice to a registered person, whom `data` names. It is sent only while they hold places that they confirmed."""

    model = Registration

    def row(self, reminder: Reminder) -> Registration | None:
        return Registration.objects.select_related("user").filter(pk=reminder.data["registration"]).first()

    def still_holds(self, row: Registration) -> bool:
        return row.state == Registration.State.CONFIRMED and not row.is_forgotten

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        registration: Registration = values["registration"]
        screening = Screening.objects.with_listing().get(pk=registration.screening_id)
        held = set(registration.places.values_list("showing", flat=True))
        return values | {
            "screening": screening,
            "venue": screening.venue,
            "schedule": settings.SITE_URL + screening.get_absolute_url(),
            "mine": days_with(timetable_of(screening), held),
        }


class AboutPlaces(AboutRegistration):
    """A notice that names every showing at which the person holds a place."""

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        registration: Registration = values["registration"]
        rows = Showing.objects.standing().with_listing().filter(places__registration=registration)
        waits = Showing.objects.standing().with_listing().filter(waits__registration=registration)
        calendar = reverse("screenings:registration-calendar", args=[registration.token])
        return values | {
            "showings": list(rows.order_by("starts_at")),
            "waits_for": list(waits.order_by("starts_at")),
            "calendar": settings.SITE_URL + calendar,
            "reel": reels(values["mine"]),
            "days": len(values["mine"]),
        }


class RegistrationToConfirm(AboutPlaces):
    """The question to an address that is not confirmed yet. It contains nothing that a stranger typed."""

    name = "screenings.registration-to-confirm"
    label = _("A registration needs to be confirmed")
    is_awaited = True
    template = "screenings/mail/registration_to_confirm.md"

    def still_holds(self, row: Registration) -> bool:
        return row.state == Registration.State.TO_CONFIRM


class RegistrationConfirmed(AboutPlaces):
    name = "screenings.registration-confirmed"
    label = _("A registration is confirmed")
    is_awaited = True
    template = "screenings/mail/registration_confirmed.md"


class RegisteredAlready(AboutPlaces):
    name = "screenings.registered-already"
    label = _("Someone registers again with the same address")
    is_awaited = True
    template = "screenings/mail/registered_already.md"


class PlacesChanged(AboutPlaces):
    name = "screenings.places-changed"
    label = _("The places of a registration have changed")
    template = "screenings/mail/places_changed.md"


class PlacesOffered(AboutRegistration):
    """Moot once the offer is taken, declined or over."""

    name = "screenings.places-offered"
    label = _("Places are offered from the waiting list")
    is_awaited = True
    template = "screenings/mail/places_offered.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        wait = Wait.objects.filter(registration=values["registration"]).first()
        if wait is None or not wait.is_offered:
            raise Moot
        rows = Showing.objects.standing().with_listing().filter(waits=wait).order_by("starts_at")
        return values | {"wait": wait, "showings": list(rows)}


class OfferOver(AboutRegistration):
    name = "screenings.offer-over"
    label = _("An offer from the waiting list is over")
    template = "screenings/mail/offer_over.md"


class ScreeningCancelled(AboutRegistration):
    name = "screenings.screening-cancelled"
    label = _("A screening is called off")
    template = "screenings/mail/screening_cancelled.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        """With the showings for which the person had places, or for who only waited with all of them."""
        values = super().values(reminder)
        every = Showing.objects.filter(screening=values["screening"]).select_related("film")
        held = every.filter(places__registration=values["registration"])
        return values | {"showings": list((held or every).order_by("starts_at"))}
