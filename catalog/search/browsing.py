"""Browsing: how a visitor may filter the catalogue, and how many films each choice would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Credit, Film, FilmQuerySet, Subject
from catalog.search.matching import search_films
from wording.countries import country_label
from wording.translations import said

DECADE = 10
type Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Band:
    """Lengths from `least` to `most` minutes, inclusive."""

    key: str
    label: str | Promise
    least: int
    most: int


BANDS = (
    Band("short", gettext_lazy("Under an hour"), 1, 59),
    Band("feature", gettext_lazy("One to two and a half hours"), 60, 150),
    Band("long", gettext_lazy("Two and a half to five hours"), 151, 300),
    Band("longest", gettext_lazy("More than five hours"), 301, 100_000),
)
ORDERS = {
    "title": (gettext_lazy("Title"), ("title", "pk")),
    "longest": (gettext_lazy("Longest first"), ("-runtime", "title", "pk")),
    "shortest": (gettext_lazy("Shortest first"), ("runtime", "title", "pk")),
    "newest": (gettext_lazy("Newest first"), ("-year", "title", "pk")),
    "oldest": (gettext_lazy("Oldest first"), ("year", "title", "pk")),
}
FACETS = ("maker", "country", "decade", "subject", "length")


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
        return search_films(Film.objects.public().wholes(), self.query)

    def films(self) -> FilmQuerySet:
        """The films left by the choices, in the chosen order; by default by relevance if there is a query, else by title."""
        films = self.found().filter(*(_condition(name, value) for name, value in self.chosen.items()))
        if self.order or not self.query:
            return films.order_by(*ORDERS[self.order or "title"][1])
        return films

    def facets(self) -> list[Facet]:
        return self.facets_and_count()[0]

    def facets_and_count(self) -> tuple[list[Facet], int]:
        """Each facet counts the films that the query and the *other* facets leave; all leave so many. Three queries."""
        rows = _facet_rows(self.found())
        facets = [self._facet(name, label, rows) for name, label in _labels().items()]
        return facets, sum(
            all(value in row.values[name] for name, value in self.chosen.items()) for row in rows
        )

    def _facet(self, name: str, label: str, rows: list[_Row]) -> Facet:
        others = {other: value for other, value in self.chosen.items() if other != name}
        left = [row for row in rows if all(value in row.values[other] for other, value in others.items())]
        counts = Counter(value for row in left for value in row.values[name])
        names = {value: text for row in rows for value, text in row.values[name].items()}
        chosen = self.chosen.get(name, "")
        values = sorted(names, key=lambda value: _order(name, value, names[value]))
        return Facet(
            name,
            label,
            [
                Choice(value, names[value], counts[value], value == chosen)
                for value in values
                if counts[value] or value == chosen
            ],
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """One film: for each facet its values with their labels."""

    values: dict[str, dict[str, str]]


def _labels() -> dict[str, str]:
    return {
        "length": _("Length"),
        "country": _("Country"),
        "decade": _("Decade"),
        "subject": _("Subject"),
        "maker": _("Maker"),
    }


def _facet_rows(films: FilmQuerySet) -> list[_Row]:
    facts = list(films.order_by().values_list("pk", "year", "runtime", "countries"))
    keys = [pk for pk, *_rest in facts]
    makers = _grouped(
        Credit.objects.filter(film__in=keys, role=Credit.Role.DIRECTOR).values_list(
            "film", "person__slug", "person__name"
        )
    )
    subjects = _grouped(
        (row["films"], row["slug"], str(said(row, "name")))
        for row in Subject.objects.filter(films__in=keys).values("films", "slug", "name", "translations")
    )
    return [
        _Row(
            {
                "maker": makers.get(pk, {}),
                "subject": subjects.get(pk, {}),
                "country": {code: country_label(code) for code in countries},
                "decade": {str(year - year % DECADE): _("%(decade)ds") % {"decade": year - year % DECADE}},
                "length": {band.key: str(band.label) for band in BANDS if band.least <= runtime <= band.most},
            }
        )
        for pk, year, runtime, countries in facts
    ]


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, dict[str, str]]:
    grouped: dict[int, dict[str, str]] = {}
    for film, slug, name in rows:
        grouped.setdefault(film, {})[slug] = name
    return grouped


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
