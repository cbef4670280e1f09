"""Draws the matrix of a film's licences from pieces. Whatever says the same is drawn once in each process: a price that changes leaves the others alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from moneyed import Money

from catalog.models import Film
from licensing.models import LicenceType, Tier
from licensing.prices.offers import PriceBook
from licensing.terms.charging.fees import awaits_report, said_fee
from licensing.terms.charging.pricing import Quote
from licensing.terms.matrix import Cell, columns_apart, lines_of
from licensing.terms.rights import Grants
from licensing.terms.rights.uses import SCREENED
from wording.sentences import once_a_language, sentence
from wording.translations import said


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table: code and name of each licence type, what it grants, and for which tier the prices are."""

    tier: Tier
    kinds: tuple[tuple[str, SafeString], ...]
    grants: tuple[Grants, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A licence in a cell of the matrix; with an empty `amount` it is not on sale for this film."""

    kind: int
    name: SafeString
    amount: SafeString
    in_cart: bool
    fee: str = ""
    """The fee in a sentence where the amount is only what is charged at first."""


@dataclass(frozen=True, slots=True)
class Row:
    """The prices of one film, with a button each. Of a part, its number, title and address lead to its page."""

    film: int
    name: str
    tier: Tier
    offers: tuple[Offer, ...]
    part: tuple[int | None, str, str, str] | None = None
    """Its number, title, language and address."""


@dataclass(frozen=True, slots=True)
class Group:
    """A table of the matrix: its licence types (`width` of them) with what they grant, and the prices of the film, if it has any, and its parts."""

    is_screened: bool
    width: int
    head: SafeString
    own: SafeString | None
    parts: list[SafeString]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`others`: the prices of the tiers that are not the visitor's, a row for each licence type that one of them can have."""

    groups: list[Group]
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


@once_a_language
def _head_html(head: Head) -> SafeString:
    """The columns' names and everything that they grant."""
    lines = lines_of(head.grants)
    drawn = {cell: _drawn(cell) for line in lines for cell in line.cells}  # most of them are alike
    rows = [(line.label, SafeString("".join(drawn[cell] for cell in line.cells))) for line in lines]
    return _rendered("matrix_head", kinds=head.kinds, tier=head.tier, rows=rows)


@once_a_language
def _row_html(row: Row) -> SafeString:
    return _rendered("matrix_prices", row=row)


@once_a_language
def _other_html(row: tuple[SafeString, tuple[SafeString, ...]]) -> SafeString:
    """A licence type in the table of other tiers: its name and an amount for each."""
    name, amounts = row
    return _rendered("matrix_row", name=name, amounts=amounts)


@once_a_language
def _amount_html(amount: Money | None) -> SafeString:
    """As the reader's language writes it. Many prices are alike."""
    return SafeString() if amount is None else format_html("{}", amount)


def _least_html(amount: Money | None) -> SafeString:
    """The same where the report may make more due."""
    return SafeString() if amount is None else format_html("{}", _("from %(amount)s") % {"amount": amount})


def _fee_after_report(quote: Quote | None) -> str:
    return sentence(said_fee(quote.fee)) if quote and quote.fee and awaits_report(quote.fee) else ""


def _rendered(template: str, **values: Any) -> SafeString:
    return SafeString(get_template(f"licensing/{template}.html").render(values))


class Drawing:
    """One matrix while it is drawn."""

    def __init__(self, book: PriceBook, tier: Tier, in_cart: Collection[tuple[int, int]]) -> None:
        self.book, self.tier, self.in_cart = book, tier, in_cart
        self._names: dict[int, SafeString] = {}

    def matrix(self, film: Film, parts: list[Film]) -> Matrix:
        tiers, others = self._others(film)
        return Matrix(self._groups(film, parts), tiers, others)

    def _groups(self, film: Film, parts: list[Film]) -> list[Group]:
        on_sale = {work.pk: self.book.on_sale(work, self.tier) for work in (film, *parts)}
        found = (self.book.types[key] for key in {key for amounts in on_sale.values() for key in amounts})
        kinds = sorted(found, key=lambda kind: (kind.order, kind.name))
        return [
            Group(
                is_screened=any(use in SCREENED for use in columns[0].uses),
                width=len(columns),
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

    def _head(self, kinds: list[LicenceType]) -> SafeString:
        named = tuple((kind.code, self._name(kind)) for kind in kinds)
        return _head_html(Head(self.tier, named, tuple(kind.said_grants() for kind in kinds)))

    def _row(
        self, film: Film, quotes: dict[int, Quote], kinds: list[LicenceType], *, is_part: bool = False
    ) -> SafeString:
        offers = tuple(
            Offer(
                kind.pk,
                self._name(kind),
                _amount_html(quote.amount if quote else None),
                (film.pk, kind.pk) in self.in_cart,
                _fee_after_report(quote),
            )
            for kind in kinds
            for quote in [quotes.get(kind.pk)]
        )
        part = film.part_number, film.title, film.title_language, film.get_absolute_url()
        return _row_html(Row(film.pk, str(film), self.tier, offers, part if is_part else None))

    def _others(self, film: Film) -> tuple[list[Tier], list[SafeString]]:
        amounts = self.book.amounts(film)
        sold_to = {tier for _kind, tier in amounts}
        tiers = [each for each in Tier if each != self.tier and each.value in sold_to]
        rows = []
        for kind in self.book.types_of(film):
            cells = [amounts.get((kind.pk, tier.value)) for tier in tiers]
            if any(cell is not None for cell in cells):
                drawn = (
                    _least_html(cell) if self.book.is_least(film, kind, tier.value) else _amount_html(cell)
                    for tier, cell in zip(tiers, cells, strict=True)
                )
                rows.append(_other_html((self._name(kind), tuple(drawn))))
        return tiers, rows

    def _name(self, kind: LicenceType) -> SafeString:
        if kind.pk not in self._names:
            self._names[kind.pk] = said(kind, "name").html()
        return self._names[kind.pk]
