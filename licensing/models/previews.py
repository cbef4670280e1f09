"""Full-length previews for educators: who asked for which film and why, what was answered, and each viewing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import Film
from licensing.models.buyers.institutions import Institution
from licensing.models.licences.masters import DeliveryFile, HostedLink
from office.models.one_row import THE_ONE, OneRow
from wording.bounds import at_most
from wording.one_line import one_line, one_line_constraint

if TYPE_CHECKING:
    from accounts.models import User

LONGEST_WHY = 1000
LONGEST_REASON = 300
MOST_DAYS = 365
LONGEST_LOG = 3650


class PreviewPolicy(OneRow):
    """The distributor's own rules for previews: one row. Without it, its default values hold."""

    at_once_for_verified = models.BooleanField(
        _("grant at once to verified institutions"),
        default=False,
        help_text=_(
            "Where we have the rights and something can be played. Otherwise each request waits for the office."
        ),
    )
    days = models.PositiveSmallIntegerField(
        _("days that a film can be watched"), default=14, help_text=_("The day it is granted not counted.")
    )
    remind_days = models.PositiveSmallIntegerField(
        _("days before the end on which the reader is reminded"),
        default=3,
        help_text=_("0: nobody is reminded."),
    )
    log_days = models.PositiveSmallIntegerField(
        _("days that viewings and answered requests are kept"),
        default=365,
        help_text=_("They are about people: they are deleted after this time."),
    )

    objects = models.Manager["PreviewPolicy"]()

    class Meta:
        verbose_name = _("rules for educators' previews")
        verbose_name_plural = _("rules for educators' previews")
        constraints = [
            models.CheckConstraint(condition=Q(id=THE_ONE), name="preview_policy_is_one"),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=MOST_DAYS),
                name="preview_policy_days_within_a_year",
                violation_error_message=_("A film can be watched for 1 to 365 days."),
            ),
            models.CheckConstraint(
                condition=Q(remind_days__lte=30),
                name="preview_policy_reminds_within_a_month",
                violation_error_message=_("Remind at most 30 days before the end."),
            ),
            models.CheckConstraint(
                condition=Q(log_days__gte=1, log_days__lte=LONGEST_LOG),
                name="preview_policy_log_within_ten_years",
                violation_error_message=_("Keep viewings for 1 to 3650 days."),
            ),
        ]


class PreviewStanding(models.TextChoices):
    """What a request comes to on a day: its status, and what the calendar makes of it."""

    ASKED = "asked", _("waiting for the office")
    OPEN = "open", pgettext_lazy("a preview", "can be watched")
    ENDED = "ended", pgettext_lazy("a preview", "ended")
    REFUSED = "refused", _("not granted")
    REVOKED = "revoked", pgettext_lazy("a preview", "taken back")


class EducatorPreviewQuerySet(models.QuerySet["EducatorPreview"]):
    def waiting(self) -> EducatorPreviewQuerySet:
        """For the office's answer, the oldest first."""
        return self.filter(status=EducatorPreview.Status.ASKED).order_by("asked_at", "pk")

    def standing_now(self, user: User, on: date) -> EducatorPreviewQuerySet:
        """The person's requests that wait or can be watched on the day: one of a film at most."""
        granted = Q(status=EducatorPreview.Status.GRANTED, ends_on__gte=on)
        waits = Q(status=EducatorPreview.Status.ASKED)
        return self.filter(waits | granted, asked_by=user)

    def with_listing(self) -> EducatorPreviewQuerySet:
        return self.select_related("film__part_of", "institution", "asked_by")


def _days() -> Func:
    return Func(
        F("starts_on"), F("ends_on"), Value("[]"), function="daterange", output_field=DateRangeField()
    )


