"""What migration 0012 makes of licences that were suspended before: each cause with the order whose money it is about."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.utils import timezone
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.licences.suspending import suspend
from licensing.models import (
    AcceptancePolicy,
    CardEvent,
    CardPayment,
    Institution,
    Licence,
    LicenceType,
    Order,
    ReportFee,
)
from licensing.reports.fees import invoice_fee
from licensing.sales.invoicing.licences_follow import Cause, reinstate_of, reinstate_paid, suspend_of
from licensing.sales.invoicing.overdue import revoke_for_non_payment
from tests.licensing.conftest import NOW, order_of
from tests.licensing.reports.test_fees import answer, owed, shown

causes = import_module("licensing.migrations.0012_causes")
assert shown is not None  # a fixture
BEFORE = """
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE licensing_licence DROP CONSTRAINT licence_suspended_for_a_cause;
    ALTER TABLE licensing_licence ADD COLUMN suspended_for varchar(20) NOT NULL DEFAULT '';
    ALTER TABLE licensing_licenceevent ADD COLUMN suspended_for varchar(20) NOT NULL DEFAULT '';
"""
FORMERLY = """
    UPDATE licensing_licence SET suspensions = '{}',
        suspended_for = split_part((SELECT max(name) FROM jsonb_object_keys(suspensions) AS name), ':', 1)
    WHERE status = 'suspended';
    SET LOCAL pgtrigger.ignore = '{pgtrigger_append_only_1f54b}';
    UPDATE licensing_licenceevent SET suspended_for = (
        SELECT suspended_for FROM licensing_licence AS row WHERE row.id = pgh_obj_id), suspensions = '{}'
    WHERE status = 'suspended';
    RESET pgtrigger.ignore;
    SET CONSTRAINTS ALL IMMEDIATE;
"""


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def suspended_for() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT suspended_for FROM licensing_licence ORDER BY id")
        return [kind for (kind,) in cursor.fetchall()]


@pytest.fixture
def fee(shown: Licence, teacher: User, office: User) -> Order:
    answer(owed(shown), teacher, 2000)
    return invoice_fee(fee=ReportFee.objects.waiting().with_listing().get(), by=office).order


def test_what_was_suspended_is_reinstated_by_what_mends_it(
    fee: Order,
    shown: Licence,
    school: Institution,
    teacher: User,
    office: User,
    film: Film,
    rails: Film,
    site: LicenceType,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    AcceptancePolicy.objects.create(at_once=True)
    unpaid, disputed, decided = (order_of(school, teacher, [(each, site)]) for each in (film, rails, film))
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=61))
    revoke_for_non_payment(invoice=fee.invoice, by=office)
    revoke_for_non_payment(invoice=unpaid.invoice, by=office)
    suspend_of(disputed, cause=Cause.DISPUTE, because="The card payment is disputed.")
    last = Licence.objects.get(line__order=decided)
    suspend(licence=last, because="Our decision.", by=office)
    run(BEFORE)
    run(FORMERLY)
    run(causes.CAUSES)
    rows = list(Licence.objects.order_by("pk"))
    assert [row.suspensions for row in rows] == [
        {f"non-payment:{fee.pk}": f"Invoice {fee.invoice.number} is not paid."},
        {f"non-payment:{unpaid.pk}": f"Invoice {unpaid.invoice.number} is not paid."},
        {f"dispute:{disputed.pk}": "The card payment is disputed."},
        {"office": "Our decision."},
    ]
    written = Licence.pgh_event_model.objects.filter(status="suspended").exclude(suspensions={})  # type: ignore[attr-defined]  # pghistory's
    assert set(written.values_list("pgh_obj_id", flat=True)) == {row.pk for row in rows}
    run(causes.FIRST_CAUSE)
    assert suspended_for() == ["non-payment", "non-payment", "dispute", "office"]
    for order in (fee, unpaid):
        assert [each.status for each in reinstate_paid(order)] == ["active"]
    assert [each.status for each in reinstate_of(disputed, cause=Cause.DISPUTE)] == ["active"]


def test_a_disputed_fee_is_found_by_what_the_gateway_told(fee: Order, shown: Licence) -> None:
    CardPayment.objects.create(order=fee, total=fee.total, intent="pi_7")
    event = CardEvent.objects.create(
        key="e1", intent="pi_7", dispute="d1", state="disputed", amount=Money(325, "USD")
    )
    suspend_of(fee, cause=Cause.DISPUTE, because="The card payment is disputed.")
    run(BEFORE)
    run(FORMERLY)
    run(causes.CAUSES)
    shown.refresh_from_db()
    assert list(shown.suspensions) == [f"dispute:{fee.pk}"]
    CardEvent.objects.create(key="e2", intent="pi_7", dispute="d1", state="won", amount=event.amount)
    run(causes.CAUSES)
    shown.refresh_from_db()
    assert list(shown.suspensions) == [f"dispute:{shown.line.order_id}"]


def test_on_the_way_back_what_the_office_decided_stays_the_offices(licence: Licence, office: User) -> None:
    suspend(licence=licence, because="The payment is disputed.", by=None, cause=Cause.DISPUTE, order=1)
    suspend(licence=licence, because="Our decision.", by=office)
    run(BEFORE)
    run(causes.FIRST_CAUSE)
    assert suspended_for() == ["office"]
