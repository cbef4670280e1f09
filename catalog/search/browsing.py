"""Browsing: how a visitor may filter the catalogue, and how many films each choice would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Credit, Film, FilmQuerySet, Subject
from catalog.search.facets import BANDS, DECADE, Counted, count
from catalog.search.matching import search_films
from wording.countries import country_label
from wording.translations import said

type Values = Mapping[str, str]

ORDERS = {
    "title": (gettext_lazy("Title"), ("title", "pk")),
    "longest": (gettext_lazy("Longest first"), ("-runtime", "title", "pk")),
    "shortest": (gettext_lazy("Shortest first"), ("runtime", "title", "pk")),
    "newest": (gettext_lazy("Newest first"), ("-year", "title", "pk")),
    "oldest": (gettext_lazy("Oldest first"), ("year", "title", "pk")),
}
FACETS = ("maker", "country", "decade", "subject", "length")
LABELS = {
    "length": gettext_lazy("Length"),
    "country": gettext_lazy("Country"),
    "decade": gettext_lazy("Decade"),
    "subject": gettext_lazy("Subject"),
    "maker": gettext_lazy("Maker"),
}
"""The filters in the order of the page."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to filter the list, with its choices."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def chosen(self) -> Choice | None:
        return next((choice for choice in self.choices if choice.is_chosen), None)


@dataclass(frozen=True, slots=True)
class Browsing:
    """A visitor's search, read from the query string. Unknown values are ignored."""

    query: str
    chosen: Values
    order: str

    @classmethod
    def asked(cls, parameters: Mapping[str, Any]) -> Browsing:
        given = {name: str(parameters.get(name, "")) for name in (*FACETS, "q", "order")}
        chosen = {name: given[name] for name in FACETS if given[name] and _is_possible(name, given[name])}
        return cls(given["q"].strip(), chosen, given["order"] if given["order"] in ORDERS else "")

    def found(self) -> FilmQuerySet:
        """Published whole films that the query finds."""
        return search_films(Film.objects.public_wholes(), self.query)

    def films(self) -> FilmQuerySet:
        """The films left by the choices, in the chosen order; by default by relevance if there is a query, else by title."""
        films = self._left()
        if self.order or not self.query:
            return films.order_by(*ORDERS[self.order or "title"][1])
        return films

    def facets(self) -> list[Facet]:
        return self.facets_and_count()[0]

    def facets_and_count(self) -> tuple[list[Facet], int]:
        """Each facet counts the films that the query and the *other* facets leave; and how many are left by all. One query.

        Counts go up to MOST_COUNTED.
        """
        counts = count(self._left(), {name: self._left(but=name) for name in self.chosen}, self.chosen)
        return [self._facet(name, counts.values[name]) for name in LABELS], counts.films

    def _left(self, but: str = "") -> FilmQuerySet:
        return self.found().filter(
            *(_condition(name, value) for name, value in self.chosen.items() if name != but)
        )

    def _facet(self, name: str, counted: list[Counted]) -> Facet:
        chosen = self.chosen.get(name, "")
        choices = [
            Choice(each.value, _label(name, each), each.count, each.value == chosen) for each in counted
        ]
        if _is_plain(name, chosen) and not any(choice.is_chosen for choice in choices):
            choices.append(Choice(chosen, _label(name, Counted(chosen, 0, {})), 0, True))
        return Facet(
            name, str(LABELS[name]), sorted(choices, key=lambda each: _order(name, each.value, each.label))
        )


def _is_plain(name: str, value: str) -> bool:
    """Whether a value can be named although no film has it."""
    is_code = len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()
    return bool(value) and (name in ("decade", "length") or (name == "country" and is_code))


def _label(name: str, counted: Counted) -> str:
    match name:
        case "country":
            return country_label(counted.value)
        case "decade":
            return _("%(decade)ds") % {"decade": int(counted.value)}
        case "length":
            return next(str(band.label) for band in BANDS if band.key == counted.value)
        case "subject":
            return str(said(counted.words, "name"))
        case _:
            return str(counted.words["name"])


def _order(name: str, value: str, label: str) -> tuple[int, str]:
    if name == "length":
        return [band.key for band in BANDS].index(value), ""
    return (-int(value), "") if name == "decade" else (0, label.casefold())


def _is_possible(name: str, value: str) -> bool:
    if name == "decade":
        return value.isascii() and value.isdigit() and len(value) == len("1990")
    return name != "length" or any(band.key == value for band in BANDS)


def _condition(name: str, value: str) -> Q:
    match name:
        case "maker":
            return Q(
                pk__in=Credit.objects.filter(role=Credit.Role.DIRECTOR, person__slug=value).values("film")
            )
        case "country":
            return Q(countries__contains=[value])
        case "decade":
            return Q(year__range=(int(value), int(value) + DECADE - 1))
        case "subject":
            return Q(pk__in=Subject.objects.filter(slug=value).values("films"))
        case _:
            band = next(band for band in BANDS if band.key == value)
            return Q(runtime__range=(band.least, band.most))
