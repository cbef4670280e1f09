"""Files of films that the office uploads, and what was found in them."""

from __future__ import annotations

from pathlib import PurePosixPath
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models.traffic.work import Work, WorkQuerySet
from wording.bounds import at_most

LONGEST_SAID = 2_000


def private_storage() -> Storage:
    """Outside public media: no address leads to it."""
    return storages["private"]


def under_our_own_name(film_import: FilmImport, name: str) -> str:
    return str(PurePosixPath("imports") / uuid4().hex)


class FilmImport(Work):
    """A file of films: first checked without writing (`stage`), then imported when someone has seen what it would change."""

    class Stage(models.TextChoices):
        CHECK = "check", _("check")
        IMPORT = "import", _("import")

    name = models.CharField(_("name of the file"), max_length=200)
    file = models.FileField(_("file"), upload_to=under_our_own_name, storage=private_storage, blank=True)
    form = models.CharField(_("format"), max_length=20)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.CHECK)
    all_or_nothing = models.BooleanField(_("everything or nothing"), default=False)
    is_second_reading = models.BooleanField(_("reads it a second time"), default=False)
    rows_read = models.PositiveIntegerField(_("rows read"), default=0)
    bytes_read = models.PositiveBigIntegerField(_("bytes read"), default=0)
    names_later = models.BooleanField(_("films name later ones"), default=False)
    created = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)

    objects = WorkQuerySet["FilmImport"].as_manager()

    class Meta:
        verbose_name = _("import of films")
        verbose_name_plural = _("imports of films")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(all_or_nothing=False) | Q(stage="import"), name="film_import_checks_every_row"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_checked(self) -> bool:
        return self.stage == self.Stage.CHECK and self.status == self.Status.DONE


class ImportFinding(models.Model):
    """One thing about one row of a file: catalog.imports.findings.Finding."""

    film_import = models.ForeignKey(
        FilmImport, models.CASCADE, related_name="findings", verbose_name=_("import of films")
    )
    stage = models.CharField(_("stage"), max_length=10, choices=FilmImport.Stage)
    sort = models.CharField(_("what"), max_length=10)
    line = models.PositiveIntegerField(_("row"))
    film = models.CharField(_("film"), max_length=100, blank=True)
    field = models.CharField(_("field"), max_length=200, blank=True)
    said = models.TextField(_("says"), max_length=LONGEST_SAID)

    class Meta:
        verbose_name = _("finding of an import")
        verbose_name_plural = _("findings of imports")
        ordering = ("pk",)
        constraints = [at_most(LONGEST_SAID, "said", name="import_finding_said_bounded")]

    def __str__(self) -> str:
        return f"{self.line}: {self.said}"
