"""Venues, with a time zone and opening hours, and their screens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, ExtractHour, ExtractMinute, Mod
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import validate_time_zone
from catalog.models import ScreeningCopy
from licensing.models import Institution
from revisions.triggers import touching
from screenings.access import ACCESS_WORDS, ASKED_WORDS, DEVICES, Access
from screenings.reach import MOST_PEOPLE
from wording.bounds import LONGEST_PROSE, at_most
from wording.codes import validate_country
from wording.one_line import one_line, one_line_constraint

DEVICE_CHOICES = [(each.value, _(ACCESS_WORDS[each])) for each in DEVICES]
ASKED_CHOICES = [(each.value, _(words)) for each, words in ASKED_WORDS.items()]


class VenueQuerySet(models.QuerySet["Venue"]):
    def usable_by(
        self, institutions: Iterable[Institution] | models.QuerySet[Institution, Any]
    ) -> VenueQuerySet:
        """Those where one of the institutions may present: its own, those open to hire, and those that name it."""
        named = Venue.hirers.through.objects.filter(institution__in=institutions).values("venue")
        return self.filter(Q(institution__in=institutions) | Q(open_to_hire=True) | Q(pk__in=named))


@pghistory.track()
class Venue(models.Model):
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=200, validators=[one_line])
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="venues", verbose_name=_("run by")
    )
    open_to_hire = models.BooleanField(
        _("open to hire"),
        default=False,
        help_text=_("Every institution may plan screenings here, as long as the screens are free."),
    )
    hirers = models.ManyToManyField(
        Institution,
        related_name="hired_venues",
        blank=True,
        verbose_name=_("may also be used by"),
        help_text=_("Institutions that may plan screenings here although the venue is not theirs."),
    )
    time_zone = models.CharField(_("time zone"), max_length=60, validators=[validate_time_zone])
    address = models.CharField(_("address"), max_length=300, blank=True, validators=[one_line])
    city = models.CharField(_("city"), max_length=120, validators=[one_line])
    country = models.CharField(_("country"), max_length=2, validators=[validate_country])
    curfew = models.TimeField(
        _("curfew"),
        null=True,
        blank=True,
        help_text=_("Everyone must have left by then. Empty: the closing time applies."),
    )
    doors_minutes = models.PositiveSmallIntegerField(
        _("doors"), default=20, help_text=_("Minutes before a showing at which the audience is let in.")
    )
    is_sample = models.BooleanField(_("sample data"), default=False)
    access = models.TextField(
        _("access"),
        max_length=LONGEST_PROSE,
        blank=True,
        help_text=_("Steps, seats for wheelchairs, hearing loop, toilets."),
    )
    getting_there = models.TextField(
        _("how to get there"),
        max_length=LONGEST_PROSE,
        blank=True,
        db_default="",
        help_text=_("Stops and lines, cycle stands, parking, and the way from there."),
    )

    objects = VenueQuerySet.as_manager()

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ("name", "pk")
        constraints = [
            at_most(LONGEST_PROSE, "access", name="venue_access_bounded"),
            at_most(LONGEST_PROSE, "getting_there", name="venue_getting_there_bounded"),
            *(one_line_constraint(field, f"venue_{field}_one_line") for field in ("name", "address", "city")),
        ]
        triggers = touching("programme")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("screenings:venue", args=[self.slug])

    def admits(self, institution: Institution) -> bool:
        """Whether an institution may present here. One query at most."""
        return (
            self.open_to_hire
            or self.institution_id == institution.pk
            or self.hirers.filter(pk=institution.pk).exists()
        )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


DAY = 24 * 60
OVERLAP = _("These hours overlap with others of the venue: remove those first.")


def _of_week() -> Func:
    """The minutes of the week in which it is open, and those a week later too, so that the night of Sunday meets Monday."""
    opens, closes = (ExtractHour(each) * 60 + ExtractMinute(each) for each in ("opens", "closes"))
    begins = F("weekday") * DAY + opens
    ends = begins + Mod(closes - opens + DAY, DAY)
    weeks = (
        Func(_whole(begins + later), _whole(ends + later), function="int4range") for later in (0, 7 * DAY)
    )
    return Func(*weeks, function="int4multirange")


def _whole(minutes: Combinable) -> Cast:
    return Cast(minutes, models.IntegerField())


class OpeningHours(models.Model):
    """One opening on one weekday. If `closes` is not after `opens`, it closes on the next day. No two of a venue share a minute."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="opening_hours", verbose_name=_("venue"))
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("opens"), default=time(10))
    closes = models.TimeField(_("closes"), default=time(23))

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ("venue", "weekday", "opens")
        constraints = [
            models.UniqueConstraint(fields=["venue", "weekday", "opens"], name="opening_once"),
            models.CheckConstraint(condition=~Q(opens=F("closes")), name="opening_has_length"),
            ExclusionConstraint(
                name="opening_hours_apart",
                expressions=[("venue", RangeOperators.EQUAL), (_of_week(), RangeOperators.OVERLAPS)],
                violation_error_code="overlap",
                violation_error_message=OVERLAP,
            ),
        ]
        triggers = touching("programme")

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}-{self.closes:%H:%M}"


