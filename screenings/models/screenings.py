"""Announced presentations of a film, and the showings that make them up."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Film, ScreeningCopy
from licensing.models import Institution, Licence
from licensing.terms.rights import Admission
from licensing.terms.words import ADMISSION_LABELS
from revisions.triggers import touching
from screenings.access import ACCESS_WORDS, MARKS, Access, offered
from screenings.models.plan_requests import PlanRequest
from screenings.models.venues import Screen, Venue
from screenings.reach import MOST_PEOPLE
from wording.bounds import LONGEST_PROSE, at_most
from wording.one_line import one_line, one_line_constraint

if TYPE_CHECKING:
    from accounts.models import User

MINUTE = Value(timedelta(minutes=1), output_field=models.DurationField())


def only_drafts_are_held(screening: str) -> str:
    """SQL of a trigger, asked at the end of a transaction: whoever publishes or calls off a draft ends its hold."""
    return f"""
            IF EXISTS (
                SELECT 1 FROM screenings_screenhold AS hold
                JOIN screenings_screening AS screening ON screening.id = hold.screening_id
                WHERE hold.screening_id = {screening} AND screening.status <> 'draft'
            ) THEN
                RAISE EXCEPTION 'only_drafts_are_held' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        """  # noqa: S608 - `screening` is a column that we name


class ScreeningQuerySet(models.QuerySet["Screening"]):
    def public(self) -> ScreeningQuerySet:
        """What visitors may see: published ones, and those suspended or cancelled after they were published."""
        return self.exclude(status=Screening.Status.DRAFT)

    def under_licence(self, at: datetime) -> ScreeningQuerySet:
        """Those which the loss of a licence, or its return, concerns: announced, with a showing that is not over at an instant."""
        to_come = Showing.objects.standing().filter(screening=models.OuterRef("pk"), ends_at__gt=at)
        announced = (Screening.Status.PUBLISHED, Screening.Status.SUSPENDED)
        return self.filter(models.Exists(to_come), status__in=announced)

    def resting_on(self, licence: Licence | int) -> ScreeningQuerySet:
        """Published under a licence (or its key), alone or with others. Whoever asks what rests on a licence asks this."""
        alone_or_with_others = Q(licence=licence) | Q(further_licences=licence)
        return self.filter(alone_or_with_others, status=Screening.Status.PUBLISHED).distinct()

    def visible_to(self, user: User) -> ScreeningQuerySet:
        """Those that the user's institutions present, and those at their own venues; including drafts."""
        own = Institution.objects.of(user).order_by().values("pk")
        return self.filter(Q(institution__in=own) | Q(venue__institution__in=own))

    def with_listing(self) -> ScreeningQuerySet:
        showings = Showing.objects.select_related("film__part_of", "screen", "copy").order_by(
            "starts_at", "pk"
        )
        return self.select_related("film", "venue", "institution").prefetch_related(
            models.Prefetch("showings", queryset=showings)
        )

    def with_licences(self) -> ScreeningQuerySet:
        """The same, with the licences that cover them and where their presenters take mail: what they owe to whom is read from these."""
        rows = self.with_listing().select_related("licence").order_by("pk")
        return rows.prefetch_related("further_licences", "institution__mailboxes")


PAID = (Admission.COST_RECOVERY.value, Admission.CHARGED.value)
"""Where visitors are told what a place costs before they register."""


