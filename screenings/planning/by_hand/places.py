"""Where each showing of a screening stands, or would: a stretch of film, a screen, an hour. A showing may be cut into two
places, and two may be joined. Pure: rows are only read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from screenings.models import Screen, Screening, Showing
from screenings.planning.works import Work

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Minutes of a film on a screen at an aware instant. `showing` is the key of the showing that stands there; a place that
    `is_new` is cut from that showing, and has none of its own yet."""

    showing: int
    from_minute: int
    until_minute: int
    screen: int
    starts_at: datetime
    is_new: bool = False

    @property
    def key(self) -> str:
        return f"{self.showing}@{self.from_minute}" if self.is_new else f"{self.showing}"


def places_of(showings: Iterable[Showing]) -> list[Place]:
    """Where showings stand."""
    return [
        Place(
            showing=each.pk,
            from_minute=each.from_minute,
            until_minute=each.until_minute,
            screen=each.screen_id,
            starts_at=each.starts_at,
        )
        for each in showings
    ]


def to_data(places: Iterable[Place]) -> list[dict[str, Any]]:
    """As JSON; only of places that have their showings."""
    return [
        {
            "showing": each.showing,
            "from": each.from_minute,
            "until": each.until_minute,
            "screen": each.screen,
            "starts_at": each.starts_at.isoformat(),
        }
        for each in places
    ]


def from_data(rows: Iterable[Mapping[str, Any]]) -> list[Place]:
    return [
        Place(
            showing=row["showing"],
            from_minute=row["from"],
            until_minute=row["until"],
            screen=row["screen"],
            starts_at=datetime.fromisoformat(row["starts_at"]),
        )
        for row in rows
    ]


def cut_points(showing: Showing) -> list[int]:
    """The minutes at which a showing may be cut: the chapter points of its copy inside it."""
    points = showing.copy.chapter_points if showing.copy else []
    return [point for point in points if showing.from_minute < point < showing.until_minute]


def cut(places: Sequence[Place], key: str, at: int, *, intro_minutes: int = 0) -> list[Place]:
    """The same places, one of them cut at a minute of the film; what follows the cut goes on without a break. Unchanged where
    there is nothing to cut. `intro_minutes` is the introduction before it."""
    made: list[Place] = []
    for each in places:
        if each.key != key or not each.from_minute < at < each.until_minute:
            made.append(each)
            continue
        later = each.starts_at + (intro_minutes + at - each.from_minute) * MINUTE
        made.append(replace(each, until_minute=at))
        made.append(replace(each, from_minute=at, starts_at=later, is_new=True))
    return made


def join(places: Sequence[Place], key: str, films: Mapping[int, object]) -> list[Place]:
    """The same places, one of them joined with the one that goes on with its film. `films` has, by the keys of showings, what
    each shows. Unchanged where nothing goes on with it."""
    first = next((each for each in places if each.key == key), None)
    if first is None:
        return list(places)
    follows = next((each for each in places if _goes_on(first, each, films)), None)
    if follows is None:
        return list(places)
    joined = replace(first, until_minute=follows.until_minute)
    return [joined if each is first else each for each in places if each is not follows]


def _goes_on(first: Place, after: Place, films: Mapping[int, object]) -> bool:
    same = films.get(first.showing) == films.get(after.showing)
    return same and after.from_minute == first.until_minute


def minutes_shown(places: Iterable[Place], works: Mapping[int, Work]) -> dict[Work, list[tuple[int, int]]]:
    """The stretches of each film and copy that are shown, joined where they meet: what no change by hand may alter."""
    shown: dict[Work, list[tuple[int, int]]] = {}
    for each in sorted(places, key=lambda place: (place.from_minute, place.until_minute)):
        stretches = shown.setdefault(works[each.showing], [])
        if stretches and stretches[-1][1] == each.from_minute:
            stretches[-1] = (stretches[-1][0], each.until_minute)
        else:
            stretches.append((each.from_minute, each.until_minute))
    return shown


def as_showings(
    screening: Screening,
    places: Sequence[Place],
    showings: Mapping[int, Showing],
    screens: Mapping[int, Screen],
) -> list[Showing]:
    """Unsaved showings at these places, in their order. `showings` has by key those that stand, `screens` those that are named.

    The introduction stays with the first minute of what is shown of a film, the Q&A with its last.
    """
    return [_as_showing(screening, each, places, showings, screens) for each in places]


def _as_showing(
    screening: Screening,
    place: Place,
    places: Sequence[Place],
    showings: Mapping[int, Showing],
    screens: Mapping[int, Screen],
) -> Showing:
    source = showings[place.showing]
    same = [each for each in showings.values() if Work.of(each) == Work.of(source)]
    intros = {each.from_minute: each.intro_minutes for each in same}
    talks = {each.until_minute: each.qa_minutes for each in same}
    intro, qa = intros.get(place.from_minute, 0), talks.get(place.until_minute, 0)
    length = (intro + place.until_minute - place.from_minute + qa) * MINUTE
    if (place.from_minute, place.until_minute) == (source.from_minute, source.until_minute):
        length = source.ends_at - source.starts_at  # which may be longer than what is shown
    ends_at = place.starts_at + length
    return Showing(
        pk=None if place.is_new else source.pk,
        screening=screening,
        film=source.film,
        copy=source.copy,
        run=source.run,
        screen=screens[place.screen],
        from_minute=place.from_minute,
        until_minute=place.until_minute,
        intro_minutes=intro,
        qa_minutes=qa,
        starts_at=place.starts_at,
        ends_at=ends_at,
        occupied_from=place.starts_at,
        occupied_until=ends_at,
        capacity=source.capacity,
        booked=source.booked,
        sequence=source.sequence,
        marks=source.marks,
    )
