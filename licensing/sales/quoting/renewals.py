"""Renewing licences: which of them, from which day, at today's price; or why not, and what is offered instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef
from moneyed import Money

from licensing.models import Act, Institution, Licence, LicenceType, OrderLine
from licensing.models.licences.licences import LicenceQuerySet
from licensing.notices.ending import UNDONE
from licensing.prices.offers import (
    Buyer,
    PriceBook,
    QuotedLine,
    open_price_book,
    quote_together,
    total_of,
)
from licensing.prices.wanted import WantedLine
from licensing.sales.ordering.cart import MOST_LINES
from licensing.terms.charging.renewing import next_start
from licensing.terms.days import LATEST_START
from licensing.terms.spans import Standing
from wording.say import Date, Listed, Say, Title, gettext_noop, say
from wording.translations import said

if TYPE_CHECKING:
    from accounts.models import User

RENEWED_FROM = (Standing.NOT_YET, Standing.IN_FORCE, Standing.ENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What would follow a licence. `ends_on` is None where the type of today has no end; `reasons` say why it cannot."""

    licence: Licence
    quoted: QuotedLine
    starts_on: date
    full_end: date | None
    ends_on: date | None
    reasons: tuple[Say, ...] = ()

    @property
    def amount(self) -> Money | None:
        return None if self.reasons else self.quoted.quote.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The renewals of one institution's licences, as one order."""

    institution: Institution
    renewals: list[Renewal]

    @property
    def possible(self) -> list[Renewal]:
        return [each for each in self.renewals if not each.reasons]

    @property
    def lines(self) -> list[WantedLine]:
        return [each.quoted.wanted for each in self.possible]

    @property
    def quoted(self) -> list[QuotedLine]:
        return [each.quoted for each in self.possible]

    @property
    def total(self) -> Money | None:
        return total_of(self.quoted)

    @property
    def latest_together(self) -> date | None:
        """The last day on which all of them can end, none of them for longer than its term; None where it says nothing new."""
        by_the_day = [each for each in self.renewals if each.quoted.licence_type.screenings is None]
        ends = {each.full_end for each in by_the_day if each.full_end}
        return min(ends) if len(ends) > 1 else None


def renewable_by(user: User) -> LicenceQuerySet:
    """The licences with an end of the institutions for which a person may order."""
    own = Institution.objects.of(user, Act.ORDER).order_by().values("pk")
    return Licence.objects.filter(institution__in=own, ends_on__isnull=False)


def renewable_of(institution: Institution, on: date) -> list[Licence]:
    """Its licences that can be followed by another now and have not been; those that end first in front, as many as an
    order has lines. One statement.

    Of several for the same film, type and sites only the one that ends last: it follows the others. So none of them is
    offered while that one has no end, has been followed, or stands in another way against it.
    """
    followed = OrderLine.objects.filter(renews=OuterRef("pk")).exclude(order__status__in=UNDONE)
    held = institution.licences.filter(superseded_by=None).exclude(status=Licence.Status.REVOKED)
    one = ("film_id", "line__licence_type_id", "named_sites")
    last = held.order_by(*one, F("ends_on").desc(nulls_first=True), "-pk").distinct(*one)
    rows = Licence.objects.filter(~Exists(followed), pk__in=last.values("pk"))
    listed = rows.with_listing().without_papers().order_by("ends_on", "pk")
    return [each for each in listed if may_be_renewed(each, on)][:MOST_LINES]


def renewed_among(licences: Iterable[Licence]) -> dict[int, str]:
    """Which of these have been renewed, and by which order. One statement."""
    lines = OrderLine.objects.filter(renews__in=list(licences)).exclude(order__status__in=UNDONE)
    return dict(lines.values_list("renews_id", "order__number"))


def may_be_renewed(licence: Licence, on: date) -> bool:
    """Whether a licence is of those that can be followed by another now: it ends, not too far from now, and stands."""
    if licence.ends_on is None or licence.standing(on) not in RENEWED_FROM:
        return False
    return licence.ends_on < on + LATEST_START


def renewal_opens(licence: Licence, on: date) -> date | None:
    """The first day on which a licence can be renewed, past or to come; None where it cannot be."""
    if licence.ends_on is None or licence.standing(on) not in RENEWED_FROM:
        return None
    return licence.ends_on - LATEST_START + timedelta(days=1)


def renewable_from(institution: Institution, on: date) -> tuple[Licence, date] | None:
    """The licence that can be renewed next, of those that cannot yet, and from which day; None if there is none. One statement."""
    later = institution.licences.filter(
        status=Licence.Status.ACTIVE, superseded_by=None, ends_on__gte=on + LATEST_START
    )
    licence = later.without_papers().order_by("ends_on", "pk").first()
    if licence is None or licence.ends_on is None:
        return None
    return licence, licence.ends_on - LATEST_START + timedelta(days=1)


