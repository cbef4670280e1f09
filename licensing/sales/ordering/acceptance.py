"""Accepting orders by the distributor's own rules: at once or by the office, due in how many days, and how much may be unpaid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import moneyed
from django.db.models import Case, F, Q, QuerySet, When
from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.models import AcceptancePolicy, Institution, Order, Quote, Tier
from licensing.sales.invoicing.balance import unpaid_by
from licensing.terms.charging.coins import coin_of
from revisions.prepared import Prepared
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

NET_DAYS = 30
"""What an invoice is payable within where no rule says otherwise."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What the distributor's rules say of one order."""

    at_once: bool = False
    net_days: int = NET_DAYS
    most_unpaid: Money | None = None
    after_report_at_once: bool = False


def _rules_for() -> QuerySet[AcceptancePolicy]:
    """The rule that fits; where the total is above every rule, the largest, marked as not fitting."""
    fits = Case(When(Q(up_to=None) | Q(up_to__gte=A_TOTAL), then=True), default=False)
    nearest = Case(When(fits=True, then=F("up_to")), default=-F("up_to"))
    rules = AcceptancePolicy.objects.filter(tier__in=["-", ""], currency=A_CURRENCY).annotate(fits=fits)
    return rules.order_by("-fits", F("tier").desc(), nearest.asc(nulls_last=True))[:1]


A_TOTAL, A_CURRENCY = Decimal("-0.01"), "---"
_RULE = Prepared(_rules_for, total=A_TOTAL, tier="-", currency=A_CURRENCY)


def rule_for(order: Order) -> Rule:
    """The rule for the order's tier before that for every tier, and the lowest amount that fits: one query.

    Above every rule none accepts it, and the limit of the largest still says how much may be unpaid.
    """
    total, currency = order.total.amount, str(order.total.currency)
    row = _RULE.row(total=total, tier=order.tier, currency=currency)
    if row is None:
        return Rule()
    most = None if row.most_unpaid is None else Money(row.most_unpaid, currency)
    if not vars(row)["fits"]:
        return Rule(most_unpaid=most)
    return Rule(row.at_once, row.net_days, most, row.after_report_at_once)


def why_not(order: Order, institution: Institution, rule: Rule) -> Refused | None:
    """Why the order cannot be accepted now; None when it can. One query, if the rule has a limit.

    Codes: `not-verified`, `unpaid-limit`. An order by card is accepted by its payment, which no limit concerns; one of nothing
    has none, and is accepted like one by purchase order.
    """
    if order.kind == Order.Kind.DONATION:  # nothing is sold
        return None
    if not institution.is_verified:
        return Refused(
            _("%(institution)s is not verified yet. An order is invoiced once its institution is verified."),
            "not-verified",
            {"institution": institution.legal_name},
        )
    return above_limit(order, institution, rule)


def above_limit(order: Order, institution: Institution, rule: Rule) -> Refused | None:
    """That more would be unpaid than the rule allows; None when it would not. One query, if the rule has a limit. Code: `unpaid-limit`."""
    if rule.most_unpaid is None or (order.method == Order.Method.CARD and order.total.amount):
        return None
    unpaid = unpaid_by(institution, currency=str(order.total.currency))
    if unpaid.amount + order.total.amount <= rule.most_unpaid.amount:
        return None
    template = gettext_noop(
        "{unpaid} of earlier invoices is not paid yet. With this order of {total} it would be more than the {most} "
        "that may be unpaid, so the order waits until an invoice is paid."
    )
    if not unpaid.amount:
        template = gettext_noop("The order of {total} is more than the {most} that may be unpaid.")
        return Refused.saying(
            say("unpaid-limit", template, total=Amount.of(order.total), most=Amount.of(rule.most_unpaid))
        )
    return Refused.saying(
        say(
            "unpaid-limit",
            template,
            unpaid=Amount.of(unpaid),
            total=Amount.of(order.total),
            most=Amount.of(rule.most_unpaid),
        )
    )


def is_priced_otherwise(priced: Order | Quote, institution: Institution) -> bool:
    """Whether the tier or the number enrolled for which it was priced is not the institution's any more."""
    return (priced.tier, priced.enrolment) != (institution.tier, institution.enrolment)


def priced_otherwise(order: Order, institution: Institution) -> Refused | None:
    """Why an order's prices are not those of its institution today, so that no rule accepts it and no card pays it: the office
    decides. None when they are, and for a fee after a report and a donation. Code: `priced-otherwise`.
    """
    if order.kind != Order.Kind.LICENCES or not is_priced_otherwise(order, institution):
        return None
    return Refused(
        _(
            "It was priced for %(before)s, and %(institution)s is %(now)s. The office decides whether it accepts the order at these prices."
        ),
        "priced-otherwise",
        {
            "before": size_of(order.tier, order.enrolment),
            "institution": institution.legal_name[:100],
            "now": size_of(institution.tier, institution.enrolment),
        },
    )


def size_of(tier: str, enrolment: int | None) -> str:
    """What prices depend on, as in “K-12 school building, 600 enrolled”."""
    label = Tier(tier).label
    if enrolment is None:
        return str(label)
    return _("%(tier)s, %(enrolled)d enrolled") % {"tier": label, "enrolled": enrolment}


def refuse_fractions(amount: moneyed.Money) -> None:
    """Raises Refused (code `fraction`) for an amount that its currency has no coins for, such as half a yen."""
    unit = coin_of(amount.currency)
    if amount.amount % unit:
        raise Refused(
            _("%(currency)s has no amounts that small: enter a multiple of %(unit)s."),
            "fraction",
            {"currency": amount.currency, "unit": unit.normalize()},
        )
