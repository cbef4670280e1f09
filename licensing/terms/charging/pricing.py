"""Which price applies, and why not. Pure: no Django, no database, no clock.

A price is for one film, licence type and tier over a range of days, and is that of the day of the order. A licence rests
on the distributor's rights (`licensing.terms.ours`): it begins, ends and is valid within them, counted on its own days, and
for each of its uses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from catalog.uses import RightUse
from licensing.terms.charging.discounts import Charge
from licensing.terms.charging.fees import Fee, FeeForm, awaits_report, due_at_order, said_fee
from licensing.terms.charging.renewing import days_of, prorated
from licensing.terms.ours import Right, days_held, lacking, named, needed_for
from licensing.terms.rights import Grants
from licensing.terms.spans import holds
from licensing.terms.stretches import Stretch, stretch_at, stretch_from
from wording.say import Country, Date, Say, Title, gettext_noop, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A price of the list. Days are inclusive; `ends_on` None is without end.

    It is for institutions with at most `enrolment_most` enrolled; None is for any. `form`, `percent` and `deposit` as in `Fee`.
    """

    film: int
    licence_type: int
    tier: str
    amount: Money
    starts_on: date
    ends_on: date | None = None
    is_sample: bool = False
    enrolment_most: int | None = None
    form: FeeForm = FeeForm.FLAT
    percent: Decimal = Decimal(0)
    deposit: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A licence whose price someone asks for. Names are for the sentences; an empty country is not yet known.

    `on` is the day of the order. Without `starts_on` the licence begins then, or as soon as our rights allow, at the
    latest on `latest_start`. Without `grants` it is asked about its first day alone. With `ends_on`, which needs `starts_on`
    and `grants`, it ends before a full term does, and costs its part of the price.
    """

    film: int
    film_title: Title
    licence_type: int
    type_name: Title
    tier: str
    tier_name: str
    on: date
    currency: str
    country: str = ""
    grants: Grants | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    latest_start: date | None = None
    enrolment: int | None = None
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """The answer: what is charged when it is ordered, or every reason why there is no price.

    `begins_from`: the first day on which it could begin, if not at once. `charges` add up to `amount`; `fee` is what
    the price list asks, which may leave something due after the report (`fees.said_obligation`).
    """

    amount: Money | None = None
    is_sample: bool = False
    reasons: tuple[Say, ...] = ()
    begins_from: date | None = None
    fee: Fee | None = None
    charges: tuple[Charge, ...] = ()


def quote(asked: Asked, prices: Iterable[Listed], rights: Iterable[Right]) -> Quote:
    """The price that applies to what is asked; or the reasons against it.

    Codes: `no-right`, `territory`, `use-not-held`, `held-back`, `right-begins`, `right-ends`, `ends-outside-term`, `not-by-the-day`,
    `no-price`, `no-enrolment`, `enrolment-above`.
    """
    begins, right_reasons = _begins(asked, list(rights))
    fitting = [price for price in prices if _applies(price, asked)]
    listed = _band(fitting, asked)
    reasons = [*right_reasons, *_outside_term(asked), *_beyond_enrolment(asked)]
    if listed is None:
        reasons.append(_no_band(fitting, asked))
    if reasons or listed is None:
        return Quote(reasons=tuple(reasons))
    is_later = asked.starts_on is None and begins > asked.on
    fee = _fee(listed, asked)
    if _is_shortened(asked) and awaits_report(fee):
        return Quote(reasons=(_not_by_the_day(asked),))
    amount = _part(asked, due_at_order(fee))
    charge = Charge("price", said_fee(fee), amount)
    return Quote(
        amount,
        listed.is_sample,
        begins_from=begins if is_later else None,
        fee=fee,
        charges=(charge,),
    )


def _fee(listed: Listed, asked: Asked) -> Fee:
    return Fee(
        amount=listed.amount,
        form=listed.form,
        percent=listed.percent,
        parts=asked.parts,
        showings=1 if asked.grants is None else asked.grants.screenings,
        deposit=listed.deposit,
    )


def _band(prices: list[Listed], asked: Asked) -> Listed | None:
    """The price of the narrowest band that the enrolment fits; that for any enrolment if none does, or it is not known.

    While nobody knows who buys, the widest band stands for it.
    """
    bands = sorted((price for price in prices if price.enrolment_most is not None), key=_most)
    fitting = [price for price in bands if asked.enrolment is not None and asked.enrolment <= _most(price)]
    widest = bands[-1:] if asked.enrolment is None and not asked.country else []
    return next(iter([*fitting, *(each for each in prices if each.enrolment_most is None), *widest]), None)


def _beyond_enrolment(asked: Asked) -> list[Say]:
    """Why the type is not for an institution of this size; no reason if it is, or if nobody knows yet."""
    most = None if asked.grants is None else asked.grants.enrolment_most
    if most is None or not asked.country or (asked.enrolment is not None and asked.enrolment <= most):
        return []
    return [_not_of_this_size(asked, most)]


def _most(price: Listed) -> int:
    return price.enrolment_most or 0


def _no_band(prices: list[Listed], asked: Asked) -> Say:
    return _not_of_this_size(asked, max(map(_most, prices))) if prices else _no_price(asked)


def _not_of_this_size(asked: Asked, most: int) -> Say:
    if asked.enrolment is None:
        template = gettext_noop(
            "What “{type}” costs depends on how many are enrolled: enter it on your institution's page."
        )
        return say("no-enrolment", template, type=asked.type_name)
    template = gettext_noop(
        "“{type}” is offered for up to {most} enrolled, and your institution has {enrolled}. Please write to the office."
    )
    return say("enrolment-above", template, type=asked.type_name, most=most, enrolled=asked.enrolment)


def _outside_term(asked: Asked) -> list[Say]:
    """Why a last day that was chosen is none of a term of this type; no reason if it is one, or none was chosen."""
    if asked.ends_on is None or asked.starts_on is None or asked.grants is None:
        return []
    full = asked.grants.last_day(asked.starts_on)
    if _is_shortened(asked) and asked.grants.screenings is not None:
        return [_not_by_the_day(asked)]
    if full is not None and asked.starts_on <= asked.ends_on <= full:
        return []
    if full is None:
        return [
            say(
                "ends-outside-term",
                gettext_noop("“{type}” has no end, so it cannot end with others."),
                type=asked.type_name,
            )
        ]
    return [
        say(
            "ends-outside-term",
            gettext_noop("“{type}” for “{film}” can end from {first} to {last}, not on {day}."),
            type=asked.type_name,
            film=asked.film_title,
            first=Date(asked.starts_on),
            last=Date(full),
            day=Date(asked.ends_on),
        )
    ]


def _is_shortened(asked: Asked) -> bool:
    """Whether a last day was chosen that is not that of a full term."""
    if asked.ends_on is None or asked.starts_on is None or asked.grants is None:
        return False
    return asked.ends_on != asked.grants.last_day(asked.starts_on)


def _not_by_the_day(asked: Asked) -> Say:
    """One event costs the same on whichever day; and what a report makes due rests on the whole guarantee or deposit."""
    template = gettext_noop(
        "“{type}” is charged by its screenings, not by the day, so it is sold for its full term only."
    )
    return say("not-by-the-day", template, type=asked.type_name)


def _part(asked: Asked, price: Money) -> Money:
    """What the days until the chosen last day cost of a full term's price."""
    if asked.ends_on is None or asked.starts_on is None or asked.grants is None:
        return price
    full = asked.grants.last_day(asked.starts_on)
    assert full is not None  # noqa: S101 - `_outside_term` has refused it
    return prorated(price, days=days_of(asked.starts_on, asked.ends_on), of=days_of(asked.starts_on, full))


