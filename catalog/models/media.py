"""Stills, previews and study guides. Files that visitors get are named after their content, so that they are cached for good."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.core.validators import FileExtensionValidator, MaxValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.material.pictures import refuse_unfit_picture
from catalog.material.previews import Player, player_of, suffix_of_captions, suffix_of_film
from catalog.material.sizes import digest_of, make_sizes
from catalog.models.film import Film
from revisions.triggers import touching
from wording.codes import validate_language

MIDDLE = 50
SAYS = _("What the picture shows, for people who cannot see it.")


def private_storage() -> Storage:
    """Where uploaded pictures are kept as they came. Nobody is sent them: they may say where they were taken."""
    return storages["private"]


class PictureFile(FieldFile):
    """Makes the sizes that visitors get before the original is kept, whether it comes from a form, a verb or the admin."""

    def save(self, name: str, content: File[Any], save: bool = True) -> None:
        made = make_sizes(content)
        row: Any = self.instance
        row.digest, row.width, row.height = made.digest, made.width, made.height
        super().save(name, content, save)


class PictureField(models.FileField):
    """A picture whose row has `digest`, `width` and `height`, declared after it."""

    attr_class = PictureFile

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **(options | {"storage": private_storage}))
        self.validators = [*self.validators, _new_only(refuse_unfit_picture)]

    def generate_filename(self, instance: Any, filename: str | PathLike[str]) -> str:
        return str(PurePosixPath(str(self.upload_to)) / instance.digest)


class SentFile(FieldFile):
    """A file that visitors get as it is, under the name of its content."""

    field: SentField

    def save(self, name: str, content: File[Any], save: bool = True) -> None:
        suffix = self.field.suffix_of(content)
        super().save(f"{digest_of(content)}.{suffix}", content, save)


class SentField(models.FileField):
    """`suffix_of` returns the ending of a content's name, or raises Refused."""

    attr_class = SentFile

    def __init__(self, *args: Any, suffix_of: Callable[[File[Any]], str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.suffix_of = suffix_of
        self.validators = [*self.validators, _new_only(suffix_of)]

    def deconstruct(self) -> Any:
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, options | {"suffix_of": self.suffix_of}


def _new_only(check: Callable[[File[Any]], object]) -> Callable[[FieldFile], None]:
    """Checks new files alone: stored ones were checked when they were uploaded."""

    def refuse_unfit_new(file: FieldFile) -> None:
        if not getattr(file, "_committed", True):
            check(file)

    return refuse_unfit_new


class Still(models.Model):
    """A picture of a film or part. Visitors get sizes made of it (catalog.material.sizes), never the file itself."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="stills", verbose_name=_("film"))
    image = PictureField(
        _("picture"),
        upload_to="stills/",
        help_text=_("JPEG, PNG, WebP or AVIF, at least 480 pixels wide; 1920 are best. The first is the wide one on the page."),
    )  # fmt: skip
    digest = models.CharField(_("name of its content"), max_length=32, editable=False, default="", blank=True)
    width = models.PositiveSmallIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveSmallIntegerField(_("height"), editable=False, default=0)
    description = models.CharField(_("description"), max_length=300, help_text=SAYS)
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it, or owns it; shown under it.")
    )
    focus_x = models.PositiveSmallIntegerField(
        _("focal point from the left"),
        default=MIDDLE,
        validators=[MaxValueValidator(100)],
        help_text=_("Per cent of the width: what must be seen when the picture is cut to a wide strip."),
    )
    focus_y = models.PositiveSmallIntegerField(
        _("focal point from the top"),
        default=MIDDLE,
        validators=[MaxValueValidator(100)],
        help_text=_("Per cent of the height."),
    )
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    class Meta:
        verbose_name = _("still")
        verbose_name_plural = _("stills")
        ordering = ("film", "order", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(digest="", width=0, height=0) | (~Q(digest="") & Q(width__gt=0, height__gt=0)),
                name="still_sizes_made_together",
            ),
            models.CheckConstraint(
                condition=Q(focus_x__lte=100, focus_y__lte=100), name="still_focus_within_picture"
            ),
            models.CheckConstraint(condition=~Q(description=""), name="still_described"),
        ]
        triggers = touching("film:{film_id}", "catalogue")

    def __str__(self) -> str:
        return self.description


class Preview(models.Model):
    """Some minutes of a film or part: a file of ours, or an address at a host of films."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="previews", verbose_name=_("film"))
    title = models.CharField(_("title"), max_length=200)
    address = models.URLField(
        _("address"), max_length=500, blank=True, help_text=_("Films at Vimeo and YouTube play on our page.")
    )
    file = SentField(
        _("file"),
        upload_to="previews/",
        blank=True,
        suffix_of=suffix_of_film,
        help_text=_("MP4 or WebM, 18 MB at most, instead of an address."),
    )
    captions = SentField(
        _("captions"),
        upload_to="previews/",
        blank=True,
        suffix_of=suffix_of_captions,
        help_text=_("Of the file, as WebVTT."),
    )
    captions_language = models.CharField(
        _("language of the captions"), max_length=20, blank=True, validators=[validate_language]
    )
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
            models.CheckConstraint(
                condition=(Q(address="") & ~Q(file="")) | (~Q(address="") & Q(file="")),
                name="preview_of_file_or_address",
                violation_error_message=_("A preview has either an address or a file."),
            ),
            models.CheckConstraint(
                condition=Q(captions="", captions_language="")
                | (~Q(captions="") & ~Q(captions_language="") & ~Q(file="")),
                name="preview_captions_of_file",
                violation_error_message=_("Captions belong to a file, and name their language."),
            ),
        ]
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return self.title

    @property
    def player(self) -> Player | None:
        return player_of(self.address)


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
