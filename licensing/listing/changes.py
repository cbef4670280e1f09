"""Changes of a price list before they are saved: which list, which cells, what they were and what they will be."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.core.exceptions import BadRequest

from licensing.terms.charging.coins import rounded_to

type CellKey = tuple[int, int]
"""The keys of a film and of a licence type."""

MOST_CHANGES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceListKey:
    """One price list: for a tier, in a currency, and for up to this many enrolled; None is for any number."""

    tier: str
    currency: str
    enrolment_most: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A cell's old and new amount; None is no price."""

    film: int
    licence_type: int
    old: Decimal | None
    new: Decimal | None

    @property
    def key(self) -> CellKey:
        return self.film, self.licence_type

    @property
    def percent(self) -> Decimal | None:
        """By how much it changes; None where there was no price, or it was nothing, or there is none any more."""
        if not self.old or self.new is None:
            return None
        return rounded_to((self.new - self.old) * 100 / self.old, Decimal("0.1"))


def changed(old: dict[CellKey, Decimal], new: dict[CellKey, Decimal | None]) -> list[Change]:
    """The cells of `new` that differ from `old`, in the order of `new`."""
    return [
        Change(film, kind, old.get((film, kind)), amount)
        for (film, kind), amount in new.items()
        if amount != old.get((film, kind))
    ]


def raised(old: dict[CellKey, Decimal], *, percent: Decimal, step: Decimal) -> dict[CellKey, Decimal | None]:
    """Every price by a percentage, rounded half up to a multiple of `step`."""
    return {key: rounded_to(amount * (100 + percent) / 100, step) for key, amount in old.items()}


def to_text(changes: Iterable[Change]) -> str:
    """For a hidden field of the page that shows the difference."""
    return json.dumps([[each.film, each.licence_type, _text(each.old), _text(each.new)] for each in changes])


def from_text(text: str) -> list[Change]:
    """What `to_text` wrote. Raises BadRequest for anything else."""
    try:
        rows = json.loads(text)
        if not isinstance(rows, list) or len(rows) > MOST_CHANGES:
            raise BadRequest("These are not the changes of a price list.")
        found = [Change(_key(film), _key(kind), _amount(old), _amount(new)) for film, kind, old, new in rows]
    except (ValueError, TypeError, InvalidOperation, RecursionError) as error:
        raise BadRequest("These are not the changes of a price list.") from error
    if len({each.key for each in found}) < len(found):
        raise BadRequest("A cell stands there twice.")
    return found


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _key(value: object) -> int:
    if type(value) is not int or not 0 < value < 2**63:
        raise ValueError("This is not the key of a row.")
    return value


def _amount(value: object) -> Decimal | None:
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > 20:
        raise ValueError("This is not an amount.")
    amount = Decimal(value)
    if not amount.is_finite():
        raise ValueError("This is not an amount.")
    return amount
