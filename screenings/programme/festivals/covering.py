"""Which showings of a festival's programme are covered by the licences held, and which licences would cover the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from moneyed import Money

from licensing.licences.answers import Answer, Offer, Shelf, answer, shelf_of, total_of_offers
from licensing.terms.days import office_today
from licensing.terms.rights import Coverage, Held, Intended, find_coverage
from screenings.models import Festival, FestivalFilm, FestivalScreening
from screenings.planner import festival as asking
from screenings.planning.festivals import films_of
from screenings.programme.coverage import buyer_for, held_for, intended_by
from screenings.programme.festivals.drafts import Draft, drafts_of

if TYPE_CHECKING:
    from accounts.models import User

type Key = tuple[str, int]
"""A showing: the film's key in the programme, and which of its showings."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A film at a venue, how many of its showings no licence covers, and what to do about them together."""

    wish: FestivalFilm
    showings: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Cover:
    """The showings that can be published now, and the films that need a licence first."""

    covered: frozenset[Key]
    uncovered: Sequence[Uncovered]

    @property
    def offers(self) -> list[Offer]:
        return [offer for each in self.uncovered for offer in each.answer.offers]

    @property
    def total(self) -> Money | None:
        """None also where the prices are in several currencies."""
        is_one = len({offer.amount.currency for offer in self.offers}) == 1
        return total_of_offers(self.offers) if is_one else None


def showings_to_make(festival: Festival, showings: Sequence[asking.Showing]) -> list[asking.Showing]:
    """Those of which no screening was made yet. One query."""
    made = FestivalScreening.objects.filter(film__festival=festival).values_list("film_id", "nth")
    taken = {(str(film), nth) for film, nth in made}
    return [each for each in showings if each.key not in taken]


def cover_of(festival: Festival, showings: Sequence[asking.Showing], by: User) -> Cover:
    """What the licences held cover of these, one after the other in the order given."""
    drafts = drafts_of(festival, showings, by)
    coverages, held = covered_in_turn(festival, drafts)
    covered, missing = set[Key](), dict[tuple[str, str], list[Intended]]()
    for draft in drafts:
        if coverages[draft.key].allowed:
            covered.add(draft.key)
        elif (use := _use_of(draft)) is not None:
            missing.setdefault((draft.key[0], use.site), []).append(use)
    return Cover(frozenset(covered), _advised(festival, missing, held))


def covered_in_turn(festival: Festival, drafts: Sequence[Draft]) -> tuple[dict[Key, Coverage], list[Held]]:
    """For each, whether licences cover it, by which or why not, and what is left of them then: what one uses up of a licence is not
    there for the next."""
    uses = {draft.key: use for draft in drafts if (use := _use_of(draft)) is not None}
    held = held_for(festival.institution, films={work for use in uses.values() for work in use.works})
    of_work: dict[int, list[int]] = {}
    for at, each in enumerate(held):
        for work in each.works:
            of_work.setdefault(work, []).append(at)
    coverages = {draft.key: Coverage(allowed=False) for draft in drafts}
    for key, use in uses.items():
        near = sorted({at for work in use.works for at in of_work.get(work, ())})
        coverages[key] = coverage = find_coverage([held[at] for at in near], use)
        for at in (at for at in near if held[at].number in coverage.together):
            held[at] = _used(held[at], use)
    return coverages, held


def _use_of(draft: Draft) -> Intended | None:
    return intended_by(draft.screening, as_if=draft.showings)


def _used(held: Held, use: Intended) -> Held:
    sites = held.sites_used if use.site in held.sites_used else (*held.sites_used, use.site)
    return replace(held, screenings_used=held.screenings_used + use.screenings, sites_used=sites)


def _advised(
    festival: Festival, missing: dict[tuple[str, str], list[Intended]], held: Sequence[Held]
) -> list[Uncovered]:
    """For all the showings of a film at a venue together, so that one licence for several is offered before several for one."""
    works = frozenset(work for uses in missing.values() for use in uses for work in use.works)
    shelf, on = shelf_of(works, office_today()), office_today()
    films = {str(film.pk): film for film in films_of(festival)} if missing else {}
    buyer = buyer_for(festival.institution)
    return [
        Uncovered(
            films[film],
            len(uses),
            answer(
                held=held,
                intended=_together(uses),
                buyer=buyer,
                on=on,
                shelf=_shelf_for(shelf, uses[0].works),
            ),
        )
        for (film, _site), uses in missing.items()
    ]


def _together(uses: Sequence[Intended]) -> Intended:
    return replace(
        uses[0],
        first_day=min(use.first_day for use in uses),
        last_day=max(use.last_day for use in uses),
        audience=max(use.audience for use in uses),
        formats=frozenset(carrier for use in uses for carrier in use.formats),
        screenings=sum(use.screenings for use in uses),
        shown=tuple(piece for use in uses for piece in use.shown),
    )


def _shelf_for(shelf: Shelf, works: frozenset[int]) -> Shelf:
    """What of it is for these works, so that a long programme is not asked about each of its films for each of them."""
    return Shelf([film for film in shelf.films if shelf.works[film.pk] & works], shelf.works, shelf.book)