class EducatorPreview(models.Model):
    """A member's request to watch a film whole, or a part of one, for a course; once granted, for some days."""

    class Status(models.TextChoices):
        ASKED = "asked", _("asked")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("not granted")
        REVOKED = "revoked", pgettext_lazy("a preview", "taken back")

    film = models.ForeignKey(Film, models.PROTECT, related_name="educator_previews", verbose_name=_("film"))
    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="previews", verbose_name=_("institution")
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="previews", verbose_name=_("asked by")
    )
    course = models.CharField(_("course"), max_length=200, validators=[one_line])
    why = models.TextField(_("why"), max_length=LONGEST_WHY)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ASKED)
    starts_on = models.DateField(_("can be watched from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    because = models.CharField(
        _("reason"), max_length=LONGEST_REASON, blank=True, validators=[one_line],
        help_text=_("Why it was not granted, or was taken back. The person reads this."),
    )  # fmt: skip
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
        help_text=_("Empty: by rule."),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)

    objects = EducatorPreviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("educator's preview")
        verbose_name_plural = _("educators' previews")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by", "film"], condition=Q(status="asked"), name="educator_preview_asked_once"
            ),
            ExclusionConstraint(
                name="educator_previews_apart",
                expressions=[
                    ("asked_by", RangeOperators.EQUAL),
                    ("film", RangeOperators.EQUAL),
                    (_days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(status="granted"),
            ),
            models.CheckConstraint(
                condition=Q(status="asked", answered_at=None)
                | (~Q(status="asked") & Q(answered_at__isnull=False)),
                name="educator_preview_answered_with_time",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["granted", "revoked"], starts_on__isnull=False, ends_on__gte=F("starts_on")
                )
                | Q(status__in=["asked", "refused"], starts_on=None, ends_on=None),
                name="educator_preview_granted_for_days",
            ),
            models.CheckConstraint(
                condition=(Q(status__in=["refused", "revoked"]) & ~Q(because=""))
                | Q(status__in=["asked", "granted"], because=""),
                name="educator_preview_reason_given",
            ),
            models.CheckConstraint(
                condition=~Q(course="") & ~Q(why=""), name="educator_preview_says_for_what"
            ),
            one_line_constraint("course", "educator_preview_course_one_line"),
            one_line_constraint("because", "educator_preview_because_one_line"),
            at_most(LONGEST_WHY, "why", name="educator_preview_why_bounded"),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(status="asked"), name="educator_preview_to_answer"),
        ]

    def __str__(self) -> str:
        return f"{self.film}, {self.asked_by}"

    def get_absolute_url(self) -> str:
        return reverse("licensing:preview", args=[self.pk])

    def standing(self, on: date) -> PreviewStanding:
        if self.status == self.Status.GRANTED:
            is_open = self.ends_on is not None and on <= self.ends_on
            return PreviewStanding.OPEN if is_open else PreviewStanding.ENDED
        return PreviewStanding(self.status)


class PreviewViewing(models.Model):
    """One viewing: somebody opened a file or a hosted page of a preview. Written by a verb, deleted when the log is old."""

    preview = models.ForeignKey(
        EducatorPreview, models.CASCADE, related_name="viewings", verbose_name=_("educator's preview")
    )
    film = models.ForeignKey(Film, models.CASCADE, related_name="+", verbose_name=_("film or part"))
    file = models.ForeignKey(
        DeliveryFile, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    link = models.ForeignKey(
        HostedLink, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("hosted link")
    )
    began_at = models.DateTimeField(_("began"), default=timezone.now)

    objects = models.Manager["PreviewViewing"]()

    class Meta:
        verbose_name = _("viewing of a preview")
        verbose_name_plural = _("viewings of previews")
        ordering = ("-began_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, link=None) | Q(file=None, link__isnull=False),
                name="preview_viewing_of_file_or_link",
            ),
        ]
        indexes = [models.Index(fields=["began_at"], name="preview_viewing_began")]

    def __str__(self) -> str:
        return f"{self.film}, {self.began_at:%Y-%m-%d %H:%M}"
