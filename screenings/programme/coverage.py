"""Whether a licence covers a screening, and which one to buy when none does. The rules are `licensing.terms.rights`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count
from moneyed import Money

from catalog.models import Film
from licensing.licences.held import held_by, works_under
from licensing.models import Institution, LicenceType, Tier
from licensing.prices.offers import Buyer, open_price_book
from licensing.terms.days import last_day, office_today
from licensing.terms.rights import Admission, Coverage, Held, Intended, Use, covers, find_coverage, window
from screenings.models import Screening, Venue
from screenings.planning.arrangement import standing_showings

MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A licence on sale that would cover a screening; its film and type identify it in the cart. `amount` is today's price."""

    film: Film
    licence_type: LicenceType
    amount: Money
    is_sample: bool


def intended_by(screening: Screening, *, after: datetime | None = None) -> Intended | None:
    """The intended use of a screening, for the rules; None when all showings are cancelled. Days are the venue's.

    `after`: only what is not over at that instant.
    """
    showings = [each for each in standing_showings(screening) if after is None or each.ends_at > after]
    if not showings:
        return None
    zone = screening.venue.zone
    return Intended(
        use=Use.PUBLIC_SCREENING,
        works=frozenset(showing.film_id for showing in showings),
        # A licence holds on days of the calendar, not of the programme; one that is over at midnight ends with the day.
        first_day=min(showing.starts_at.astimezone(zone).date() for showing in showings),
        last_day=max((showing.ends_at - MOMENT).astimezone(zone).date() for showing in showings),
        country=screening.venue.country,
        audience=screening.audience,
        admission=Admission(screening.admission),
        public_advertising=screening.public_advertising,
    )


def coverage_of(
    screening: Screening, held: list[Held] | None = None, *, after: datetime | None = None
) -> Coverage:
    """Whether a licence of the presenting institution covers the screening, by which, or every reason why not.

    `held` are its licences where somebody has read them already; `after` leaves out what is over by then. A screening
    without showings shows nothing, and nothing covers it.
    """
    intended = intended_by(screening, after=after)
    if intended is None:
        return Coverage(allowed=False)
    if held is None:
        held = held_for(screening.institution, besides=screening)
    return find_coverage(held, intended)


def held_for(institution: Institution, *, besides: Screening | None = None) -> list[Held]:
    """The institution's licences, with the screenings each has been used for: three queries."""
    return held_by(institution, screenings_used=screenings_used(institution, besides=besides))


def screenings_used(institution: Institution, *, besides: Screening | None = None) -> dict[str, int]:
    """For each licence number of an institution, the number of published screenings that use it."""
    published = Screening.objects.filter(institution=institution, status=Screening.Status.PUBLISHED)
    if besides is not None:
        published = published.exclude(pk=besides.pk)
    counted = published.order_by().values_list("licence__number").annotate(screenings=Count("pk"))
    return dict(counted)


def licence_that_would_cover(screening: Screening) -> Offer | None:
    """The cheapest licence on sale to the institution that would cover the screening, or None."""
    intended = intended_by(screening)
    if intended is None:
        return None
    offers = list(_offers(intended, screening.institution))
    return min(offers, key=lambda offer: offer.amount.amount, default=None)


def _offers(intended: Intended, institution: Institution) -> Iterator[Offer]:
    films = _films_covering(intended.works)
    works = works_under(film.pk for film in films)
    book = open_price_book(films, on=office_today())
    buyer = Buyer(Tier(institution.tier), institution.country)
    for film in films:
        for kind in book.types_of(film):
            quote = book.quote(film, kind, buyer)
            if quote.amount is not None and not covers(
                _as_held(kind, works[film.pk], intended, institution), intended
            ):
                yield Offer(film=film, licence_type=kind, amount=quote.amount, is_sample=quote.is_sample)


def _films_covering(works: frozenset[int]) -> list[Film]:
    """The film itself if there is only one, and the whole film if all the works belong to one."""
    films = list(Film.objects.filter(pk__in=works).select_related("part_of"))
    wholes = {film.whole.pk for film in films}
    chosen = ({films[0].pk} if len(films) == 1 else set()) | (wholes if len(wholes) == 1 else set())
    return list(Film.objects.filter(pk__in=chosen).select_related("part_of"))


def _as_held(kind: LicenceType, works: frozenset[int], intended: Intended, institution: Institution) -> Held:
    """The licence that the institution would hold if it began on the screening's first day."""
    grants = kind.grants()
    return Held(
        number="",
        grants=grants,
        works=works,
        starts_on=intended.first_day,
        ends_on=last_day(intended.first_day, grants.term_months),
        countries=frozenset({institution.country}),
    )


def licence_window(
    venue: Venue, film: Film, first_day: date, last_day_asked: date
) -> tuple[date | None, date | None]:
    """First and last day on which a held licence lets a film be screened in public at a venue, within or around the days.

    None means no limit, also when no licence is held, because one can still be bought.
    """
    works = frozenset(
        {film.pk} if film.part_of_id else set(film.parts.values_list("pk", flat=True)) or {film.pk}
    )
    intended = Intended(
        use=Use.PUBLIC_SCREENING,
        works=works,
        first_day=first_day,
        last_day=last_day_asked,
        country=venue.country,
    )
    return window(held_for(venue.institution), intended)
