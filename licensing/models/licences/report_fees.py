"""What reports make due beyond what was charged with the order: one row for each answer that changes it."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from licensing.models.licences.licences import Licence
from licensing.models.licences.reports import ReportAnswer
from licensing.models.money import money_field
from licensing.models.sales.credits import CreditNote
from licensing.models.sales.orders import OrderLine


class ReportFeeQuerySet(models.QuerySet["ReportFee"]):
    def waiting(self) -> ReportFeeQuerySet:
        """What the office has still to invoice or to credit; the oldest first."""
        return self.filter(status=ReportFee.Status.WAITING).order_by("pk")

    def settled(self) -> ReportFeeQuerySet:
        """What counts as charged: a later answer adds only the difference."""
        return self.filter(status__in=ReportFee.SETTLED)

    def with_listing(self) -> ReportFeeQuerySet:
        return self.select_related(
            "licence__film__part_of",
            "licence__institution",
            "licence__line__licence_type",
            "licence__line__order__placed_by",
            "answer__report",
            "line__order__invoice",
        )


@pghistory.track()
class ReportFee(models.Model):
    """The difference that an answer makes to what its licence's reports have made due until then; less than zero is too much charged.

    A newer answer takes the place of what waits, so that one row of a licence waits at most.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("to be invoiced or credited")
        INVOICED = "invoiced", _("invoiced")
        CREDITED = "credited", _("credited")
        DROPPED = "dropped", _("not charged")
        REPLACED = "replaced", _("replaced by a newer report")

    SETTLED = (Status.INVOICED, Status.CREDITED, Status.DROPPED)

    answer = models.OneToOneField(
        ReportAnswer, models.PROTECT, related_name="fee", verbose_name=_("answer to a rights report")
    )
    licence = models.ForeignKey(
        Licence, models.PROTECT, related_name="report_fees", verbose_name=_("licence")
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.WAITING)
    amount = money_field(
        _("amount"), help_text=_("Before tax. Less than zero: so much too much was charged.")
    )
    line = models.OneToOneField(
        OrderLine,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="report_fee",
        verbose_name=_("order line"),
    )
    credit_notes = models.ManyToManyField(
        CreditNote, blank=True, related_name="report_fees", verbose_name=_("credit notes")
    )
    because = models.CharField(_("reason"), max_length=250, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("settled by"),
        help_text=_("Empty: by rule."),
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = ReportFeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("fee after a report")
        verbose_name_plural = _("fees after reports")
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["licence"], condition=Q(status="waiting"), name="report_fee_waits_once"
            ),
            models.CheckConstraint(condition=~Q(amount=0), name="report_fee_not_zero"),
            models.CheckConstraint(
                condition=Q(status="invoiced", line__isnull=False, amount__gt=0)
                | (~Q(status="invoiced") & Q(line=None)),
                name="report_fee_invoiced_by_line",
            ),
            models.CheckConstraint(
                condition=~Q(status="credited") | Q(amount__lt=0), name="report_fee_credited_is_negative"
            ),
            models.CheckConstraint(
                condition=Q(status="dropped") & ~Q(because="") | ~Q(status="dropped") & Q(because=""),
                name="report_fee_dropped_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "replaced"], settled_at=None)
                | Q(status__in=["invoiced", "credited", "dropped"], settled_at__isnull=False),
                name="report_fee_settled_with_time",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="settled_report_fee_never_changes",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__status="waiting"),
            ),
            pgtrigger.Protect(name="report_fee_is_never_lost", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="report_fee_of_its_licence",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NEW.licence_id <> (
                        SELECT report.licence_id FROM licensing_rightsreport report
                        JOIN licensing_reportanswer answer ON answer.report_id = report.id WHERE answer.id = NEW.answer_id
                    ) THEN
                        RAISE EXCEPTION 'report_fee_of_its_licence: the answer is of another licence' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.licence}: {self.amount}"
