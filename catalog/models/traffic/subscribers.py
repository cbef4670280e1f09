"""Who gets a letter about new films."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models.film import Subject


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def active(self) -> SubscriberQuerySet:
        return self.filter(confirmed_at__isnull=False, ended_at=None)


class Subscriber(models.Model):
    """An address that asked for letters, confirmed that it is theirs, and may end them by one click. Without subjects: about all films."""

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly", _("once a week")
        MONTHLY = "monthly", _("once a month")

    email = models.EmailField(_("e-mail"))
    rhythm = models.CharField(_("how often"), max_length=10, choices=Rhythm, default=Rhythm.MONTHLY)
    subjects = models.ManyToManyField(Subject, blank=True, related_name="+", verbose_name=_("subjects"))
    language = models.CharField(_("language"), max_length=12)
    token = models.UUIDField(_("name in the address"), default=uuid4, unique=True, editable=False)
    asked_at = models.DateTimeField(_("asked at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    told_until = models.DateTimeField(
        _("told of films until"),
        null=True,
        blank=True,
        help_text=_("Films added since then are in the next letter."),
    )

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="subscriber_address_once"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(told_until__isnull=False),
                name="subscriber_told_since_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def get_absolute_url(self) -> str:
        return reverse("catalog:letters-subscriber", args=[self.token])
