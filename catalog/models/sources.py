"""Sources of facts."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from revisions.triggers import touching


class Source(models.Model):
    """A named page, book or festival notice that says something about a film."""

    class Kind(models.TextChoices):
        DISTRIBUTOR = "distributor", _("distributor")
        FESTIVAL = "festival", _("festival")
        ENCYCLOPAEDIA = "encyclopaedia", _("encyclopaedia")
        CINEMA = "cinema", _("cinema")
        ARCHIVE = "archive", _("archive")
        DATABASE = "database", _("database")
        NEWS = "news", _("news")
        UNIVERSITY = "university", _("university")
        SCHOLARSHIP = "scholarship", _("scholarship")
        PUBLISHER = "publisher", _("publisher")
        CRITICISM = "criticism", _("criticism")
        RETAILER = "retailer", _("retailer")

    key = models.SlugField(
        _("key"), max_length=80, unique=True, help_text=_("A short name that records refer to.")
    )
    name = models.CharField(_("name"), max_length=250)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    address = models.URLField(_("address"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ("name", "key")
        triggers = touching("shared", on_insert=False)

    def __str__(self) -> str:
        return self.name
