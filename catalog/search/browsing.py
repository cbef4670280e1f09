"""Browsing: how a visitor may search and filter the catalogue, and how many films each choice would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy

from catalog.models import Film, FilmQuerySet
from catalog.search.asking import LONGEST_QUERY
from catalog.search.facets import Counted, count
from catalog.search.filters import LONGEST_VALUE, Filter, filters
from catalog.search.finding import Found, find
from catalog.search.matching import ranked

type Values = Mapping[str, str]

ORDERS = {
    "title": (gettext_lazy("Title"), ("sort_title", "pk")),
    "longest": (gettext_lazy("Longest first"), ("-runtime", "sort_title", "pk")),
    "shortest": (gettext_lazy("Shortest first"), ("runtime", "sort_title", "pk")),
    "newest": (gettext_lazy("Newest first"), ("-year", "sort_title", "pk")),
    "oldest": (gettext_lazy("Oldest first"), ("year", "sort_title", "pk")),
    "added": (gettext_lazy("Recently added"), ("-added_at", "sort_title", "pk")),
}


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
    is_typed: bool = False

    @property
    def chosen(self) -> Choice | None:
        return next((choice for choice in self.choices if choice.is_chosen), None)


@dataclass(frozen=True)
class Browsing:
    """A visitor's search, read from the query string. Unknown values are ignored."""

    query: str
    chosen: Values
    order: str
    is_shortened: bool = False
    """Whether more was asked than is read."""

    @classmethod
    def asked(cls, parameters: Mapping[str, Any]) -> Browsing:
        given = {
            each.name: str(parameters.get(each.name, "")).replace("\0", "").strip()[:LONGEST_VALUE]
            for each in filters()
        }
        chosen = {
            each.name: given[each.name]
            for each in filters()
            if given[each.name] and each.is_possible(given[each.name])
        }
        query, order = (str(parameters.get(name, "")).replace("\0", " ").strip() for name in ("q", "order"))
        return cls(
            query[:LONGEST_QUERY].strip(),
            chosen,
            order if order in ORDERS else "",
            len(query) > LONGEST_QUERY,
        )

    @cached_property
    def found(self) -> Found:
        """What the query finds among published whole films: if it finds too many to rank, among those that the choices leave."""
        films = Film.objects.public_wholes()
        found = find(films, self.query)
        return find(self._narrowed(films), self.query) if found.is_capped and self.chosen else found

    def films(self) -> FilmQuerySet:
        """The films left by the choices, in the chosen order; by default by relevance if there is a query, else by title."""
        films = self._left()
        if self.order or not self.query:
            return films.order_by(*ORDERS[self.order or "title"][1])
        return films

    def ranked_keys(self) -> list[int]:
        """The films left by the choices, best first."""
        keys = self.found.keys
        if not self.chosen:
            return keys
        left = set(self._left().order_by().values_list("pk", flat=True))
        return [key for key in keys if key in left]

    def facets(self) -> list[Facet]:
        return self.facets_and_count()[0]

    def facets_and_count(self) -> tuple[list[Facet], int]:
        """Each facet counts the films that the query and the *other* facets leave; and how many are left by all. One query.

        Counts go up to MOST_COUNTED.
        """
        counts = count(self._left(), {name: self._left(but=name) for name in self.chosen}, self.chosen)
        return [self._facet(each, counts.values[each.name]) for each in filters()], counts.films

    def _left(self, but: str = "") -> FilmQuerySet:
        films = Film.objects.public_wholes()
        return self._narrowed(ranked(films, self.found.keys) if self.query else films, but)

    def _narrowed(self, films: FilmQuerySet, but: str = "") -> FilmQuerySet:
        conditions: list[Q] = [
            each.condition(self.chosen[each.name])
            for each in filters()
            if each.name in self.chosen and each.name != but
        ]
        return films.filter(*conditions)

    def _facet(self, each: Filter, counted: list[Counted]) -> Facet:
        chosen = self.chosen.get(each.name, "")
        choices = [
            Choice(one.value, each.said(one.value, one.words), one.count, one.value == chosen)
            for one in counted
        ]
        if chosen and each.is_plain(chosen) and not any(choice.is_chosen for choice in choices):
            choices.append(Choice(chosen, each.said(chosen, {}), 0, True))
        choices.sort(key=lambda choice: each.order(choice.value, choice.label))
        return Facet(each.name, str(each.label), choices, each.is_typed)
