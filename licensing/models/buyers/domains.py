"""E-mail domains that are known to be of an institution of some tier: read by `manage.py load_domains`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.institutions import Tier
from wording.codes import validate_country
from wording.one_line import one_line, one_line_constraint


class ListedDomain(models.Model):
    """A domain whose confirmed addresses verify an institution of this tier and country (and name, where one is given)."""

    domain = models.CharField(_("domain"), max_length=253)
    tier = models.CharField(_("tier"), max_length=20, choices=Tier)
    country = models.CharField(_("country"), max_length=2, validators=[validate_country])
    name = models.CharField(
        _("name"),
        max_length=250,
        blank=True,
        validators=[one_line],
        help_text=_("Of the institution. Where it is given, the legal name must be similar to it."),
    )
    source = models.CharField(_("source"), max_length=200, validators=[one_line])

    objects = models.Manager["ListedDomain"]()

    class Meta:
        verbose_name = _("listed e-mail domain")
        verbose_name_plural = _("listed e-mail domains")
        ordering = ("domain", "source")
        constraints = [
            models.UniqueConstraint(fields=["domain", "source"], name="domain_once_a_source"),
            models.CheckConstraint(
                condition=Q(domain__regex=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$"),
                name="domain_in_lower_case",
                violation_error_message=_("Write a domain such as example.edu, in lower case."),
            ),
            models.CheckConstraint(condition=~Q(source=""), name="domain_has_source"),
            one_line_constraint("source", "domain_source_one_line"),
        ]

    def __str__(self) -> str:
        return self.domain
