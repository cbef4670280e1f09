"""What the distributor may license, and the copies that can be projected."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models.film import Film
from catalog.uses import RIGHT_WORDS, RightUse
from revisions.triggers import touching
from wording.codes import validate_country, validate_language

USES = [(use.value, _(words)) for use, words in RIGHT_WORDS.items()]


@pghistory.track()
class DistributionRight(models.Model):
    """Territory, dates and uses for which this distributor may license a film. No countries means the whole world, no uses all."""

    film = models.ForeignKey(Film, models.PROTECT, related_name="distribution_rights", verbose_name=_("film"))
    territory = models.CharField(
        _("territory"), max_length=120, help_text=_("As people say it: North America")
    )
    countries = ArrayField(
        models.CharField(max_length=2, validators=[validate_country]),
        verbose_name=_("countries"),
        default=list,
        blank=True,
        help_text=_("ISO 3166-1 codes. Empty for the whole world."),
    )
    uses = ArrayField(
        models.CharField(max_length=20, choices=USES),
        verbose_name=_("uses"),
        default=list,
        db_default=[],
        blank=True,
        help_text=_("What we may license the film for. Empty for all uses."),
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(
        _("note for the office"), max_length=300, blank=True, help_text=_("Visitors do not see it.")
    )

    class Meta:
        verbose_name = _("distribution right")
        verbose_name_plural = _("distribution rights")
        ordering = ("film", "territory")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="right_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(uses__contained_by=[use.value for use in RightUse]), name="right_uses_known"
            ),
        ]
        triggers = touching("film:{film_id}", "prices:{film_id}")

    def __str__(self) -> str:
        return f"{self.film}, {self.territory}"


@pghistory.track()
class Holdback(models.Model):
    """Uses of a film, its parts and the whole that contains it, that are held back until a day, wherever our rights reach."""

    film = models.ForeignKey(Film, models.PROTECT, related_name="holdbacks", verbose_name=_("film"))
    uses = ArrayField(
        models.CharField(max_length=20, choices=USES),
        verbose_name=_("uses"),
        help_text=_("What may not be licensed until then."),
    )
    countries = ArrayField(
        models.CharField(max_length=2, validators=[validate_country]),
        verbose_name=_("countries"),
        default=list,
        blank=True,
        help_text=_("ISO 3166-1 codes. Empty for the whole world."),
    )
    until = models.DateField(
        _("until and including"), help_text=_("From the day after it the uses may be licensed.")
    )
    note = models.CharField(
        _("note for the office"), max_length=300, blank=True, help_text=_("Visitors do not see it.")
    )

    class Meta:
        verbose_name = _("holdback")
        verbose_name_plural = _("holdbacks")
        ordering = ("film", "until", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(uses__len__gt=0),
                name="holdback_of_a_use",
                violation_error_message=_("Say what is held back."),
            ),
            models.CheckConstraint(
                condition=Q(uses__contained_by=[use.value for use in RightUse]), name="holdback_uses_known"
            ),
        ]
        # Prices of the family are drawn from it: those of the film, of its parts, and of its whole.
        triggers = touching("film:{film_id}", "prices:{film_id}")

    def __str__(self) -> str:
        return f"{self.film}, {self.until}"


class ScreeningCopy(models.Model):
    """A manifestation that can be projected (EN 15907), with its own runtime."""

    class Format(models.TextChoices):
        DCP = "dcp", _("DCP")
        BLU_RAY = "blu-ray", _("Blu-ray")
        DVD = "dvd", _("DVD")
        FILE = "file", _("file")
        FILM_35 = "35mm", _("35 mm print")
        FILM_16 = "16mm", _("16 mm print")

    film = models.ForeignKey(Film, models.PROTECT, related_name="copies", verbose_name=_("film"))
    label = models.CharField(_("label"), max_length=150)
    format = models.CharField(_("format"), max_length=20, choices=Format)
    runtime = models.PositiveSmallIntegerField(_("runtime"), help_text=_("In whole minutes, of this copy."))
    language = models.CharField(
        _("spoken language"), max_length=20, blank=True, validators=[validate_language]
    )
    subtitles = ArrayField(
        models.CharField(max_length=20, validators=[validate_language]),
        verbose_name=_("subtitles"),
        default=list,
        blank=True,
    )
    captions = ArrayField(
        models.CharField(max_length=20, validators=[validate_language]),
        verbose_name=_("captions"),
        default=list,
        blank=True,
        help_text=_("For the deaf and hard of hearing: sounds and speakers are described too."),
    )
    audio_description = ArrayField(
        models.CharField(max_length=20, validators=[validate_language]),
        verbose_name=_("audio description"),
        default=list,
        db_default=[],
        blank=True,
        help_text=_("For the blind and partially sighted: a voice says what is to be seen."),
    )
    chapter_points = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("chapter points"),
        default=list,
        blank=True,
        help_text=_("Minutes from the start at which this copy may be interrupted."),
    )
    is_sample = models.BooleanField(_("sample data"), default=False)

    class Meta:
        verbose_name = _("screening copy")
        verbose_name_plural = _("screening copies")
        ordering = ("film", "label")
        constraints = [
            models.UniqueConstraint(fields=["film", "label"], name="copy_label_unique"),
            models.CheckConstraint(condition=Q(runtime__gt=0), name="copy_runtime_positive"),
        ]
        triggers = touching("film:{film_id}", "catalogue", "programme")  # filters of the list

    def __str__(self) -> str:
        return f"{self.film} ({self.label})"
