"""A licensor of the film, who gets half of what is received; and a clock that the tests set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import Invoice, Licensor, LicensorFilm, RoyaltyAgreement
from licensing.sales.payment.payments import record_payment
from licensing.terms.days import office_today

type Clock = Callable[[int, int], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the month and the day of 2027, at noon in UTC."""

    def set_to(month: int, day: int) -> None:
        monkeypatch.setattr(timezone, "now", lambda: datetime(2027, month, day, 12, tzinfo=UTC))

    return set_to


@pytest.fixture
def licensor(film: Film) -> Licensor:
    licensor = Licensor.objects.create(
        name="Ninth Reel Films", address="8 River Road\nShenyang", country="CN"
    )
    LicensorFilm.objects.create(licensor=licensor, film=film)
    return licensor


@pytest.fixture
def agreement(licensor: Licensor) -> RoyaltyAgreement:
    return agreed(licensor)


def agreed(licensor: Licensor, **values: object) -> RoyaltyAgreement:
    fields: dict[str, Any] = {
        "licensor": licensor,
        "percent": Decimal(50),
        "starts_on": "2027-01-01",
        "currency": "USD",
    }
    row = RoyaltyAgreement(**fields | values)
    row.full_clean()
    row.save()
    return row


def receive(invoice: Invoice, by: User, dollars: str, event: str) -> None:
    record_payment(
        invoice=invoice, amount=Money(dollars, "USD"), method="transfer", event_key=event, received_on=office_today(), by=by
    )  # fmt: skip
