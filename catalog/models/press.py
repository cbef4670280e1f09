"""How a film was received: recognition, press, and what to read about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Case, F, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models.film import Film
from catalog.models.sources import Source
from revisions.triggers import touching
from wording.bounds import LONGEST_PROSE, at_most


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    def in_order(self) -> RecognitionQuerySet:
        """Prizes first, then selections, screenings and polls; of each kind the earliest first, those without a year last."""
        kinds = [When(kind=kind, then=Value(place)) for place, kind in enumerate(Recognition.Kind.values)]
        return self.order_by(Case(*kinds, default=len(kinds)), F("year").asc(nulls_last=True), "order", "pk")


class Recognition(models.Model):
    """A festival, prize, selection, screening or poll."""

    class Kind(models.TextChoices):
        PRIZE = "prize", _("prize")
        SELECTION = "selection", _("selection")
        SCREENING = "screening", _("screening")
        POLL = "poll", _("poll")

    film = models.ForeignKey(Film, models.CASCADE, related_name="recognitions", verbose_name=_("film"))
    event = models.CharField(_("event"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=250)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name=_("source"))
    note = models.CharField(
        _("note for the office"), max_length=300, blank=True, help_text=_("Visitors do not see it.")
    )
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        ordering = ("film", "order", "pk")
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return f"{self.outcome}, {self.event}"


class PressNotice(models.Model):
    """What a critic wrote about a film: our paraphrase, with author and publication."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="press", verbose_name=_("film"))
    author = models.CharField(_("author"), max_length=150, blank=True)
    outlet = models.CharField(_("outlet"), max_length=150)
    text = models.TextField(_("text"), max_length=LONGEST_PROSE)
    is_paraphrase = models.BooleanField(_("paraphrased"), default=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name=_("source"))
    note = models.CharField(
        _("note for the office"), max_length=300, blank=True, help_text=_("Visitors do not see it.")
    )
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    class Meta:
        verbose_name = _("press notice")
        verbose_name_plural = _("press notices")
        ordering = ("film", "order", "pk")
        constraints = [at_most(LONGEST_PROSE, "text", name="press_notice_text_bounded")]
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.author, self.outlet)))


class Reading(models.Model):
    """A book, chapter or article; it may be about several films."""

    key = models.SlugField(_("key"), max_length=120, unique=True)
    author = models.CharField(_("author"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=300)
    container = models.CharField(
        _("in"), max_length=250, blank=True, help_text=_("The journal or book that holds it.")
    )
    issue = models.CharField(_("issue"), max_length=100, blank=True)
    pages = models.CharField(_("pages"), max_length=50, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    note = models.CharField(_("note"), max_length=400, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name=_("source"))
    films = models.ManyToManyField(
        Film, through="ReadingAbout", related_name="readings", verbose_name=_("films")
    )

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ("author", "year", "title")
        triggers = touching("shared", on_insert=False)

    def __str__(self) -> str:
        return self.title


class ReadingAbout(models.Model):
    """Links a reading to a film that it is about, with the pages."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="about", verbose_name=_("reading"))
    film = models.ForeignKey(Film, models.CASCADE, related_name="reading_links", verbose_name=_("film"))
    pages = models.CharField(_("pages"), max_length=50, blank=True)
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    class Meta:
        verbose_name = _("reading about a film")
        verbose_name_plural = _("readings about films")
        ordering = ("film", "order", "pk")
        constraints = [models.UniqueConstraint(fields=["reading", "film"], name="reading_about_film_once")]
        triggers = touching("film:{film_id}")

    def __str__(self) -> str:
        return f"{self.reading} ({self.film})"
