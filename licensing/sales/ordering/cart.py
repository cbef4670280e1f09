"""The cart: films and licence types that a visitor wants. It is kept in the session, so it works without signing in."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _
from moneyed import Money

from catalog.models import Film
from catalog.reels.films import film_reel
from catalog.reels.reel import Reel
from licensing.buyers.memberships import institutions_of
from licensing.models import LicenceType, Tier
from licensing.prices.offers import Buyer, QuotedLine, quote_lines, total_of
from licensing.prices.rules import rush_notes
from licensing.prices.wanted import Pair, WantedLine
from licensing.terms.days import office_today
from licensing.terms.occasions import Occasion
from licensing.terms.rights import Use
from licensing.terms.rights.uses import ONE_SITE
from wording.sentences import sentence

CART = "licensing.cart"
TIER = "licensing.tier"
MOST_LINES = 60


class Cart:
    """The lines, as pairs of keys (film, licence type), and the screenings that some are for. Every change saves the session."""

    def __init__(self, request: HttpRequest) -> None:
        self._session = request.session
        self._content = self._session.get(CART) or {"key": uuid.uuid4().hex, "lines": []}

    @property
    def key(self) -> str:
        """Identifies the cart until it is cleared. Its order stores the key, so that it is made only once."""
        return str(self._content["key"])

    @property
    def pairs(self) -> list[tuple[int, int]]:
        return [(film, licence_type) for film, licence_type in self._content["lines"]]

    def __len__(self) -> int:
        return len(self._content["lines"])

    def __contains__(self, pair: object) -> bool:
        return pair in self.pairs

    def add(self, film: Film, licence_type: LicenceType, occasion: Occasion | None = None) -> bool:
        """Adds a line, or says what one that is there is for. False when nothing changes, or when the cart is full."""
        pair = film.pk, licence_type.pk
        if pair in self:
            if occasion is None or occasion == self.occasion_of(pair):
                return False
        elif len(self) >= MOST_LINES:
            return False
        else:
            self._content["lines"].append([*pair])
        if occasion is not None:
            self._content.setdefault("occasions", {})[_name(pair)] = str(occasion)
        self._save()
        return True

    def occasion_of(self, pair: tuple[int, int]) -> Occasion | None:
        """The screening that a line is for; None for one of no screening, or of one that is over."""
        kept = self._content.get("occasions", {}).get(_name(pair))
        occasion = Occasion.read(kept) if kept else None
        return occasion if occasion and occasion.last_day >= office_today() else None

    def remove(self, film_key: int, type_key: int) -> None:
        self._content["lines"] = [line for line in self._content["lines"] if line != [film_key, type_key]]
        self._content.get("occasions", {}).pop(_name((film_key, type_key)), None)
        self._save()

    def clear(self) -> None:
        self._session.pop(CART, None)
        self._content = {"key": uuid.uuid4().hex, "lines": []}

    def lines(self) -> list[WantedLine]:
        """The lines in the order in which they were added. As `lines_of`."""
        return lines_of({pair: self.occasion_of(pair) for pair in self.pairs})

    def _save(self) -> None:
        self._session[CART] = self._content
        self._session.modified = True


def _name(pair: tuple[int, int]) -> str:
    return "{}-{}".format(*pair)


def lines_of(occasions: Mapping[tuple[int, int], Occasion | None]) -> list[WantedLine]:
    """Films and types by their keys, with what each is for, without those that have left the catalogue or the price list.

    Five queries at most, none without pairs.
    """
    if not occasions:
        return []
    films = Film.objects.public().select_related("part_of").prefetch_related("parts", "part_of__parts")
    film_of = films.in_bulk([film for film, _kind in occasions])
    type_of = LicenceType.objects.filter(is_offered=True).in_bulk([kind for _film, kind in occasions])
    return [
        _wanted(film_of[film], type_of[kind], occasion)
        for (film, kind), occasion in occasions.items()
        if film in film_of and kind in type_of
    ]


def _wanted(film: Film, kind: LicenceType, occasion: Occasion | None) -> WantedLine:
    """What is for a screening begins on its first day, and not with the order."""
    starts_on = occasion.begins(office_today()) if occasion else None
    return WantedLine(film=film, licence_type=kind, starts_on=starts_on, occasion=occasion)


@dataclass(frozen=True, slots=True)
class FilledCart:
    """A cart with its prices for one buyer."""

    lines: list[QuotedLine]
    buyer: Buyer

    @property
    def total(self) -> Money | None:
        return total_of(self.lines)

    @property
    def rush_notes(self) -> list[str]:
        """What ordering late would add to the lines for public screenings. One query if there are any."""
        currency = str(self.total.currency) if self.total else ""
        if not any(Use.PUBLIC_SCREENING.value in line.licence_type.uses for line in self.lines):
            return []
        return [sentence(each) for each in rush_notes(self.buyer.tier.value, office_today(), currency)]

    @property
    def can_be_ordered(self) -> bool:
        return bool(self.lines) and not any(line.quote.reasons for line in self.lines)

    @property
    def has_samples(self) -> bool:
        return any(line.quote.is_sample for line in self.lines)

    @property
    def names_sites(self) -> bool:
        """Whether a licence is for one place. The cart cannot ask for it: it knows no institution yet; the checkout does."""
        return any(line.licence_type.grants().site_scope in ONE_SITE for line in self.lines)

    @property
    def reels(self) -> list[Reel]:
        """A reel for each whole film of which the cart has something, with the part that the cart covers filled."""
        covered = {line.film.pk for line in self.lines}
        wholes = {line.film.whole.pk: line.film.whole for line in self.lines}
        return [film_reel(film, covered=covered, filled_means=_("in the cart")) for film in wholes.values()]

    @property
    def doubled(self) -> list[QuotedLine]:
        """Lines for a part of a film that is also in the cart as a whole, with the same licence type."""
        wholes = {(line.film.pk, line.licence_type.pk) for line in self.lines}
        return [line for line in self.lines if (line.film.part_of_id, line.licence_type.pk) in wholes]


def fill(cart: Cart, buyer: Buyer) -> FilledCart:
    """The cart at today's prices."""
    return fill_lines(cart.lines(), buyer)


