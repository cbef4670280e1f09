"""What is said about films: their titles, what sources state of them, and which belong together."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models.film import Film
from catalog.models.sources import Source
from catalog.models.stamps import in_few_statements
from revisions.triggers import touching
from wording.codes import validate_language
from wording.one_line import one_line, one_line_constraint


@pghistory.track(*in_few_statements())
class Title(models.Model):
    """One of a film's names, in one language and script."""

    class Kind(models.TextChoices):
        DISPLAY = "display", _("display title")
        ORIGINAL = "original", _("original title")
        TRANSLITERATION = "transliteration", _("transliteration")
        TRANSLATION = "translation", _("translation")
        ALTERNATIVE = "alternative", _("alternative title")

    film = models.ForeignKey(Film, models.CASCADE, related_name="titles", verbose_name=_("film"))
    text = models.CharField(_("title"), max_length=250, validators=[one_line])
    language = models.CharField(
        _("language"),
        max_length=20,
        validators=[validate_language],
        help_text=_("BCP 47: zh-Hans, zh-Latn-pinyin, en"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name=_("source"))
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    class Meta:
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        ordering = ("film", "order", "pk")
        constraints = [
            models.UniqueConstraint(fields=["film", "text", "language", "kind"], name="title_said_once"),
            one_line_constraint("text", "title_text_one_line"),
        ]
        triggers = touching("film:{film_id}", "catalogue")

    def __str__(self) -> str:
        return self.text


class Statement(models.Model):
    """What one named source says about one fact. The film's own value is the distributor's; statements record disagreement."""

    class Fact(models.TextChoices):
        YEAR = "year", _("year")
        RUNTIME = "runtime", _("runtime in minutes")
        COLOUR = "colour", _("colour")
        COUNTRIES = "countries", _("countries")
        LANGUAGES = "languages", _("languages")
        CREDIT = "credit", _("credit")

    film = models.ForeignKey(Film, models.CASCADE, related_name="statements", verbose_name=_("film"))
    fact = models.CharField(_("fact"), max_length=20, choices=Fact)
    value = models.CharField(_("value"), max_length=250)
    source = models.ForeignKey(Source, models.PROTECT, related_name="statements", verbose_name=_("source"))
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ("film", "fact", "value", "pk")
        constraints = [
            models.UniqueConstraint(fields=["film", "fact", "value", "source"], name="statement_made_once"),
        ]
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return f"{self.get_fact_display()}: {self.value}"


class Relation(models.Model):
    """Films that belong together, and why."""

    class Kind(models.TextChoices):
        COMPANION = "companion", _("belongs together with")
        CONTINUES = "continues", _("continues")
        ANSWERS = "answers", _("answers")

    film = models.ForeignKey(Film, models.CASCADE, related_name="relations", verbose_name=_("film"))
    other = models.ForeignKey(Film, models.CASCADE, related_name="related_from", verbose_name=_("other film"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COMPANION)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ("film", "pk")
        constraints = [
            models.UniqueConstraint(fields=["film", "other", "kind"], name="relation_named_once"),
            models.CheckConstraint(condition=~Q(film=F("other")), name="relation_to_another_film"),
        ]
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return f"{self.film} {self.get_kind_display()} {self.other}"
