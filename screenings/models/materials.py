"""What must be there before a screening and go back after it, as its programmer ticks it off."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from screenings.models.screenings import Screening
from wording.one_line import one_line, one_line_constraint


class MaterialTick(models.Model):
    """One step that is done. Which there are follows from the showings (`programme.materials`): a step is about copies of a
    format, or about a screen or a server by its key, which `about` names."""

    class Step(models.TextChoices):
        ORDERED = "ordered", _("copy ordered")
        ARRIVED = "arrived", _("copy arrived")
        KEY = "key", _("key loaded")
        TEST = "test", _("tested")
        RETURNED = "returned", _("copy returned")

    screening = models.ForeignKey(
        Screening, models.CASCADE, related_name="material_ticks", verbose_name=_("screening")
    )
    step = models.CharField(_("step"), max_length=20, choices=Step)
    about = models.CharField(_("about"), max_length=30)
    note = models.CharField(_("note"), max_length=200, blank=True, validators=[one_line])
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="material_ticks",
        verbose_name=_("done by"),
    )
    at = models.DateTimeField(_("done at"), auto_now_add=True)

    class Meta:
        verbose_name = _("step with materials")
        verbose_name_plural = _("steps with materials")
        ordering = ("screening", "at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["screening", "step", "about"], name="material_step_once"),
            models.CheckConstraint(
                condition=Q(step__in=["ordered", "arrived", "key", "test", "returned"]),
                name="material_step_known",
            ),
            one_line_constraint("note", "material_note_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.screening}, {self.get_step_display()}"
