"""Which tax is charged on a sale, or why none. Pure: rows and numbers come in, an answer with its reason goes out.

The rows are the distributor's: the software works out what they say, and is no advice on tax. What it knows by itself is
who accounts for VAT between the European Union and elsewhere (Directive 2006/112/EC, articles 44, 58 and 196).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from moneyed import Money

from licensing.terms.charging.coins import coin_of, rounded_to
from wording.say import Country, Say, gettext_noop, say

EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - plainer than 27 strings
)
"""Members of the European Union, by ISO 3166-1 alpha-2."""


class Basis(StrEnum):
    """Why we charge a tax somewhere: we are registered there, or declare it there through the One Stop Shop."""

    REGISTERED = "registered"
    ONE_STOP_SHOP = "one-stop-shop"


class Rounding(StrEnum):
    """Whether a tax is rounded once on the total, or on each line."""

    TOTAL = "total"
    LINE = "line"


class Treatment(StrEnum):
    CHARGED = "charged"
    EXEMPT = "exempt"
    REVERSE_CHARGE = "reverse-charge"
    OUTSIDE_SCOPE = "outside-scope"
    NOT_REGISTERED = "not-registered"
    NO_RULES = "no-rules"
    """The distributor keeps no rows, so nothing is said about tax."""
    NO_STATE = "no-state"
    """The tax depends on a state that is not known: nothing can be sold until it is."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row that holds on the day: `rate` in percent; `number` is ours there."""

    country: str
    name: str
    rate: Decimal
    state: str = ""
    basis: Basis = Basis.REGISTERED
    rounding: Rounding = Rounding.TOTAL
    number: str = ""


@dataclass(frozen=True, slots=True)
class Seller:
    country: str
    vat_number: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """An exemption that holds for the buyer's place on the day; `place` is its name."""

    place: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Buyer:
    """`vat_number` is that of the buyer's own country in the Union; `place` names the state, or is empty."""

    country: str
    state: str = ""
    place: str = ""
    is_individual: bool = False
    vat_number: str = ""
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """One tax: `rate` in percent of `base`, rounded to `amount`; `number` is ours where it is paid."""

    name: str
    rate: Decimal
    base: Decimal
    amount: Decimal
    number: str = ""


@dataclass(frozen=True, slots=True)
class Tax:
    """What is charged, or `because` why nothing is; nothing is said where there are no rows."""

    treatment: Treatment
    charges: tuple[Charge, ...] = ()
    because: Say | None = None

    @property
    def amount(self) -> Decimal:
        return sum((charge.amount for charge in self.charges), Decimal(0))


def tax_on(amounts: Sequence[Money], *, buyer: Buyer, seller: Seller, rules: Sequence[Rule]) -> Tax:
    """The tax on lines of one currency. `rules` are all that hold on the day, for any place."""
    if buyer.certificate:
        return Tax(Treatment.EXEMPT, because=_exempt(buyer.certificate))
    if not rules:
        return Tax(Treatment.NO_RULES)
    if _is_business_elsewhere_in_eu(buyer, seller):
        return Tax(Treatment.REVERSE_CHARGE, because=_reverse_charge(buyer, seller))
    there = [rule for rule in rules if rule.country == buyer.country]
    if not buyer.state and any(rule.state for rule in there):
        return Tax(Treatment.NO_STATE, because=_no_state())
    if chosen := [*_chosen(buyer, seller, rules, there)]:
        return Tax(Treatment.CHARGED, tuple(_charge(rule, amounts) for rule in chosen))
    if seller.country in EU and buyer.country not in EU:
        return Tax(Treatment.OUTSIDE_SCOPE, because=_outside(buyer))
    return Tax(Treatment.NOT_REGISTERED, because=_not_registered(buyer))


def part_of(charge: Charge, taken: Decimal, *, unit: Decimal) -> Decimal:
    """The share of a tax that goes with `taken` of its base: none of none, and all of all.

    Whoever takes back in steps subtracts what the steps before came to; so the steps add up to the tax exactly.
    """
    if not charge.base:
        return Decimal(0)
    return rounded_to(charge.amount * taken / charge.base, unit)


def _chosen(buyer: Buyer, seller: Seller, rules: Sequence[Rule], there: Sequence[Rule]) -> Iterator[Rule]:
    """The rows that apply: those of the state in place of those of its country.

    A consumer in another country of the Union pays that country's rate through the One Stop Shop, or else, below the
    threshold of article 59c, the rate of the seller's own country.
    """
    is_elsewhere_in_eu = buyer.country in EU and buyer.country != seller.country
    if is_elsewhere_in_eu:
        by_shop = [rule for rule in there if rule.basis == Basis.ONE_STOP_SHOP]
        ours = [rule for rule in rules if rule.country == seller.country] if seller.country in EU else []
        there = by_shop or [rule for rule in there if rule.basis == Basis.REGISTERED] or ours
        yield from (rule for rule in there if not rule.state)
        return
    registered = [rule for rule in there if rule.basis == Basis.REGISTERED]
    in_state = [rule for rule in registered if rule.state and rule.state == buyer.state]
    yield from in_state or [rule for rule in registered if not rule.state]


def _is_business_elsewhere_in_eu(buyer: Buyer, seller: Seller) -> bool:
    is_business = bool(buyer.vat_number) and not buyer.is_individual
    return is_business and buyer.country in EU and buyer.country != seller.country


def _charge(rule: Rule, amounts: Sequence[Money]) -> Charge:
    unit = coin_of(amounts[0].currency) if amounts else Decimal("0.01")
    base = sum((each.amount for each in amounts), Decimal(0))
    taxed = [each.amount for each in amounts] if rule.rounding == Rounding.LINE else [base]
    amount = sum((rounded_to(each * rule.rate / 100, unit) for each in taxed), Decimal(0))
    return Charge(rule.name, rule.rate, base, amount, rule.number)


def _exempt(held: Certificate) -> Say:
    if held.number:
        return say(
            "exempt",
            gettext_noop("Exempt from tax in {place} by certificate {number}."),
            place=held.place,
            number=held.number,
        )
    return say(
        "exempt", gettext_noop("Exempt from tax in {place}: the certificate is on file."), place=held.place
    )


def _reverse_charge(buyer: Buyer, seller: Seller) -> Say:
    if seller.country in EU and seller.vat_number:
        return say(
            "reverse-charge",
            gettext_noop(
                "Reverse charge: the customer accounts for the VAT (Directive 2006/112/EC, article 196). VAT numbers: {ours} (seller), {theirs} (customer)."
            ),
            ours=seller.vat_number,
            theirs=buyer.vat_number,
        )
    return say(
        "reverse-charge",
        gettext_noop(
            "Reverse charge: the customer accounts for the VAT (Directive 2006/112/EC, article 196). VAT number of the customer: {theirs}."
        ),
        theirs=buyer.vat_number,
    )


def _outside(buyer: Buyer) -> Say:
    return say(
        "outside-scope",
        gettext_noop("Outside the scope of EU VAT: the place of supply is {country}."),
        country=Country(buyer.country),
    )


def _not_registered(buyer: Buyer) -> Say:
    return say(
        "not-registered",
        gettext_noop("No tax is charged: the seller is not registered for it in {place}."),
        place=buyer.place or Country(buyer.country),
    )


def _no_state() -> Say:
    return say(
        "no-state",
        gettext_noop(
            "The tax depends on the state or province, which is not known yet. Enter it in the details of the institution."
        ),
    )
