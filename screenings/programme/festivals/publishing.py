"""Makes screenings of a festival's programme: books the screens for all showings at once, and publishes them at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import batched
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.models import Licence
from licensing.terms.rights import Coverage
from screenings.lookup import refuse_closed_venue, refuse_outsider
from screenings.models import Festival, FestivalPin, FestivalScreening, Screening, Showing
from screenings.notices import owed as notices
from screenings.planner import festival as asking
from screenings.planning.festivals import question_of, screens_of
from screenings.programme.booking import free_slugs
from screenings.programme.festivals.covering import Cover, Key, cover_of, covered_in_turn, showings_to_make
from screenings.programme.festivals.drafts import Draft, drafts_of
from screenings.programme.festivals.planning import current_plan
from screenings.programme.locks import lock_festival, lock_licences, lock_screens
from screenings.programme.refusals import refused_in_words
from screenings.programme.reports import owe_reports_of_each
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

AT_ONCE = 40
"""Screenings that are written together, after which it is told how many there are."""


@transaction.atomic
def publish_festival(
    *,
    festival: Festival,
    by: User,
    only_covered: bool = False,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> list[Screening]:
    """Makes a published screening of each showing of the programme, all or none; or of those that licences cover already
    (`only_covered`). Those that are made already stay as they are. `tell` is called as it goes, with how many are made of how many.

    Each showing is fixed from then on. Raises Refused: `not-yours`, `no-plan`, `not-for-hire`, a rule's own code when the programme can
    no longer stand, `screen-taken`, `not-covered` for each film that no licence covers.
    """
    row = lock_festival(festival.pk, to_publish=True)
    refuse_outsider(by, row.institution, "screenings.add_screening")
    showings = _to_make(row)
    for venue in {screen.venue_id: screen.venue for screen in screens_of(row)}.values():
        refuse_closed_venue(venue, row.institution)
    drafts = _named(drafts_of(row, showings, by))
    licences = lock_licences(row.institution)
    coverages, _left = covered_in_turn(row, drafts)
    if only_covered:
        drafts = [each for each in drafts if coverages[each.key].allowed]
    _refuse_uncovered(drafts, coverages)
    tell(0, len(drafts))
    made: list[Screening] = []
    for some in batched(drafts, AT_ONCE):
        made += _published(some, coverages, licences)
        tell(len(made), len(drafts))
    return made


def cover_of_programme(festival: Festival, by: User) -> Cover:
    """Of the showings that are not published yet. Raises Refused (`no-plan`)."""
    return cover_of(festival, showings_to_make(festival, planned_showings(festival)), by)


def planned_showings(festival: Festival) -> Sequence[asking.Showing]:
    """Those of its current programme. Raises Refused (`no-plan`)."""
    plan = current_plan(festival)
    programme = asking.programme_from_data(plan.programme) if plan and plan.programme else None
    if programme is None or not programme.showings:
        raise Refused(_("This festival has no programme yet."), "no-plan")
    return programme.showings


def _to_make(festival: Festival) -> list[asking.Showing]:
    """Those of the current programme that are not made yet; all of it is reviewed against the screens as they are now. What is made
    may be over, or stand outside the hours that the venue has now."""
    showings = planned_showings(festival)
    lock_screens(int(showing.screen) for showing in showings)
    to_make = showings_to_make(festival, showings)
    new = {each.key for each in to_make}
    hard = [
        finding.say
        for finding in asking.review(showings, question_of(festival))
        if finding.hard and not (finding.rule == "hours" and new.isdisjoint(finding.showings))
    ]
    if hard:
        raise Refused.saying(*hard)
    return to_make


def _named(drafts: list[Draft]) -> list[Draft]:
    """With their addresses, after the film and the day at the venue."""
    slugs = free_slugs([
        (each.wish.film, each.showings[0].starts_at.astimezone(each.screening.venue.zone).date()) for each in drafts
    ])  # fmt: skip
    for draft, slug in zip(drafts, slugs, strict=True):
        draft.screening.slug = slug
    return drafts


def _refuse_uncovered(drafts: Sequence[Draft], coverages: Mapping[Key, Coverage]) -> None:
    """Raises Refused (`not-covered`), once for each film."""
    refusals: dict[int, Refused] = {}
    for draft in drafts:
        if not (coverage := coverages[draft.key]).allowed:
            words = _("“%(film)s” cannot be published: %(reason)s")
            reason = " ".join(Refused.saying(*coverage.sentences()).messages)
            about = {"film": draft.screening.title, "reason": reason}
            refusals.setdefault(draft.wish.film_id, Refused(words, "not-covered", about))
    if refusals:
        said = [*refusals.values()]
        raise said[0] if len(said) == 1 else Refused(said)


def _published(
    drafts: Sequence[Draft], coverages: Mapping[Key, Coverage], licences: Mapping[str, Licence]
) -> list[Screening]:
    """Writes some of them, each under its licences, with what it owes to whom; in as many statements as for one."""
    further = []
    for draft in drafts:
        row, (first, *others) = draft.screening, coverages[draft.key].together
        row.licence, row.status, row.published_at = (
            licences[first],
            Screening.Status.PUBLISHED,
            timezone.now(),
        )
        further += [(row, licences[number]) for number in others]
    made = Screening.objects.bulk_create(draft.screening for draft in drafts)
    beside = Screening.further_licences.through
    beside.objects.bulk_create(beside(screening=row, licence=licence) for row, licence in further)
    with refused_in_words():
        Showing.objects.bulk_create(showing for draft in drafts for showing in draft.showings)
    _fix(drafts)
    keys = [row.pk for row in made]
    notices.owe_for_each(screenings=keys)
    owe_reports_of_each(screenings=keys)
    return made


def _fix(drafts: Sequence[Draft]) -> None:
    """Each showing of the programme is its screening from now on, and stays where that is."""
    FestivalScreening.objects.bulk_create(
        FestivalScreening(film=each.wish, nth=each.nth, screening=each.screening) for each in drafts
    )
    FestivalPin.objects.bulk_create(
        (
            FestivalPin(film=each.wish, nth=each.nth, screen=shown.screen, starts_at=shown.starts_at)
            for each in drafts
            for shown in each.showings[:1]
        ),
        update_conflicts=True,
        unique_fields=["film", "nth"],
        update_fields=["screen", "starts_at"],
    )
