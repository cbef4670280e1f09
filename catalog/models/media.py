"""Stills, previews and study guides."""

from __future__ import annotations

from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models.film import Film
from revisions.triggers import touching


class Still(models.Model):
    film = models.ForeignKey(Film, models.CASCADE, related_name="stills", verbose_name=_("film"))
    image = models.ImageField(_("image"), upload_to="stills/")
    description = models.CharField(
        _("description"), max_length=300, help_text=_("What the picture shows, for people who cannot see it.")
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    class Meta:
        verbose_name = _("still")
        verbose_name_plural = _("stills")
        ordering = ("film", "order", "pk")

    def __str__(self) -> str:
        return self.description


class Preview(models.Model):
    film = models.ForeignKey(Film, models.CASCADE, related_name="previews", verbose_name=_("film"))
    title = models.CharField(_("title"), max_length=200)
    address = models.URLField(_("address"), max_length=500)
    seconds = models.PositiveIntegerField(_("length in seconds"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    class Meta:
        verbose_name = _("preview")
        verbose_name_plural = _("previews")
        ordering = ("film", "order", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(seconds=None) | Q(seconds__gt=0), name="preview_seconds_positive"
            ),
        ]
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return self.title


class StudyGuide(models.Model):
    film = models.ForeignKey(Film, models.CASCADE, related_name="study_guides", verbose_name=_("film"))
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), upload_to="guides/", validators=[FileExtensionValidator(["pdf"])])

    class Meta:
        verbose_name = _("study guide")
        verbose_name_plural = _("study guides")
        ordering = ("film", "title")
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return self.title
