"""Festivals: many films on several screens and days, their programme as the planner makes it, and the screenings made of it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models import Institution
from screenings.access import ASKED_WORDS
from screenings.models.screenings import Screening
from screenings.models.venues import ASKED_CHOICES, Screen, Venue
from screenings.planner.festival import Together
from screenings.reach import MOST_PEOPLE
from wording.one_line import one_line, one_line_constraint

if TYPE_CHECKING:
    from accounts.models import User

MOST_SHOWINGS_OF_A_FILM = 20


class FestivalQuerySet(models.QuerySet["Festival"]):
    def visible_to(self, user: User) -> FestivalQuerySet:
        """Those of the institutions that the user is a member of."""
        return self.filter(institution__memberships__user=user)


class Festival(models.Model):
    """Both days are included and are the venues', which are all in one time zone."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="festivals", verbose_name=_("presented by")
    )
    name = models.CharField(_("name"), max_length=200, validators=[one_line])
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    screens = models.ManyToManyField(Screen, related_name="festivals", verbose_name=_("screens"))
    liked_from = models.TimeField(
        _("liked from"), default=time(18), help_text=_("When showings start that people like.")
    )
    liked_until = models.TimeField(_("liked until"), default=time(21))
    premiere_from = models.TimeField(_("premieres from"), default=time(18), db_default=time(18))
    premiere_until = models.TimeField(_("premieres until"), default=time(20, 30), db_default=time(20, 30))
    travel_minutes = models.PositiveSmallIntegerField(
        _("minutes between two venues"), default=20, validators=[MaxValueValidator(600)]
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="festivals", verbose_name=_("created by")
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = FestivalQuerySet.as_manager()

    class Meta:
        verbose_name = _("festival")
        verbose_name_plural = _("festivals")
        ordering = ("-first_day", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="festival_days_forward"),
            models.CheckConstraint(condition=~Q(name=""), name="festival_has_name"),
            models.CheckConstraint(condition=Q(travel_minutes__lte=600), name="festival_way_bounded"),
            one_line_constraint("name", "festival_name_one_line"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("screenings:festival", args=[self.pk])


class FestivalWay(models.Model):
    """How long the way between two venues of a festival takes, in both directions, where it differs from the usual."""

    festival = models.ForeignKey(Festival, models.CASCADE, related_name="ways", verbose_name=_("festival"))
    venue = models.ForeignKey(Venue, models.CASCADE, related_name="+", verbose_name=_("venue"))
    other = models.ForeignKey(Venue, models.CASCADE, related_name="+", verbose_name=_("other venue"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), validators=[MaxValueValidator(600)])

    class Meta:
        verbose_name = _("way between two venues")
        verbose_name_plural = _("ways between two venues")
        ordering = ("festival", "pk")
        constraints = [
            models.UniqueConstraint(fields=["festival", "venue", "other"], name="festival_way_once"),
            # One way round only, so that a way is not there twice.
            models.CheckConstraint(condition=Q(venue__lt=F("other")), name="festival_way_between_two"),
            models.CheckConstraint(condition=Q(minutes__lte=600), name="festival_way_short_enough"),
        ]

    def __str__(self) -> str:
        return f"{self.venue} / {self.other}"


class FestivalFilm(models.Model):
    """A film of a festival, and how it is to be shown. Films of one strand have one audience."""

    festival = models.ForeignKey(Festival, models.CASCADE, related_name="films", verbose_name=_("festival"))
    film = models.ForeignKey(Film, models.PROTECT, related_name="festivals", verbose_name=_("film"))
    showings = models.PositiveSmallIntegerField(
        _("showings"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SHOWINGS_OF_A_FILM)],
    )
    demand = models.PositiveIntegerField(
        _("people expected at a showing"), default=100, validators=[MaxValueValidator(MOST_PEOPLE)]
    )
    strand = models.CharField(_("strand"), max_length=60, blank=True, validators=[one_line])
    premiere = models.BooleanField(_("premiere"), default=False)
    days_apart = models.PositiveSmallIntegerField(
        _("days from one showing to the next"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
    )
    guest_from = models.DateField(_("guest from"), null=True, blank=True)
    guest_until = models.DateField(_("guest until"), null=True, blank=True)
    liked_from = models.TimeField(
        _("liked from"), null=True, blank=True, help_text=_("Empty: as all films of the festival.")
    )
    liked_until = models.TimeField(_("liked until"), null=True, blank=True)
    screens = models.ManyToManyField(
        Screen,
        blank=True,
        related_name="festival_films",
        verbose_name=_("only on these screens"),
        help_text=_("None: on all that can show it."),
    )

    access = ArrayField(
        models.CharField(max_length=20, choices=ASKED_CHOICES),
        verbose_name=_("access"),
        default=list,
        db_default=[],
        blank=True,
        help_text=_("What its showings are to offer."),
    )
    accessible_showings = models.PositiveSmallIntegerField(
        _("accessible showings"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SHOWINGS_OF_A_FILM)],
        help_text=_("Empty: all of them."),
    )

    class Meta:
        verbose_name = _("film of a festival")
        verbose_name_plural = _("films of festivals")
        ordering = ("festival", "film__title", "pk")
        constraints = [
            models.UniqueConstraint(fields=["festival", "film"], name="film_once_in_a_festival"),
            models.CheckConstraint(
                condition=Q(showings__gte=1, showings__lte=MOST_SHOWINGS_OF_A_FILM),
                name="festival_film_shown",
            ),
            models.CheckConstraint(condition=Q(demand__lte=MOST_PEOPLE), name="festival_film_within_reach"),
            models.CheckConstraint(
                condition=Q(days_apart__gte=1, days_apart__lte=30), name="festival_film_days_apart"
            ),
            models.CheckConstraint(
                condition=Q(guest_from=None, guest_until=None) | Q(guest_from__lte=F("guest_until")),
                name="festival_guest_days_forward",
            ),
            models.CheckConstraint(
                condition=Q(liked_from=None, liked_until=None)
                | Q(liked_from__isnull=False, liked_until__isnull=False),
                name="festival_film_liked_from_until",
            ),
            one_line_constraint("strand", "festival_strand_one_line"),
            models.CheckConstraint(
                condition=Q(access__contained_by=[each.value for each in ASKED_WORDS]),
                name="festival_film_access_known",
            ),
            models.CheckConstraint(
                condition=Q(accessible_showings=None)
                | Q(accessible_showings__gte=1, accessible_showings__lte=F("showings")),
                name="festival_film_accessible_showings",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.film} ({self.festival})"


class FestivalPair(models.Model):
    """Two films of a festival that must not, or should not, be shown at the same time."""

    WHY = [
        (Together.FORBIDDEN.value, _("must not be shown at the same time")),
        (Together.MAKER.value, _("the same maker")),
        (Together.AUDIENCE.value, _("the same audience")),
    ]

    film = models.ForeignKey(FestivalFilm, models.CASCADE, related_name="pairs", verbose_name=_("film"))
    other = models.ForeignKey(
        FestivalFilm, models.CASCADE, related_name="pairs_of_others", verbose_name=_("other film")
    )
    why = models.CharField(_("why"), max_length=20, choices=WHY, default=Together.AUDIENCE.value)

    class Meta:
        verbose_name = _("pair of films")
        verbose_name_plural = _("pairs of films")
        ordering = ("film", "pk")
        constraints = [
            models.UniqueConstraint(fields=["film", "other", "why"], name="festival_pair_once"),
            # One way round only, so that a pair is not there twice.
            models.CheckConstraint(condition=Q(film__lt=F("other")), name="festival_pair_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.film.film} / {self.other.film}"


class FestivalLostDay(models.Model):
    """A day on which the festival cannot have one of its screens."""

    festival = models.ForeignKey(
        Festival, models.CASCADE, related_name="lost_days", verbose_name=_("festival")
    )
    screen = models.ForeignKey(
        Screen, models.CASCADE, related_name="lost_to_festivals", verbose_name=_("screen")
    )
    day = models.DateField(_("day"))

    class Meta:
        verbose_name = _("lost day of a screen")
        verbose_name_plural = _("lost days of screens")
        ordering = ("day", "screen")
        constraints = [
            models.UniqueConstraint(fields=["festival", "screen", "day"], name="festival_day_lost_once")
        ]

    def __str__(self) -> str:
        return f"{self.screen}, {self.day}"


class FestivalPin(models.Model):
    """A showing that is fixed: the `nth` of its film, counted from 1."""

    film = models.ForeignKey(FestivalFilm, models.CASCADE, related_name="pins", verbose_name=_("film"))
    nth = models.PositiveSmallIntegerField(_("showing"))
    screen = models.ForeignKey(Screen, models.CASCADE, related_name="festival_pins", verbose_name=_("screen"))
    starts_at = models.DateTimeField(_("starts"))

    class Meta:
        verbose_name = _("fixed showing")
        verbose_name_plural = _("fixed showings")
        ordering = ("starts_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["film", "nth"], name="festival_showing_fixed_once"),
            models.CheckConstraint(condition=Q(nth__gte=1), name="festival_pin_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.film.film}, {self.nth}"


class FestivalPlanQuerySet(models.QuerySet["FestivalPlan"]):
    def unanswered(self) -> FestivalPlanQuerySet:
        """Waiting, or taken by a worker (which may have died)."""
        return self.filter(status__in=(FestivalPlan.Status.WAITING, FestivalPlan.Status.RUNNING))

    def with_programme(self) -> FestivalPlanQuerySet:
        """Those whose programme can be taken, also while the planner works on it; the latest first."""
        return self.filter(programme__isnull=False).order_by("-created_at", "-pk")


class FestivalPlan(models.Model):
    """A question about a festival's programme, and the best programme so far: `question` and `programme` are the planner's own JSON.

    With `moves_least` it asks for as few moves as possible from the programme before; `moved` then says what it proved.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("planning")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("stopped")
        FAILED = "failed", _("failed")

    festival = models.ForeignKey(Festival, models.CASCADE, related_name="plans", verbose_name=_("festival"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="festival_plans", verbose_name=_("asked by")
    )
    question = models.JSONField(_("question"))
    programme = models.JSONField(_("programme"), null=True, blank=True)
    moves_least = models.BooleanField(_("moves as few as possible"), default=False)
    moved = models.JSONField(_("moved"), null=True, blank=True)
    seconds = models.PositiveSmallIntegerField(_("seconds to plan"), default=60)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.WAITING)
    error = models.TextField(_("error"), blank=True)
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = FestivalPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan of a festival")
        verbose_name_plural = _("plans of festivals")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["festival"],
                condition=Q(status__in=["waiting", "running"]),
                name="festival_planned_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.festival}, {self.created_at:%Y-%m-%d %H:%M}"


class FestivalScreening(models.Model):
    """The screening that was made of a showing of a festival's programme."""

    film = models.ForeignKey(FestivalFilm, models.PROTECT, related_name="screenings", verbose_name=_("film"))
    nth = models.PositiveSmallIntegerField(_("showing"))
    screening = models.OneToOneField(
        Screening, models.CASCADE, related_name="of_festival", verbose_name=_("screening")
    )

    class Meta:
        verbose_name = _("screening of a festival")
        verbose_name_plural = _("screenings of festivals")
        ordering = ("film", "nth")
        constraints = [models.UniqueConstraint(fields=["film", "nth"], name="festival_showing_booked_once")]

    def __str__(self) -> str:
        return str(self.screening)
