"""The price list, and the rules that lower or raise what an order costs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from djmoney.models.validators import MinMoneyValidator

from catalog.models import Film
from licensing.models.buyers.institutions import Tier
from licensing.models.licences.licence_types import LicenceType
from licensing.models.money import in_whole_coins, money_field
from licensing.models.spans import holding
from licensing.terms.charging.discounts import RuleKind
from licensing.terms.charging.fees import FeeForm
from revisions.triggers import touching
from typesetting.printing import validate_printable
from wording.one_line import one_line, one_line_constraint


class PriceQuerySet(models.QuerySet["Price"]):
    def on_sale(self, on: date) -> PriceQuerySet:
        """Prices that hold on a day, of licence types that are offered."""
        return self.filter(holding(on), licence_type__is_offered=True).select_related("licence_type")


def _days() -> Func:
    return Func(F("starts_on"), F("ends_on"), Value("[]"), function="daterange")


@pghistory.track()
class Price(models.Model):
    """Film x licence type x tier x currency over a range of days, including both ends. Ranges may not overlap."""

    film = models.ForeignKey(Film, models.PROTECT, related_name="prices", verbose_name=_("film"))
    licence_type = models.ForeignKey(
        LicenceType, models.PROTECT, related_name="prices", verbose_name=_("licence type")
    )
    tier = models.CharField(_("tier"), max_length=20, choices=Tier)
    enrolment_most = models.PositiveIntegerField(
        _("for up to this many enrolled"), null=True, blank=True, help_text=_("Empty: for any number.")
    )
    amount = money_field(
        _("price"),
        validators=[MinMoneyValidator(0)],
        help_text=_("In all; for each part, showing or person; or the minimum guarantee."),
    )
    fee_form = models.CharField(
        _("how it is charged"),
        max_length=20,
        default=FeeForm.FLAT.value,
        choices=[
            (FeeForm.FLAT.value, _("flat")),
            (FeeForm.PER_PART.value, _("per part")),
            (FeeForm.PER_SHOWING.value, _("per showing")),
            (FeeForm.PER_HEAD.value, _("per head, after the report")),
            (FeeForm.PERCENTAGE.value, _("percentage of the box office, with a minimum guarantee")),
        ],
    )
    percent = models.DecimalField(
        _("per cent of the box office"), max_digits=5, decimal_places=2, default=0, blank=True
    )
    deposit = models.DecimalField(
        _("deposit"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Charged when it is ordered; the rest after the report. Empty: none."),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    is_sample = models.BooleanField(_("sample price"), default=False)

    objects = PriceQuerySet.as_manager()

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ("film", "licence_type", "tier", "starts_on")
        constraints = [
            ExclusionConstraint(
                name="price_ranges_apart",
                expressions=[
                    ("film", RangeOperators.EQUAL),
                    ("licence_type", RangeOperators.EQUAL),
                    ("tier", RangeOperators.EQUAL),
                    ("amount_currency", RangeOperators.EQUAL),
                    (Coalesce("enrolment_most", Value(0)), RangeOperators.EQUAL),
                    (_days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "Another price of this film, licence type, tier and currency covers some of these days."
                ),
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="price_not_negative"),
            in_whole_coins("price_in_whole_coins", "amount", "deposit"),
            models.CheckConstraint(
                condition=Q(enrolment_most=None) | Q(enrolment_most__gt=0), name="price_enrolment_positive"
            ),
            models.CheckConstraint(
                condition=Q(fee_form="percentage", percent__gt=0, percent__lte=100)
                | (~Q(fee_form="percentage") & Q(percent=0)),
                name="price_percent_of_a_percentage",
                violation_error_message=_(
                    "A percentage is between 0 and 100, and only for that way of charging."
                ),
            ),
            models.CheckConstraint(
                condition=Q(fee_form__in=[form.value for form in FeeForm]), name="price_fee_form_known"
            ),
            models.CheckConstraint(
                condition=Q(deposit=None) | Q(deposit__gte=0), name="price_deposit_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="price_ends_after_start"
            ),
        ]
        triggers = touching("prices:{film_id}", "prices")

    def __str__(self) -> str:
        return f"{self.film}, {self.licence_type}, {self.get_tier_display()}: {self.amount}"

    def clean(self) -> None:
        """In a form amount and currency are one field, so Django would not check the currency's constraints."""
        needed = (self.film_id, self.licence_type_id, self.starts_on, self.amount)
        if None not in needed:
            self.validate_constraints()

    if TYPE_CHECKING:
        amount_currency: Any


@pghistory.track()
class PriceRule(models.Model):
    """A discount on the lines of an order, or a fee for ordering late (`licensing.terms.charging.discounts`)."""

    class Kind(models.TextChoices):
        TITLES = RuleKind.TITLES.value, _("discount from a number of titles")
        SERIES = RuleKind.SERIES.value, _("discount for the films of a series together")
        RUSH = RuleKind.RUSH.value, _("rush fee for public screenings")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name = models.CharField(
        _("name"), max_length=80, validators=[one_line, validate_printable], help_text=_("Buyers read it.")
    )
    tier = models.CharField(
        _("tier"), max_length=20, choices=Tier, blank=True, help_text=_("Empty: every tier.")
    )
    percent = models.DecimalField(
        _("per cent off"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    titles = models.PositiveSmallIntegerField(
        _("from this many titles"),
        null=True,
        blank=True,
        help_text=_("Parts of one film count as one title."),
    )
    films = models.ManyToManyField(
        Film,
        blank=True,
        related_name="+",
        verbose_name=_("films or parts of the series"),
        help_text=_("All of them in one order, under the same licence type."),
    )
    days = models.PositiveSmallIntegerField(
        _("when the licence begins in fewer days than"), null=True, blank=True
    )
    amount = money_field(
        _("rush fee"), null=True, blank=True, default=None, validators=[MinMoneyValidator(0)]
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = models.Manager["PriceRule"]()

    class Meta:
        verbose_name = _("discount or rush fee")
        verbose_name_plural = _("discounts and rush fees")
        ordering = ("kind", "pk")
        constraints = [
            one_line_constraint("name", "price_rule_name_one_line"),
            in_whole_coins("price_rule_in_whole_coins", "amount"),
            models.CheckConstraint(
                condition=Q(
                    kind="titles", percent__gt=0, percent__lte=100, titles__gte=2, days=None, amount=None
                )
                | Q(kind="series", percent__gt=0, percent__lte=100, titles=None, days=None, amount=None)
                | Q(kind="rush", percent=None, titles=None, days__gt=0, amount__gt=0),
                name="price_rule_complete",
                violation_error_message=_(
                    "A discount has a percentage (and, from a number of titles, at least 2 of them); a rush fee has days and an amount."
                ),
            ),
            models.CheckConstraint(
                condition=Q(tier="") | Q(tier__in=Tier.values), name="price_rule_tier_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="price_rule_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """As of a price: amount and currency are one field of the form."""
        for constraint in self._meta.constraints:
            if constraint.name == "price_rule_in_whole_coins":
                constraint.validate(type(self), self)
