"""Where an institution is, and where its mail goes: named sites, and a mailbox for each kind of matter."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pghistory
from django.core import signing
from django.db import models
from django.db.models import F
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.institutions import LONGEST_ADDRESS, Institution
from typesetting.printing import validate_printable
from wording.bounds import at_most, validate_mailbox
from wording.one_line import one_line, one_line_constraint


@pghistory.track()
class Site(models.Model):
    """A place that a licence can name: one building, branch or campus."""

    class Kind(models.TextChoices):
        BUILDING = "building", _("building")
        BRANCH = "branch", _("branch")
        CAMPUS = "campus", _("campus")
        OTHER = "other", _("other place")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="sites", verbose_name=_("institution")
    )
    name = models.CharField(_("name"), max_length=150, validators=[one_line, validate_printable])
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.BUILDING)
    address = models.TextField(
        _("address"), max_length=LONGEST_ADDRESS, blank=True, validators=[validate_printable]
    )

    objects = models.Manager["Site"]()

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                "institution",
                Lower("name"),
                name="site_named_once",
                violation_error_message=_("There is already a site of this name."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["building", "branch", "campus", "other"]), name="site_kind_known"
            ),
            one_line_constraint("name", "site_name_one_line"),
            at_most(LONGEST_ADDRESS, "address", name="site_address_bounded"),
        ]

    def __str__(self) -> str:
        return self.name


SIGNER = signing.Signer(sep=".", salt="licensing.mailbox")
LINK_LASTS = timedelta(days=14)


class MailboxQuerySet(models.QuerySet["Mailbox"]):
    def confirmed(self) -> MailboxQuerySet:
        """Those that mail goes to."""
        return self.filter(confirmed_at__isnull=False)

    def of_token(self, token: str) -> Mailbox | None:
        """One that a signed token names, waiting ones first, the latest first; None for a token that is not ours."""
        try:
            institution, _dash, address = SIGNER.unsign(token).partition("-")
        except signing.BadSignature:
            return None
        if not institution.isdecimal():
            return None
        rows = self.filter(institution=int(institution))
        latest = rows.order_by(
            F("confirmed_at").asc(nulls_first=True), F("asked_at").desc(nulls_last=True), "pk"
        )
        return next((row for row in latest if row.address_digest == address), None)


@pghistory.track()
class Mailbox(models.Model):
    """A shared address for one kind of matter. People come and go; a mailbox stays.

    Whoever reads it confirms it by a link that is sent once; until then nothing else is sent there. What the office enters
    itself is confirmed.
    """

    class Matter(models.TextChoices):
        ACCOUNTS_PAYABLE = "accounts-payable", _("accounts payable: invoices")
        LIBRARY = "library", _("library: licences and their ends")
        PROGRAMME = "programme", _("programme: screenings")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="mailboxes", verbose_name=_("institution")
    )
    matter = models.CharField(_("for"), max_length=20, choices=Matter)
    email = models.EmailField(_("e-mail address"), validators=[validate_mailbox])
    confirmed_at = models.DateTimeField(
        _("confirmed at"), null=True, blank=True, default=timezone.now, editable=False
    )
    asked_at = models.DateTimeField(
        _("asked at"), null=True, blank=True, editable=False, help_text=_("When its link was sent.")
    )

    objects = MailboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("mailbox")
        verbose_name_plural = _("mailboxes")
        ordering = ("matter", "pk")
        constraints = [
            models.UniqueConstraint(
                "institution",
                "matter",
                Lower("email"),
                name="mailbox_once",
                violation_error_message=_("This mailbox is on the list already."),
            ),
            models.CheckConstraint(
                condition=models.Q(matter__in=["accounts-payable", "library", "programme"]),
                name="mailbox_matter_known",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at__isnull=False) | models.Q(asked_at__isnull=False),
                name="mailbox_confirmed_or_asked",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def token(self) -> str:
        """For the link in the mail: it proves this address to this institution, for whatever matter, and no other address.

        How long it lasts follows from `asked_at`.
        """
        return SIGNER.sign(f"{self.institution_id}-{self.address_digest}")

    @property
    def address_digest(self) -> str:
        """Names the address in a link, which server logs keep."""
        return sha256(self.email.lower().encode()).hexdigest()[:32]

    @property
    def is_open(self) -> bool:
        """Whether its link can still confirm it."""
        return (
            self.confirmed_at is None
            and self.asked_at is not None
            and self.asked_at + LINK_LASTS > timezone.now()
        )
