"""Who holds licences, and who may act for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.models.uploads import PdfField
from licensing.typesetting.printing import validate_printable
from revisions.triggers import touching
from wording.bounds import at_most
from wording.codes import validate_country
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


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def of(self, user: User) -> InstitutionQuerySet:
        """The institutions that the user is a member of."""
        return self.filter(memberships__user=user)

    def acting(self, user: User) -> InstitutionQuerySet:
        """The institutions that the user may order for: those they are a member of, except refused ones."""
        return self.of(user).exclude(verification=Institution.Verification.REFUSED)


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
    address = models.TextField(
        _("address"), max_length=LONGEST_ADDRESS, blank=True, validators=[validate_printable]
    )
    billing_email = models.EmailField(
        _("billing e-mail"), blank=True, help_text=_("Use a shared mailbox if possible: people come and go.")
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
    is_tax_exempt = models.BooleanField(_("tax exempt"), default=False)
    exemption_certificate = PdfField(_("exemption certificate"), upload_to="exemptions/", blank=True)
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
            at_most(LONGEST_ADDRESS, "address", name="institution_address_bounded"),
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
        triggers = touching("programme", only=["legal_name"], on_insert=False)

    def __str__(self) -> str:
        return self.legal_name

    def get_absolute_url(self) -> str:
        return reverse("licensing:institution", args=[self.pk])

    @property
    def is_verified(self) -> bool:
        return self.verification == self.Verification.VERIFIED


class Membership(models.Model):
    """A person who acts for an institution."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="memberships", verbose_name=_("institution")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    joined_at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("institution", "pk")
        constraints = [models.UniqueConstraint(fields=["institution", "user"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.user}, {self.institution}"
