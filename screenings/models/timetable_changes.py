"""What was changed of a screening's timetable, one row a change: for undoing it, and for telling two people of each other's."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from screenings.models.screenings import Screening


class TimetableChange(models.Model):
    """Where the showings that stood were before and after, as plain data (`planning.by_hand.places`).

    `number` counts a screening's changes from 1; that of the last one is the version of its timetable, 0 before any. One
    that `undoes` another puts the showings back where they were before it.
    """

    screening = models.ForeignKey(
        Screening, models.CASCADE, related_name="timetable_changes", verbose_name=_("screening")
    )
    number = models.PositiveIntegerField(_("number"))
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="timetable_changes",
        verbose_name=_("changed by"),
    )
    undoes = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, related_name="undone_by", verbose_name=_("undoes")
    )
    created_at = models.DateTimeField(_("changed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("change of a timetable")
        verbose_name_plural = _("changes of timetables")
        ordering = ("screening", "-number")
        constraints = [
            models.UniqueConstraint(fields=["screening", "number"], name="timetable_change_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="timetable_changes_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.screening}, {self.number}"
