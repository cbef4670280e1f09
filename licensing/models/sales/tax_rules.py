"""Which taxes the distributor charges, where and from when. The distributor keeps these rows; the software only applies them."""

from __future__ import annotations

from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from licensing.models.spans import holding
from licensing.terms.charging.tax import Basis, Rounding
from typesetting.printing import validate_printable
from wording.codes import validate_country
from wording.countries import WITH_STATES, place_label
from wording.one_line import one_line, one_line_constraint

LINE = [one_line, validate_printable]


class TaxRuleQuerySet(models.QuerySet["TaxRule"]):
    def holding(self, on: date) -> TaxRuleQuerySet:
        return self.filter(holding(on))


@pghistory.track()
class TaxRule(models.Model):
    """A tax at a rate in a place over days, which one tax of one name has once. The rows of a state stand in place of its country's."""

    class Basis(models.TextChoices):
        REGISTERED = Basis.REGISTERED.value, _("we are registered there")
        ONE_STOP_SHOP = Basis.ONE_STOP_SHOP.value, _("One Stop Shop: consumers in the European Union")

    class Rounding(models.TextChoices):
        TOTAL = Rounding.TOTAL.value, _("on the total")
        LINE = Rounding.LINE.value, _("on each line")

    country = models.CharField(_("country"), max_length=2, validators=[validate_country])
    state = models.CharField(
        _("state or province"),
        max_length=2,
        blank=True,
        help_text=_(
            "Its two letters, as in NY or QC. Empty: all of the country that has no rows of its own."
        ),
    )
    name = models.CharField(
        _("name of the tax"), max_length=60, validators=LINE, help_text=_("As invoices print it.")
    )
    rate = models.DecimalField(
        _("rate"),
        max_digits=7,
        decimal_places=4,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("In percent."),
    )
    basis = models.CharField(_("why we charge it"), max_length=20, choices=Basis, default=Basis.REGISTERED)
    rounding = models.CharField(_("rounded"), max_length=10, choices=Rounding, default=Rounding.TOTAL)
    number = models.CharField(
        _("our number there"),
        max_length=40,
        blank=True,
        validators=LINE,
        help_text=_("As invoices print it."),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day."))

    objects = TaxRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("tax rule")
        verbose_name_plural = _("tax rules")
        ordering = ("country", "state", "name", "starts_on")
        constraints = [
            ExclusionConstraint(
                name="tax_rules_apart",
                expressions=[
                    ("country", RangeOperators.EQUAL),
                    ("state", RangeOperators.EQUAL),
                    ("name", RangeOperators.EQUAL),
                    ("basis", RangeOperators.EQUAL),
                    (
                        Func(F("starts_on"), F("ends_on"), Value("[]"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message=_("Another row of this tax and place covers some of these days."),
            ),
            models.CheckConstraint(
                condition=Q(rate__gte=0, rate__lte=100),
                name="tax_rule_rate_a_percentage",
                violation_error_message=_("A rate is from 0 to 100 percent."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="tax_rule_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(state="") | Q(country__in=WITH_STATES, state__regex="^[A-Z]{2}$"),
                name="tax_rule_state_has_its_country",
                violation_error_message=_(
                    "A state or province can only be given for the United States or Canada."
                ),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="tax_rule_has_name"),
            models.CheckConstraint(
                condition=Q(basis="registered") | Q(state=""), name="tax_rule_shop_has_no_state"
            ),
            one_line_constraint("name", "tax_rule_name_one_line"),
            one_line_constraint("number", "tax_rule_number_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {place_label(self.country, self.state)}"
