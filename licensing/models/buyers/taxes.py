"""What an institution is registered as for taxes, and where it is exempt."""

from __future__ import annotations

from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.institutions import Institution
from licensing.models.uploads import PdfField
from typesetting.printing import validate_printable
from wording.codes import validate_country
from wording.countries import place_label
from wording.one_line import one_line, one_line_constraint


@pghistory.track()
class TaxNumber(models.Model):
    """A number under which tax offices know the institution; checked by python-stdnum, kept in its compact form."""

    class Kind(models.TextChoices):
        US_EIN = "us-ein", _("EIN (United States)")
        EU_VAT = "eu-vat", _("VAT number (European Union)")
        GB_VAT = "gb-vat", _("VAT number (United Kingdom)")
        CA_BN = "ca-bn", _("Business number (Canada)")
        AU_ABN = "au-abn", _("ABN (Australia)")
        CH_VAT = "ch-vat", _("VAT number (Switzerland)")
        OTHER = "other", _("another tax number")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="tax_numbers", verbose_name=_("institution")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    country = models.CharField(_("country"), max_length=2, validators=[validate_country])
    number = models.CharField(_("number"), max_length=40, validators=[one_line, validate_printable])

    objects = models.Manager["TaxNumber"]()

    class Meta:
        verbose_name = _("tax number")
        verbose_name_plural = _("tax numbers")
        ordering = ("kind", "country", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "kind", "country"],
                name="tax_number_once",
                violation_error_message=_("There is already a number of this kind for this country."),
            ),
            models.CheckConstraint(condition=~Q(number=""), name="tax_number_given"),
            one_line_constraint("number", "tax_number_one_line"),
        ]

    def __str__(self) -> str:
        return self.number


class ExemptionQuerySet(models.QuerySet["Exemption"]):
    def holding(self, on: date) -> ExemptionQuerySet:
        """Accepted, and not ended on a day."""
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=on), status=Exemption.Status.ACCEPTED)

    def for_place(self, country: str, state: str = "") -> ExemptionQuerySet:
        """Those that hold in a country, or in a state of it: one without a state holds in all of its country."""
        return self.filter(Q(state="") | Q(state=state), country=country)


@pghistory.track()
class Exemption(models.Model):
    """A certificate that an institution pays no sales tax or VAT in a state or country. The office accepts it, or says why not.

    One that was answered stays when it is withdrawn: invoices without tax may rest on it.
    """

    class Status(models.TextChoices):
        ASKED = "asked", _("waiting for the office")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("not accepted")
        WITHDRAWN = "withdrawn", _("withdrawn by the institution")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="exemptions", verbose_name=_("institution")
    )
    country = models.CharField(_("country"), max_length=2, validators=[validate_country])
    state = models.CharField(
        _("state"), max_length=2, blank=True, help_text=_("Of the United States, as in NY. Empty: all.")
    )
    number = models.CharField(
        _("number"), max_length=60, blank=True, validators=[one_line, validate_printable]
    )
    expires_on = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day. Empty: no end.")
    )
    file = PdfField(_("certificate"), upload_to="exemptions/", blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ASKED)
    refused_because = models.CharField(
        _("why it was not accepted"), max_length=250, blank=True, help_text=_("The institution reads this.")
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("checked by"),
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    created_at = models.DateTimeField(_("handed in at"), auto_now_add=True)

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exemption certificate")
        verbose_name_plural = _("exemption certificates")
        ordering = ("country", "state", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="") | Q(country="US", state__regex=r"^[A-Z]{2}$"),
                name="exemption_state_of_the_us",
                violation_error_message=_("A state can only be given for the United States."),
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(refused_because=""),
                name="exemption_refused_with_reason",
                violation_error_message=_("Say why the certificate is not accepted."),
            ),
            models.CheckConstraint(
                condition=Q(status="asked") | Q(checked_at__isnull=False), name="exemption_checked_when"
            ),
            one_line_constraint("number", "exemption_number_one_line"),
        ]
        indexes = [models.Index(fields=["file"], name="exemption_by_file")]
        triggers = [
            pgtrigger.Protect(
                name="answered_exemption_stays",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__checked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution}, {self.place}"

    @property
    def place(self) -> str:
        """Where it holds: “New York”, “Canada”, in the reader's language where CLDR has a name."""
        return place_label(self.country, self.state)
