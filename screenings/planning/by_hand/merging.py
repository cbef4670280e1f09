"""Two people changed one timetable: their changes made one, and what of it they must choose between. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from screenings.planning.by_hand.places import Place, minutes_shown
from screenings.planning.works import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where one place was (under `key`), where the other person put it and where this one did; None where it is not there. Where
    both changed it otherwise, it `is_disputed`, and the other's place is taken until somebody chooses."""

    key: str
    was: Place | None
    theirs: Place | None
    mine: Place | None
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class Merged:
    places: list[Place]
    differences: list[Difference]

    @property
    def is_disputed(self) -> bool:
        return any(each.is_disputed for each in self.differences)


def merged(
    was: Sequence[Place],
    theirs: Sequence[Place],
    mine: Sequence[Place],
    works: Mapping[int, Work],
) -> Merged:
    """What both changed since `was`. What only one of them changed is taken over. Where this would lose or repeat minutes of a
    film, the other's timetable is taken whole, and all of this person's changes are disputed.

    `works` has, by the keys of showings, which film and copy each shows.
    """
    one, two, base = _by_key(theirs), _by_key(mine), _by_key(was)
    states = {key: (base.get(key), one.get(key), two.get(key)) for key in {**one, **two, **base}}
    places = [place for state in states.values() if (place := _taken(*state))]
    fits = minutes_shown(places, works) == minutes_shown(theirs, works)
    differences = [
        Difference(
            key=key,
            was=was,
            theirs=theirs,
            mine=mine,
            is_disputed=theirs not in (was, mine) and mine != was if fits else mine != was,
        )
        for key, (was, theirs, mine) in states.items()
        if not was == theirs == mine
    ]
    return Merged(places if fits else list(theirs), differences)


def _by_key(places: Iterable[Place]) -> dict[str, Place]:
    return {each.key: each for each in places}


def _taken(was: Place | None, theirs: Place | None, mine: Place | None) -> Place | None:
    return mine if theirs == was else theirs
