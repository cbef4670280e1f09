"""What an institution decides a renewal by: what each licence has cost, what it was used for, what comes next and what it costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Subquery
from moneyed import Money

from licensing.models import Download, Licence, LicenceType, ReportAnswer, RightsReport
from licensing.prices.offers import Buyer, PriceBook, open_price_book
from licensing.sales.quoting.renewals import Renewal, propose
from licensing.terms.charging.renewing import renewals_until_dearer
from licensing.terms.rights import TermKind

WITHOUT_END = (TermKind.PERPETUAL, TermKind.FILE_LIFE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What was reported under a licence, and how often its files were downloaded."""

    screenings: int = 0
    attendance: int = 0
    downloads: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ForGood:
    """The cheapest licence without end for the same uses; `after` so many renewals it would have been cheaper."""

    licence_type: LicenceType
    price: Money
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One licence of a pack. `paid` is what it cost before tax."""

    licence: Licence
    paid: Money
    used: Used
    renewal: Renewal
    for_good: ForGood | None


def renewal_cases(licences: Sequence[Licence], *, on: date) -> list[Case]:
    """A case for each licence of one institution. As many statements for many licences as for one."""
    proposal = propose(licences, on=on)
    if proposal is None:
        return []
    used = _used(licences)
    book = open_price_book([each.film for each in licences], on=on)
    buyer = Buyer.of(proposal.institution)
    return [
        Case(
            licence=each.licence,
            paid=each.licence.line.amount,
            used=used[each.licence.pk],
            renewal=each,
            for_good=_for_good(book, buyer, each),
        )
        for each in proposal.renewals
    ]


def _used(licences: Iterable[Licence]) -> dict[int, Used]:
    """Of each report the newest answer counts. Two statements."""
    keys = [each.pk for each in licences]
    newest = ReportAnswer.objects.filter(report=OuterRef("pk")).order_by("-pk")
    rows = RightsReport.objects.filter(licence__in=keys).order_by()
    answers = rows.annotate(
        held=Subquery(newest.values("screenings")[:1]), came=Subquery(newest.values("attendance")[:1])
    )
    held: defaultdict[int, int] = defaultdict(int)
    came: defaultdict[int, int] = defaultdict(int)
    for key, screenings, attendance in answers.values_list("licence", "held", "came"):
        held[key] += screenings or 0
        came[key] += attendance or 0
    counted = Download.objects.filter(delivery__licence__in=keys).order_by().values_list("delivery__licence")
    downloads = dict(counted.annotate(Count("pk")))
    return {
        key: Used(screenings=held[key], attendance=came[key], downloads=downloads.get(key, 0)) for key in keys
    }


def _for_good(book: PriceBook, buyer: Buyer, renewal: Renewal) -> ForGood | None:
    film, uses = renewal.licence.film, set(renewal.licence.grants["uses"])
    priced = [
        (price, kind)
        for kind in book.types_of(film)
        if kind.is_offered and kind.grants().term_kind in WITHOUT_END and uses <= set(kind.uses)
        and (price := book.quote(film, kind, buyer, starts_on=renewal.starts_on).amount) is not None
    ]  # fmt: skip
    if not priced:
        return None
    price, kind = min(priced, key=lambda each: each[0].amount)
    after = renewals_until_dearer(renewal.amount, price) if renewal.amount is not None else None
    return ForGood(licence_type=kind, price=price, after=after)
