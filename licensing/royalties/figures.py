"""A licensor's quarter in figures: what is new of each line, and by how much each agreement's position has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import batched

from django.db.models import Max, Sum

from licensing.models import (
    Licensor,
    LicensorFilm,
    LicensorPayment,
    RoyaltyAgreement,
    RoyaltyEntry,
    RoyaltyPart,
    RoyaltyStatement,
)
from licensing.models.money import in_units
from licensing.royalties.receipts import AT_ONCE, Sold, sold
from licensing.terms.royalties import Book, Channel, Position, Quarter, position


@dataclass(frozen=True, slots=True)
class Entry:
    """What is new of a line under an agreement, in units: `received` in the quarter, and `corrected` of what was stated."""

    agreement: int
    line: int
    film: int
    channel: Channel
    currency: str
    received: int
    corrected: int


@dataclass(frozen=True, slots=True)
class Receipts:
    """What is new of one film through one channel, of so many sales, in units. Those of a part add up to its receipts."""

    film: int
    channel: Channel
    sales: int
    received: int
    corrected: int


@dataclass(frozen=True, slots=True)
class Part:
    """What is new of an agreement. `corrections` is part of the change's receipts, `payable_corrected` of its payable."""

    agreement: RoyaltyAgreement
    change: Position
    corrections: int
    payable_corrected: int
    behind: tuple[Receipts, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """One currency of a licensor's quarter, in its units. `before` is what was due and not paid by its end."""

    currency: str
    parts: tuple[Part, ...]
    before: int

    @property
    def receipts(self) -> int:
        return sum(part.change.receipts for part in self.parts)

    @property
    def payable(self) -> int:
        return sum(part.change.payable for part in self.parts)

    @property
    def balance(self) -> int:
        return self.before + self.payable


def figures_of(
    licensor: Licensor, quarter: Quarter, *, keep: Callable[[list[Entry]], None] = lambda _entries: None
) -> list[Figures]:
    """In the order of currencies. `keep` gets the entries as they are read, some thousands at a time; only sums stay in memory."""
    since = stated_until(licensor)
    agreements = {
        each.pk: each for each in RoyaltyAgreement.objects.select_related("licensor", "film__part_of")
    }
    sums: defaultdict[tuple[str, int], dict[tuple[int, Channel], Receipts]] = defaultdict(dict)
    for entries in batched(_entries(licensor, quarter, since, book(agreements)), AT_ONCE):
        for entry in entries:
            _add(sums[entry.currency, entry.agreement], entry)
        keep(list(entries))
    stated = _stated(licensor)
    for each in agreements.values():
        if each.licensor_id == licensor.pk and each.starts_on <= quarter.last_day:
            sums[each.currency, each.pk].update({})  # a line for each, also of nothing
    found = defaultdict[str, list[Part]](list)
    for currency, key in sorted({*sums, *stated}):
        each, before = agreements[key], stated.get((currency, key), Position())
        behind = tuple(sums[currency, key].values())
        found[currency].append(
            _part(
                each,
                currency=currency,
                quarter=quarter,
                since=since,
                stated=before,
                behind=behind,
            )
        )
    return [
        Figures(currency, tuple(parts), _unpaid(licensor, currency, quarter))
        for currency, parts in found.items()
    ]


def _add(behind: dict[tuple[int, Channel], Receipts], entry: Entry) -> None:
    key = entry.film, entry.channel
    before = behind.get(key, Receipts(*key, sales=0, received=0, corrected=0))
    behind[key] = Receipts(
        *key,
        sales=before.sales + 1,
        received=before.received + entry.received,
        corrected=before.corrected + entry.corrected,
    )


def book(agreements: dict[int, RoyaltyAgreement]) -> Book:
    licensors = dict(LicensorFilm.objects.values_list("film", "licensor"))
    return Book([each.agreed() for each in agreements.values()], licensors)


def stated_until(licensor: Licensor) -> date | None:
    """The last day that a statement to the licensor covers."""
    last: date | None = licensor.statements.aggregate(last=Max("last_day"))["last"]
    return last


def _entries(licensor: Licensor, quarter: Quarter, since: date | None, known: Book) -> Iterator[Entry]:
    films = {film for film, owner in known.licensors.items() if owner == licensor.pk}
    films |= {
        each.film for each in known.agreements if each.licensor == licensor.pk and each.film is not None
    }
    lines = sold(since=since, until=quarter.last_day, films=films, licensor=licensor.pk)
    for some in batched(lines, AT_ONCE):
        yield from _new(licensor, some, known)


def _new(licensor: Licensor, lines: tuple[Sold, ...], known: Book) -> Iterator[Entry]:
    stated = _stated_of([line.line for line in lines], licensor)
    for line in lines:
        agreed = known.find(film=line.film, whole=line.whole, channel=line.channel, on=line.invoiced_on)
        is_theirs = agreed is not None and agreed.licensor == licensor.pk
        before = stated.pop(line.line, {})
        if agreed is not None and is_theirs:
            corrected = line.until - before.pop(agreed.key, 0) - line.received
            if line.received or corrected:
                yield Entry(
                    agreed.key, line.line, line.film, line.channel, line.currency, line.received, corrected
                )
        for key, amount in before.items():  # it falls under another agreement now
            if amount:
                yield Entry(key, line.line, line.film, line.channel, line.currency, 0, -amount)


def _stated_of(lines: list[int], licensor: Licensor) -> dict[int, dict[int, int]]:
    """What earlier statements say of lines, by line and agreement."""
    rows = RoyaltyEntry.objects.filter(line__in=lines, statement__licensor=licensor).order_by()
    sums = rows.values_list("line", "agreement", "line__amount_currency").annotate(
        Sum("received"), Sum("corrected")
    )
    stated: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for line, agreement, currency, received, corrected in sums:
        stated[line][agreement] = in_units(received + corrected, currency)
    return stated


def _stated(licensor: Licensor) -> dict[tuple[str, int], Position]:
    """What earlier statements say of each agreement, by currency and agreement."""
    names = ("receipts", "costs", "advance", "topped_up", "payable", "retained")
    rows = RoyaltyPart.objects.filter(statement__licensor=licensor).order_by()
    sums = rows.values_list("statement__currency", "agreement").annotate(*(Sum(name) for name in names))
    return {
        (currency, key): Position(
            **{name: in_units(each, currency) for name, each in zip(names, values, strict=True)}
        )
        for currency, key, *values in sums
    }


def _part(
    agreement: RoyaltyAgreement,
    *,
    currency: str,
    quarter: Quarter,
    since: date | None,
    stated: Position,
    behind: tuple[Receipts, ...],
) -> Part:
    received, corrected = sum(each.received for each in behind), sum(each.corrected for each in behind)
    terms, receipts = agreement.terms(currency), stated.receipts + received + corrected
    now = position(terms, receipts, is_over=_is_over(agreement, quarter.last_day))
    base = position(
        terms, max(0, receipts - received), is_over=since is not None and _is_over(agreement, since)
    )
    return Part(agreement, now - stated, corrected, base.payable - stated.payable, behind)


def _is_over(agreement: RoyaltyAgreement, day: date) -> bool:
    return agreement.ends_on is not None and agreement.ends_on <= day


def _unpaid(licensor: Licensor, currency: str, quarter: Quarter) -> int:
    """What earlier statements say is due, less what was paid by the end of the quarter."""
    due = licensor.statements.filter(currency=currency).aggregate(sum=Sum("payable"))["sum"] or Decimal(0)
    paid = LicensorPayment.objects.filter(
        licensor=licensor, amount_currency=currency, paid_on__lte=quarter.last_day
    ).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    return in_units(due - paid, currency)


def balance_of(licensor: Licensor, currency: str) -> Decimal:
    """What is due to the licensor now: all statements less all payments."""
    due = RoyaltyStatement.objects.filter(licensor=licensor, currency=currency).aggregate(sum=Sum("payable"))
    paid = LicensorPayment.objects.filter(licensor=licensor, amount_currency=currency).aggregate(
        sum=Sum("amount")
    )
    return (due["sum"] or Decimal(0)) - (paid["sum"] or Decimal(0))
