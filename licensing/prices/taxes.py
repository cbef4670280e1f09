"""The tax on what an institution buys: the distributor's rows, the institution's numbers and certificates, put to the rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import CharField, Q, QuerySet, Value
from django.utils.translation import override
from djmoney.money import Money as LocalMoney
from moneyed import Money

from licensing.models import Exemption, Institution, TaxNumber, TaxRule, Tier
from licensing.prices.offers import QuotedLine
from licensing.terms.charging.tax import (
    Basis,
    Buyer,
    Certificate,
    Charge,
    Rounding,
    Rule,
    Seller,
    Tax,
    Treatment,
    tax_on,
)
from office.models import Distributor
from revisions.prepared import Prepared
from wording.countries import place_label
from wording.sentences import sentence

CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Taxed:
    """What is charged and why, and the buyer's tax numbers (kind, country, number) as documents print them."""

    tax: Tax
    subtotal: Money
    numbers: tuple[tuple[str, str, str], ...] = ()

    @property
    def total(self) -> Money:
        """With tax."""
        return LocalMoney(self.subtotal.amount + self.tax.amount, self.subtotal.currency)

    @property
    def because(self) -> str:
        """Why no tax is charged, in the reader's language; empty where nothing is said."""
        return sentence(self.tax.because) if self.tax.because else ""

    @property
    def charges(self) -> list[Shown]:
        return [shown(charge, str(self.subtotal.currency)) for charge in self.tax.charges]

    def facts(self) -> dict[str, Any]:
        """As an order keeps it: JSON, with the sentence in the office's language."""
        with override(settings.LANGUAGE_CODE):
            because = self.because
        return {
            "treatment": self.tax.treatment.value,
            "charges": [
                {
                    "name": charge.name,
                    "rate": plain(charge.rate),
                    "base": str(charge.base),
                    "amount": str(charge.amount),
                    "number": charge.number,
                }
                for charge in self.tax.charges
            ],
            "because": because,
            "numbers": [list(number) for number in self.numbers],
        }


@dataclass(frozen=True, slots=True)
class Shown:
    """One tax as a page shows it; `rate` without the percent sign."""

    name: str
    rate: Decimal
    base: Money
    amount: Money


def tax_for(institution: Institution, amounts: Sequence[Money], *, on: date, seller: Distributor) -> Taxed:
    """The tax on lines of one currency, of which there is at least one. Two queries."""
    numbers, certificates = _papers(institution, on)
    certificate = _holding_for(institution, certificates)
    vat = {country: number for kind, country, number in numbers if kind == TaxNumber.Kind.EU_VAT}
    buyer = Buyer(
        country=institution.country,
        state=institution.state,
        place=place_label(institution.country, institution.state) if institution.state else "",
        is_individual=institution.tier == Tier.INDIVIDUAL,
        vat_number=vat.get(institution.country, ""),
        certificate=certificate,
    )
    tax = tax_on(
        amounts, buyer=buyer, seller=Seller(seller.country, seller.vat_number), rules=rules_holding(on)
    )
    return Taxed(tax, sum(amounts[1:], start=amounts[0]), tuple(numbers))


def tax_expected(
    institution: Institution, lines: Sequence[QuotedLine], *, on: date, seller: Distributor
) -> Taxed | None:
    """As `tax_for`, of lines before they are ordered; None unless each has a price. Two queries at most."""
    amounts = [line.quote.amount for line in lines if line.quote.amount is not None]
    if not amounts or len(amounts) < len(lines):
        return None
    return tax_for(institution, amounts, on=on, seller=seller)


def rules_holding(on: date) -> list[Rule]:
    """All rows of the distributor that hold on a day: one query."""
    rows = _RULES.rows(on=on)
    return [
        Rule(row.country, row.name, row.rate, row.state, Basis(row.basis), Rounding(row.rounding), row.number)
        for row in rows
    ]


def kept_charges(taxed: dict[str, Any]) -> list[Charge]:
    """The taxes of `Taxed.facts`; none of an order or invoice that is older than taxes."""
    return [
        Charge(
            each["name"],
            Decimal(each["rate"]),
            Decimal(each["base"]),
            Decimal(each["amount"]),
            each["number"],
        )
        for each in taxed.get("charges", ())
    ]


def kept_treatment(taxed: dict[str, Any]) -> Treatment:
    return Treatment(taxed.get("treatment", Treatment.NO_RULES))


def shown(charge: Charge, currency: str) -> Shown:
    return Shown(
        charge.name,
        Decimal(plain(charge.rate)),
        LocalMoney(charge.base, currency),
        LocalMoney(charge.amount, currency),
    )


def plain(rate: Decimal) -> str:
    """A rate without zeros at its end: 20, 9.975."""
    return f"{rate:f}".rstrip("0").rstrip(".") if "." in f"{rate:f}" else f"{rate:f}"


def _papers(
    institution: Institution, on: date
) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """The tax numbers (kind, country, number), and the certificates that hold on a day (country, state, number): one query."""
    found = sorted(_PAPERS.columns(institution=institution.pk, on=on))
    return (
        [(kind, country, number) for kind, country, _state, number in found if kind != CERTIFICATE],
        [(country, state, number) for kind, country, state, number in found if kind == CERTIFICATE],
    )


def _all_papers() -> QuerySet[TaxNumber, tuple[str, str, str, str]]:
    of = Q(institution=-1)
    numbers = TaxNumber.objects.filter(of).order_by().values_list("kind", "country", _text(""), "number")
    held = Exemption.objects.filter(of).holding(date.min).order_by()
    papers = held.values_list(_text(CERTIFICATE), "country", "state", "number")
    return numbers.union(papers, all=True).order_by()


def _text(value: str) -> Value:
    return Value(value, CharField())


_PAPERS = Prepared(_all_papers, institution=-1, on=date.min)
_RULES = Prepared(
    lambda: TaxRule.objects.holding(date.min).order_by("country", "state", "name", "pk"), on=date.min
)


def _holding_for(institution: Institution, certificates: list[tuple[str, str, str]]) -> Certificate | None:
    """The certificate for the institution's place: that of its state before one for all of its country."""
    fitting = [
        (state, number)
        for country, state, number in certificates
        if country == institution.country and state in {"", institution.state}
    ]
    if not fitting:
        return None
    state, number = max(fitting)
    return Certificate(place_label(institution.country, state), number)
