"""Festivals that a worker publishes: who asked, how far it is, what was refused."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from screenings.models.festivals import Festival

LONGEST_LANGUAGE = 35
"""Characters of a language tag (RFC 5646, 4.4.1)."""


class FestivalPublicationQuerySet(models.QuerySet["FestivalPublication"]):
    def unanswered(self) -> FestivalPublicationQuerySet:
        """Waiting, or taken by a worker (which may have died)."""
        return self.filter(
            status__in=(FestivalPublication.Status.WAITING, FestivalPublication.Status.RUNNING)
        )


class FestivalPublication(models.Model):
    """A wish to publish the programme of a festival, all or none of it; with `only_covered`, of it what licences cover.

    `done` of `total` screenings are made. `refusals` say in `language`, that of who asked, why nothing was published.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("publishing")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("stopped")
        REFUSED = "refused", _("refused")
        FAILED = "failed", _("failed")

    festival = models.ForeignKey(
        Festival, models.CASCADE, related_name="publications", verbose_name=_("festival")
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="festival_publications",
        verbose_name=_("asked by"),
    )
    only_covered = models.BooleanField(_("only what licences cover"), default=False)
    language = models.CharField(_("language"), max_length=LONGEST_LANGUAGE)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.WAITING)
    done = models.PositiveIntegerField(_("made"), default=0)
    total = models.PositiveIntegerField(_("to make"), default=0)
    refusals = ArrayField(models.TextField(), verbose_name=_("refused because"), default=list, blank=True)
    error = models.TextField(_("error"), blank=True)
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = FestivalPublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication of a festival")
        verbose_name_plural = _("publications of festivals")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["festival"],
                condition=Q(status__in=["waiting", "running"]),
                name="festival_published_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.festival}, {self.created_at:%Y-%m-%d %H:%M}"

    @property
    def is_open(self) -> bool:
        return self.status in (self.Status.WAITING, self.Status.RUNNING)
