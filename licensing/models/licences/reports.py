"""Reports of attendance and box office that licences ask for: what is owed, and what was answered, with its history."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.institutions import Institution
from licensing.models.licences.licences import Licence
from licensing.models.money import money_field
from licensing.models.sales.credits import never_changes
from licensing.terms.words import ADMISSION_LABELS
from wording.bounds import at_most
from wording.one_line import one_line, one_line_constraint

LONGEST_REMARKS = 1000
MOST_PEOPLE = 1_000_000


class RightsReportQuerySet(models.QuerySet["RightsReport"]):
    def overdue(self, on: object) -> RightsReportQuerySet:
        """Owed, and due before a day; the oldest first."""
        return self.filter(status=RightsReport.Status.OWED, due_on__lt=on).order_by("due_on", "pk")

    def with_listing(self) -> RightsReportQuerySet:
        return self.select_related(
            "institution",
            "licence__institution",
            "licence__film__part_of",
            "licence__line__licence_type",
            "licence__line__order__placed_by",
        )


@pghistory.track()
class RightsReport(models.Model):
    """Owed under a licence for a screening. `source` names one of ours, such as `screening:7`; empty: entered by the licensee."""

    class Status(models.TextChoices):
        OWED = "owed", _("owed")
        ANSWERED = "answered", _("answered")
        WAIVED = "waived", _("waived")
        WITHDRAWN = "withdrawn", _("no longer owed")

    licence = models.ForeignKey(Licence, models.PROTECT, related_name="reports", verbose_name=_("licence"))
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="reports", verbose_name=_("presented by")
    )
    source = models.CharField(_("screening of ours"), max_length=60, blank=True, editable=False)
    title = models.CharField(_("screening"), max_length=250, validators=[one_line])
    site = models.CharField(_("where"), max_length=250, validators=[one_line])
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    due_on = models.DateField(_("due on"))
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.OWED)
    waived_because = models.CharField(_("why it is waived"), max_length=250, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = RightsReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("rights report")
        verbose_name_plural = _("rights reports")
        ordering = ("due_on", "pk")
        indexes = [models.Index(fields=["due_on"], condition=Q(status="owed"), name="report_owed_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["licence", "source"], condition=~Q(source=""), name="report_once_a_screening"
            ),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="report_days_in_order"),
            models.CheckConstraint(condition=Q(due_on__gte=F("last_day")), name="report_due_after_screening"),
            models.CheckConstraint(
                condition=(Q(status="waived") & ~Q(waived_because=""))
                | (~Q(status="waived") & Q(waived_because="")),
                name="report_waived_with_reason",
            ),
            one_line_constraint("title", "report_title_one_line"),
            one_line_constraint("site", "report_site_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.site}"

    def get_absolute_url(self) -> str:
        return reverse("licensing:report", args=[self.licence.number, self.pk])

    def answer(self) -> ReportAnswer | None:
        """The newest, which counts. One query."""
        return self.answers.select_related("by").order_by("-pk").first()


class ReportAnswer(models.Model):
    """One answer; a correction is another with its reason, and the newest counts. `by` is None for who had the link."""

    report = models.ForeignKey(
        RightsReport, models.PROTECT, related_name="answers", verbose_name=_("rights report")
    )
    attendance = models.PositiveIntegerField(_("people who came"), help_text=_("At all screenings together."))
    screenings = models.PositiveSmallIntegerField(_("screenings"), default=1)
    admission = models.CharField(
        _("admission"), max_length=20, choices=[(a.value, label) for a, label in ADMISSION_LABELS.items()]
    )
    box_office = money_field(_("box office"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    remarks = models.TextField(_("remarks"), max_length=LONGEST_REMARKS, blank=True)
    because = models.CharField(_("why it was corrected"), max_length=250, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), auto_now_add=True)

    objects = models.Manager["ReportAnswer"]()

    class Meta:
        verbose_name = _("answer to a rights report")
        verbose_name_plural = _("answers to rights reports")
        ordering = ("report", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(box_office__gte=0), name="answer_box_office_not_negative"),
            models.CheckConstraint(
                condition=Q(attendance__lte=MOST_PEOPLE, screenings__gt=0), name="answer_counts_within_reach"
            ),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="answer_days_in_order"),
            at_most(LONGEST_REMARKS, "remarks", name="answer_remarks_bounded"),
        ]
        triggers = [never_changes("answer_never_changes")]

    def __str__(self) -> str:
        return f"{self.report}: {self.attendance}"
