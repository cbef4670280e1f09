"""Options on screens: a draft holds those of its showings until a time, and somebody else's plan may come next."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from screenings.models.plan_requests import PlanRequest
from screenings.models.screenings import Screening, only_drafts_are_held


class ScreenHold(models.Model):
    """The first option: until a time a draft's showings hold their screens, as they occupy them. Publishing it confirms them
    and ends the hold; when the time is over the draft is called off, and its screens are free."""

    screening = models.OneToOneField(
        Screening, models.CASCADE, related_name="hold", verbose_name=_("screening")
    )
    until = models.DateTimeField(_("holds until"), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="screen_holds",
        verbose_name=_("held by"),
    )
    created_at = models.DateTimeField(_("held at"), auto_now_add=True)

    class Meta:
        verbose_name = _("hold of screens")
        verbose_name_plural = _("holds of screens")
        ordering = ("until", "pk")
        triggers = [
            pgtrigger.Trigger(
                name="only_drafts_are_held",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func=only_drafts_are_held("NEW.screening_id"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.screening}, {self.until:%Y-%m-%d %H:%M} UTC"


class SecondOption(models.Model):
    """A plan that is taken, as a first option, as soon as whoever holds its screens lets go; the oldest first."""

    plan_request = models.ForeignKey(
        PlanRequest, models.CASCADE, related_name="second_options", verbose_name=_("plan asked for")
    )
    plan_index = models.PositiveSmallIntegerField(_("plan"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="second_options", verbose_name=_("wanted by")
    )
    until = models.DateTimeField(_("waits until"), help_text=_("The plan's first showing would begin."))
    created_at = models.DateTimeField(_("wanted since"), auto_now_add=True)

    class Meta:
        verbose_name = _("second option")
        verbose_name_plural = _("second options")
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["plan_request", "plan_index"], name="second_option_once")
        ]

    def __str__(self) -> str:
        return f"{self.plan_request}, {self.plan_index}"
