"""What films are delivered from: files in the folder of films, and pages of a streaming host."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models import ScreeningCopy
from wording.codes import validate_language

PATH = r"^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\Z"
"""No segment begins with a dot, so that none leads up or is hidden."""
KEY_MARK = "{key}"


class DeliveryFileQuerySet(models.QuerySet["DeliveryFile"]):
    def of(self, films: Iterable[int]) -> DeliveryFileQuerySet:
        """Those offered of copies of these films."""
        return self.filter(copy__film__in=films, is_offered=True)


@pghistory.track()
class DeliveryFile(models.Model):
    """A file that licensees download. `manage.py add_delivery_file` registers what lies in the folder of films."""

    class Kind(models.TextChoices):
        FILM = "film", _("film")
        CAPTIONS = "captions", _("captions")
        SUBTITLES = "subtitles", _("subtitles")
        ARTWORK = "artwork", _("artwork")

    copy = models.ForeignKey(
        ScreeningCopy, models.PROTECT, related_name="files", verbose_name=_("screening copy")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.FILM)
    language = models.CharField(
        _("language"), max_length=20, blank=True, validators=[validate_language],
        help_text=_("Of captions and subtitles."),
    )  # fmt: skip
    path = models.CharField(
        _("path"), max_length=200, unique=True, validators=[RegexValidator(PATH)],
        help_text=_("Below the folder of films."),
    )  # fmt: skip
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    is_offered = models.BooleanField(_("offered"), default=True, help_text=_("Off: nobody can download it."))
    missing_since = models.DateTimeField(_("missing since"), null=True, blank=True, editable=False)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    objects = DeliveryFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery file")
        verbose_name_plural = _("delivery files")
        ordering = ("copy", "kind", "path")
        constraints = [
            models.CheckConstraint(condition=Q(path__regex=PATH), name="delivery_file_path_stays_below"),
            models.CheckConstraint(condition=Q(size__gt=0), name="delivery_file_not_empty"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}\Z"), name="delivery_file_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def name(self) -> str:
        """What the download is called."""
        return PurePosixPath(self.path).name


def validate_host_address(address: str) -> None:
    """Raises ValidationError (code `host-address`) unless the only mark in the address is {key}."""
    if not address.startswith("https://") or set("{}") & set(address.replace(KEY_MARK, "")):
        raise ValidationError(
            _("The address begins with https://, and may contain {key} where the licensee's key stands."),
            "host-address",
        )


class HostedLink(models.Model):
    """A copy at a streaming host. Where the address has {key}, each institution gets its own."""

    copy = models.ForeignKey(
        ScreeningCopy, models.PROTECT, related_name="hosted", verbose_name=_("screening copy")
    )
    label = models.CharField(_("label"), max_length=120)
    address = models.CharField(
        _("address"), max_length=500, validators=[validate_host_address],
        help_text=_("Such as https://player.example/watch/12?key={key}"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("hosted link")
        verbose_name_plural = _("hosted links")
        ordering = ("copy", "label")
        constraints = [
            models.UniqueConstraint(fields=["copy", "label"], name="hosted_link_label_unique"),
            models.CheckConstraint(condition=Q(address__startswith="https://"), name="hosted_link_is_https"),
        ]

    def __str__(self) -> str:
        return f"{self.copy}, {self.label}"

    @property
    def asks_for_key(self) -> bool:
        return KEY_MARK in self.address

    def for_key(self, key: str) -> str:
        return self.address.replace(KEY_MARK, key)
