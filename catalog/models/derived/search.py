"""What films are found by: rows that catalog.search.indexing derives from the others, and can always write anew."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.film import Film


class SearchEntry(models.Model):
    """What a film or part is found by. Not in its own row: writing it is no change of the film."""

    film = models.OneToOneField(
        Film, models.CASCADE, primary_key=True, related_name="search_entry", verbose_name=_("film")
    )
    names = SearchVectorField(
        _("names"),
        help_text=_(
            "Words and whole names; weight A: of its titles, B: of its parts, C: of people, subjects and the year."
        ),
    )
    told = SearchVectorField(
        _("told"), help_text=_("The stems of all that is said of it, the synopsis included.")
    )
    length = models.PositiveSmallIntegerField(_("length"), help_text=_("Characters of its title."))

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            GinIndex("names", name="search_names", fastupdate=False),
            GinIndex("told", name="search_told", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.film_id}"


class SearchWord(models.Model):
    """A word by which some film is or was found: what a slip is corrected to."""

    word = models.CharField(_("word"), max_length=40, primary_key=True)
    near = ArrayField(
        models.CharField(max_length=40),
        verbose_name=_("near"),
        help_text=_(
            "The word, and what is left without each of its letters: two words one slip apart share one of these."
        ),
    )

    class Meta:
        verbose_name = _("search word")
        verbose_name_plural = _("search words")
        indexes = [GinIndex("near", name="search_near", fastupdate=False)]

    def __str__(self) -> str:
        return self.word
