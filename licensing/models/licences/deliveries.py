"""What is still owed, or was handed over, under a licence: access, parcels, keys; and who downloaded what."""

from __future__ import annotations

from datetime import date, timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import ScreeningCopy
from licensing.models.licences.licences import Licence
from licensing.models.licences.masters import DeliveryFile, HostedLink
from licensing.models.licences.ways import ACCESS, PARCELS, Way
from licensing.terms.spans import Standing
from wording.bounds import at_most
from wording.one_line import one_line_constraint

DOWNLOADS_ALLOWED = 5
LONGEST_SERVERS, LONGEST_CERTIFICATES = 2_000, 40_000
LONGEST_SENT_TO = 2_000


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def to_do(self, today: date) -> DeliveryQuerySet:
        """What the office has to do, of licences that have not ended by today, most urgent first."""
        rows = self.filter(_is_alive(today), state=Delivery.State.TO_DO)
        return rows.with_listing().order_by("due_on", "pk")

    def to_return(self, today: date) -> DeliveryQuerySet:
        """Parcels that should be back."""
        out = (Delivery.State.SENT, Delivery.State.RECEIVED)
        return self.filter(state__in=out, return_by__lt=today).with_listing().order_by("return_by", "pk")

    def to_close(self, today: date) -> DeliveryQuerySet:
        """Streams that a host still shows although their licence is no longer in force."""
        rows = self.filter(~_is_alive(today), way=Way.STREAM, state=Delivery.State.GIVEN)
        return rows.with_listing().order_by("pk")

    def with_listing(self) -> DeliveryQuerySet:
        return self.select_related("licence__institution", "licence__film__part_of", "copy__film", "link")


def _is_alive(today: date) -> Exists:
    """Whether a delivery's licence is in force or still to begin. Asked of each delivery: all licences would be very many."""
    in_force, to_come = (
        Licence.objects.standing_as(each, today) for each in (Standing.IN_FORCE, Standing.NOT_YET)
    )
    return Exists((in_force | to_come).filter(pk=OuterRef("licence")))


@pghistory.track()
class Delivery(models.Model):
    """One obligation of a licence. Dates are the office's days."""

    class State(models.TextChoices):
        TO_DO = "to-do", _("to do")
        GIVEN = "given", _("access given")
        SENT = "sent", _("sent")
        RECEIVED = "received", _("received")
        RETURNED = "returned", _("returned")
        CLOSED = "closed", _("access closed")

    licence = models.ForeignKey(Licence, models.PROTECT, related_name="deliveries", verbose_name=_("licence"))
    way = models.CharField(_("delivery method"), max_length=20, choices=Way)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.TO_DO)
    due_on = models.DateField(_("due on"))
    copy = models.ForeignKey(
        ScreeningCopy, models.PROTECT, null=True, blank=True, related_name="deliveries",
        verbose_name=_("screening copy"),
    )  # fmt: skip
    link = models.ForeignKey(
        HostedLink, models.PROTECT, null=True, blank=True, related_name="deliveries",
        verbose_name=_("hosted link"),
    )  # fmt: skip
    stream_key = models.CharField(_("stream key"), max_length=100, blank=True)
    downloads_allowed = models.PositiveSmallIntegerField(
        _("downloads allowed"), default=DOWNLOADS_ALLOWED, help_text=_("Of each file.")
    )
    given_at = models.DateTimeField(_("given at"), null=True, blank=True)
    carrier = models.CharField(_("carrier"), max_length=60, blank=True)
    tracking_number = models.CharField(_("tracking number"), max_length=60, blank=True)
    sent_to = models.TextField(_("sent to"), max_length=LONGEST_SENT_TO, blank=True)
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    return_by = models.DateField(_("return by"), null=True, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ("licence", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="to-do")
                | Q(way__in=ACCESS, state__in=("given", "closed"))
                | Q(way__in=PARCELS, state__in=("sent", "received", "returned"))
                | Q(way=Way.KEY, state="sent"),
                name="delivery_state_fits_its_way",
            ),
            models.CheckConstraint(
                condition=~Q(state="given") | Q(given_at__isnull=False), name="delivery_given_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("sent", "received", "returned")) | Q(sent_on__isnull=False),
                name="delivery_sent_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(way__in=PARCELS, state__in=("sent", "received", "returned")) | ~Q(carrier=""),
                name="delivery_parcel_has_a_carrier",
            ),
            models.CheckConstraint(
                condition=Q(return_by=None) | Q(return_by__gte=F("sent_on")),
                name="delivery_returned_after_sent",
            ),
            models.CheckConstraint(
                condition=~Q(way=Way.STREAM, state="given") | Q(link__isnull=False),
                name="delivery_stream_has_a_link",
            ),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="delivery_way_known"),
            models.UniqueConstraint(
                fields=["licence", "way"], condition=Q(way__in=ACCESS), name="delivery_access_once"
            ),
            at_most(LONGEST_SENT_TO, "sent_to", name="delivery_sent_to_bounded"),
            one_line_constraint("tracking_number", "delivery_tracking_number_one_line"),
            one_line_constraint("carrier", "delivery_carrier_one_line"),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(state="to-do"), name="delivery_to_do")]

    def __str__(self) -> str:
        return f"{self.licence}, {self.get_way_display()}"

    def get_absolute_url(self) -> str:
        return reverse("licensing:delivery", args=[self.licence.number])

    @property
    def is_parcel(self) -> bool:
        return self.way in PARCELS

    @property
    def address(self) -> str:
        """Where the stream is; empty without one."""
        return self.link.for_key(self.stream_key) if self.link else ""