def _applies(price: Listed, asked: Asked) -> bool:
    same = (price.film, price.licence_type, price.tier) == (asked.film, asked.licence_type, asked.tier)
    return same and price.amount.currency.code == asked.currency and holds(price, asked.on)


def _begins(asked: Asked, rights: list[Right]) -> tuple[date, list[Say]]:
    """The licence's first day, and the reasons why our rights do not allow it."""
    wanted = asked.starts_on or asked.on
    needed = needed_for(asked.grants.uses, asked.tier) if asked.grants else frozenset[RightUse]()
    within = days_held(rights, asked.country, needed)
    stretch = stretch_at(within, wanted)
    if stretch is None:
        stretch = stretch_from(within, wanted)
        if stretch is None or stretch.starts_on is None:
            return wanted, [_none_reaches(asked, rights, needed, wanted)]
        is_too_late = asked.latest_start is not None and stretch.starts_on > asked.latest_start
        if asked.starts_on is not None or is_too_late:
            return wanted, [_right_begins(asked, rights, needed, stretch.starts_on)]
        wanted = stretch.starts_on
    return wanted, _beyond(asked, stretch, wanted)


def _beyond(asked: Asked, stretch: Stretch, starts_on: date) -> list[Say]:
    """Why a licence that begins on a day would outlive the right; no reason if it does not."""
    if asked.grants is None or stretch.ends_on is None:
        return []
    ends_on = asked.ends_on or asked.grants.last_day(starts_on)
    if ends_on is not None and ends_on <= stretch.ends_on:
        return []
    if ends_on is None:
        template = gettext_noop(
            "Our right to license “{film}” ends on {right_ends}, so we cannot grant “{type}”, which has no end."
        )
        return [
            say(
                "right-ends",
                template,
                film=asked.film_title,
                right_ends=Date(stretch.ends_on),
                type=asked.type_name,
            )
        ]
    template = gettext_noop(
        "Our right to license “{film}” ends on {right_ends}; “{type}” would last until {licence_ends}."
    )
    return [
        say(
            "right-ends",
            template,
            film=asked.film_title,
            right_ends=Date(stretch.ends_on),
            type=asked.type_name,
            licence_ends=Date(ends_on),
        )
    ]


