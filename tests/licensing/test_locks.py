"""Verbs that share rows, at one moment: none ends in a deadlock, numbers have no gaps, and nothing is paid twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations_with_replacement, count

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import refuse, verify
from licensing.licences.ending import revoke, shorten, supersede
from licensing.licences.issuing import issue_licences
from licensing.licences.suspending import reinstate, suspend
from licensing.models import Institution, Invoice, Licence, LicenceType, NumberSeries, Order
from licensing.sales.invoices import issue_invoice
from licensing.sales.orders import cancel_order
from tests.at_once import Crew
from tests.licensing.conftest import NOW, licence_of, order_of, pay
from wording.refusals import Refused

VERBS = (
    "place", "cancel", "invoice", "pay", "issue", "suspend", "reinstate", "shorten", "supersede", "revoke",
    "verify", "refuse",
)  # fmt: skip


AS_ISSUED = {
    "status": "active", "status_since": None, "status_because": "", "suspended_for": "", "superseded_by": None,
    "shortened_at": None, "shortened_because": "", "signed_until": None, "ends_on": date(2030, 2, 28),
}  # fmt: skip
"""The columns of a licence to which nothing has happened yet."""

type Verb = Callable[[], object]


@pytest.mark.django_db(transaction=True)
def test_every_pair_of_verbs_at_once_ends_without_a_deadlock(
    licence: Licence, school: Institution, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    number = count(2)
    other = licence_of(school, teacher, film, site)
    Order.objects.filter(pk=other.line.order_id).update(status="paid")

    def verbs() -> dict[str, Verb]:
        """With an order that nobody has paid, and one that is invoiced."""
        free, to_pay = (order_of(school, teacher, [(film, site)]) for _ in range(2))
        invoice = issue_invoice(order=to_pay, by=office)
        event = f"transfer:{next(number)}"
        return {
            "place": lambda: order_of(school, teacher, [(film, site)]),
            "cancel": lambda: cancel_order(order=free, by=teacher),
            "invoice": lambda: issue_invoice(order=free, by=office),
            "pay": lambda: pay(invoice, office, event=event),
            "issue": lambda: issue_licences(order=to_pay),
            "suspend": lambda: suspend(licence=licence, because="a test", by=None),
            "reinstate": lambda: reinstate(licence=licence, by=office),
            "shorten": lambda: shorten(
                licence=licence, until=date(2028, 1, 1 + next(number) % 28), because="a test", by=office
            ),
            "supersede": lambda: supersede(licence=licence, successor=other, because="a test", by=office),
            "revoke": lambda: revoke(licence=licence, because="a test", by=office),
            "verify": lambda: verify(institution=school, how="a test", by=office),
            "refuse": lambda: refuse(institution=school, because="a test", by=office),
        }

    faults = []
    with Crew(4) as crew:
        for pair in combinations_with_replacement(VERBS, 2):
            Licence.objects.filter(pk=licence.pk).update(**AS_ISSUED)
            Institution.objects.update(verification="verified", verified_at=NOW, verified_how="a test")
            ready = verbs()
            if {"verify", "refuse"} & set(pair):
                Institution.objects.update(verification="asked")
            results = crew.do(*(ready[name] for name in (*pair, *pair)))
            faults += [(pair, each) for each in results if is_fault(each)]
    assert faults == []
    for prefix, numbers in {
        "INV": Invoice.objects.values_list("number", flat=True),
        "LIC": Licence.objects.values_list("number", flat=True),
    }.items():
        assert sorted(numbers) == [f"{prefix}-2027-{each:04d}" for each in range(1, len(numbers) + 1)]
        assert NumberSeries.objects.get(name=f"{prefix}-2027").last == len(numbers)
    assert Order.objects.filter(status="cancelled", invoice__isnull=False).count() == 0
    assert Licence.objects.count() == Order.objects.filter(status__in=["invoiced", "paid"]).count()


def is_fault(result: object) -> bool:
    """Whether a verb ended in anything but its answer, or its refusal in words."""
    return isinstance(result, Exception) and not isinstance(result, Refused)