class KeyRequest(models.Model):
    """What a key (KDM) is made from: the event's days, and the servers with their certificates (SMPTE ST 430-1)."""

    delivery = models.OneToOneField(
        Delivery, models.PROTECT, related_name="key_request", verbose_name=_("delivery")
    )
    venue = models.CharField(_("venue"), max_length=200)
    first_day = models.DateField(_("first day of the event"))
    last_day = models.DateField(_("last day of the event"))
    servers = models.TextField(
        _("servers"), max_length=LONGEST_SERVERS,
        help_text=_("One on each line: maker, model and serial number."),
    )  # fmt: skip
    certificates = models.TextField(_("certificates"), max_length=LONGEST_CERTIFICATES, blank=True)
    send_to = models.EmailField(_("send the key to"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)

    class Meta:
        verbose_name = _("key request")
        verbose_name_plural = _("key requests")
        ordering = ("first_day", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="key_event_ends_after_start",
                violation_error_message=_("The event ends before it begins."),
            ),
            models.CheckConstraint(condition=~Q(servers=""), name="key_names_servers"),
            at_most(LONGEST_SERVERS, "servers", name="key_request_servers_bounded"),
            at_most(LONGEST_CERTIFICATES, "certificates", name="key_request_certificates_bounded"),
            one_line_constraint("venue", "key_request_venue_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.venue}, {self.first_day}"

    @property
    def valid_until(self) -> date:
        """The window ends with the day after the event."""
        return self.last_day + timedelta(days=1)


class Download(models.Model):
    """One counted download: who, which file, when. It can be resumed; each transfer adds to what was asked."""

    delivery = models.ForeignKey(
        Delivery, models.PROTECT, related_name="downloads", verbose_name=_("delivery")
    )
    file = models.ForeignKey(DeliveryFile, models.PROTECT, related_name="downloads", verbose_name=_("file"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person")
    )
    begun_at = models.DateTimeField(_("begun at"))
    last_at = models.DateTimeField(_("last transfer"), null=True, blank=True)
    transfers = models.PositiveIntegerField(_("transfers"), default=0)
    bytes_asked = models.PositiveBigIntegerField(_("bytes asked for"), default=0)

    objects = models.Manager["Download"]()

    class Meta:
        verbose_name = _("download")
        verbose_name_plural = _("downloads")
        ordering = ("-begun_at", "-pk")

    def __str__(self) -> str:
        return f"{self.file}, {self.person}"
