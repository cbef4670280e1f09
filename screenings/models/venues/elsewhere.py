"""What a venue's screens are booked for outside Longtake, as the calendars that the venue names say."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from screenings.models.venues.places import Screen, Venue
from wording.one_line import one_line


class OutsideCalendar(models.Model):
    """An iCalendar at an address, which is fetched again and again. What was read last stays until it can be read again.

    The address is a secret of the venue: whoever knows it can read the calendar.
    """

    venue = models.ForeignKey(
        Venue, models.CASCADE, related_name="outside_calendars", verbose_name=_("venue")
    )
    screen = models.ForeignKey(
        Screen,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="outside_calendars",
        verbose_name=_("screen"),
        help_text=_("Empty: what it says takes all screens of the venue."),
    )
    name = models.CharField(_("name"), max_length=100, validators=[one_line])
    address = models.URLField(_("address"), max_length=1000)
    asked_at = models.DateTimeField(_("last asked"), null=True, blank=True, editable=False)
    read_at = models.DateTimeField(_("last read"), null=True, blank=True, editable=False)
    fault = models.CharField(_("what went wrong"), max_length=500, blank=True, editable=False)

    class Meta:
        verbose_name = _("calendar of outside bookings")
        verbose_name_plural = _("calendars of outside bookings")
        ordering = ("venue", "name", "pk")
        constraints = [
            models.UniqueConstraint(fields=["venue", "address"], name="outside_calendar_once"),
            models.CheckConstraint(
                condition=Q(address__startswith="https://") | Q(address__startswith="http://"),
                name="outside_calendar_on_the_web",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("screenings:desk-venue", args=[self.venue.slug])


class OutsideBooking(models.Model):
    """A time for which a calendar takes a screen; one row for each screen that it takes."""

    calendar = models.ForeignKey(
        OutsideCalendar, models.CASCADE, related_name="bookings", verbose_name=_("calendar")
    )
    screen = models.ForeignKey(
        Screen, models.CASCADE, related_name="outside_bookings", verbose_name=_("screen")
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    what = models.CharField(_("what"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("outside booking")
        verbose_name_plural = _("outside bookings")
        ordering = ("starts_at", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="outside_booking_forward")
        ]
        indexes = [models.Index(fields=["screen", "ends_at"], name="outside_booking_by_end")]

    def __str__(self) -> str:
        return f"{self.what or self.calendar}, {self.starts_at:%Y-%m-%d %H:%M} UTC"
