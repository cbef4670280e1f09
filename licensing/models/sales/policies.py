"""The distributor's own rules for accepting orders that are paid on an invoice."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.institutions import Tier


@pghistory.track()
class AcceptancePolicy(models.Model):
    """How an order by purchase order is accepted: at once or by the office, payable within how many days.

    The row for the order's tier counts before the one for every tier, and the lowest amount that the order does not exceed
    before higher ones (`licensing.sales.ordering.acceptance`). Without a row for it, an order waits for the office, at 30 days.
    """

    tier = models.CharField(
        _("tier"),
        max_length=20,
        choices=Tier,
        blank=True,
        help_text=_("Empty: every tier without a row of its own."),
    )
    currency = models.CharField(_("currency"), max_length=3, default=settings.DEFAULT_CURRENCY)
    up_to = models.DecimalField(
        _("for orders up to"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The total of an order, inclusive. Empty: any amount."),
    )
    at_once = models.BooleanField(
        _("accept at once"), default=False, help_text=_("Otherwise the order waits for the office.")
    )
    after_report_at_once = models.BooleanField(
        _("invoice at once after a report"),
        default=False,
        help_text=_(
            "What a report makes due is invoiced as soon as it is recorded, if the report is as its licence allows. Otherwise it waits for the office."
        ),
    )
    net_days = models.PositiveSmallIntegerField(_("days until the invoice is due"), default=30)
    most_unpaid = models.DecimalField(
        _("maximum unpaid amount"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_(
            "By one institution, this order included. More than this stops the next acceptance. Empty: no limit."
        ),
    )

    objects = models.Manager["AcceptancePolicy"]()

    class Meta:
        verbose_name = _("rule for accepting orders")
        verbose_name_plural = _("rules for accepting orders")
        ordering = ("tier", "currency", models.F("up_to").asc(nulls_last=True))
        constraints = [
            models.UniqueConstraint(
                fields=["tier", "currency", "up_to"],
                nulls_distinct=False,
                name="acceptance_policy_once",
                violation_error_message=_("There is a rule for this tier and amount already."),
            ),
            models.CheckConstraint(
                condition=Q(tier="") | Q(tier__in=Tier.values), name="acceptance_policy_tier_known"
            ),
            models.CheckConstraint(
                condition=Q(currency__regex="^[A-Z]{3}$"),
                name="acceptance_policy_currency_code",
                violation_error_message=_("Enter the three capital letters of a currency, such as USD."),
            ),
            models.CheckConstraint(
                condition=Q(up_to=None) | Q(up_to__gt=0), name="acceptance_policy_up_to_positive"
            ),
            models.CheckConstraint(
                condition=Q(most_unpaid=None) | Q(most_unpaid__gte=0),
                name="acceptance_policy_unpaid_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(net_days__lte=365),
                name="acceptance_policy_due_within_a_year",
                violation_error_message=_("An invoice is due within a year."),
            ),
        ]

    def __str__(self) -> str:
        tier = self.get_tier_display() if self.tier else str(_("every tier"))
        return f"{tier}, {self.currency} {self.up_to if self.up_to is not None else '…'}"
