"""How many came to a showing and what they paid, as the programmer counted it afterwards."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from licensing.models.money import in_whole_coins, money_field
from screenings.models.screenings import Showing
from screenings.reach import MOST_PEOPLE


@pghistory.track()
class ShowingCount(models.Model):
    """Entered by hand: the door counts those who registered, and others come without. Who came to several showings counts at each."""

    showing = models.OneToOneField(Showing, models.CASCADE, related_name="count", verbose_name=_("showing"))
    people = models.PositiveIntegerField(_("people"))
    box_office = money_field(_("box office"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="showing_counts",
        verbose_name=_("counted by"),
    )
    at = models.DateTimeField(_("entered at"), auto_now=True)

    objects = models.Manager["ShowingCount"]()

    class Meta:
        verbose_name = _("count of a showing")
        verbose_name_plural = _("counts of showings")
        ordering = ("showing",)
        constraints = [
            models.CheckConstraint(condition=Q(people__lte=MOST_PEOPLE), name="showing_count_within_reach"),
            models.CheckConstraint(condition=Q(box_office__gte=0), name="showing_box_office_not_negative"),
            in_whole_coins("showing_box_office_in_coins", "box_office", currency="box_office_currency"),
        ]

    def __str__(self) -> str:
        return f"{self.showing}: {self.people}"
