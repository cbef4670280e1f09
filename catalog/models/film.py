"""Films and their parts, their titles, and what sources say about them."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models.filing import FiledTitle, filed
from catalog.models.sources import Source
from catalog.models.stamps import remembering
from catalog.models.subjects import Subject
from revisions.triggers import touching
from wording.bounds import LONGEST_PROSE, at_most
from wording.codes import validate_country, validate_language
from wording.one_line import one_line, one_line_constraint

FIRST_YEAR, LAST_YEAR = 1888, 2100
"""The oldest surviving film is from 1888; a year after 2100 is a typing error."""


class FilmQuerySet(models.QuerySet["Film"]):
    def public(self) -> FilmQuerySet:
        """Films that visitors may see; a part is public only if its whole film is."""
        return self.filter(is_published=True).exclude(part_of__is_published=False)

    def at(self, path: str) -> FilmQuerySet:
        """The film that a path names, such as `west-of-the-tracks/rust`; none for anything else."""
        whole, _slash, part = path.partition("/")
        return self.filter(part_of__slug=whole, slug=part) if part else self.filter(part_of=None, slug=whole)

    def wholes(self) -> FilmQuerySet:
        return self.filter(part_of=None)

    def public_wholes(self) -> FilmQuerySet:
        """Whole films that visitors may see. As `public().wholes()`, in the form that the indexes of lists serve."""
        return self.filter(is_published=True, part_of=None)

    def featured(self) -> FilmQuerySet:
        """Films that the office puts on the front page, in their order there."""
        return self.filter(featured__isnull=False).order_by("featured", "title", "pk")

    def with_listing(self) -> FilmQuerySet:
        """With everything that a card in a list shows: public parts, titles, makers. Three more queries, however many films."""
        from catalog.models.people import Credit

        makers = Credit.objects.makers().select_related("person")
        return self.select_related("part_of").prefetch_related(
            "titles",
            models.Prefetch("parts", queryset=Film.objects.filter(is_published=True).order_by("part_number")),
            models.Prefetch("credits", queryset=makers, to_attr="maker_credits"),
        )


@pghistory.track(
    exclude=["added_at", "sort_title"]
)  # the first row of the history, and derived from tracked fields
class Film(models.Model):
    """A work, or a part of one with `part_of` and `part_number` (one level). Both can be sold, shown, titled and credited."""

    class Kind(models.TextChoices):
        DOCUMENTARY = "documentary", _("documentary")
        FICTION = "fiction", _("fiction")
        HYBRID = "hybrid", _("hybrid of documentary and fiction")

    class Colour(models.TextChoices):
        COLOUR = "colour", _("colour")
        BLACK_AND_WHITE = "black-and-white", _("black and white")
        MIXED = "mixed", _("colour and black and white")

    slug = models.SlugField(_("slug"), max_length=100)
    part_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    part_number = models.PositiveSmallIntegerField(_("part number"), null=True, blank=True)
    part_unit = models.CharField(
        _("what a part is called"),
        max_length=30,
        blank=True,
        help_text=_("Part, episode, era. Empty for a film in one piece."),
    )
    title = models.CharField(
        _("title"),
        max_length=250,
        validators=[one_line],
        help_text=_("The title that the distributor shows first."),
    )
    title_language = models.CharField(
        _("language of the title"), max_length=20, default="en", validators=[validate_language]
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.DOCUMENTARY)
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    runtime = models.PositiveSmallIntegerField(
        _("runtime"), help_text=_("In whole minutes."), validators=[MinValueValidator(1)]
    )
    colour = models.CharField(_("colour"), max_length=20, choices=Colour, default=Colour.COLOUR)
    countries = ArrayField(
        models.CharField(max_length=2, validators=[validate_country]),
        verbose_name=_("countries"),
        default=list,
        blank=True,
    )
    languages = ArrayField(
        models.CharField(max_length=20, validators=[validate_language]),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    synopsis = models.TextField(_("synopsis"), max_length=LONGEST_PROSE, blank=True, help_text=_("Markdown."))
    subjects = models.ManyToManyField(Subject, blank=True, related_name="films", verbose_name=_("subjects"))
    is_published = models.BooleanField(_("published"), default=True)
    featured = models.PositiveSmallIntegerField(
        _("position on the front page"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("1 is first. Empty: not featured."),
    )
    added_at = models.DateTimeField(_("added"), db_default=Now(), editable=False)
    sort_title = FiledTitle(
        expression=filed(),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("title as it is filed"),
    )

    objects = FilmQuerySet.as_manager()

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        ordering = ("title", "pk")
        indexes = [
            models.Index(
                "featured", "title", "id", condition=Q(featured__isnull=False), name="film_featured"
            ),
            # One for each order of the list of films (catalog.search.browsing.ORDERS).
            *(
                models.Index(
                    *columns, condition=Q(is_published=True, part_of=None), name=f"film_listed_by_{name}"
                )
                for name, columns in {
                    "title": (F("sort_title"), F("id")),
                    "longest": (F("runtime").desc(), F("sort_title"), F("id")),
                    "shortest": (F("runtime"), F("sort_title"), F("id")),
                    "newest": (F("year").desc(), F("sort_title"), F("id")),
                    "oldest": (F("year"), F("sort_title"), F("id")),
                    "added": (F("added_at").desc(), F("sort_title"), F("id")),
                }.items()
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(part_of=None),
                name="film_slug_unique",
                violation_error_message=_("Another film has this slug."),
            ),
            models.UniqueConstraint(fields=["part_of", "slug"], name="part_slug_unique"),
            models.UniqueConstraint(fields=["part_of", "part_number"], name="part_number_unique"),
            models.CheckConstraint(
                condition=Q(runtime__gt=0),
                name="film_runtime_positive",
                violation_error_message=_("A film runs for at least one minute."),
            ),
            models.CheckConstraint(
                condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)), name="film_year_plausible"
            ),
            models.CheckConstraint(
                condition=Q(part_of=None, part_number=None) | Q(part_of__isnull=False, part_number__gte=1),
                name="film_part_has_number",
                violation_error_message=_("A part needs its number, from 1, and a whole film has none."),
            ),
            models.CheckConstraint(condition=~Q(part_of=F("id")), name="film_not_part_of_itself"),
            models.CheckConstraint(
                condition=Q(featured=None) | Q(part_of=None, featured__gte=1),
                name="film_featured_whole",
                violation_error_message=_("The front page features whole films, from position 1."),
            ),
            at_most(LONGEST_PROSE, "synopsis", name="film_synopsis_bounded"),
            one_line_constraint("title", "film_title_one_line"),
        ]
        triggers = [
            *touching("film:{id}", "film:{part_of_id}", "catalogue"),
            *remembering(),
            pgtrigger.Trigger(
                name="part_depth_one",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("part_of_id"),
                when=pgtrigger.Before,
                func="""
                    IF NEW.part_of_id IS NOT NULL AND (
                        EXISTS (SELECT 1 FROM catalog_film w WHERE w.id = NEW.part_of_id AND w.part_of_id IS NOT NULL)
                        OR EXISTS (SELECT 1 FROM catalog_film p WHERE p.part_of_id = NEW.id)
                    ) THEN
                        RAISE EXCEPTION 'A part of a film cannot have parts of its own (film %).', NEW.slug
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'film_part_depth_one';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part_of.title}: {self.title}" if self.part_of else self.title

    def get_absolute_url(self) -> str:
        if self.part_of:
            return reverse("catalog:part", args=[self.part_of.slug, self.slug])
        return reverse("catalog:film", args=[self.slug])

    @property
    def path(self) -> str:
        """Its slug, after that of its whole: what names it in addresses, as in `FilmQuerySet.at`."""
        return f"{self.part_of.slug}/{self.slug}" if self.part_of else self.slug

    def clean(self) -> None:
        """Raises ValidationError (code `part-of-a-part`) with a sentence for what the trigger `part_depth_one` refuses."""
        has_parts = not self._state.adding and self.parts.exists()
        if self.part_of and (self.part_of.part_of_id or has_parts):
            sentence = ValidationError(_("A part cannot have parts of its own."), "part-of-a-part")
            raise ValidationError({"part_of": sentence})

    @property
    def whole(self) -> Film:
        return self.part_of or self


class FilmSubject(Film.subjects.through):  # type: ignore[misc,name-defined]  # made by Django while the program runs
    """That a film stands under a heading. A proxy: Django's own table has no class to declare triggers on."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = touching("film:{film_id}", "catalogue")


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
