"""Makes screenings of a festival's programme: books the screens for all showings at once, and publishes them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.lookup import refuse_closed_venue, refuse_outsider
from screenings.models import (
    Festival,
    FestivalPin,
    FestivalScreening,
    Screening,
    Showing,
)
from screenings.planner import festival as asking
from screenings.planning.festivals import films_of, pieces_of, question_of, screens_of
from screenings.programme.announcing import publish_screening
from screenings.programme.booking import free_slug
from screenings.programme.festivals.covering import Cover, cover_of, showings_to_make
from screenings.programme.festivals.drafts import draft_of, showings_of
from screenings.programme.festivals.planning import current_plan
from screenings.programme.locks import lock_festival, lock_screens
from screenings.programme.refusals import refused_in_words
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def publish_festival(*, festival: Festival, by: User, only_covered: bool = False) -> list[Screening]:
    """Makes a published screening of each showing of the programme, all or none; or of those that licences cover already
    (`only_covered`). Those that are made already stay as they are.

    Each showing is fixed from then on. Raises Refused: `not-yours`, `no-plan`, `not-for-hire`, a rule's own code when the programme can
    no longer stand, `screen-taken`, `not-covered` for each film that no licence covers.
    """
    row = lock_festival(festival.pk)
    refuse_outsider(by, row.institution, "screenings.add_screening")
    showings = showings_to_make(row, _programme(row))
    if only_covered:
        covered = cover_of(row, showings, by).covered
        showings = [each for each in showings if each.key in covered]
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


def cover_of_programme(festival: Festival, by: User) -> Cover:
    """Of the showings that are not published yet. Raises Refused (`no-plan`)."""
    return cover_of(festival, showings_to_make(festival, _planned(festival)), by)


def _planned(festival: Festival) -> Sequence[asking.Showing]:
    plan = current_plan(festival)
    programme = asking.programme_from_data(plan.programme) if plan and plan.programme else None
    if programme is None or not programme.showings:
        raise Refused(_("This festival has no programme yet."), "no-plan")
    return programme.showings


def _programme(festival: Festival) -> Sequence[asking.Showing]:
    """The current programme's showings, reviewed against the screens as they are now."""
    showings = _planned(festival)
    lock_screens(int(showing.screen) for showing in showings)
    hard = [finding.say for finding in asking.review(showings, question_of(festival)) if finding.hard]
    if hard:
        raise Refused.saying(*hard)
    return showings


def _booked(festival: Festival, showings: Sequence[asking.Showing], by: User) -> list[Screening]:
    """A draft screening for each of these, with its screen booked, in the order of time. What it owes to whom is written when it is
    published."""
    screens = {screen.pk: screen for screen in screens_of(festival)}
    for venue in {screen.venue_id: screen.venue for screen in screens.values()}.values():
        refuse_closed_venue(venue, festival.institution)
    films = {str(film.pk): film for film in films_of(festival)}
    pieces = {key: pieces_of(film, list(screens.values()))[0] for key, film in films.items()}
    made = []
    for showing in showings:
        film, screen = films[showing.film], screens[int(showing.screen)]
        screening = draft_of(festival, film, screen, by)
        screening.slug = free_slug(film.film, showing.starts_at.astimezone(screen.venue.zone).date())
        screening.save(force_insert=True)
        with refused_in_words():
            Showing.objects.bulk_create(
                showings_of(screening, pieces[showing.film], showing.starts_at, screen)
            )
        FestivalScreening.objects.create(film=film, nth=showing.nth, screening=screening)
        FestivalPin.objects.update_or_create(
            film=film, nth=showing.nth, defaults={"screen": screen, "starts_at": showing.starts_at}
        )
        made.append(screening)
    return made
