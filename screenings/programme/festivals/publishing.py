"""Makes screenings of a festival's programme: books the screens for all showings at once, and publishes them at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.lookup import refuse_closed_venue, refuse_outsider
from screenings.models import (
    Festival,
    FestivalFilm,
    FestivalPin,
    FestivalScreening,
    Screen,
    Screening,
    Showing,
)
from screenings.planner import festival as asking
from screenings.planning.festivals import PAUSE, films_of, pieces_of, question_of, screens_of
from screenings.planning.questions import Piece
from screenings.programme.announcing import publish_screening
from screenings.programme.booking import free_slug
from screenings.programme.festivals.planning import current_plan
from screenings.programme.locks import lock_festival, lock_screens
from screenings.programme.refusals import refused_in_words
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MINUTE = timedelta(minutes=1)


@transaction.atomic
def publish_festival(*, festival: Festival, by: User) -> list[Screening]:
    """Makes a published screening of each showing of the programme, all or none. Those that are made already stay as they are.

    Each showing is fixed from then on. Raises Refused: `not-yours`, `no-plan`, `not-for-hire`, a rule's own code when the programme can
    no longer stand, `screen-taken`, `not-covered` for each film that no licence covers.
    """
    row = lock_festival(festival.pk)
    refuse_outsider(by, row.institution, "screenings.add_screening")
    showings = _programme(row)
    made = _booked(row, showings, by)
    refusals: dict[int, Refused] = {}
    for screening in made:
        try:
            publish_screening(screening=screening, by=by)
        except Refused as refused:
            words = _("“%(film)s” cannot be published: %(reason)s")
            about = {"film": screening.title, "reason": " ".join(refused.messages)}
            refusals.setdefault(screening.film_id, Refused(words, "not-covered", about))
    if refusals:
        said = [*refusals.values()]
        raise said[0] if len(said) == 1 else Refused(said)
    return made


def _programme(festival: Festival) -> list[asking.Showing]:
    """The current programme's showings, reviewed against the screens as they are now."""
    plan = current_plan(festival)
    programme = asking.programme_from_data(plan.programme) if plan and plan.programme else None
    if programme is None or not programme.showings:
        raise Refused(_("This festival has no programme yet."), "no-plan")
    lock_screens(int(showing.screen) for showing in programme.showings)
    hard = [
        finding.say for finding in asking.review(programme.showings, question_of(festival)) if finding.hard
    ]
    if hard:
        raise Refused.saying(*hard)
    return list(programme.showings)


def _booked(festival: Festival, showings: Sequence[asking.Showing], by: User) -> list[Screening]:
    """A draft screening for each showing that has none yet, with its screen booked, in the order of time. What it owes to whom is
    written when it is published."""
    screens = {screen.pk: screen for screen in screens_of(festival)}
    for venue in {screen.venue_id: screen.venue for screen in screens.values()}.values():
        refuse_closed_venue(venue, festival.institution)
    films = {str(film.pk): film for film in films_of(festival)}
    pieces = {key: pieces_of(film, list(screens.values()))[0] for key, film in films.items()}
    taken = set(FestivalScreening.objects.filter(film__festival=festival).values_list("film_id", "nth"))
    made = []
    for showing in showings:
        film, screen = films[showing.film], screens[int(showing.screen)]
        if (film.pk, showing.nth) in taken:
            continue
        screening = _draft(festival, film, showing, screen, by)
        with refused_in_words():
            Showing.objects.bulk_create(_showings(screening, pieces[showing.film], showing.starts_at, screen))
        FestivalScreening.objects.create(film=film, nth=showing.nth, screening=screening)
        FestivalPin.objects.update_or_create(
            film=film, nth=showing.nth, defaults={"screen": screen, "starts_at": showing.starts_at}
        )
        made.append(screening)
    return made


def _draft(
    festival: Festival, film: FestivalFilm, showing: asking.Showing, screen: Screen, by: User
) -> Screening:
    return Screening.objects.create(
        slug=free_slug(film.film, showing.starts_at.astimezone(screen.venue.zone).date()),
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
