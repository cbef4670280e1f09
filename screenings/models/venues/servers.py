"""The servers of a screen, for each of which a key (KDM) is made."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from screenings.models.venues.places import Screen
from wording.one_line import one_line, one_line_constraint


class ScreenServer(models.Model):
    """A server that plays DCPs: a screen has one, and perhaps a backup."""

    screen = models.ForeignKey(Screen, models.CASCADE, related_name="servers", verbose_name=_("screen"))
    name = models.CharField(
        _("name"), max_length=100, validators=[one_line], help_text=_("Maker, model and serial number.")
    )
    thumbprint = models.CharField(
        _("certificate thumbprint"), max_length=120, blank=True, validators=[one_line]
    )
    is_backup = models.BooleanField(_("backup"), default=False)

    class Meta:
        verbose_name = _("server of a screen")
        verbose_name_plural = _("servers of screens")
        ordering = ("screen", "is_backup")
        constraints = [
            # Asked at the end, because the two may change places.
            models.UniqueConstraint(
                fields=["screen", "is_backup"],
                name="server_one_and_a_backup",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["screen", "name"], name="server_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="server_has_name"),
            one_line_constraint("name", "server_name_one_line"),
            one_line_constraint("thumbprint", "server_thumbprint_one_line"),
        ]

    def __str__(self) -> str:
        return self.name
