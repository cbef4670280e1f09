"""Who comes."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from screenings.models.screenings import Screening, Showing


def new_token() -> str:
    return secrets.token_urlsafe(24)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def standing(self) -> RegistrationQuerySet:
        return self.filter(cancelled_at=None)


class Registration(models.Model):
    """A person's places at the showings of one screening. A pass holds a place at every one of them."""

    screening = models.ForeignKey(
        Screening, models.PROTECT, related_name="registrations", verbose_name=_("screening")
    )
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("person"),
    )
    language = models.CharField(_("language"), max_length=12, default="en")
    is_pass = models.BooleanField(_("pass for all"), default=False)
    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token, editable=False)
    created_at = models.DateTimeField(_("registered"), auto_now_add=True)
    cancelled_at = models.DateTimeField(_("given back"), null=True, blank=True)
    showings = models.ManyToManyField(Showing, through="Place", related_name="registrations")

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ("screening", "created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                "screening",
                Lower("email"),
                condition=Q(cancelled_at=None),
                name="registered_once",
                violation_error_message=_("This address is registered for this screening already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.screening}"

    def get_absolute_url(self) -> str:
        return reverse("screenings:registration", args=[self.token])


class Place(models.Model):
    """One place at one showing."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="places", verbose_name=_("registration")
    )
    showing = models.ForeignKey(Showing, models.PROTECT, related_name="places", verbose_name=_("showing"))

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("registration", "showing")
        constraints = [
            models.UniqueConstraint(fields=["registration", "showing"], name="one_place_a_showing")
        ]

    def __str__(self) -> str:
        return f"{self.registration}: {self.showing}"