def fill_lines(lines: Sequence[WantedLine | Pair], buyer: Buyer) -> FilledCart:
    return FilledCart(quote_lines(lines, buyer=buyer, on=office_today()), buyer)


def last_days(
    filled: FilledCart, begin: Sequence[date]
) -> list[tuple[QuotedLine, list[tuple[date, date | None]]]]:
    """For each line the days on which it may begin, each with its last day then; None: it has no end. What has a day of its
    own begins on no other."""
    return [
        (
            line,
            [
                (day, line.licence_type.grants().last_day(day))
                for day in ([line.wanted.starts_on] if line.wanted.starts_on else begin)
                if line.quote.begins_from is None or day >= line.quote.begins_from
            ],
        )
        for line in filled.lines
    ]


def choose_tier(request: HttpRequest, tier: Tier) -> None:
    request.session[TIER] = tier.value


def chosen_tier(request: HttpRequest) -> Tier | None:
    """The tier that the visitor chose, or else that of the first institution they act for; None if neither is known."""
    if (chosen := request.session.get(TIER)) in Tier.values:
        return Tier(chosen)
    if not request.user.is_authenticated:
        return None
    acting = [each for each in institutions_of(request.user) if each.may_order]
    return Tier(min(acting, key=lambda each: each.membership).tier) if acting else None


def buyer(request: HttpRequest) -> str:
    """What prices and offers depend on: the tier, and what is in the cart already. Empty for a visitor without either."""
    tier, pairs = chosen_tier(request), sorted(Cart(request).pairs)
    return f"{tier.value if tier else ''}{pairs or ''}"
