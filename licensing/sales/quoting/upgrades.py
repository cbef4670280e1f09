"""Upgrades: what a paid licence counts towards another one, by the distributor's rules, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import moneyed
from django.db.models import Q
from django.utils.translation import gettext as _
from djmoney.money import Money

from catalog.models import Film
from licensing.licences.resting import hold_still
from licensing.models import (
    CreditLine,
    CreditNote,
    Institution,
    Licence,
    LicenceType,
    Order,
    OrderLine,
    UpgradeCredit,
    UpgradeRule,
)
from licensing.prices.offers import Buyer, open_price_book
from licensing.prices.wanted import WantedLine
from licensing.terms.charging.upgrading import Bought, Credit, credited, difference, last_day_to_upgrade
from licensing.terms.days import office_day, office_today
from licensing.terms.spans import Standing
from wording.refusals import Refused
from wording.say import Amount, Date, gettext_noop, say

Reach = UpgradeRule.Reach
OVER = (Standing.REVOKED, Standing.SUPERSEDED, Standing.SUSPENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgrade:
    """What a licence could become today, and what that costs."""

    rule: UpgradeRule
    film: Film
    price: Money
    credit: Money

    @property
    def amount(self) -> Money:
        return self.price - self.credit


def upgrades_of(licence: Licence) -> list[Upgrade]:
    """What the licence could become today at a price, in the order of the rules; nothing for one that counts no more.

    Five queries at most, and two for a licence without rules.
    """
    rules = list(UpgradeRule.objects.filter(from_type=licence.line.licence_type_id).select_related("to_type"))
    if not rules or why_not(licence, licence.institution):
        return []
    today, bought = office_today(), bought_of(licence)
    book = open_price_book([licence.film, licence.film.whole], on=today)
    buyer = Buyer.of(licence.institution)
    found = []
    for rule in rules:
        film = film_of(licence, rule)
        if film is None or today > last_day_to_upgrade(bought.issued_on, rule.within_days):
            continue
        price = book.quote(film, rule.to_type, buyer, starts_on=today).amount
        if price is None or price.currency != bought.paid.currency:
            continue
        given = credited(price, [(bought, rule.percent)])
        left = difference(price, given)
        found.append(
            Upgrade(
                rule=rule,
                film=film,
                price=Money(price.amount, price.currency),
                credit=Money((price - left).amount, price.currency),
            )
        )
    return found


def credits_towards(
    *,
    institution: Institution,
    film: Film,
    licence_type: LicenceType,
    price: moneyed.Money,
    licences: Sequence[Licence],
) -> tuple[Credit, ...]:
    """What each licence counts towards another one today.

    Raises Refused (codes `upgrade-used`, `upgrade-unpaid`, `upgrade-over`, `upgrade-late`, `upgrade-none`).
    """
    towards = []
    for licence in licences:
        if refusal := why_not(licence, institution):
            raise refusal
        towards.append((bought_of(licence), _rule_for(licence, film, licence_type).percent))
    if any(bought.paid.currency != price.currency for bought, _percent in towards):
        raise _no_rule(licences[0])
    return credited(price, towards)


def why_not(licence: Licence, institution: Institution) -> Refused | None:
    """Why a licence counts towards nothing; None when it may. Two queries at most, and three for one that was replaced."""
    number = {"number": licence.number}
    is_over = licence.standing(office_today()) in OVER and not _counts_again(licence)
    if licence.institution_id != institution.pk or is_over:
        return Refused(_("Licence %(number)s cannot be upgraded."), "upgrade-over", number)
    if UpgradeCredit.objects.filter(licence=licence, given_back_by=None).exists():
        return Refused(
            _("Licence %(number)s has been credited already: each counts once."), "upgrade-used", number
        )
    if licence.line.order.status != Order.Status.PAID:
        return Refused(_("Licence %(number)s can be upgraded once it is paid for."), "upgrade-unpaid", number)
    return None


def not_paid_for(licence: Licence, amount: moneyed.Money) -> Refused | None:
    """Why an amount that a licence was to count is more than what stays paid for it, as after a credit note. One query."""
    left = bought_of(licence).paid
    if amount.amount <= left.amount:
        return None
    template = gettext_noop(
        "Of licence {number} only {left} stays paid, so {amount} cannot count towards another licence."
    )
    return Refused.saying(
        say(
            "upgrade-less-paid",
            template,
            number=licence.number,
            left=Amount.of(left),
            amount=Amount.of(amount),
        )
    )


def held_upgrades(institution: Institution, wanted: Sequence[WantedLine]) -> list[WantedLine]:
    """The lines with the licences that they upgrade as they are now, locked: whoever credits, suspends or revokes one waits.

    The institution must be locked, and no licence. No statement where nothing is upgraded.
    """
    keys = [each.pk for line in wanted for each in line.upgrades]
    if not keys:
        return list(wanted)
    hold_still(institution.pk)
    now = Licence.objects.select_related("line__order", "film").in_bulk(keys)
    return [
        replace(line, upgrades=tuple(now[each.pk] for each in line.upgrades)) if line.upgrades else line
        for line in wanted
    ]


def refusal_of_counted(order: Order) -> Refused | None:
    """Why an order that waited may not be accepted with what licences counted towards it; None when each still does.

    The order must be locked. The licences are locked first. No statement where each line has the price of the list.
    """
    lines = [line.pk for line in order.load_lines() if line.because]
    counted = UpgradeCredit.objects.filter(line__in=lines, given_back_by=None).order_by("licence")
    if not lines or not counted.exists():
        return None
    hold_still(order.institution_id)
    return next(
        filter(None, map(_why_no_more, counted.select_related("licence__line__order", "licence__film"))), None
    )


def _why_no_more(credit: UpgradeCredit) -> Refused | None:
    licence = credit.licence
    numbers = {"number": licence.number, "status": licence.get_status_display()}
    if licence.standing(office_today()) in OVER and not _counts_again(licence):
        return Refused(
            _(
                "Licence %(number)s, which this order upgrades, is %(status)s by now. Reinstate it before the order is accepted, or cancel the order."
            ),
            "upgrade-over",
            numbers,
        )
    if licence.line.order.status != Order.Status.PAID:
        return Refused(
            _("Licence %(number)s, which this order upgrades, is not paid for any more. Cancel the order."),
            "upgrade-unpaid",
            numbers,
        )
    return not_paid_for(licence, credit.amount)


def _counts_again(licence: Licence) -> bool:
    """Whether it was replaced by one that was credited, with what it had counted given back to be used again."""
    return (
        licence.status == Licence.Status.SUPERSEDED
        and licence.upgrade_credits.filter(given_back_by__upgraded=CreditNote.Upgraded.USABLE).exists()
    )


def bought_of(licence: Licence) -> Bought:
    """What was paid for it, less what was credited since. One query."""
    given = CreditLine.objects.filter(line=licence.line_id).values_list("amount", flat=True)
    paid = licence.line.amount
    return Bought(
        number=licence.number,
        issued_on=office_day(licence.issued_at),
        paid=Money(paid.amount - sum(given), paid.currency),
    )


def film_of(licence: Licence, rule: UpgradeRule) -> Film | None:
    """For which film the rule would make the new licence; None where it fits no such film."""
    if rule.reach == Reach.SAME_FILM:
        return licence.film
    return licence.film.whole if licence.film.part_of_id else None


def take_credits(rows: Sequence[tuple[OrderLine, tuple[Credit, ...], tuple[Licence, ...]]]) -> None:
    """Writes what each line was credited. The institution must be locked, so that its licences count once."""
    UpgradeCredit.objects.bulk_create(
        [
            UpgradeCredit(
                line=line, licence=licence, amount=Money(credit.amount.amount, credit.amount.currency)
            )
            for line, given, licences in rows
            for credit, licence in zip(given, licences, strict=True)
        ]
    )


def give_back_credits(order: Order) -> None:
    """A cancelled order used nothing. One statement."""
    UpgradeCredit.objects.filter(line__order=order).delete()


def _rule_for(licence: Licence, film: Film, licence_type: LicenceType) -> UpgradeRule:
    same = Q(reach=Reach.SAME_FILM) if film.pk == licence.film_id else Q()
    whole = Q(reach=Reach.PART_TO_WHOLE) if film.pk == licence.film.part_of_id else Q()
    reach = same | whole
    found = UpgradeRule.objects.filter(
        reach, from_type=licence.line.licence_type_id, to_type=licence_type
    ).first()
    if found is None or not reach:
        raise _no_rule(licence)
    last = last_day_to_upgrade(office_day(licence.issued_at), found.within_days)
    if office_today() > last:
        raise Refused.saying(
            say(
                "upgrade-late",
                gettext_noop("Licence {number} could be upgraded until {day}."),
                number=licence.number,
                day=Date(last),
            )
        )
    return found


def _no_rule(licence: Licence) -> Refused:
    return Refused(
        _("Licence %(number)s does not count towards this one."), "upgrade-none", {"number": licence.number}
    )
