"""Catalogues of films as PDFs, which someone asked for."""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePosixPath
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.traffic.imports import private_storage
from catalog.models.traffic.work import Work, WorkQuerySet

KEPT_FOR = timedelta(days=2)
MOST_FILMS = 200


def expiry() -> object:
    return timezone.now() + KEPT_FOR


def under_our_own_name(booklet: Booklet, name: str) -> str:
    return str(PurePosixPath("booklets") / f"{uuid4().hex}.pdf")


class Booklet(Work):
    """The films that a search finds, in its order, as a PDF. Whoever has its address may see it until it expires."""

    token = models.UUIDField(_("name in the address"), default=uuid4, unique=True, editable=False)
    search = models.JSONField(_("search"), default=dict, blank=True)
    language = models.CharField(_("language"), max_length=12)
    films = models.PositiveSmallIntegerField(_("films"), default=0)
    films_done = models.PositiveSmallIntegerField(_("films done"), default=0)
    is_cut = models.BooleanField(_("holds the first films only"), default=False)
    file = models.FileField(_("file"), upload_to=under_our_own_name, storage=private_storage, blank=True)
    expires_at = models.DateTimeField(_("expires"), default=expiry)

    objects = WorkQuerySet["Booklet"].as_manager()

    class Meta:
        verbose_name = _("catalogue as PDF")
        verbose_name_plural = _("catalogues as PDF")
        ordering = ("-created_at", "-pk")
        indexes = [models.Index(fields=["expires_at"], name="booklet_expires")]
        constraints = [
            models.CheckConstraint(
                condition=Q(films__lte=MOST_FILMS, films_done__lte=F("films")), name="booklet_films_bounded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("catalog:booklet", args=[self.token])
