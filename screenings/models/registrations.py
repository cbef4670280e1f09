"""Registrations: who comes to which showings."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.addresses import FORGOTTEN
from screenings.models.screenings import Screening, Showing
from screenings.reach import MOST_TOGETHER
from wording.one_line import one_line, one_line_constraint


def new_token() -> str:
    return secrets.token_urlsafe(24)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def standing(self) -> RegistrationQuerySet:
        """Registrations that hold places, whether the address is confirmed or not."""
        return self.filter(cancelled_at=None)

    def confirmed(self) -> RegistrationQuerySet:
        """Standing ones whose address is confirmed. Only these are ever sent anything but the question."""
        return self.standing().filter(confirmed_at__isnull=False)

    def reachable(self) -> RegistrationQuerySet:
        """Confirmed ones that may be written to; who is forgotten may not."""
        return self.confirmed().exclude(email__endswith=FORGOTTEN)

    def told_of(self, showings: Iterable[int]) -> RegistrationQuerySet:
        """Reachable ones that hold a place at one of these showings, by their keys, or wait for one: whom a move concerns."""
        keys = list(showings)
        holds = Place.objects.filter(registration=models.OuterRef("pk"), showing__in=keys)
        waits = Wait.showings.through.objects.filter(
            wait__registration=models.OuterRef("pk"), showing__in=keys
        )
        return self.reachable().filter(models.Exists(holds) | models.Exists(waits))

    def coming(self) -> RegistrationQuerySet:
        """Confirmed ones that hold a place; who only waits for one is left out."""
        return self.confirmed().filter(
            models.Exists(Place.objects.filter(registration=models.OuterRef("pk")))
        )

    def in_line(self) -> RegistrationQuerySet:
        """Confirmed ones that wait for places, or have an offer of some. They may hold places at other showings."""
        return self.confirmed().filter(wait__isnull=False)

    def people_by_screening(self) -> Coalesce:
        """How many people these are for at the screening of the outer query, as a column of it."""
        mine = self.filter(screening=models.OuterRef("pk")).order_by().values("screening")
        return Coalesce(models.Subquery(mine.annotate(sum=models.Sum("people")).values("sum")), 0)

    def people(self) -> int:
        """How many people these registrations are for. One query."""
        return int(self.aggregate(sum=models.Sum("people"))["sum"] or 0)

    def overdue(self) -> RegistrationQuerySet:
        """Standing ones that were not confirmed in time. Others may take their places."""
        return self.standing().filter(confirmed_at=None, held_until__lte=timezone.now())


class Registration(models.Model):
    """The places of a person, and of those who come with them, at the showings of one screening. A pass holds them at every one.

    The places are held until `held_until`; they stay if the owner of the address confirms by then. One that holds no place
    waits for some (`Wait`). `forgotten_at`: when the person had what we know of them deleted.
    """

    class State(models.TextChoices):
        TO_CONFIRM = "to-confirm", _("to be confirmed")
        CONFIRMED = "confirmed", _("confirmed")
        EXPIRED = "expired", _("not confirmed in time")
        GIVEN_BACK = "given-back", _("given back")
        FORGOTTEN = "forgotten", _("deleted on request")

    screening = models.ForeignKey(
        Screening, models.PROTECT, related_name="registrations", verbose_name=_("screening")
    )
    name = models.CharField(_("name"), max_length=150, validators=[one_line])
    email = models.EmailField(_("e-mail address"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("person"),
    )
    language = models.CharField(_("language"), max_length=12, default="en")
    people = models.PositiveSmallIntegerField(
        _("people"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_TOGETHER)]
    )
    is_pass = models.BooleanField(_("pass for all"), default=False)
    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token, editable=False)
    created_at = models.DateTimeField(_("registered"), auto_now_add=True)
    held_until = models.DateTimeField(_("held until"), null=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    mailed_at = models.DateTimeField(_("last mailed for registering"), null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(_("given back"), null=True, blank=True)
    forgotten_at = models.DateTimeField(_("deleted on request"), null=True, blank=True, editable=False)
    showings = models.ManyToManyField(Showing, through="Place", related_name="registrations")
    given_up = models.ManyToManyField(
        Showing,
        related_name="+",
        blank=True,
        editable=False,
        verbose_name=_("given up"),
        help_text=_("At which they held places before: calendars that have them must be told."),
    )
    changes = models.PositiveIntegerField(_("changes"), default=0, editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ("screening", "created_at", "pk")
        indexes = [
            models.Index(fields=["email"], condition=Q(confirmed_at=None), name="registration_unconfirmed"),
            models.Index(
                fields=["held_until"],
                condition=Q(confirmed_at=None, cancelled_at=None),
                name="registration_held",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "screening",
                Lower("email"),
                condition=Q(cancelled_at=None),
                name="registered_once",
                violation_error_message=_("This address is already registered for this screening."),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=False) | Q(held_until__isnull=False),
                name="registration_confirmed_or_held",
            ),
            one_line_constraint("name", "registration_name_one_line"),
            models.CheckConstraint(
                condition=Q(people__gte=1, people__lte=MOST_TOGETHER), name="registration_for_so_many"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.screening}"

    def get_absolute_url(self) -> str:
        return reverse("screenings:registration", args=[self.token])

    @property
    def ticket(self) -> str:
        """What the person shows at the door, also as a QR code. It says nothing of the token, which opens their page."""
        digest = hashlib.sha256(f"ticket:{self.token}".encode()).digest()
        code = base64.b32encode(digest)[:10].decode()
        return f"{code[:5]}-{code[5:]}"

    @property
    def is_forgotten(self) -> bool:
        """Whether nobody is known here any more, because they asked for it or after a time: nothing changes it then."""
        return self.forgotten_at is not None or self.email.endswith(FORGOTTEN)

    @property
    def state(self) -> State:
        """A hold has expired when its time is over, even before its places have been freed."""
        if self.forgotten_at is not None:
            return self.State.FORGOTTEN
        ended = self.cancelled_at or timezone.now()
        if self.confirmed_at is None and self.held_until is not None and self.held_until <= ended:
            return self.State.EXPIRED
        if self.cancelled_at is not None:
            return self.State.GIVEN_BACK
        return self.State.TO_CONFIRM if self.confirmed_at is None else self.State.CONFIRMED


class Place(models.Model):
    """The places of one registration at one showing: one for each of its people."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="places", verbose_name=_("registration")
    )
    showing = models.ForeignKey(Showing, models.PROTECT, related_name="places", verbose_name=_("showing"))
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    arrived = models.PositiveSmallIntegerField(_("of them here"), default=0)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("registration", "showing")
        constraints = [
            models.UniqueConstraint(fields=["registration", "showing"], name="one_place_a_showing"),
            models.CheckConstraint(condition=Q(people__gte=1), name="place_for_someone"),
            models.CheckConstraint(condition=Q(arrived__lte=F("people")), name="place_holds_who_arrived"),
        ]

    def __str__(self) -> str:
        return f"{self.registration}: {self.showing}"


