"""Who sells: one row, which every document and mail takes its sender from, and the files that belong to it."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from office.distributor.files import LARGEST_FORM
from office.distributor.paper import Paper
from office.distributor.printable import validate_printed
from office.models.one_row import THE_ONE, OneRow
from revisions.subjects import EVERYTHING
from revisions.triggers import touching
from wording.bounds import at_most, validate_mailbox
from wording.codes import validate_country
from wording.numbers import validate_ein, validate_vat
from wording.one_line import one_line, one_line_constraint

LONGEST_ADDRESS = 500
LINE = [one_line, validate_printed]


class DistributorFile(models.Model):
    """A logo or a vendor form, by the digest of its bytes. Never changed: issued documents name it by its digest."""

    digest = models.CharField(
        _("digest"), max_length=64, unique=True, help_text=_("SHA-256, in hexadecimal.")
    )
    media_type = models.CharField(_("media type"), max_length=40)
    content = models.BinaryField(_("content"))
    kept_at = models.DateTimeField(_("kept at"), auto_now_add=True)

    objects = models.Manager["DistributorFile"]()

    class Meta:
        verbose_name = _("file of the distributor")
        verbose_name_plural = _("files of the distributor")
        ordering = ("-kept_at", "-pk")
        constraints = [at_most(LARGEST_FORM, "content", name="distributor_file_content_bounded")]
        triggers = [
            pgtrigger.Protect(name="kept_file_never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.media_type}, {self.digest[:12]}"


@pghistory.track()
class Distributor(OneRow):
    """The seller and licensor: one row. Until the office keeps it, the environment's first values stand in (reader.py)."""

    legal_name = models.CharField(
        _("exact legal name"),
        max_length=250,
        validators=LINE,
        help_text=_("As invoices and licences print it."),
    )
    address = models.TextField(
        _("postal address"),
        max_length=LONGEST_ADDRESS,
        blank=True,
        validators=[validate_printed],
        help_text=_("Without the country. No invoice to be paid by transfer or cheque is issued without it."),
    )
    country = models.CharField(_("country"), max_length=2, validators=[validate_country], default="US")
    ein = models.CharField(
        _("Employer Identification Number"), max_length=10, blank=True, validators=[validate_ein]
    )
    vat_number = models.CharField(
        _("VAT number"),
        max_length=20,
        blank=True,
        validators=[validate_vat],
        help_text=_("With the letters of its country, such as FR40303265045."),
    )
    remit_to = models.TextField(
        _("address for cheques"),
        max_length=LONGEST_ADDRESS,
        blank=True,
        validators=[validate_printed],
        help_text=_("Empty: the postal address."),
    )
    contact_email = models.EmailField(_("contact e-mail"), validators=[validate_mailbox])
    reply_to = models.EmailField(
        _("reply-to address"),
        blank=True,
        validators=[validate_mailbox],
        help_text=_("Empty: the contact e-mail."),
    )
    phone = models.CharField(_("telephone"), max_length=40, blank=True, validators=LINE)
    signatory = models.CharField(
        _("signatory"), max_length=120, blank=True, validators=LINE, help_text=_("Who signs licences.")
    )
    signatory_title = models.CharField(_("signatory's title"), max_length=120, blank=True, validators=LINE)
    paper = models.CharField(_("paper"), max_length=12, choices=Paper, default=Paper.BY_COUNTRY)
    quote_days = models.PositiveSmallIntegerField(
        _("days that a quote is valid"), default=30, help_text=_("The day it is made not counted.")
    )
    logo = models.ForeignKey(
        DistributorFile,
        models.PROTECT,
        to_field="digest",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("logo"),
    )
    vendor_form = models.ForeignKey(
        DistributorFile,
        models.PROTECT,
        to_field="digest",
        null=True,
        blank=True,
        editable=False,
        related_name="vendor_form_of",
        verbose_name=_("vendor form"),
    )

    objects = models.Manager["Distributor"]()

    class Meta:
        verbose_name = _("distributor")
        verbose_name_plural = _("distributor")
        constraints = [
            models.CheckConstraint(condition=Q(id=THE_ONE), name="distributor_is_one"),
            one_line_constraint("legal_name", "distributor_legal_name_one_line"),
            at_most(LONGEST_ADDRESS, "address", name="distributor_address_bounded"),
            at_most(LONGEST_ADDRESS, "remit_to", name="distributor_remit_to_bounded"),
            models.CheckConstraint(
                condition=~Q(legal_name="") & ~Q(contact_email=""),
                name="distributor_can_be_named_and_written_to",
            ),
            models.CheckConstraint(condition=Q(paper__in=Paper.values), name="distributor_paper_known"),
            models.CheckConstraint(
                condition=Q(quote_days__gte=1, quote_days__lte=365),
                name="distributor_quote_days_within_a_year",
                violation_error_message=_("A quote is valid for 1 to 365 days."),
            ),
        ]
        triggers = touching(EVERYTHING)  # every page names the distributor

    def __str__(self) -> str:
        return self.legal_name

    @property
    def is_kept(self) -> bool:
        """Whether the office keeps a record; otherwise these are the environment's first values."""
        return not self._state.adding

    @property
    def answers_to(self) -> str:
        """Where the answers to our mails and documents go."""
        return self.reply_to or self.contact_email
