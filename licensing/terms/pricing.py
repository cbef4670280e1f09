"""Which price applies, and why not. Pure: no Django, no database, no clock.

A price is for one film, licence type and tier over a range of days. A film may be licensed where and when one of the
distributor's rights allows it; a right without countries holds in the whole world.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moneyed import Money

from licensing.terms.spans import holds
from wording.say import Country, Say, Title, gettext_noop, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A price of the list. Days are inclusive; `ends_on` None is without end."""

    film: int
    licence_type: int
    tier: str
    amount: Money
    starts_on: date
    ends_on: date | None = None
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """Where and when the distributor may license a film. No countries: the whole world."""

    countries: frozenset[str] = frozenset()
    starts_on: date | None = None
    ends_on: date | None = None

    def reaches(self, country: str) -> bool:
        return not self.countries or country in self.countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A licence whose price someone asks for. Names are for the sentences; an empty country is not yet known."""

    film: int
    film_title: Title
    licence_type: int
    type_name: Title
    tier: str
    tier_name: str
    on: date
    currency: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The answer: a price, or every reason why there is none."""

    amount: Money | None = None
    is_sample: bool = False
    reasons: tuple[Say, ...] = ()


def quote(asked: Asked, prices: Iterable[Listed], rights: Iterable[Right]) -> Quote:
    """The price that applies to what is asked; or the reasons against it (codes `no-right`, `territory`, `no-price`)."""
    reasons = list(_territory_reasons(asked, [right for right in rights if holds(right, asked.on)]))
    listed = next((price for price in prices if _applies(price, asked)), None)
    if listed is None:
        reasons.append(_no_price(asked))
    if reasons or listed is None:
        return Quote(reasons=tuple(reasons))
    return Quote(listed.amount, listed.is_sample)


def _applies(price: Listed, asked: Asked) -> bool:
    same = (price.film, price.licence_type, price.tier) == (asked.film, asked.licence_type, asked.tier)
    return same and str(price.amount.currency) == asked.currency and holds(price, asked.on)


def _territory_reasons(asked: Asked, current: list[Right]) -> Iterable[Say]:
    if not current:
        yield say(
            "no-right",
            gettext_noop("We do not currently hold the right to license “{film}”."),
            film=asked.film_title,
        )
    elif asked.country and not any(right.reaches(asked.country) for right in current):
        yield say(
            "territory",
            # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
            gettext_noop("We may not license “{film}” in {country}."),
            film=asked.film_title,
            country=Country(asked.country),
        )


def _no_price(asked: Asked) -> Say:
    return say(
        "no-price",
        gettext_noop("“{type}” has no price for “{film}” in the tier “{tier}”."),
        type=asked.type_name,
        film=asked.film_title,
        tier=asked.tier_name,
    )
