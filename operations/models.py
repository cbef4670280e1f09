"""When each background process was last seen at work."""

from __future__ import annotations

from django.db import models
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
