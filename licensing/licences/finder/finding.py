"""The licence finder: the cheapest licences for a use, what would make a cheaper one enough, and the next cheapest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog.models import Film
from licensing.licences.answers import Offer, candidates, shelf_of, total_of_offers
from licensing.licences.held import held_by
from licensing.licences.resting import times_used
from licensing.models import Institution, Licence
from licensing.prices.offers import Buyer
from licensing.prices.territory import territory_of
from licensing.terms.ours import needed_for
from licensing.terms.rights import (
    Change,
    Coverage,
    Held,
    Intended,
    cheapest,
    covers,
    find_coverage,
    smallest_change,
)
from wording.say import Say

MOST_REFUSED = 3
"""Cheaper licences of which is said why they are not enough."""
MOST_NEXT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cheaper:
    """A licence that would be enough if the use were changed a little."""

    offer: Offer
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A licence on sale that is not enough, with every reason."""

    offer: Offer
    reasons: tuple[Say, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the finder answers.

    `coverage` is that of what is held, and `change` what would make it enough. `offers` are bought all together. `cheaper`
    is the licence that costs less (or any, if none is enough) and needs the fewest changes. `territory` says where our
    own rights stand in the way.
    """

    coverage: Coverage
    starts_on: date
    change: Change | None = None
    offers: tuple[Offer, ...] = ()
    enough: int = 0
    next_cheapest: tuple[Offer, ...] = ()
    cheaper: Cheaper | None = None
    refused: tuple[Refused, ...] = ()
    territory: Say | None = None


def find(*, held: Sequence[Held], intended: Intended, film: Film, buyer: Buyer, on: date) -> Finding:
    """The answer for a use of a film, at the prices of a day: at most seven queries, none if what is held covers it."""
    starts_on = max(intended.first_day, on)
    coverage = find_coverage(held, intended)
    if coverage.allowed:
        return Finding(coverage=coverage, starts_on=starts_on)
    on_sale = list(candidates(shelf_of(intended.works, on), buyer, starts_on))
    chosen = cheapest(held, [(each, offer.amount.amount) for offer, each in on_sale], intended) or ()
    offers = tuple(on_sale[at][0] for at in chosen)
    alone = sorted(
        (offer for offer, each in on_sale if not covers(each, intended)),
        key=lambda offer: offer.amount.amount,
    )
    total = total_of_offers(offers)
    below = [
        (offer, each)
        for offer, each in on_sale
        if covers(each, intended) and (total is None or offer.amount < total)
    ]
    needed = needed_for({intended.use}, buyer.tier)
    where = territory_of(film, buyer.country, starts_on, intended.last_day, needed)
    return Finding(
        coverage=coverage,
        starts_on=starts_on,
        change=smallest_change(held, intended, not_before=on),
        offers=offers,
        enough=len(alone),
        next_cheapest=tuple(offer for offer in alone if offer not in offers)[:MOST_NEXT],
        cheaper=_cheaper(below, intended, on),
        refused=_refused(below, film, intended),
        territory=None if where.code == "licensable" else where,
    )


def held_for_finding(institution: Institution, film: Film) -> list[Held]:
    """What an institution holds of a film, its whole and their parts, with the screenings announced, or over, under those licences of the film that limit them."""
    family = {film.pk, film.whole.pk}
    limited = Licence.objects.filter(
        institution__in=[institution.pk, institution.parent_id or institution.pk],
        film__in=family,
        grants__screenings__isnull=False,
        status=Licence.Status.ACTIVE,
    ).exclude(grants__screenings=None)
    numbers = dict(limited.values_list("pk", "number"))
    used = {numbers[key]: times for key, times in times_used(numbers).items()} if numbers else {}
    return held_by(institution, films=family, screenings_used=used)


def _cheaper(below: Sequence[tuple[Offer, Held]], intended: Intended, on: date) -> Cheaper | None:
    """Of the licences that are not enough, the one that the fewest changes make so; of those the cheapest."""
    found = [
        Cheaper(offer=offer, change=change)
        for offer, each in below
        if (change := smallest_change([each], intended, not_before=on)) is not None
    ]
    return min(found, key=lambda each: (len(each.change.steps), each.offer.amount.amount), default=None)


def _refused(below: Sequence[tuple[Offer, Held]], film: Film, intended: Intended) -> tuple[Refused, ...]:
    """Those with the fewest reasons, of the film itself."""
    found = [
        Refused(offer=offer, reasons=covers(each, intended))
        for offer, each in below
        if offer.film.pk == film.pk
    ]
    return tuple(sorted(found, key=lambda each: (len(each.reasons), each.offer.amount.amount))[:MOST_REFUSED])
