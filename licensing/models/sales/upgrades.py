"""What a licence that was paid for counts towards another one."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from licensing.models.licences.licence_types import LicenceType
from licensing.models.licences.licences import Licence
from licensing.models.money import money_field
from licensing.models.sales.credits import CreditNote, within
from licensing.models.sales.orders import OrderLine


@pghistory.track()
class UpgradeRule(models.Model):
    """The distributor's own rule: who holds this type may have that one, less a share of what was paid.

    `reach` says for which film: a rental becomes a purchase of the same film, a part becomes the whole film.
    """

    class Reach(models.TextChoices):
        SAME_FILM = "same-film", _("the same film")
        PART_TO_WHOLE = "part-to-whole", _("the whole film instead of a part")

    from_type = models.ForeignKey(
        LicenceType, models.PROTECT, related_name="upgrades_from", verbose_name=_("from")
    )
    to_type = models.ForeignKey(LicenceType, models.PROTECT, related_name="upgrades_to", verbose_name=_("to"))
    reach = models.CharField(_("for"), max_length=20, choices=Reach, default=Reach.SAME_FILM)
    within_days = models.PositiveSmallIntegerField(
        _("within days"), help_text=_("After the licence was issued. Its day counts as day 0.")
    )
    percent = models.PositiveSmallIntegerField(
        _("credit in per cent"), default=100, help_text=_("Of what was paid for the licence.")
    )

    objects = models.Manager["UpgradeRule"]()

    class Meta:
        verbose_name = _("rule for upgrades")
        verbose_name_plural = _("rules for upgrades")
        ordering = ("from_type", "to_type", "reach")
        constraints = [
            models.UniqueConstraint(
                fields=["from_type", "to_type", "reach"],
                name="upgrade_rule_once",
                violation_error_message=_("There is a rule for these two types already."),
            ),
            models.CheckConstraint(
                condition=Q(percent__gt=0, percent__lte=100),
                name="upgrade_percent_up_to_all",
                violation_error_message=_("Enter 1 to 100 per cent."),
            ),
            models.CheckConstraint(
                condition=Q(reach__in=["same-film", "part-to-whole"]), name="upgrade_reach_known"
            ),
            models.CheckConstraint(
                condition=Q(reach="part-to-whole") | ~Q(from_type=models.F("to_type")),
                name="upgrade_leads_elsewhere",
                violation_error_message=_("An upgrade of the same film leads to another type."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_type} → {self.to_type}, {self.get_reach_display()}"


@pghistory.track()
class UpgradeCredit(models.Model):
    """What one licence was credited on a line of an order. A licence is credited once; a cancelled order gives it back.

    So does a credit note for that line which revokes the new licence; the row stays, and names the note.
    """

    licence = models.ForeignKey(
        Licence, models.PROTECT, related_name="upgrade_credits", verbose_name=_("licence")
    )
    line = models.ForeignKey(
        OrderLine, models.PROTECT, related_name="upgrade_credits", verbose_name=_("order line")
    )
    amount = money_field(_("credit"))
    given_back_by = models.ForeignKey(
        CreditNote,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="upgrade_credits",
        verbose_name=_("given back by"),
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = models.Manager["UpgradeCredit"]()

    class Meta:
        verbose_name = _("upgrade credit")
        verbose_name_plural = _("upgrade credits")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="upgrade_credit_not_negative"),
            models.UniqueConstraint(
                fields=["licence"], condition=Q(given_back_by=None), name="licence_credited_once"
            ),
        ]
        triggers = [
            within(
                "credited_within_paid",
                says="more than stays paid for the licence",
                fails_if="""
                NEW.amount > (
                    SELECT line.amount - coalesce(
                        (SELECT sum(amount) FROM licensing_creditline WHERE line_id = line.id), 0)
                    FROM licensing_orderline AS line JOIN licensing_licence AS licence ON licence.line_id = line.id
                    WHERE licence.id = NEW.licence_id)
                """,
            ),
            pgtrigger.Protect(
                name="given_back_once",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__given_back_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.licence}, {self.amount}"
