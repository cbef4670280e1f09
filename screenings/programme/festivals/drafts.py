"""The screenings that showings of a festival's programme would become: unsaved rows, for the verb that publishes them and for whoever
asks beforehand which licences they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from screenings.models import Festival, FestivalFilm, Screen, Screening, Showing
from screenings.planner import festival as asking
from screenings.planning.festivals import PAUSE, films_with_copies, pieces_of, screens_of
from screenings.planning.questions import Piece

if TYPE_CHECKING:
    from accounts.models import User

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved rows, and which showing of which film they would be; the screening has no address."""

    wish: FestivalFilm
    nth: int
    screening: Screening
    showings: list[Showing]

    @property
    def key(self) -> tuple[str, int]:
        """As in the programme."""
        return str(self.wish.pk), self.nth


def drafts_of(festival: Festival, showings: Sequence[asking.Showing], by: User) -> list[Draft]:
    """In the order given. As many queries for many as for a few."""
    screens = {str(screen.pk): screen for screen in screens_of(festival)}
    films = {str(film.pk): film for film in films_with_copies(festival)}
    pieces = {key: pieces_of(film, list(screens.values()))[0] for key, film in films.items()}
    drafts = []
    for each in showings:
        wish, screen = films[each.film], screens[each.screen]
        screening = _screening(festival, wish, screen, by)
        shown = _showings(screening, pieces[each.film], each.starts_at, screen)
        drafts.append(Draft(wish, each.nth, screening, shown))
    return drafts


def _screening(festival: Festival, film: FestivalFilm, screen: Screen, by: User) -> Screening:
    return Screening(
        film=film.film,
        venue=screen.venue,
        institution=festival.institution,
        programmer=by,
        title=film.film.title,
        audience=screen.capacity,
    )


def _showings(
    screening: Screening, pieces: Sequence[Piece], starts_at: datetime, screen: Screen
) -> list[Showing]:
    """One showing for each part, with the pauses between them; each keeps its screen until the next begins."""
    made, begins = [], starts_at
    for at, piece in enumerate(pieces):
        minutes = piece.minutes or piece.film.known_runtime
        ends = begins + minutes * MINUTE
        is_last = at == len(pieces) - 1
        made.append(
            Showing(
                screening=screening,
                film=piece.film,
                copy=piece.copy,
                screen=screen,
                until_minute=minutes,
                starts_at=begins,
                ends_at=ends,
                occupied_from=begins if at else begins - screen.set_up * MINUTE,
                occupied_until=ends + (screen.turnaround if is_last else PAUSE) * MINUTE,
                capacity=screen.capacity,
            )
        )
        begins = ends + PAUSE * MINUTE
    return made
