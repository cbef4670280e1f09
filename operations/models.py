"""When each background process was last seen at work, and what people were answered who asked about their data."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Pulse(models.Model):
    """One row for each process that must be at work: beat, and a worker of each queue. The database's clock writes the time."""

    name = models.CharField(_("process"), max_length=60, primary_key=True)
    holder = models.UUIDField(
        _("held by"), null=True, blank=True, help_text=_("Of several beats, the one that sends the tasks.")
    )
    felt_at = models.DateTimeField(_("last seen at work"))

    class Meta:
        verbose_name = _("pulse")
        verbose_name_plural = _("pulses")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PersonalRequest(models.Model):
    """That somebody asked what is stored about them, or that it be deleted, and was answered. The address is not in it."""

    class What(models.TextChoices):
        EXPORT = "export", _("was given what is stored")
        ERASURE = "erasure", _("was deleted")

    what = models.CharField(_("what was done"), max_length=10, choices=What)
    trace = models.CharField(
        _("trace"),
        max_length=64,
        editable=False,
        help_text=_("The same for the same address, which cannot be told from it."),
    )
    counts = models.JSONField(_("rows"), default=dict)
    answered_at = models.DateTimeField(_("at"), default=timezone.now)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
        help_text=_("Empty: on the command line."),
    )

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        ordering = ("-answered_at", "-pk")
        indexes = [models.Index(fields=["-answered_at", "-id"], name="personal_request_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(what__in=["export", "erasure"]), name="personal_request_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.answered_at:%Y-%m-%d}"
