"""Who holds licences, and who may act for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.roles import ROLES_FOR, Act
from revisions.triggers import touching
from typesetting.printing import validate_printable
from wording.bounds import at_most
from wording.codes import validate_country
from wording.countries import WITH_STATES, states_of
from wording.one_line import one_line, one_line_constraint

if TYPE_CHECKING:
    from accounts.models import User

LONGEST_ADDRESS = 500
"""Maximum characters of a postal address, including line breaks."""


class Tier(models.TextChoices):
    """The kind of buyer, which decides the price."""

    HIGHER_EDUCATION = "higher-education", _("Higher education")
    K12 = "k-12", _("K-12 building")
    K12_DISTRICT = "k-12-district", _("K-12 district")
    CONSORTIUM = "consortium", _("Consortium")
    NON_PROFIT = "non-profit", _("Non-profit")
    PUBLIC_LIBRARY = "public-library", _("Public library")
    CINEMA = "cinema", _("Commercial cinema")
    FESTIVAL = "festival", _("Festival")
    INDIVIDUAL = "individual", _("Individual")


def currency_choices() -> list[tuple[str, str]]:
    return [(code, code) for code in settings.CURRENCIES]


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def of(self, user: User, to: Act = Act.SEE) -> InstitutionQuerySet:
        """The institutions of which the user is a member who may do this."""
        return self.filter(memberships__user=user, memberships__role__in=sorted(ROLES_FOR[to]))

    def overseen_by(self, user: User) -> InstitutionQuerySet:
        """The institutions that the user is a member of, and the schools under these.

        A union: PostgreSQL takes an OR of two subqueries for most of the table, and then reads whole whatever is joined.
        """
        own = Institution.objects.of(user).order_by().values("pk")
        schools = Institution.objects.filter(parent__in=own).order_by().values("pk")
        return self.filter(pk__in=own.union(schools))


@pghistory.track()
class Institution(models.Model):
    """A school, library, charity or person to whom licences are issued, by its exact legal name."""

    class Verification(models.TextChoices):
        ASKED = "asked", _("waiting to be verified")
        VERIFIED = "verified", _("verified")
        REFUSED = "refused", _("not accepted")

    legal_name = models.CharField(
        _("exact legal name"),
        max_length=250,
        validators=[one_line, validate_printable],
        help_text=_("Exactly as it must appear on a licence and an invoice."),
    )
    tier = models.CharField(_("tier"), max_length=20, choices=Tier)
    country = models.CharField(_("country"), max_length=2, validators=[validate_country], default="US")
    state = models.CharField(
        _("state or province"),
        max_length=2,
        blank=True,
        help_text=_("In the United States and Canada, as in NY: the tax may depend on it."),
    )
    enrolment = models.PositiveIntegerField(
        _("number enrolled"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Pupils or students, where prices depend on it."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        blank=True,
        choices=currency_choices,
        help_text=_("In which it buys. Empty: that of its country, where we have prices in it."),
    )
    bill_to = models.TextField(
        _("billing address"), max_length=LONGEST_ADDRESS, blank=True, validators=[validate_printable]
    )
    ship_to = models.TextField(
        _("shipping address"),
        max_length=LONGEST_ADDRESS,
        blank=True,
        validators=[validate_printable],
        help_text=_("Where we send discs and parcels. Empty: to the billing address."),
    )
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="schools",
        verbose_name=_("district or consortium"),
        help_text=_("Its members see this institution's licences. One level only."),
    )
    email_domain = models.CharField(
        _("e-mail domain"),
        max_length=253,
        blank=True,
        db_index=True,
        help_text=_("Of the person who registered it; empty for a provider of free mail."),
    )
    verification = models.CharField(
        _("verification"), max_length=20, choices=Verification, default=Verification.ASKED
    )
    verified_how = models.CharField(_("how it was verified"), max_length=250, blank=True)
    refused_because = models.CharField(
        _("why it was not accepted"), max_length=250, blank=True, help_text=_("The institution reads this.")
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("verified by"),
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Membership", related_name="institutions"
    )
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ("legal_name", "pk")
        constraints = [
            at_most(LONGEST_ADDRESS, "bill_to", name="institution_bill_to_bounded"),
            at_most(LONGEST_ADDRESS, "ship_to", name="institution_ship_to_bounded"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")), name="institution_not_its_parent"
            ),
            models.CheckConstraint(
                condition=Q(state="") | Q(country__in=WITH_STATES, state__regex="^[A-Z]{2}$"),
                name="institution_state_has_its_country",
                violation_error_message=_(
                    "A state or province can only be given for the United States or Canada."
                ),
            ),
            models.CheckConstraint(
                condition=Q(enrolment=None) | Q(enrolment__gt=0), name="institution_enrolment_positive"
            ),
            models.CheckConstraint(
                condition=Q(currency="") | Q(currency__regex="^[A-Z]{3}$"),
                name="institution_currency_code",
                violation_error_message=_("Enter the three capital letters of a currency, such as USD."),
            ),
            one_line_constraint("legal_name", "institution_legal_name_one_line"),
            models.CheckConstraint(
                condition=Q(tier__in=Tier.values),
                name="institution_tier_known",
                violation_error_message=_("There is no such tier."),
            ),
            models.CheckConstraint(
                condition=~Q(verification="verified") | (Q(verified_at__isnull=False) & ~Q(verified_how="")),
                name="institution_verified_with_reason",
                violation_error_message=_("Say how the institution was verified."),
            ),
            models.CheckConstraint(
                condition=~Q(verification="refused") | ~Q(refused_because=""),
                name="institution_refused_with_reason",
                violation_error_message=_("Say why the institution was not accepted."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("legal_name"), name="gin_trgm_ops"), name="institution_name_trigrams"),
            models.Index(
                fields=["created_at"], condition=Q(verification="asked"), name="institution_to_verify"
            ),
        ]
        triggers = [
            *touching("programme", only=["legal_name"], on_insert=False),
            pgtrigger.Trigger(
                name="parent_depth_one",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
                when=pgtrigger.Before,
                # The parent is locked, so that it cannot be put under another at the same moment.
                func="""
                    IF NEW.parent_id IS NOT NULL THEN
                        PERFORM 1 FROM licensing_institution w WHERE w.id = NEW.parent_id FOR NO KEY UPDATE;
                        IF EXISTS (SELECT 1 FROM licensing_institution w WHERE w.id = NEW.parent_id AND w.parent_id IS NOT NULL)
                            OR EXISTS (SELECT 1 FROM licensing_institution s WHERE s.parent_id = NEW.id)
                        THEN
                            RAISE EXCEPTION 'A district or consortium cannot be under another one (institution %).', NEW.id
                                USING ERRCODE = 'check_violation', CONSTRAINT = 'institution_parent_depth_one';
                        END IF;
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.legal_name

    def get_absolute_url(self) -> str:
        return reverse("licensing:institution", args=[self.pk])

    @property
    def is_verified(self) -> bool:
        return self.verification == self.Verification.VERIFIED

    def clean(self) -> None:
        """Raises ValidationError: code `parent-of-a-parent` for what the trigger `parent_depth_one` refuses, and `state`."""
        if self.state and self.state not in states_of(self.country):
            unknown = ValidationError(_("There is no such state or province in this country."), "state")
            raise ValidationError({"state": unknown})
        has_schools = not self._state.adding and self.schools.exists()
        if self.parent and (self.parent.parent_id or has_schools or self.parent == self):
            sentence = ValidationError(
                _("A district or consortium cannot be under another one."), "parent-of-a-parent"
            )
            raise ValidationError({"parent": sentence})

    @property
    def shipped_to(self) -> str:
        """Where parcels go."""
        return self.ship_to or self.bill_to
