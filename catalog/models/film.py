"""Films and their parts, and the subjects that they stand under."""

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
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.models.filing import FiledTitle, filed
from catalog.models.identifiers import SCHEMES, Identifier, identified_once, identifier_field
from catalog.models.stamps import in_few_statements, remembering
from catalog.models.subjects import Subject
from revisions.triggers import touching
from wording.bounds import LONGEST_PROSE, at_most
from wording.codes import validate_country, validate_language
from wording.one_line import one_line, one_line_constraint

FIRST_YEAR, LAST_YEAR = 1888, 2100
"""The oldest surviving film is from 1888; a year after 2100 is a typing error."""
LONGEST_REASON = 500


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


def _refusing_longer(key: str) -> str:
    """For a trigger of the row that `key` names: its parts, or itself as a part."""
    return f"""
                    IF EXISTS (
                        SELECT 1 FROM catalog_film part JOIN catalog_film whole ON whole.id = part.part_of_id
                        WHERE {key} = NEW.id AND part.runtime > whole.runtime
                    ) THEN
                        RAISE EXCEPTION 'A part cannot be longer than its whole (film %).', NEW.slug
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'film_part_within_whole';
                    END IF;
                    RETURN NEW;
                """  # noqa: S608 - of our own names


def _of_parts() -> list[pgtrigger.Trigger]:
    """Parts are one level deep, and none is longer than its whole. That they add up to it is not asked: sources disagree."""
    return [
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
        # Deferred: a form and a record change the whole first, and its parts after it.
        pgtrigger.Trigger(
            name="part_within_whole",
            operation=pgtrigger.Insert | pgtrigger.UpdateOf("part_of_id", "runtime"),
            condition=pgtrigger.Q(new__part_of__isnull=False),
            when=pgtrigger.After,
            timing=pgtrigger.Deferred,
            func=_refusing_longer("part.id"),
        ),
        pgtrigger.Trigger(
            name="whole_holds_parts",
            operation=pgtrigger.UpdateOf("runtime"),
            condition=pgtrigger.Q(new__part_of__isnull=True),
            when=pgtrigger.After,
            timing=pgtrigger.Deferred,
            func=_refusing_longer("part.part_of_id"),
        ),
    ]


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
        _("runtime"),
        null=True,
        blank=True,
        help_text=_("In whole minutes. Empty only for a part whose length nobody knows."),
        validators=[MinValueValidator(1)],
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
    publish_at = models.DateTimeField(_("to be published at"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    withdrawn_reason = models.CharField(
        _("why it was withdrawn"), max_length=LONGEST_REASON, blank=True, db_default="", editable=False
    )
    eidr = identifier_field("eidr")
    isan = identifier_field("isan")
    imdb = identifier_field("imdb")
    wikidata = identifier_field("wikidata")
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
            models.Index("publish_at", condition=Q(publish_at__isnull=False), name="film_to_be_published"),
            models.Index(
                "featured", "title", "id", condition=Q(featured__isnull=False), name="film_featured"
            ),
            # Whether a film that a search finds is public is asked of this index alone (catalog.search.finding).
            models.Index("id", condition=Q(is_published=True, part_of=None), name="film_public_whole"),
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
                condition=Q(runtime__isnull=False) | Q(part_of__isnull=False),
                name="film_whole_has_runtime",
                violation_error_message=_("Only a part may be without a runtime."),
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
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False, is_published=False) & ~Q(withdrawn_reason="")),
                name="film_withdrawn_with_reason",
                violation_error_message=_(
                    "This was withdrawn. Its own page has a button that publishes it again."
                ),
            ),
            models.CheckConstraint(
                condition=Q(publish_at=None) | Q(is_published=False, withdrawn_at=None),
                name="film_to_be_published_is_a_draft",
                violation_error_message=_(
                    "This is to be published at a time, and cannot be published before it here."
                ),
            ),
            *identified_once(),
            at_most(LONGEST_PROSE, "synopsis", name="film_synopsis_bounded"),
            one_line_constraint("title", "film_title_one_line"),
            one_line_constraint("withdrawn_reason", "film_withdrawn_reason_one_line"),
        ]
        triggers = [
            *touching("film:{id}", "film:{part_of_id}", "catalogue"),
            *remembering(),
            *_of_parts(),
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
        if self.part_of and self.runtime and self.runtime > self.part_of.known_runtime:
            raise ValidationError({"runtime": _("A part is no longer than its whole.")})
        if named := {scheme: each for scheme in SCHEMES if (each := self._named_by_another(scheme))}:
            raise ValidationError(named)

    def _named_by_another(self, scheme: str) -> str:
        """The sentence for a number that another film has; empty if none has it."""
        number = getattr(self, scheme)
        other = Film.objects.filter(**{scheme: number}).exclude(pk=self.pk).first() if number else None
        names = {"register": SCHEMES[scheme].label, "film": other}
        return _now("“%(film)s” has this number of %(register)s already.") % names if other else ""

    @property
    def whole(self) -> Film:
        return self.part_of or self

    @property
    def identifiers(self) -> list[Identifier]:
        """The numbers by which others know it."""
        return [
            Identifier(scheme, value) for name, scheme in SCHEMES.items() if (value := getattr(self, name))
        ]

    @property
    def is_public(self) -> bool:
        """As `FilmQuerySet.public`, of one film."""
        return self.is_published and self.whole.is_published

    @property
    def withdrawal(self) -> Film | None:
        """The film that was withdrawn, if visitors cannot see this one for that reason: itself or its whole."""
        return next((film for film in (self, self.part_of) if film and film.withdrawn_at), None)

    @property
    def known_runtime(self) -> int:
        """The runtime of a whole, which always has one. Raises ValueError for a part whose length nobody knows."""
        if self.runtime is None:
            raise ValueError(f"Nobody knows how long “{self.title}” runs.")
        return self.runtime


@pghistory.track(
    *in_few_statements(),
    obj_field=pghistory.ObjForeignKey(related_name="events", related_query_name="events_query"),
)
class FilmSubject(Film.subjects.through):  # type: ignore[misc,name-defined]  # made by Django while the program runs
    """That a film stands under a heading. A proxy: Django's own table has no class to declare triggers on."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = touching("film:{film_id}", "catalogue")
