"""The price list as it will be on a day, and what speaks against a price."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from moneyed import Money

from catalog.models import Film
from licensing.listing.changes import CellKey, Change, PriceListKey
from licensing.models import LicenceType, Price
from licensing.models.prices import PriceQuerySet
from licensing.models.spans import holding
from licensing.prices.territory import read_rights, rights_of, rights_to, unheld
from licensing.sales.ordering.acceptance import refuse_fractions
from wording.refusals import Refused
from wording.say import Say, gettext_noop, say

MOST_AMOUNT = Decimal(99_999_999)


def rows_of(key: PriceListKey) -> PriceQuerySet:
    """The prices of one list on all days."""
    return Price.objects.filter(
        tier=key.tier, amount_currency=key.currency, enrolment_most=key.enrolment_most
    )


def cells_of(key: PriceListKey, on: date, films: Iterable[int] | None = None) -> dict[CellKey, Decimal]:
    """The amounts that hold on a day, of some films or of all. One query."""
    rows = rows_of(key).filter(holding(on)).order_by("film", "licence_type")
    if films is not None:
        rows = rows.filter(film__in=list(films))
    amounts: Any = rows.values_list("film", "licence_type", "amount")  # the column's Decimal, not Money
    return {(film, kind): amount for film, kind, amount in amounts}


def faults_of(changes: Iterable[Change], *, of: PriceListKey, starts_on: date) -> dict[CellKey, Say | str]:
    """Why a new price cannot be: a sentence for each such cell. Three queries for any number.

    We may sell nothing that we hold no right for on that day or later, for its uses, and no currency has amounts below its coins.
    """
    wanted = [change for change in changes if change.new is not None]
    films = Film.objects.select_related("part_of").in_bulk({change.film for change in wanted})
    wholes = {film.part_of_id for film in films.values() if film.part_of_id}
    kinds = LicenceType.objects.in_bulk({change.licence_type for change in wanted})
    rights = read_rights({*films, *wholes})
    faults: dict[CellKey, Say | str] = {}
    for change in wanted:
        film, amount = films.get(change.film), change.new or Decimal(0)
        kind = kinds.get(change.licence_type)
        if film is None or kind is None:
            faults[change.key] = say("no-film", gettext_noop("This film is no longer in the catalogue."))
            continue
        if fault := (
            unheld(film, kind, of.tier, rights_to(film, rights), starts_on)
            or fault_of_amount(Money(amount, of.currency))
        ):
            faults[change.key] = fault
    return faults


def refuse_unheld(*, film: Film, kind: LicenceType, tier: str, starts_on: date) -> None:
    """Raises Refused (codes `no-right`, `use-not-held`) for a price of what we may not license on a day or later. One query."""
    if fault := unheld(film, kind, tier, rights_of([film])[film.pk], starts_on):
        raise Refused.saying(fault)


def fault_of_amount(amount: Money) -> str:
    """Why this is no price, as a sentence; empty if it is one."""
    if not 0 <= amount.amount <= MOST_AMOUNT:
        return str(
            say("amount", gettext_noop("Enter an amount that is not negative, and below 100,000,000."))
        )
    try:
        refuse_fractions(amount)
    except Refused as refused:
        return refused.messages[0]
    return ""
