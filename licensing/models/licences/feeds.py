"""The private address of a person's calendar of licences that end."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def new_token() -> str:
    """256 bits in 43 characters that may stand in an address."""
    return secrets.token_urlsafe(32)


class LicenceFeed(models.Model):
    """Whoever knows the token sees when the licences of the person's institutions end. A new token closes the old address."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="licence_feed", verbose_name=_("person")
    )
    token = models.CharField(_("token"), max_length=43, unique=True, default=new_token, editable=False)
    renewed_at = models.DateTimeField(_("renewed at"), auto_now=True)

    class Meta:
        verbose_name = _("calendar of licences")
        verbose_name_plural = _("calendars of licences")
        ordering = ("-renewed_at", "-pk")

    def __str__(self) -> str:
        return str(self.user)

    def get_absolute_url(self) -> str:
        return reverse("licensing:licence-ends", args=[self.token])
