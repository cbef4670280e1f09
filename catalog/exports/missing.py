"""What the records of a film still miss: for each format the fields that a librarian or a citation needs and that would be empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.exports.description import FilmShape
from catalog.exports.reading import described
from catalog.models import Still


@dataclass(frozen=True, slots=True)
class Lacking:
    """`fields`: the names that formats have for it, such as “MARC 520”."""

    fields: str
    sentence: str | Promise


@dataclass(frozen=True, slots=True)
class Need:
    is_met: Callable[[FilmShape], bool]
    lacking: Lacking


def _any(*roles: str) -> Callable[[FilmShape], bool]:
    return lambda film: any(credit.role in roles for credit in film.credits)


NEEDS = (
    Need(
        lambda film: bool(film.synopsis),
        Lacking("MARC 520, JSON-LD description, RIS AB, KBART notes", _("There is no synopsis.")),
    ),
    Need(_any("director"), Lacking("MARC 245 $c, BibTeX author, RIS A1, JSON-LD director", _("No director is named."))),
    Need(_any("director", "writer", "producer", "cinematography", "editing", "sound"), Lacking("MARC 508", _("Nobody who made it is named."))),
    Need(
        _any("cast", "participant", "narration"), Lacking("MARC 511, JSON-LD actor", _("Nobody who is seen or heard is named."))
    ),
    Need(lambda film: film.runtime_minutes is not None, Lacking("MARC 306, JSON-LD duration", _("Its length is not known."))),
    Need(lambda film: bool(film.languages), Lacking("MARC 041 and 546, CSL language", _("No language is given."))),
    Need(lambda film: bool(film.countries), Lacking("MARC 044 and 257", _("No country is given."))),
    Need(lambda film: bool(film.subjects), Lacking("MARC 650, JSON-LD keywords, RIS KW", _("It stands under no subject."))),
    Need(lambda film: bool(film.copies), Lacking("MARC 538", _("There is no screening copy, so nobody learns of formats and subtitles."))),
    Need(
        lambda film: any(title.kind == "original" for title in film.titles) or film.title.language in film.languages,
        Lacking("MARC 880 and 246", _("There is no title in its own language.")),
    ),
)  # fmt: skip
"""As catalog.exports writes them: a format leaves out what is empty."""


def missing_of(film: int) -> list[Lacking]:
    """What a film's or part's records lack, the most wanted first. Reads the film as exports do, and whether it has a picture."""
    shapes = described([film])
    lacking = [need.lacking for shape in shapes.values() for need in NEEDS if not need.is_met(shape)]
    if shapes and not Still.objects.filter(film=film).exclude(digest="").exists():
        lacking.append(Lacking("Open Graph", _("There is no still; links show the drawn poster.")))
    return lacking
