"""All of an institution's licences brought to one end: what each would cost for its days, as one quote and one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.buyers.schools import marks_of, sites_of
from licensing.models import Institution, Licence, Quote, Tier
from licensing.prices.offers import Buyer, open_price_book
from licensing.prices.wanted import WantedLine
from licensing.sales.ordering.orders import refuse_unfit_buyer
from licensing.sales.quoting.quotes import make_quote
from licensing.terms.charging.renewing import Ending, Renewal, latest_together, next_start, renewed_until
from licensing.terms.days import LATEST_START, office_today
from licensing.terms.spans import Standing
from wording.refusals import Refused
from wording.say import Date, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

RENEWED = (Standing.IN_FORCE, Standing.NOT_YET, Standing.ENDED)
MOST = 60
"""As many as an order has lines; those that end first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewable:
    """A licence that can be renewed at a price of today, and what the pure arithmetic needs of it."""

    licence: Licence
    ending: Ending


def renewable(institution: Institution) -> list[Renewable]:
    """The licences with a term in months and a price, those that end first in front. Four queries.

    One that ends too late to order its renewal today is left out.

    Of several for the same film and type only the one that ends last: the others are followed by it.
    """
    today = office_today()
    rows = institution.licences.filter(
        ends_on__isnull=False,
        ends_on__lt=today + LATEST_START,
        superseded_by=None,
        line__licence_type__term_months__isnull=False,
    ).with_listing()
    last = {
        (each.film_id, each.line.licence_type_id): each
        for each in sorted(rows, key=lambda each: each.ends_on or today)
        if each.standing(today) in RENEWED
    }
    found = sorted(last.values(), key=lambda each: (each.ends_on or today, each.pk))[:MOST]
    book = open_price_book([each.film for each in found], on=today)
    buyer = Buyer(Tier(institution.tier), institution.country)
    return [
        each
        for row in found
        if (each := _renewable(row, book.amount(row.film, row.line.licence_type, buyer.tier)))
    ]


def last_common_day(found: Sequence[Renewable]) -> date | None:
    """The last day on which all can end together; None for none."""
    return latest_together([each.ending for each in found], office_today()) if found else None


def renewed_together(found: Sequence[Renewable], until: date) -> list[Renewal]:
    """What each would cost. Raises Refused (code `until`) for a day that is too early or too late for one of them."""
    today = office_today()
    for each in found:
        first = next_start(each.ending.ends_on, today)
        if until < first:
            template = gettext_noop(
                "{licence} would be renewed from {first}: choose that day or a later one."
            )
            raise Refused.saying(say("until", template, licence=each.ending.number, first=Date(first)))
    if found and until > (last := latest_together([each.ending for each in found], today)):
        template = gettext_noop("They can all end together on {last} at the latest, or leave some out.")
        raise Refused.saying(say("until", template, last=Date(last)))
    return [renewed_until(each.ending, until, today) for each in found]


def quote_together(*, institution: Institution, numbers: Sequence[str], until: date, by: User) -> Quote:
    """A quote for renewing these licences until one day, each at the part of its price for its days and for the sites
    that it names, as far as the institution still has them.

    Raises Refused (codes `licences`, `until`, and those of `make_quote`).
    """
    refuse_unfit_buyer(institution, by)
    chosen = [each for each in renewable(institution) if each.ending.number in set(numbers)]
    if not chosen or len(chosen) < len(set(numbers)):
        raise Refused(_("Choose licences from the list."), "licences")
    renewals = renewed_together(chosen, until)
    sites = {site.mark: site.to_json() for site in sites_of(institution)}
    wanted = [
        WantedLine(
            film=each.licence.film,
            licence_type=each.licence.line.licence_type,
            starts_on=renewal.starts_on,
            ends_on=renewal.ends_on,
            sites=tuple(sites[mark] for mark in marks_of(each.licence.named_sites) if mark in sites),
        )
        for each, renewal in zip(chosen, renewals, strict=True)
    ]
    starts_on = min(renewal.starts_on for renewal in renewals)
    return make_quote(institution=institution, lines=wanted, by=by, starts_on=starts_on)


def _renewable(row: Licence, price: object) -> Renewable | None:
    months = row.line.licence_type.term_months
    if not isinstance(price, Money) or row.ends_on is None or months is None:
        return None
    ending = Ending(number=row.number, ends_on=row.ends_on, term_months=months, price=price)
    return Renewable(licence=row, ending=ending)


def total_of(renewals: Sequence[Renewal]) -> Money | None:
    """What they cost together; None for none."""
    if not renewals:
        return None
    return Money(sum(each.amount.amount for each in renewals), renewals[0].amount.currency)
