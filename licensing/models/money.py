"""Money as a model field: an amount with two decimal places and its currency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.db import models
from djmoney.models.fields import MoneyField
from moneyed import Money

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def money_field(label: _StrPromise, **options: Any) -> models.Field[Money, Money]:
    """A MoneyField that type checkers treat as Money, not as the Decimal of its base class."""
    return cast("models.Field[Money, Money]", MoneyField(label, max_digits=12, decimal_places=2, **options))
