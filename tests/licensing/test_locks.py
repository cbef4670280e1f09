"""Verbs that share rows, at one moment: none ends in a deadlock, numbers have no gaps, and nothing is paid twice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations_with_replacement, count

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.institutions import refuse, verify
from licensing.invoices import issue_invoice
from licensing.licences import issue_licences, revoke
from licensing.models import Institution, Invoice, Licence, LicenceType, NumberSeries, Order
from licensing.orders import cancel_order
from licensing.refusals import Refused
from tests.at_once import Crew
from tests.licensing.conftest import NOW, order_of, pay

VERBS = ("place", "cancel", "invoice", "pay", "issue", "revoke", "verify", "refuse")


@pytest.mark.django_db(transaction=True)
def test_every_pair_of_verbs_at_once_ends_without_a_deadlock(
    licence: Licence, school: Institution, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    number = count(2)
    faults = []
    with Crew(4) as crew:
        for pair in combinations_with_replacement(VERBS, 2):
            Licence.objects.filter(pk=licence.pk).update(status="active", revoked_at=None)
            Institution.objects.update(verification="verified", verified_at=NOW, verified_how="a test")
            free, to_pay = (order_of(school, teacher, [(film, site)]) for _ in range(2))
            invoice = issue_invoice(order=to_pay, by=office)
            if {"verify", "refuse"} & set(pair):
                Institution.objects.update(verification="asked")
            event = f"transfer:{next(number)}"
            verbs: dict[str, Callable[[], object]] = {
                "place": lambda: order_of(school, teacher, [(film, site)]),
                "cancel": lambda free=free: cancel_order(order=free, by=teacher),
                "invoice": lambda free=free: issue_invoice(order=free, by=office),
                "pay": lambda invoice=invoice, event=event: pay(invoice, office, event=event),
                "issue": lambda order=to_pay: issue_licences(order=order),
                "revoke": lambda: revoke(licence=licence, because="a test", by=office),
                "verify": lambda: verify(institution=school, how="a test", by=office),
                "refuse": lambda: refuse(institution=school, because="a test", by=office),
            }
            results = crew.do(*(verbs[name] for name in (*pair, *pair)))
            faults += [
                (pair, each)
                for each in results
                if isinstance(each, Exception) and not isinstance(each, Refused)
            ]
    assert faults == []
    issued = {"ORD": Order, "INV": Invoice, "LIC": Licence}
    for prefix, model in issued.items():
        numbers = [f"{prefix}-2027-{each:04d}" for each in range(1, model.objects.count() + 1)]
        assert list(model.objects.order_by("number").values_list("number", flat=True)) == numbers
        assert NumberSeries.objects.get(name=f"{prefix}-2027").last == len(numbers)
    assert Order.objects.filter(status="cancelled", invoice__isnull=False).count() == 0
    paid = Order.objects.filter(status="paid")
    assert Licence.objects.count() == paid.count()
