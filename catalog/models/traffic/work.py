"""What a worker does for someone, while they watch its row."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FORGOTTEN = timedelta(minutes=1)
"""A worker that says nothing for so long is dead, or was never woken."""


class WorkQuerySet[Row: models.Model](models.QuerySet[Row]):
    def unfinished(self) -> WorkQuerySet[Row]:
        return self.filter(status__in=("waiting", "running"))

    def forgotten(self) -> WorkQuerySet[Row]:
        return self.unfinished().filter(touched_at__lt=timezone.now() - FORGOTTEN)


class Work(models.Model):
    """`touched_at` is when a worker last said how far it is; the work can be taken up again at any point."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("under way")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.WAITING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    touched_at = models.DateTimeField(_("last seen at work"), db_default=Now())
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_unfinished(self) -> bool:
        return self.status in (self.Status.WAITING, self.Status.RUNNING)
