"""Afterwards: how many came to each showing, and what they paid, entered by who presents it. Reports begin with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.reports.answering import Known
from licensing.sales.ordering.acceptance import refuse_fractions
from screenings.lookup import refuse_outsider
from screenings.models import Screening, Showing, ShowingCount
from screenings.programme.locks import lock_screening
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one showing; `box_office` is in the currency of `currency_of` its screening."""

    people: int
    box_office: Decimal


def currency_of(screening: Screening) -> str:
    """In which box office is counted: that of the licence's fee, which a share of it is charged in. Two queries at most."""
    if screening.licence is None:
        return str(settings.DEFAULT_CURRENCY)
    return str(screening.licence.line.amount.currency)


@transaction.atomic
def count_showings(*, screening: Screening, counts: Mapping[int, Counted], by: User) -> None:
    """What was counted, by the keys of showings; those that are not named keep what they had. Entering it again replaces it.

    Raises Refused: `not-yours`, `cancelled` (a showing that does not take place, or of another screening), `not-yet` (it has not
    begun), `too-many` (more people than seats), `fraction`.
    """
    row, showings = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    standing = {each.pk: each for each in showings}
    currency = currency_of(row)
    for key, counted in counts.items():
        if key not in standing:
            raise Refused(_("This showing does not take place."), "cancelled")
        money = Money(counted.box_office, currency)
        _refuse_unfit(standing[key], counted, money)
        ShowingCount.objects.update_or_create(
            showing_id=key, defaults={"people": counted.people, "box_office": money, "by": by}
        )


def _refuse_unfit(showing: Showing, counted: Counted, money: Money) -> None:
    said = {"film": showing.film.title, "seats": showing.screen.capacity}
    if showing.starts_at > timezone.now():
        raise Refused(_("“%(film)s” has not begun yet."), "not-yet", said)
    if counted.people > showing.screen.capacity:
        raise Refused(_("“%(film)s” was shown where there are %(seats)d seats."), "too-many", said)
    if counted.people < 0 or counted.box_office < 0:
        raise Refused(_("Nobody counts less than zero."), "fraction")
    refuse_fractions(money)


def known_of(source: str) -> Known | None:
    """Of a report's source: what was counted at every showing that took place, else the places held; None for anything
    else, or where nobody registered."""
    kind, _colon, key = source.partition(":")
    if kind != "screening":
        return None
    standing = Showing.objects.standing().filter(screening=int(key))
    counts = list(standing.values_list("count__people", "count__box_office", "count__box_office_currency"))
    currencies = {currency for _people, _amount, currency in counts}
    if counts and None not in currencies and len(currencies) == 1:
        money = Money(sum(amount for _people, amount, _currency in counts), currencies.pop())
        return Known(sum(people for people, _amount, _currency in counts), money)
    held: int | None = standing.aggregate(sum=Sum("booked"))["sum"]
    return Known(held) if held else None
