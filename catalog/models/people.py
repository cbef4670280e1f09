"""People who made a film or appear in it."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models.film import Film
from catalog.models.sources import Source
from catalog.models.stamps import dating, dating_of, in_few_statements
from revisions.triggers import touching
from wording.bounds import LONGEST_PROSE, at_most
from wording.codes import validate_language
from wording.one_line import one_line, one_line_constraint


class Person(models.Model):
    """A person or a collective, with the name in its original script where it is known; `names` are all others."""

    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=200, validators=[one_line])
    sort_name = models.CharField(
        _("sort name"),
        max_length=200,
        blank=True,
        validators=[one_line],
        help_text=_("As in a sorted list: Wang, Bing"),
    )
    original_name = models.CharField(
        _("name in its own script"), max_length=200, blank=True, validators=[one_line]
    )
    original_language = models.CharField(
        _("language of that name"), max_length=20, blank=True, validators=[validate_language]
    )
    biography = models.TextField(_("biography"), max_length=LONGEST_PROSE, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("sort_name", "name")
        indexes = [
            GinIndex(  # makers by any three letters of a name (catalog.search.makers)
                *(OpClass(Upper(name), "gin_trgm_ops") for name in ("name", "original_name", "sort_name")),
                OpClass("slug", "gin_trgm_ops"),
                name="person_by_letters",
                fastupdate=False,
            )
        ]
        constraints = [
            at_most(LONGEST_PROSE, "biography", name="person_biography_bounded"),
            one_line_constraint("name", "person_name_one_line"),
            one_line_constraint("sort_name", "person_sort_name_one_line"),
            one_line_constraint("original_name", "person_original_name_one_line"),
        ]
        triggers = [
            *touching("shared", on_insert=False),
            dating(
                "SELECT film_id AS film FROM catalog_credit JOIN catalog_person shared ON shared.id = person_id"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("catalog:person", args=[self.slug])


class PersonName(models.Model):
    """Another name of a person: in another script or spelling, or a former one. Found by search, as titles of films are."""

    class Kind(models.TextChoices):
        ORIGINAL = "original", _("in its own script")
        TRANSLITERATION = "transliteration", _("transliteration")
        ALTERNATIVE = "alternative", _("other name")

    person = models.ForeignKey(Person, models.CASCADE, related_name="names", verbose_name=_("person"))
    text = models.CharField(_("name"), max_length=200, validators=[one_line])
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
        verbose_name = _("name of a person")
        verbose_name_plural = _("names of people")
        ordering = ("person", "order", "pk")
        indexes = [
            GinIndex(OpClass(Upper("text"), "gin_trgm_ops"), name="person_name_by_letters", fastupdate=False)
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "text", "language"],
                name="person_name_said_once",
                violation_error_message=_("This person has this name already."),
            ),
            one_line_constraint("text", "person_name_text_one_line"),
        ]
        triggers = [
            *touching("shared"),
            *dating_of(
                "SELECT film_id AS film FROM catalog_credit JOIN changed ON changed.person_id = catalog_credit.person_id"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class CreditQuerySet(models.QuerySet["Credit"]):
    def makers(self) -> CreditQuerySet:
        """Credits of the people a film is known for: its directors."""
        return self.filter(role=Credit.Role.DIRECTOR).order_by("order", "pk")


@pghistory.track(*in_few_statements())
class Credit(models.Model):
    """What one person did for one film."""

    class Role(models.TextChoices):
        DIRECTOR = "director", _("Director")
        WRITER = "writer", _("Writer")
        PRODUCER = "producer", _("Producer")
        CINEMATOGRAPHY = "cinematography", _("Cinematography")
        SOUND = "sound", _("Sound")
        EDITING = "editing", _("Editing")
        MUSIC = "music", _("Music")
        NARRATION = "narration", _("Narration")
        CAST = "cast", _("Cast")
        PARTICIPANT = "participant", _("Participant")
        OTHER = "other", _("Other")

    film = models.ForeignKey(Film, models.CASCADE, related_name="credits", verbose_name=_("film"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="credits", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    detail = models.CharField(
        _("detail"), max_length=120, blank=True, help_text=_("The character, or the exact role.")
    )
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name=_("source"))

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ("film", "order", "pk")
        constraints = [
            models.UniqueConstraint(fields=["film", "person", "role", "detail"], name="credit_given_once"),
        ]
        triggers = touching("film:{film_id}", "catalogue")

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"