class Closure(models.Model):
    """Days on which a venue is closed, including both the first and the last."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="closures", verbose_name=_("venue"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ("venue", "first_day")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="closure_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day} - {self.last_day}"


class MealPlace(models.Model):
    """Where one can eat near a venue, within a meal break."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="meal_places", verbose_name=_("venue"))
    name = models.CharField(_("name"), max_length=100, validators=[one_line])
    minutes = models.PositiveSmallIntegerField(
        _("minutes on foot"),
        default=0,
        validators=[MaxValueValidator(60)],
        help_text=_("One way. 0: in the building."),
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        validators=[one_line],
        help_text=_("Such as: soup and bread, closed on Mondays."),
    )

    class Meta:
        verbose_name = _("meal place")
        verbose_name_plural = _("meal places")
        ordering = ("venue", "minutes", "name")
        constraints = [
            models.UniqueConstraint(fields=["venue", "name"], name="meal_place_once"),
            models.CheckConstraint(condition=Q(minutes__lte=60), name="meal_place_near_by"),
            models.CheckConstraint(condition=~Q(name=""), name="meal_place_has_name"),
            one_line_constraint("name", "meal_place_name_one_line"),
            one_line_constraint("note", "meal_place_note_one_line"),
        ]
        triggers = touching("programme")

    def __str__(self) -> str:
        return self.name


class HouseStyle(models.Model):
    """How a venue likes its days, under a name: `wishes` are the planner's settings as plain data (`planning.styles`)."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="styles", verbose_name=_("venue"))
    name = models.CharField(_("name"), max_length=80, validators=[one_line])
    is_usual = models.BooleanField(
        _("usual"), default=False, help_text=_("New requests to the planner for this venue begin with it.")
    )
    wishes = models.JSONField(_("wishes"))

    class Meta:
        verbose_name = _("house style")
        verbose_name_plural = _("house styles")
        ordering = ("venue", "name")
        constraints = [
            models.UniqueConstraint(fields=["venue", "name"], name="style_name_unique"),
            models.UniqueConstraint(fields=["venue"], condition=Q(is_usual=True), name="one_usual_style"),
            models.CheckConstraint(condition=~Q(name=""), name="style_has_name"),
            one_line_constraint("name", "style_name_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.venue}: {self.name}"


class Screen(models.Model):
    """A room: how many seats it has, how long it takes to set up and to clear."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="screens", verbose_name=_("venue"))
    name = models.CharField(_("name"), max_length=100, validators=[one_line])
    capacity = models.PositiveIntegerField(_("seats"), validators=[MaxValueValidator(MOST_PEOPLE)])
    set_up = models.PositiveSmallIntegerField(
        _("set-up"), default=0, help_text=_("Minutes before a showing.")
    )
    turnaround = models.PositiveSmallIntegerField(
        _("turnaround"), default=15, help_text=_("Minutes after a showing.")
    )
    wheelchair_places = models.PositiveSmallIntegerField(
        _("places for wheelchairs"),
        null=True,
        blank=True,
        help_text=_("Empty: nobody has said. 0: there are none."),
    )
    devices = ArrayField(
        models.CharField(max_length=20, choices=DEVICE_CHOICES),
        verbose_name=_("devices"),
        default=list,
        db_default=[],
        blank=True,
        help_text=_(
            "What people with poor hearing or sight can borrow or switch to: captions, description, loop."
        ),
    )
    formats = ArrayField(
        models.CharField(max_length=20, choices=ScreeningCopy.Format),
        verbose_name=_("formats"),
        default=list,
        blank=True,
    )

    class Meta:
        verbose_name = _("screen")
        verbose_name_plural = _("screens")
        ordering = ("venue", "name")
        constraints = [
            models.UniqueConstraint(fields=["venue", "name"], name="screen_name_unique"),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="screen_has_seats"),
            models.CheckConstraint(condition=Q(capacity__lte=MOST_PEOPLE), name="screen_within_reach"),
            models.CheckConstraint(
                condition=Q(wheelchair_places=None) | Q(wheelchair_places__lte=F("capacity")),
                name="screen_wheelchairs_among_seats",
                violation_error_message=_("There are more places for wheelchairs than seats."),
            ),
            models.CheckConstraint(
                condition=Q(devices__contained_by=[each.value for each in DEVICES]),
                name="screen_devices_known",
            ),
            one_line_constraint("name", "screen_name_one_line"),
        ]
        triggers = touching("programme")

    def __str__(self) -> str:
        return f"{self.venue}, {self.name}"

    @property
    def access(self) -> tuple[Access, ...]:
        """What it has for those who need it."""
        devices = tuple(Access(each) for each in self.devices)
        return (*devices, Access.WHEELCHAIRS) if self.wheelchair_places else devices

    @property
    def format_names(self) -> list[str]:
        names = dict(ScreeningCopy.Format.choices)
        return [str(names[each]) for each in self.formats if each in names]
