"""Lines before they are ordered: what is wanted, on which days, instead of which licences, and what it costs and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from djmoney.money import Money as LocalMoney
from moneyed import Money

from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType, OrderLine
from licensing.prices.offers import Buyer, QuotedLine, mark_of, quote_lines
from licensing.prices.wanted import WantedLine
from licensing.sales.quoting.upgrades import credits_towards
from licensing.terms.charging.discounts import Charge
from licensing.terms.charging.fees import Fee, with_charged
from licensing.terms.charging.upgrading import Credit
from licensing.terms.days import office_today
from licensing.terms.occasions import Occasion
from licensing.terms.ours import Right
from licensing.terms.rights import Grants
from wording.refusals import Refused
from wording.say import Amount, Say, gettext_noop, say
from wording.sentences import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with its price. `listed` is the price in the list, for the whole term and before discounts; `because` says why
    the amount differs.

    `charges` are what the list's price is made of, where nothing else was taken off it; `fee` says what a report may make due.
    `kept` are the charges of a line that was quoted, as its quote keeps them.
    """

    film: Film
    licence_type: LicenceType
    description: str
    grants: dict[str, Any]
    amount: Money
    listed: Money | None = None
    because: str = ""
    charges: tuple[Charge, ...] = ()
    kept: tuple[dict[str, str], ...] = ()
    fee: Fee | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    occasion: Occasion | None = None
    credits: tuple[Credit, ...] = ()
    upgrades: tuple[Licence, ...] = ()
    renews: Licence | None = None
    sites: tuple[Mapping[str, Any], ...] = ()
    rights: tuple[Right, ...] = ()

    @property
    def wanted(self) -> WantedLine:
        """What was asked for: film, type, days and screening."""
        return WantedLine(
            film=self.film,
            licence_type=self.licence_type,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            occasion=self.occasion,
        )

    def kept_charges(self) -> list[dict[str, str]]:
        """Every amount of the line with its reason, in the office's language, as documents say it."""
        return [dict(each) for each in self.kept] or _kept(self.charges)

    def kept_fee(self) -> dict[str, Any]:
        return self.fee.to_json() if self.fee else {}

    def row(self, **of: Any) -> OrderLine:
        """As a row of an order."""
        return OrderLine(
            film=self.film,
            licence_type=self.licence_type,
            description=self.description,
            grants=self.grants,
            amount=self.amount,
            because=self.because,
            charges=self.kept_charges(),
            fee=self.kept_fee(),
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            renews=self.renews,
            sites=[dict(site) for site in self.sites],
            **of,
        )


NOT_OF_OWN_PRICES = frozenset({"no-price", "shorter", "mixed-currencies", "no-enrolment", "enrolment-above"})
"""Reasons against the price of the list, which do not concern a price of the office's own."""


def priced(institution: Institution, wanted: Sequence[WantedLine], starts_on: date) -> list[Line]:
    """Each line with its price of today for the institution's tier. Raises Refused with all reasons against all lines."""
    today = office_today()
    asked = [replace(each, starts_on=today) if each.upgrades else each for each in wanted]
    lines = quote_lines(asked, buyer=Buyer.of(institution), on=today, starts_on=starts_on)
    quoted = list(zip(asked, lines, strict=True))
    reasons = [reason for each, line in quoted for reason in _reasons(each, line)]
    if reasons:
        raise Refused.saying(*reasons)
    return [_line(each, line, institution) for each, line in quoted]


def mark_of_lines(lines: Sequence[Line], *, tax: Decimal = Decimal(0)) -> str:
    """As `offers.mark_of`: the same for the same films, types, amounts and tax."""
    from licensing.terms.charging.pricing import Quote as Price

    quoted = [
        QuotedLine(line.film, line.licence_type, Price(line.amount, charges=line.charges), line.wanted)
        for line in lines
    ]
    return mark_of(quoted, tax=tax)


def _kept(charges: Sequence[Charge]) -> list[dict[str, str]]:
    with override(settings.LANGUAGE_CODE):
        return [
            {"kind": each.kind, "words": sentence(each.said), "amount": str(each.amount.amount)}
            for each in charges
        ]


def _reasons(each: WantedLine, line: QuotedLine) -> list[Say]:
    """An own price needs none of the list."""
    reasons = line.quote.reasons
    return [reason for reason in reasons if each.amount is None or reason.code not in NOT_OF_OWN_PRICES]


def _line(each: WantedLine, quoted: QuotedLine, institution: Institution) -> Line:
    grants, price = each.licence_type.grants(), quoted.quote.amount
    plain = Line(
        film=each.film,
        licence_type=each.licence_type,
        description=f"{each.film}. {each.licence_type.name}"[:400],
        grants=grants.to_json(),
        amount=price if price is not None else LocalMoney(0, each.amount.currency if each.amount else "USD"),
        listed=quoted.quote.fee.amount if quoted.quote.fee else None,
        charges=quoted.quote.charges,
        fee=quoted.quote.fee,
        starts_on=each.starts_on,
        ends_on=each.ends_on,
        occasion=each.occasion,
        renews=each.renews,
        sites=each.sites,
        rights=quoted.rights,
    )
    if each.ends_on is not None:
        plain = _in_part(plain, each, grants)
    if each.upgrades:
        plain = _credited(plain, each, institution)
    if each.amount is not None:
        plain = _at_own_price(plain, each.amount, each.because)
    return plain


def _at_own_price(line: Line, amount: Money, because: str) -> Line:
    fee = with_charged(line.fee, amount) if line.fee is not None else None
    return replace(line, amount=amount, because=because, charges=(), fee=fee)


def _in_part(line: Line, each: WantedLine, grants: Grants) -> Line:
    """For the days of a shorter term, of which the price is a part already. Raises Refused (code `days`)."""
    first, last = each.starts_on, each.ends_on
    full = grants.last_day(first) if first else None
    if first is None or last is None or full is None or not first <= last <= full:
        raise Refused(_("%(line)s cannot last for these days."), "days", {"line": line.description})
    days, of = (last - first).days + 1, (full - first).days + 1
    if days == of:
        return line
    because = _("%(days)d of %(all)d days of a full term") % {"days": days, "all": of}
    words = replace(grants, term_months=None, term_days=days).to_json()
    return replace(line, because=because, grants=words)


def _credited(line: Line, each: WantedLine, institution: Institution) -> Line:
    given = credits_towards(
        institution=institution,
        film=each.film,
        licence_type=each.licence_type,
        price=line.amount,
        licences=each.upgrades,
    )
    taken = sum((credit.amount.amount for credit in given), start=line.amount.amount * 0)
    template = gettext_noop("{price}, less {credit} for {licences}")
    because = sentence(
        say(
            "upgrade",
            template,
            price=Amount.of(line.amount),
            credit=Amount.of(LocalMoney(taken, line.amount.currency)),
            licences=", ".join(credit.number for credit in given),
        )
    )
    left = LocalMoney(line.amount.amount - taken, line.amount.currency)
    return replace(
        line, amount=left, because=because[:300], charges=(), credits=given, upgrades=each.upgrades
    )