class Arrival(models.Model):
    """People let in at the door, or let in by mistake (a negative number), as one device entered it.

    `key` is the device's, so that what it sends again is entered once. `Place.arrived` is what they come to in the
    order of `at`, each kept within none and all who have places.
    """

    key = models.UUIDField(_("key"), unique=True, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="arrivals", verbose_name=_("place"))
    people = models.SmallIntegerField(_("people"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("let in by")
    )

    class Meta:
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")
        ordering = ("at", "pk")
        constraints = [models.CheckConstraint(condition=~Q(people=0), name="arrival_of_someone")]

    def __str__(self) -> str:
        return f"{self.people}, {self.place}"


class WaitQuerySet(models.QuerySet["Wait"]):
    def in_line(self) -> WaitQuerySet:
        """Those whose turn has not come, in the order in which it does. Who has not confirmed the address does not stand in it."""
        confirmed = Q(registration__confirmed_at__isnull=False, registration__cancelled_at=None)
        return self.filter(confirmed, offered_until=None).order_by("joined_at", "pk")

    def offered(self) -> WaitQuerySet:
        return self.filter(offered_until__isnull=False)


class Wait(models.Model):
    """A registration's turn in the line for places that are taken, at all of its showings together.

    While they are offered, the showings count them as taken (`Showing.booked`). Whoever changes one locks the showings of
    the screening.
    """

    registration = models.OneToOneField(
        Registration, models.CASCADE, related_name="wait", verbose_name=_("registration")
    )
    showings = models.ManyToManyField(Showing, related_name="waits", verbose_name=_("showings"))
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    joined_at = models.DateTimeField(_("waits since"))
    offered_until = models.DateTimeField(_("offered until"), null=True, blank=True)

    objects = WaitQuerySet.as_manager()

    class Meta:
        verbose_name = _("turn in the waiting list")
        verbose_name_plural = _("waiting list")
        ordering = ("joined_at", "pk")
        indexes = [
            models.Index(
                fields=["offered_until"], condition=Q(offered_until__isnull=False), name="wait_offered"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gte=1, people__lte=MOST_TOGETHER), name="wait_for_so_many"
            ),
            models.CheckConstraint(
                condition=Q(offered_until=None) | Q(offered_until__gt=F("joined_at")),
                name="wait_offered_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return str(self.registration)

    @property
    def is_offered(self) -> bool:
        """Whether the places are held for the person now."""
        return self.offered_until is not None and self.offered_until > timezone.now()
