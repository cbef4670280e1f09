"""From rows to descriptions of films, in as many statements for one film as for a hundred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import batched

from django.conf import settings
from django.db.models import Max, Prefetch

from catalog.exports.description import (
    AwardShape,
    CopyShape,
    CreditShape,
    FilmShape,
    IdentifierShape,
    Member,
    PersonShape,
    TitleShape,
    Words,
)
from catalog.exports.plain import clean
from catalog.exports.terms import terms_of_use
from catalog.models import Credit, Film, FilmChange, FilmQuerySet, Person, Recognition, ScreeningCopy
from office.distributor.reader import distributor

AT_ONCE = 100
"""Whole films that are fetched together. Whatever is exported, no more than these with their parts are in memory."""


def described(keys: Sequence[int]) -> dict[int, FilmShape]:
    """Descriptions of those of the films that visitors may see, by their keys. The same statements for any number."""
    films = list(_rows(Film.objects.public().filter(pk__in=keys)))
    dates = dates_of({film.part_of_id or film.pk for film in films})
    name = distributor().legal_name
    terms = terms_of_use(name)
    return {film.pk: _film(film, dates[film.part_of_id or film.pk], name, terms) for film in films}


def described_all(keys: Iterable[int], *, with_parts: bool) -> Iterator[FilmShape]:
    """The whole films in this order, each followed by its parts where asked for; AT_ONCE of them at a time."""
    for some in batched(keys, AT_ONCE):
        wanted = list(family_keys(some)) if with_parts else list(some)
        found = described(wanted)
        yield from (found[key] for key in wanted if key in found)


def family_keys(wholes: Sequence[int]) -> Iterator[int]:
    """Each whole, and after it its public parts in order. One statement."""
    parts: dict[int, list[int]] = {}
    rows = Film.objects.public().filter(part_of__in=wholes).order_by("part_number")
    for whole, part in rows.values_list("part_of", "pk"):
        parts.setdefault(whole or part, []).append(part)
    for whole in wholes:
        yield from (whole, *parts.get(whole, ()))


def dates_of(wholes: Iterable[int]) -> dict[int, datetime]:
    """When each whole film last changed, by its key. One statement."""
    keys = list(wholes)
    known = FilmChange.objects.filter(whole__in=keys).values("whole").annotate(last=Max("changed_at"))
    never = datetime.fromtimestamp(0, UTC)
    return dict.fromkeys(keys, never) | {row["whole"]: row["last"] for row in known}


def _rows(films: FilmQuerySet) -> FilmQuerySet:
    credited = (
        Credit.objects.select_related("person").prefetch_related("person__names").order_by("order", "pk")
    )
    return films.select_related("part_of").prefetch_related(
        "titles",
        "subjects",
        "copies",
        Prefetch("recognitions", Recognition.objects.in_order()),
        "part_of__subjects",
        Prefetch("credits", credited),
        Prefetch("part_of__credits", credited),
        Prefetch("parts", Film.objects.public().order_by("part_number")),
    )


def identifier(key: int) -> str:
    """What names the record of a film or part for good."""
    return f"film-{key}"


def web_address(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _film(film: Film, changed_at: datetime, distributor: str, terms: str) -> FilmShape:
    whole = film.part_of
    given = list(film.credits.all()) or (list(whole.credits.all()) if whole else [])
    subjects = list(film.subjects.all()) or (list(whole.subjects.all()) if whole else [])
    path = film.get_absolute_url()
    return FilmShape(
        id=identifier(film.pk),
        address=web_address(path),
        picture=web_address(f"{path.removesuffix('/')}.png"),
        changed_at=changed_at,
        title=Words(text=clean(film.title), language=film.title_language),
        titles=tuple(
            TitleShape(text=clean(title.text), language=title.language, kind=title.kind)
            for title in film.titles.all()
        ),
        kind=film.kind,
        year=film.year,
        runtime_minutes=film.runtime,
        colour=film.colour,
        countries=tuple(film.countries or (whole.countries if whole else ())),
        languages=tuple(film.languages or (whole.languages if whole else ())),
        synopsis=clean(film.synopsis),
        subjects=tuple(clean(subject.name) for subject in subjects),
        credits=tuple(
            CreditShape(role=each.role, detail=clean(each.detail), person=_person(each.person))
            for each in given
        ),
        recognition=tuple(
            AwardShape(kind=each.kind, outcome=clean(each.outcome), event=clean(each.event), year=each.year)
            for each in film.recognitions.all()
        ),
        copies=tuple(_copy(copy) for copy in film.copies.all()),
        identifiers=tuple(
            IdentifierShape(scheme=each.scheme.name, value=each.value, address=each.address)
            for each in film.identifiers
        ),
        part_unit=film.part_unit,
        part_of=_member(whole) if whole else None,
        part_number=film.part_number,
        parts=tuple(_member(part) for part in film.parts.all()),
        terms=terms,
        distributor=clean(distributor),
    )


def _copy(copy: ScreeningCopy) -> CopyShape:
    return CopyShape(
        format=copy.format,
        runtime_minutes=copy.runtime,
        language=copy.language,
        subtitles=tuple(copy.subtitles),
    )


def _member(film: Film) -> Member:
    return Member(
        id=identifier(film.pk),
        address=web_address(film.get_absolute_url()),
        title=Words(text=clean(film.title), language=film.title_language),
        number=film.part_number,
        runtime_minutes=film.runtime,
        year=film.year,
        synopsis=clean(film.synopsis) if film.part_of_id else "",
    )


def _person(person: Person) -> PersonShape:
    original = Words(text=clean(person.original_name), language=person.original_language or "und")
    return PersonShape(
        name=clean(person.name),
        sort_name=clean(person.sort_name or person.name),
        original=original if person.original_name and person.original_name != person.name else None,
        names=tuple(Words(text=clean(each.text), language=each.language) for each in person.names.all()),
        address=web_address(person.get_absolute_url()),
    )
