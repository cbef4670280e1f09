"""Systems of the distributor that get a signed copy of every mail of some kinds: its accounts, its customer list, its chat."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SCHEME = "hook"
"""Before the name of a webhook in the outbox, such as `hook:accounts`. No e-mail address has an unquoted colon."""
NAME = r"^[a-z0-9][a-z0-9-]*$"
LONGEST_ADDRESS = 500


class Hook(models.Model):
    """Where copies go. Its name is its address in the outbox, so it never changes; its secret signs what is sent there."""

    name = models.CharField(
        _("name"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(NAME, _("Small letters, digits and hyphens only."))],
        help_text=_("Such as accounts or customer-list. It cannot be changed later."),
    )
    url = models.CharField(
        _("web address"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Where the copies are sent; it begins with https://"),
    )
    kinds = ArrayField(
        models.CharField(max_length=60),
        verbose_name=_("kinds of mail"),
        default=list,
        blank=True,
        help_text=_("None chosen: all of them, also those of later releases."),
    )
    is_on = models.BooleanField(_("gets copies"), default=True)
    secret = models.CharField(_("secret"), max_length=100, editable=False)
    former_secret = models.CharField(_("former secret"), max_length=100, blank=True, editable=False)
    renewed_at = models.DateTimeField(_("secret made"), editable=False)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(condition=Q(name__regex=NAME), name="hook_name_plain"),
            models.CheckConstraint(
                condition=Q(url__regex=r"^https?://[^/\s]+\S*$"), name="hook_url_of_the_web"
            ),
            models.CheckConstraint(condition=Q(("secret__startswith", "whsec_")), name="hook_has_a_secret"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """As a recipient in the outbox."""
        return f"{SCHEME}:{self.name}"