def _right_begins(asked: Asked, rights: list[Right], needed: Collection[RightUse], day: date) -> Say:
    on = asked.starts_on or asked.on
    if stretch_at(days_held(rights, asked.country), on) is not None:
        return say(
            "held-back",
            gettext_noop(
                "“{type}” for “{film}” can begin on {day} or later. Until then we may not license: {uses}."
            ),
            type=asked.type_name,
            film=asked.film_title,
            day=Date(day),
            uses=named(lacking(rights, asked.country, needed, on)),
        )
    return say(
        "right-begins",
        gettext_noop("Licences for “{film}” can begin on {day} or later, when our right begins."),
        film=asked.film_title,
        day=Date(day),
    )


def _none_reaches(asked: Asked, rights: list[Right], needed: Collection[RightUse], on: date) -> Say:
    there = days_held(rights, asked.country)
    if stretch := stretch_at(there, on) or stretch_from(there, on):
        return say(
            "use-not-held",
            gettext_noop("“{type}” is not offered for “{film}”, because we may not license: {uses}."),
            type=asked.type_name,
            film=asked.film_title,
            uses=named(lacking(rights, asked.country, needed, max(on, stretch.starts_on or on))),
        )
    if not asked.country or stretch_at(days_held(rights), on) is None:
        return say(
            "no-right",
            gettext_noop("We do not currently hold the right to license “{film}”."),
            film=asked.film_title,
        )
    return say(
        "territory",
        # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
        gettext_noop("We may not license “{film}” in {country}."),
        film=asked.film_title,
        country=Country(asked.country),
    )


def _no_price(asked: Asked) -> Say:
    return say(
        "no-price",
        gettext_noop("“{type}” has no price for “{film}” in the tier “{tier}”."),
        type=asked.type_name,
        film=asked.film_title,
        tier=asked.tier_name,
    )
