"""The front page, which is the editor's: its sections in order, doors for those who come, and collections of films."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models.film import Film
from revisions.triggers import touching
from wording.bounds import LONGEST_PROSE, at_most
from wording.one_line import one_line, one_line_constraint
from wording.translations import TranslationsField

LONGEST_TEXT = 1000


def validate_link(address: str) -> None:
    """Raises ValidationError (code `link`) unless it is a path of this site or a web address."""
    if not re.fullmatch(r"(?:/(?!/)|https://)[^\s\"'<>\\]*", address):
        raise ValidationError(
            _("Write a path of this site, such as /prices/, or an address that begins with https://."), "link"
        )


class FrontSection(models.Model):
    """A section of the front page that differs from how it is by itself: its place, its words, whether it is shown."""

    class Kind(models.TextChoices):
        OPENING = "opening", _("opening words")
        FEATURED = "featured", _("featured films")
        DOORS = "doors", pgettext_lazy("front page", "doors")
        COLLECTIONS = "collections", _("collections")
        SCREENINGS = "screenings", _("coming screenings")
        LONGEST = "longest", _("the longest films")

    kind = models.CharField(_("section"), max_length=20, choices=Kind, unique=True)
    order = models.PositiveSmallIntegerField(
        pgettext_lazy("place in a list", "order"),
        default=0,
        help_text=_(
            "By themselves: opening words 10, featured films 20, doors 30, collections 40, coming screenings 50, the longest films 60."
        ),
    )
    is_shown = models.BooleanField(_("shown"), default=True)
    heading = models.CharField(
        _("heading"), max_length=120, blank=True, validators=[one_line], help_text=_("Empty: our own words.")
    )
    text = models.TextField(
        _("text"),
        max_length=LONGEST_TEXT,
        blank=True,
        help_text=_("Under the heading. Empty: our own words."),
    )
    translations = TranslationsField(_("translations"), words={"heading": 120, "text": LONGEST_TEXT})

    class Meta:
        verbose_name = _("section of the front page")
        verbose_name_plural = _("sections of the front page")
        ordering = ("order", "pk")
        constraints = [
            at_most(LONGEST_TEXT, "text", name="front_section_text_bounded"),
            one_line_constraint("heading", "front_section_heading_one_line"),
        ]
        triggers = touching("catalogue")

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Door(models.Model):
    """A way in for one kind of visitor: a teacher, a library, a cinema, someone at home."""

    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)
    name = models.CharField(_("for whom"), max_length=80, validators=[one_line])
    text = models.TextField(_("text"), max_length=400)
    link = models.CharField(_("words of the link"), max_length=80, validators=[one_line])
    address = models.CharField(_("address"), max_length=300, validators=[validate_link])
    translations = TranslationsField(_("translations"), words={"name": 80, "text": 400, "link": 80})

    class Meta:
        verbose_name = _("door")
        verbose_name_plural = pgettext_lazy("front page", "doors")
        ordering = ("order", "pk")
        constraints = [
            at_most(400, "text", name="door_text_bounded"),
            one_line_constraint("name", "door_name_one_line"),
            one_line_constraint("link", "door_link_one_line"),
        ]
        triggers = touching("catalogue")

    def __str__(self) -> str:
        return self.name


class CollectionQuerySet(models.QuerySet["Collection"]):
    def public(self) -> CollectionQuerySet:
        """Those that visitors may see: with a film that they may see."""
        shown = CollectionFilm.objects.filter(film__in=Film.objects.public_wholes())
        return self.filter(is_published=True, pk__in=shown.values("collection"))

    def on_front_page(self) -> CollectionQuerySet:
        return self.public().filter(front_position__isnull=False).order_by("front_position", "name", "pk")


class Collection(models.Model):
    """Films that the office puts together, in its order, with a few words."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=150, validators=[one_line])
    text = models.TextField(_("text"), max_length=LONGEST_PROSE, blank=True, help_text=_("Markdown."))
    translations = TranslationsField(_("translations"), words={"name": 150, "text": LONGEST_PROSE})
    is_published = models.BooleanField(_("published"), default=True)
    front_position = models.PositiveSmallIntegerField(
        _("position on the front page"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("1 is first. Empty: not there."),
    )
    films = models.ManyToManyField(
        Film, through="CollectionFilm", related_name="collections", verbose_name=_("films")
    )

    objects = CollectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering = ("name", "pk")
        constraints = [
            at_most(LONGEST_PROSE, "text", name="collection_text_bounded"),
            one_line_constraint("name", "collection_name_one_line"),
            models.CheckConstraint(
                condition=Q(front_position=None) | Q(front_position__gte=1),
                name="collection_position_from_one",
            ),
        ]
        triggers = touching("catalogue", "shared")  # the pages of its films name it

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("catalog:collection", args=[self.slug])


class CollectionFilm(models.Model):
    """That a film is in a collection, at its place."""

    collection = models.ForeignKey(
        Collection, models.CASCADE, related_name="places", verbose_name=_("collection")
    )
    film = models.ForeignKey(
        Film,
        models.CASCADE,
        related_name="places",
        limit_choices_to={"part_of": None},
        verbose_name=_("film"),
        help_text=_("A whole film."),
    )
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)

    class Meta:
        verbose_name = _("film of a collection")
        verbose_name_plural = _("films of collections")
        ordering = ("collection", "order", "pk")
        constraints = [models.UniqueConstraint(fields=["collection", "film"], name="film_in_collection_once")]
        triggers = touching("film:{film_id}", "catalogue")

    def __str__(self) -> str:
        return f"{self.collection}: {self.film}"
