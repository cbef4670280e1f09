"""What a film was at an earlier time: its own facts and words, its titles, its credits and its subjects.

Each of these tables has a history that triggers write (pghistory). Of lists that were there before it was kept, the first
row says `kept`: what they were earlier nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pghistory.core
from django.db.models import Model, QuerySet

from catalog.models import Credit, Film, Person, Source, Subject, Title
from catalog.models.film import FilmSubject
from records.alignment import Wanted

FACTS = (
    "title", "title_language", "part_unit", "kind", "year", "runtime", "colour", "countries", "languages", "synopsis",
    "eidr", "isan", "imdb", "wikidata",
)  # fmt: skip
"""A film's facts and words. Its address, its place among parts and whether it is published stay as they are: others rely on
these, and each has a button of its own."""
KEPT, GONE = "kept", "delete"
"""Labels of the history."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list that belongs to a film: the table, the columns by which a row is found again, and the others."""

    table: type[Model]
    tracked: type[Model]
    key: tuple[str, ...]
    rest: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.key, *self.rest)

    @property
    def events(self) -> QuerySet[Any]:
        (model,) = pghistory.core.event_models(tracks_model=self.tracked)
        return model._default_manager.all()  # noqa: SLF001 - the documented name

    def rows(self, film: Film) -> QuerySet[Any]:
        return self.table._default_manager.filter(film=film)  # noqa: SLF001


TITLES = ListOf(Title, Title, ("film_id", "text", "language", "kind"), ("order", "source_id"))
CREDITS = ListOf(Credit, Credit, ("film_id", "person_id", "role", "detail"), ("order", "source_id"))
SUBJECTS = ListOf(Film.subjects.through, FilmSubject, ("film_id", "subject_id"))
NAMED_BY = {"credits": "person_id", "subjects": "subject_id"}
LISTS = {"titles": TITLES, "credits": CREDITS, "subjects": SUBJECTS}


@dataclass(frozen=True, slots=True)
class Earlier:
    """`lists` are rows by the name of the list; None where their history begins later."""

    facts: Mapping[str, Any]
    lists: Mapping[str, Sequence[Wanted]] | None


def state_after(film: Film, event: int) -> Earlier | None:
    """What a film was after an event of its own history; None if that is no event of this film."""
    return _state(film, pgh_id=event)


def state_at(film: Film, moment: datetime) -> Earlier | None:
    """What a film was at a time; None if it was not yet there."""
    return _state(film, moment, pgh_created_at__lte=moment)


def _state(film: Film, moment: datetime | None = None, **of: Any) -> Earlier | None:
    (model,) = pghistory.core.event_models(tracks_model=Film)
    events = model._default_manager.filter(pgh_obj_id=film.pk, **of).order_by("-pgh_id")  # noqa: SLF001
    found = events.values("pgh_created_at", *FACTS).first()
    if found is None:
        return None
    written_at = found.pop("pgh_created_at")
    return Earlier(found, _lists_at(film, moment or written_at))


def _lists_at(film: Film, moment: datetime) -> dict[str, list[Wanted]] | None:
    began = (
        each.events.filter(film_id=film.pk, pgh_label=KEPT, pgh_created_at__gt=moment)
        for each in LISTS.values()
    )
    if any(events.exists() for events in began):
        return None
    found = {name: _rows_at(each, film, moment) for name, each in LISTS.items()}
    return {name: list(_that_may_stand(rows)) for name, rows in found.items()}


def _rows_at(each: ListOf, film: Film, moment: datetime) -> list[dict[str, Any]]:
    """The last that was written of each row that ever was of this film, unless it was removed or given to another."""
    of_film = each.events.filter(film_id=film.pk).order_by().values("pgh_obj_id")
    newest = each.events.filter(pgh_obj_id__in=of_film, pgh_created_at__lte=moment)
    rows = newest.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id").values("pgh_label", *each.columns)
    return [
        {name: row[name] for name in each.columns}
        for row in rows
        if row["pgh_label"] != GONE and row["film_id"] == film.pk
    ]


def _that_may_stand(rows: list[dict[str, Any]]) -> Iterable[Wanted]:
    """Rows whose person or subject is still there; a source that is gone is left out."""
    there = {
        name: set(
            table.objects.filter(pk__in={row[name] for row in rows if row.get(name)}).values_list(
                "pk", flat=True
            )
        )
        for name, table in (("person_id", Person), ("subject_id", Subject), ("source_id", Source))
        if any(row.get(name) for row in rows)
    }
    for row in rows:
        if all(row[name] in there[name] for name in ("person_id", "subject_id") if name in row):
            yield row | (
                {"source_id": None} if row.get("source_id") not in {None, *there.get("source_id", ())} else {}
            )


def lists_of(film: Film) -> dict[str, list[Wanted]]:
    """What stands now, as `Earlier.lists`."""
    return {name: list(each.rows(film).order_by("pk").values(*each.columns)) for name, each in LISTS.items()}


def differing_lists(film: Film, earlier: Earlier) -> list[str]:
    """The names of the lists that were otherwise."""
    if earlier.lists is None:
        return []
    now = lists_of(film)
    return [name for name, rows in earlier.lists.items() if _as_set(rows) != _as_set(now[name])]


def _as_set(rows: Iterable[Wanted]) -> set[tuple[tuple[str, Any], ...]]:
    return {tuple(sorted(row.items())) for row in rows}


def names_in(name: str, rows: Iterable[Wanted]) -> dict[Any, str]:
    """What the people or subjects of the rows of a list are called now, by key. One statement at most."""
    if name == "titles":
        return {}
    keys = {int(str(row[NAMED_BY[name]])) for row in rows}
    found: Iterable[Model] = (
        Person.objects.filter(pk__in=keys) if name == "credits" else Subject.objects.filter(pk__in=keys)
    )
    return {row.pk: str(row) for row in found}


def words_of(name: str, rows: Iterable[Wanted], names: Mapping[Any, str]) -> str:
    """The rows of a list as people read them, in order."""
    in_order = sorted(rows, key=lambda row: int(str(row.get("order", 0))))
    return ", ".join(_words(name, row, names) for row in in_order)


def _words(name: str, row: Wanted, names: Mapping[Any, str]) -> str:
    if name == "titles":
        return str(row["text"])
    called = names.get(row[NAMED_BY[name]], "—")
    return (
        f"{called} ({row['detail'] or Credit.Role(str(row['role'])).label})" if name == "credits" else called
    )
