"""Money as a model field: an amount with two decimal places and its currency."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Floor
from django.utils.translation import gettext_lazy as _
from djmoney.models.fields import MoneyField
from moneyed import Money, get_currency

from licensing.terms.charging.coins import NO_DECIMALS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def money_field(label: _StrPromise, **options: Any) -> models.Field[Money, Money]:
    """A MoneyField that type checkers treat as Money, not as the Decimal of its base class."""
    return cast("models.Field[Money, Money]", MoneyField(label, max_digits=12, decimal_places=2, **options))


def in_whole_coins(name: str, *columns: str, currency: str = "amount_currency") -> models.CheckConstraint:
    """Of a currency without decimals, such as the yen, nobody writes 500.50."""
    whole = Q(**{f"{currency}__in": sorted(NO_DECIMALS)})
    fits = Q()
    for column in columns:
        fits &= Q(**{column: None}) | Q(**{column: Floor(F(column))})
    return models.CheckConstraint(
        condition=~whole | fits,
        name=name,
        violation_error_message=_("This currency has no decimals: enter a whole amount."),
    )


def in_units(amount: Decimal, currency: str) -> int:
    """The amount in the currency's smallest unit: 12.50 dollars are 1250, 12 yen are 12."""
    return int(amount * get_currency(currency).sub_unit)


def of_units(units: int, currency: str) -> Decimal:
    """The amount with two decimal places, as columns of money have it."""
    return (Decimal(units) / get_currency(currency).sub_unit).quantize(Decimal("0.01"))
