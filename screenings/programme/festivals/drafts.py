"""The screening that a showing of a festival's programme would become: unsaved rows, for the verb that publishes it and for whoever
asks beforehand which licence it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from screenings.models import Festival, FestivalFilm, Screen, Screening, Showing
from screenings.planning.festivals import PAUSE
from screenings.planning.questions import Piece

if TYPE_CHECKING:
    from accounts.models import User

MINUTE = timedelta(minutes=1)


def draft_of(festival: Festival, film: FestivalFilm, screen: Screen, by: User) -> Screening:
    """Without an address."""
    return Screening(
        film=film.film,
        venue=screen.venue,
        institution=festival.institution,
        programmer=by,
        title=film.film.title,
        audience=screen.capacity,
    )


def showings_of(
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
