"""A person's calendar of showings, at an address that only they know."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def new_feed_token() -> str:
    return secrets.token_urlsafe(24)


class ShowingFeed(models.Model):
    """Whoever knows the token sees where the person holds places, and what they programme. A new token closes the old address."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="showing_feed", verbose_name=_("person")
    )
    token = models.CharField(_("token"), max_length=40, unique=True, default=new_feed_token, editable=False)
    renewed_at = models.DateTimeField(_("renewed at"), auto_now=True)

    class Meta:
        verbose_name = _("calendar of showings")
        verbose_name_plural = _("calendars of showings")
        ordering = ("-renewed_at", "-pk")

    def __str__(self) -> str:
        return str(self.user)

    def get_absolute_url(self) -> str:
        return reverse("screenings:personal-calendar", args=[self.token])
