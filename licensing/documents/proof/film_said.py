"""What a licence says of its film besides title, year and runtime: who directed it, its parts, and the numbers it is known by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from catalog.models import Credit, Film
from wording.durations import length_text
from wording.enumeration import all_of

type Directors = Mapping[int, list[str]]
"""Names by the key of the film."""

IDENTIFIERS = {"eidr": "EIDR", "isan": "ISAN", "imdb": "IMDb"}
"""The fields of a film that hold a number by which others know it, as far as the catalogue has them."""


def directors_of(films: Iterable[Film]) -> Directors:
    """The directors of films; for a part that names none, those of its whole. One statement."""
    wanted = list(films)
    keys = {key for film in wanted for key in (film.pk, film.part_of_id) if key}
    named: defaultdict[int, list[str]] = defaultdict(list)
    for key, name in Credit.objects.makers().filter(film__in=keys).values_list("film", "person__name"):
        named[key].append(name)
    return {film.pk: named.get(film.pk) or named.get(film.part_of_id or 0, []) for film in wanted}


def identifiers_of(film: Film) -> dict[str, str]:
    """By name: EIDR, ISAN, IMDb. Empty while the catalogue knows none."""
    found = {label: str(getattr(film, field, "") or "") for field, label in IDENTIFIERS.items()}
    return {label: number for label, number in found.items() if number}


def film_facts(film: Film, directors: list[str]) -> dict[str, Any]:
    """For machines: names, parts with minutes, identifiers; only what there is."""
    parts = [{"title": part.title, "runtime": part.runtime} for part in _parts(film)]
    facts = {"directors": directors, "parts": parts, "identifiers": identifiers_of(film)}
    return {name: value for name, value in facts.items() if value}


def film_lines(film: Film, directors: list[str]) -> list[str]:
    """For people: a line for each of these, in the language that is set."""
    parts = [f"{part.title} ({length_text(part.runtime)})" for part in _parts(film)]
    lines = []
    if directors:
        lines.append(_("Directed by %(names)s.") % {"names": all_of(directors)})
    if parts:
        lines.append(_("In %(count)d parts: %(parts)s.") % {"count": len(parts), "parts": all_of(parts)})
    lines += [f"{label} {number}" for label, number in identifiers_of(film).items()]
    return lines


def _parts(film: Film) -> list[Film]:
    return sorted(film.parts.all(), key=lambda part: part.part_number or 0)