@pghistory.track()
class Screening(models.Model):
    """Suspended from sale: its licence covers it no longer, so nobody can register until one does (`programme.cover`).

    `licence` is what it was published under, also while it is suspended.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        SUSPENDED = "suspended", _("suspended from sale")
        CANCELLED = "cancelled", _("cancelled")

    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    film = models.ForeignKey(Film, models.PROTECT, related_name="screenings", verbose_name=_("film"))
    venue = models.ForeignKey(Venue, models.PROTECT, related_name="screenings", verbose_name=_("venue"))
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="screenings", verbose_name=_("presented by")
    )
    programmer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="screenings", verbose_name=_("programmer")
    )
    title = models.CharField(_("title"), max_length=250, validators=[one_line])
    description = models.TextField(_("description"), max_length=LONGEST_PROSE, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.DRAFT)
    admission = models.CharField(
        _("admission"),
        max_length=20,
        choices=[(a.value, label) for a, label in ADMISSION_LABELS.items()],
        default=Admission.NONE.value,
    )
    price = models.CharField(
        _("price of admission"),
        max_length=200,
        blank=True,
        db_default="",
        validators=[one_line],
        help_text=_("What a place costs and how it is paid, in words for visitors."),
    )
    audience = models.PositiveIntegerField(
        _("expected audience"), default=0, validators=[MaxValueValidator(MOST_PEOPLE)]
    )
    public_advertising = models.BooleanField(_("advertised to the public"), default=True)
    members_only = models.BooleanField(_("for members only"), default=False)
    outdoors = models.BooleanField(_("outdoors"), default=False)
    licence = models.ForeignKey(
        Licence,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="screenings",
        verbose_name=_("covered by"),
    )
    further_licences = models.ManyToManyField(
        Licence,
        related_name="screenings_besides",
        verbose_name=_("and by"),
        blank=True,
        help_text=_("Where several licences cover it together, such as one for each part."),
    )
    plan_request = models.ForeignKey(
        PlanRequest,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="screenings",
        verbose_name=_("plan asked for"),
    )
    plan_index = models.PositiveSmallIntegerField(_("plan taken"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = ScreeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("screening")
        verbose_name_plural = _("screenings")
        ordering = ("-created_at", "-pk")
        constraints = [
            at_most(LONGEST_PROSE, "description", name="screening_description_bounded"),
            models.CheckConstraint(
                condition=~Q(status__in=["published", "suspended"])
                | (Q(licence__isnull=False) & Q(published_at__isnull=False)),
                name="screening_published_with_licence",
                violation_error_message=_("A screening is published only under a licence that covers it."),
            ),
            models.UniqueConstraint(
                fields=["plan_request", "plan_index"],
                condition=~Q(status="cancelled"),
                name="plan_taken_once",
            ),
            models.CheckConstraint(
                condition=Q(audience__lte=MOST_PEOPLE), name="screening_audience_within_reach"
            ),
            one_line_constraint("title", "screening_title_one_line"),
            one_line_constraint("price", "screening_price_one_line"),
        ]
        triggers = [
            *touching("programme"),
            pgtrigger.Trigger(
                name="hold_ends_with_draft",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("status"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(old__status="draft") & ~pgtrigger.Q(new__status="draft"),
                func=only_drafts_are_held("NEW.id"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("screenings:screening", args=[self.slug])

    def rest_on(self, licences: Sequence[Licence]) -> None:
        """The licences that cover it together from now on; the first stands on the row, which the caller saves."""
        self.licence = licences[0]
        self.further_licences.set(licences[1:])

    def licences(self) -> list[Licence]:
        """All the licences that cover it together; none before it is published. One query, and none where they are prefetched."""
        if self.licence is None:
            return []
        return [self.licence, *sorted(self.further_licences.all(), key=lambda each: each.pk)]

    @property
    def is_public(self) -> bool:
        return self.status != self.Status.DRAFT

    @property
    def lacks_price(self) -> bool:
        """Whether people pay, and nobody has said what."""
        return self.admission in PAID and not self.price


class ShowingQuerySet(models.QuerySet["Showing"]):
    def standing(self) -> ShowingQuerySet:
        """Not cancelled."""
        return self.exclude(status=Showing.Status.CANCELLED)

    def upcoming(self, at: datetime) -> ShowingQuerySet:
        """Showings of published screenings that are not over at an instant, the next one first."""
        published = Screening.Status.PUBLISHED
        return self.standing().filter(screening__status=published, ends_at__gt=at).order_by("starts_at", "pk")

    def of(self, film: Film) -> ShowingQuerySet:
        """Showings of a film, of its parts, or of the whole film that it is a part of."""
        return self.filter(Q(film=film) | Q(film__part_of=film) | Q(film__pk=film.part_of_id))

    def offering(self, sought: Iterable[Access]) -> ShowingQuerySet:
        """Those that offer all that somebody looks for, as `Showing.access` says it."""
        return self.filter(*(_OFFERING[each] for each in sought))

    def with_listing(self) -> ShowingQuerySet:
        return self.select_related("film__part_of", "screen__venue", "screening__venue", "copy")

    def occupying(self, screens: Iterable[Screen], begins: datetime, ends: datetime) -> ShowingQuerySet:
        """Showings that occupy one of the screens at some time between two instants."""
        return self.standing().filter(screen__in=screens, occupied_from__lt=ends, occupied_until__gt=begins)


MARK_CHOICES = [(each.value, _(ACCESS_WORDS[each])) for each in MARKS]


def _has(device: Access) -> Q:
    return Q(screen__devices__contains=[device.value])


def _marked(mark: Access) -> Q:
    return Q(marks__contains=[mark.value])


_CAPTIONED = _has(Access.CAPTIONS) & ~Q(copy=None) & ~Q(copy__captions=[])
_OFFERING = {
    Access.CAPTIONS: _marked(Access.OPEN_CAPTIONS) | _CAPTIONED,
    Access.DESCRIPTION: _has(Access.DESCRIPTION) & ~Q(copy=None) & ~Q(copy__audio_description=[]),
    Access.LOOP: _has(Access.LOOP),
    Access.WHEELCHAIRS: Q(screen__wheelchair_places__gt=0),
    Access.RELAXED: _marked(Access.RELAXED),
}
"""`access.offered` and `access.meets` in SQL; tests/screenings/test_accessible.py holds them equal."""


def carried_by(copy: ScreeningCopy | None) -> tuple[Access, ...]:
    """What a copy carries for a screen that has the devices."""
    languages = {Access.CAPTIONS: copy.captions, Access.DESCRIPTION: copy.audio_description} if copy else {}
    return tuple(each for each in languages if languages[each])


def _occupied() -> Func:
    return Func(F("occupied_from"), F("occupied_until"), function="tstzrange")


@pghistory.track(exclude=["booked"])
class Showing(models.Model):
    """One film or part, or a stretch of a part between chapter points, on one screen, at a time.

    `run` counts how often the same is shown in one screening: a repeat is for others than those of the first run.
    `occupied_from` and `occupied_until` add set-up and turnaround. `sequence` counts changes, for calendars.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        CANCELLED = "cancelled", _("cancelled")

    screening = models.ForeignKey(
        Screening, models.CASCADE, related_name="showings", verbose_name=_("screening")
    )
    film = models.ForeignKey(Film, models.PROTECT, related_name="showings", verbose_name=_("film or part"))
    copy = models.ForeignKey(
        ScreeningCopy,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="showings",
        verbose_name=_("screening copy"),
    )
    screen = models.ForeignKey(Screen, models.PROTECT, related_name="showings", verbose_name=_("screen"))
    from_minute = models.PositiveSmallIntegerField(_("from minute"), default=0)
    until_minute = models.PositiveSmallIntegerField(_("until minute"))
    run = models.PositiveSmallIntegerField(_("run"), default=1, db_default=1)
    intro_minutes = models.PositiveSmallIntegerField(
        _("introduction"), default=0, help_text=_("Minutes before the film.")
    )
    qa_minutes = models.PositiveSmallIntegerField(
        _("questions and answers"), default=0, help_text=_("Minutes after the film.")
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    occupied_from = models.DateTimeField(_("screen taken from"))
    occupied_until = models.DateTimeField(_("screen taken until"))
    capacity = models.PositiveIntegerField(_("places"))
    booked = models.PositiveIntegerField(_("places taken"), default=0)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PLANNED)
    uid = models.UUIDField(_("calendar identity"), default=uuid.uuid4, editable=False, unique=True)
    sequence = models.PositiveIntegerField(_("changes"), default=0, editable=False)
    marks = ArrayField(
        models.CharField(max_length=20, choices=MARK_CHOICES),
        verbose_name=_("access"),
        default=list,
        db_default=[],
        blank=True,
        help_text=_("What was decided for this showing; the rest follows from its screen and its copy."),
    )

    objects = ShowingQuerySet.as_manager()

    class Meta:
        verbose_name = _("showing")
        verbose_name_plural = _("showings")
        ordering = ("starts_at", "pk")
        constraints = [
            ExclusionConstraint(
                name="showings_apart_on_screen",
                expressions=[("screen", RangeOperators.EQUAL), (_occupied(), RangeOperators.OVERLAPS)],
                condition=~Q(status="cancelled"),
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message=_("Another showing occupies this screen at that time."),
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="showing_ends_after_start"),
            models.CheckConstraint(condition=Q(run__gte=1), name="showing_run_from_one"),
            models.CheckConstraint(
                condition=Q(occupied_from__lte=F("starts_at")) & Q(occupied_until__gte=F("ends_at")),
                name="showing_occupies_its_time",
            ),
            models.CheckConstraint(
                condition=Q(until_minute__gt=F("from_minute")), name="showing_stretch_forward"
            ),
            models.CheckConstraint(
                condition=Q(
                    ends_at__gte=F("starts_at")
                    + (F("until_minute") - F("from_minute") + F("intro_minutes") + F("qa_minutes")) * MINUTE
                ),
                name="showing_long_enough",
                violation_error_message=_("The showing is shorter than what is shown in it."),
            ),
            models.CheckConstraint(
                condition=Q(booked__lte=F("capacity")),
                name="showing_not_overbooked",
                violation_error_message=_("There are no more places at this showing."),
            ),
            models.CheckConstraint(
                condition=Q(marks__contained_by=[each.value for each in MARKS]), name="showing_marks_known"
            ),
        ]
        triggers = [
            *touching("programme", ignoring=["booked"]),
            *touching("places:{screening_id}", name="places", only=["booked", "capacity"]),
        ]

    def __str__(self) -> str:
        return f"{self.film}, {self.starts_at:%Y-%m-%d %H:%M} UTC"

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def access(self) -> tuple[Access, ...]:
        """What it offers to those who need it. No query where screen and copy are fetched."""
        return offered(self.screen.access, carried_by(self.copy), map(Access, self.marks))

    @property
    def places_left(self) -> int:
        return self.capacity - self.booked
