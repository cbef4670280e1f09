"""Draws the matrix of a film's licences from pieces, each kept under what it says: a price that changes leaves the others alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from moneyed import Money

from catalog.models import Film
from licensing.models import LicenceType, Tier
from licensing.prices.offers import PriceBook
from licensing.terms.matrix import Cell, columns_apart, lines_of
from licensing.terms.rights.uses import SCREENED
from revisions import subjects
from revisions.parts import kept_or_made, key_of
from revisions.reading import Reading
from revisions.subjects import TERMS
from wording.translations import said

type Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """A licence in a cell of the matrix; with an empty `amount` it is not on sale for this film."""

    kind: LicenceType
    name: SafeString
    amount: SafeString
    in_cart: bool


@dataclass(frozen=True, slots=True)
class Group[Piece: str]:
    """A table of the matrix: its licence types with what they grant, and the prices of the film, if it has any, and its parts.

    Each piece is first the key that it is kept under, then its HTML.
    """

    is_screened: bool
    head: Piece
    own: Piece | None
    parts: list[Piece]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`others`: the prices of the tiers that are not the visitor's, a row for each licence type that one of them can have."""

    groups: list[Group[SafeString]]
    other_tiers: list[Tier]
    others: list[SafeString]


def _drawn(cell: Cell) -> SafeString:
    """A tick or a dot, with its word for screen readers; or the cell's text."""
    if cell.tick is None:
        return format_html("<td>{}</td>", cell.text)
    if cell.tick:
        return format_html(
            '<td><i class="bi bi-check2 matrix-yes" aria-hidden="true"></i><span class="visually-hidden">{}</span></td>',
            cell.text,
        )
    return format_html(
        '<td><span class="muted" aria-hidden="true">·</span><span class="visually-hidden">{}</span></td>',
        cell.text,
    )


def _plain(amount: Money | None) -> tuple[Decimal, str] | None:
    """An amount as part of a key: writing it as people read it takes long."""
    return None if amount is None else (amount.amount, amount.currency.code)


class Drawing:
    """One matrix while it is drawn: first its pieces are collected, then all are fetched or made."""

    def __init__(
        self, book: PriceBook, tier: Tier, in_cart: Collection[tuple[int, int]], reading: Reading
    ) -> None:
        self.book, self.tier, self.in_cart, self.reading = book, tier, in_cart, reading
        self._pieces: dict[str, Callable[[], SafeString]] = {}
        self._names: dict[int, SafeString] = {}
        self._amounts: dict[Money, SafeString] = {}

    def matrix(self, film: Film, parts: list[Film]) -> Matrix:
        groups = self._groups(film, parts)
        tiers, others = self._others(film)
        drawn = dict(zip(self._pieces, kept_or_made(self._pieces, self.reading), strict=True))
        return Matrix(
            [
                Group(
                    group.is_screened,
                    drawn[group.head],
                    drawn[group.own] if group.own else None,
                    [drawn[part] for part in group.parts],
                )
                for group in groups
            ],
            tiers,
            [drawn[other] for other in others],
        )

    def _piece(self, template: str, about: list[str], said: object, values: Callable[[], Context]) -> str:
        """Adds a piece that depends on what it is about and on `said`; returns its key. `values` are for its template."""
        place = key_of(template, self.reading, about, said)
        self._pieces[place] = lambda: SafeString(get_template(f"licensing/{template}.html").render(values()))
        return place

    def _groups(self, film: Film, parts: list[Film]) -> list[Group[str]]:
        on_sale = {work.pk: self.book.on_sale(work, self.tier) for work in (film, *parts)}
        found = (self.book.types[key] for key in {key for amounts in on_sale.values() for key in amounts})
        kinds = sorted(found, key=lambda kind: (kind.order, kind.name))
        return [
            Group(
                is_screened=any(use in SCREENED for use in columns[0].uses),
                head=self._head(columns),
                own=self._row(film, on_sale[film.pk], columns) if on_sale[film.pk] else None,
                parts=[
                    self._row(part, on_sale[part.pk], columns, is_part=True)
                    for part in parts
                    if any(kind.pk in on_sale[part.pk] for kind in columns)
                ],
            )
            for columns in columns_apart(kinds, LicenceType.grants)
        ]

    def _head(self, kinds: list[LicenceType]) -> str:
        """The columns' names and everything that they grant."""

        def values() -> Context:
            lines = lines_of([kind.said_grants() for kind in kinds])
            drawn = {cell: _drawn(cell) for line in lines for cell in line.cells}  # most of them are alike
            rows = [(line.label, SafeString("".join(drawn[cell] for cell in line.cells))) for line in lines]
            return {"kinds": kinds, "tier": self.tier, "rows": rows}

        return self._piece("matrix_head", [TERMS], (self.tier.value, [kind.pk for kind in kinds]), values)

    def _row(
        self,
        film: Film,
        amounts: dict[int, Money],
        kinds: list[LicenceType],
        *,
        is_part: bool = False,
    ) -> str:
        """The prices of one film, with a button each."""
        # The film's name has the title of its whole.
        about = [TERMS, *(subjects.film(key) for key in (film.pk, film.part_of_id) if key)]
        cells = [
            (kind.pk, _plain(amounts.get(kind.pk)), (film.pk, kind.pk) in self.in_cart) for kind in kinds
        ]

        def values() -> Context:
            offers = [
                Offer(kind, self._name(kind), self._amount(amounts.get(kind.pk)), in_cart)
                for kind, (_key, _price, in_cart) in zip(kinds, cells, strict=True)
            ]
            return {"film": film, "offers": offers, "is_part": is_part, "tier": self.tier}

        return self._piece("matrix_prices", about, (film.pk, is_part, self.tier.value, cells), values)

    def _others(self, film: Film) -> tuple[list[Tier], list[str]]:
        amounts = self.book.amounts(film)
        sold_to = {tier for _kind, tier in amounts}
        tiers = [each for each in Tier if each != self.tier and each.value in sold_to]
        rows = []
        for kind in self.book.types_of(film):
            cells = [amounts.get((kind.pk, tier.value)) for tier in tiers]
            if any(cell is not None for cell in cells):
                shown = kind.pk, [_plain(cell) for cell in cells]
                rows.append(self._piece("matrix_row", [TERMS], shown, partial(self._other, kind, cells)))
        return tiers, rows

    def _other(self, kind: LicenceType, cells: list[Money | None]) -> Context:
        return {"name": self._name(kind), "amounts": [self._amount(cell) for cell in cells]}

    def _name(self, kind: LicenceType) -> SafeString:
        if kind.pk not in self._names:
            self._names[kind.pk] = said(kind, "name").html()
        return self._names[kind.pk]

    def _amount(self, amount: Money | None) -> SafeString:
        """As the reader's language writes it. Many prices are alike."""
        if amount is None:
            return SafeString()
        if amount not in self._amounts:
            self._amounts[amount] = format_html("{}", amount)
        return self._amounts[amount]
