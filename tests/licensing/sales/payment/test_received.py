"""What the office enters by hand: transfers and cheques, each with the bank's reference."""

from __future__ import annotations

from datetime import date

import pytest
from moneyed import Money

from accounts.models import User
from licensing.models import Invoice, Payment
from licensing.sales.payment.received import record_received
from wording.refusals import Refused


def received(invoice: Invoice, by: User, **changes: object) -> Payment:
    values = {"amount": Money(95, "USD"), "method": "transfer", "reference": "bank 42"}
    values |= {"received_on": date(2027, 3, 1)} | changes
    return record_received(order=invoice.order, by=by, **values)  # type: ignore[arg-type]  # mixed values


def test_the_same_reference_however_it_is_spaced_is_one_payment(invoice: Invoice, office: User) -> None:
    first = received(invoice, office)
    assert received(invoice, office, reference="  bank \t 42\n") == first
    assert (first.event_key, Payment.objects.count()) == ("transfer:INV-2027-0001:bank 42", 1)


def test_the_same_reference_of_a_cheque_is_another_payment(invoice: Invoice, office: User) -> None:
    received(invoice, office)
    assert received(invoice, office, method="cheque").event_key == "cheque:INV-2027-0001:bank 42"
    assert Payment.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reference": " \t"}, "reference"),
        ({"method": "card"}, "method"),
        ({"received_on": date(2027, 3, 2)}, "received-later"),
        ({"received_on": date(2027, 2, 28)}, "received-earlier"),
        ({"amount": Money(0, "USD")}, "not-positive"),
        ({"amount": Money(95, "EUR")}, "currency"),
        ({"amount": Money("195.01", "USD")}, "overpaid"),
    ],
)
def test_what_cannot_have_been_received_is_refused(
    invoice: Invoice, office: User, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        received(invoice, office, **changes)
    assert (refused.value.code, Payment.objects.count()) == (code, 0)
