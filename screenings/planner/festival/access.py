"""Which showings of a festival's film have the access that it asks for, and which may be without: one answer for search and checks."""

from __future__ import annotations

from collections.abc import Iterable

from screenings.access import ASKED_WORDS, CARRIED, Access, meets, offered
from screenings.planner.festival.question import Festival, Film
from wording.say import Listed, Say, Word, gettext_noop, say


def answers(film: Film, has: Iterable[Access], marks: Iterable[Access] = ()) -> bool:
    """Whether a showing of the film on a screen that has these offers all that the film asks for."""
    offers = offered(has, film.carries, marks)
    return all(meets(asked, offers) for asked in film.access)


def why_none(film: Film, screens: Iterable[Iterable[Access]]) -> Say | None:
    """Why none of the screens, each with what it has, can offer what the film asks for; None where one can."""
    known = [tuple(has) for has in screens]
    if any(answers(film, has) for has in known):
        return None
    for asked in film.access:
        if asked in CARRIED and asked not in film.carries:
            words = gettext_noop("The copy of {film} carries no {access}.")
            return say("access", words, film=film.title, access=Word(ASKED_WORDS[asked]))
    offers = {kind for has in known for kind in offered(has, film.carries)}
    missing = [asked for asked in film.access if not meets(asked, offers)]
    words = gettext_noop("No screen that can show {film} offers {access}.")
    return say("access", words, film=film.title, access=listed(missing or film.access))


def listed(kinds: Iterable[Access]) -> Listed:
    """What is asked for, as it stands in a sentence."""
    return Listed(tuple(Word(ASKED_WORDS[each]) for each in kinds))


def may_lack(festival: Festival, film: Film) -> tuple[frozenset[int], int]:
    """The showings, by number, that may be without what the film asks for, and how many of its others may, whichever they are.

    If one may, the first of a film that `has_first` is one of them. Where showings are fixed, so is which: those fixed without it,
    then those that are free, in order.
    """
    first = {1} if film.has_first and film.without_access else set[int]()
    fixed = _fixed(festival, film)
    if not fixed:
        return frozenset(first), film.without_access - len(first)
    turn = {False: 0, None: 1, True: 2}
    numbers = sorted(
        range(1, film.showings + 1), key=lambda nth: (nth not in first, turn[fixed.get(nth)], nth)
    )
    return frozenset(numbers[: film.without_access]), 0


def _fixed(festival: Festival, film: Film) -> dict[int, bool]:
    """Whether each fixed showing of the film offers it."""
    screens = {screen.key: screen.access for screen in festival.screens}
    return {
        pin.nth: answers(film, screens[pin.screen], pin.marks)
        for pin in festival.pins
        if pin.film == film.key
    }
