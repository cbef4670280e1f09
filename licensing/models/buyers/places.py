"""Where an institution is, and where its mail goes: named sites, and a mailbox for each kind of matter."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models.functions import Lower
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


@pghistory.track()
class Mailbox(models.Model):
    """A shared address for one kind of matter. People come and go; a mailbox stays."""

    class Matter(models.TextChoices):
        ACCOUNTS_PAYABLE = "accounts-payable", _("accounts payable: invoices")
        LIBRARY = "library", _("library: licences and their ends")
        PROGRAMME = "programme", _("programme: screenings")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="mailboxes", verbose_name=_("institution")
    )
    matter = models.CharField(_("for"), max_length=20, choices=Matter)
    email = models.EmailField(_("e-mail address"), validators=[validate_mailbox])

    objects = models.Manager["Mailbox"]()

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
        ]

    def __str__(self) -> str:
        return self.email