def renewable_among(licences: Iterable[Licence], *, by: User, on: date) -> set[int]:
    """The keys of those that a person may renew now. One statement."""
    own = set(Institution.objects.of(by, Act.ORDER).order_by().values_list("pk", flat=True))
    return {each.pk for each in licences if each.institution_id in own and may_be_renewed(each, on)}


def propose(licences: Sequence[Licence], *, on: date, until: date | None = None) -> Proposal | None:
    """What would follow the licences of the first one's institution; None for none. `until`: they all end on this day,
    but for those that are counted in screenings, which are sold for their full term only.

    Priced as the order will be: in one currency, with the discounts of what is ordered together, and the rush fee.
    Eight statements, however many licences.
    """
    if not licences:
        return None
    institution = licences[0].institution
    own = [each for each in licences if each.institution_id == institution.pk][:MOST_LINES]
    renewed = renewed_among(own)
    book = open_price_book([each.film for each in own], on=on)
    buyer = Buyer.of(institution)
    alone = [_renewal(book, buyer, each, until, renewed.get(each.pk)) for each in own]
    return Proposal(institution=institution, renewals=_together(book, buyer, alone))


def _together(book: PriceBook, buyer: Buyer, renewals: list[Renewal]) -> list[Renewal]:
    """The possible ones priced as the lines of one order; again without those that do not fit the others' currency."""
    possible = [each for each in renewals if not each.reasons]
    if not possible:
        return renewals
    first_day = min(each.starts_on for each in possible)
    wanted = [each.quoted.wanted for each in possible]
    quoted = iter(quote_together(book, wanted, buyer=buyer, starts_on=first_day))
    priced = [each if each.reasons else _priced(each, next(quoted)) for each in renewals]
    refused = sum(bool(each.reasons) for each in priced) > len(renewals) - len(possible)
    return _together(book, buyer, priced) if refused else priced


def _priced(renewal: Renewal, quoted: QuotedLine) -> Renewal:
    return replace(renewal, quoted=quoted, reasons=quoted.quote.reasons)


def _renewal(
    book: PriceBook, buyer: Buyer, licence: Licence, until: date | None, renewed_by: str | None
) -> Renewal:
    kind, on = licence.line.licence_type, book.on
    starts_on = next_start(licence.ends_on or on, on)
    grants = kind.grants()
    full = grants.last_day(starts_on)
    chosen = until if until != full and grants.screenings is None else None
    wanted = WantedLine(
        film=licence.film,
        licence_type=kind,
        starts_on=starts_on,
        ends_on=chosen,
        renews=licence,
        sites=tuple(licence.named_sites),
    )
    quote = book.quote(licence.film, kind, buyer, starts_on=starts_on, ends_on=chosen)
    reasons = list(_against(licence, on, renewed_by)) or [*quote.reasons, *_withdrawn(kind)]
    if reasons and not renewed_by and quote.amount is None:
        reasons += _instead(book, buyer, licence, starts_on)
    return Renewal(
        licence=licence,
        quoted=QuotedLine(licence.film, kind, quote, wanted),
        starts_on=starts_on,
        full_end=full,
        ends_on=chosen or full,
        reasons=tuple(reasons),
    )


def _against(licence: Licence, on: date, renewed_by: str | None) -> Iterable[Say]:
    if renewed_by:
        yield say(
            "renewed-already", gettext_noop("It is renewed already, by order {order}."), order=renewed_by
        )
    elif (opens := renewal_opens(licence, on)) and opens > on:
        yield say("not-renewable", gettext_noop("It can be renewed from {day} on."), day=Date(opens))
    elif not may_be_renewed(licence, on):
        yield say("not-renewable", gettext_noop("It cannot be renewed now."))


def _withdrawn(kind: LicenceType) -> Iterable[Say]:
    if not kind.is_offered:
        name = said(kind, "name")
        yield say(
            "withdrawn", gettext_noop("“{type}” is no longer offered."), type=Title(name.text, name.language)
        )


def _instead(book: PriceBook, buyer: Buyer, licence: Licence, starts_on: date) -> Iterable[Say]:
    """The types on sale for the same uses."""
    uses, own = set(licence.grants["uses"]), licence.line.licence_type
    fitting = [
        said(kind, "name")
        for kind in book.types_of(licence.film)
        if kind != own
        and uses <= set(kind.uses)
        and book.quote(licence.film, kind, buyer, starts_on=starts_on).amount is not None
    ]
    if fitting:
        names = tuple(Title(name.text, name.language) for name in fitting)
        yield say("instead", gettext_noop("What is offered instead: {types}."), types=Listed(names))
