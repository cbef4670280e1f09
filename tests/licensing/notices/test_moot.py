"""When each notice has nothing to say any more: whatever cancels what waits, the row is asked again when it is sent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from licensing.models import Delivery, Invitation, Invoice, Licence, Mailbox, Order
from reminders.kinds import About, kind_named
from tests.licensing.conftest import NOW, TODAY

HOLDS = {
    "verification-asked": ("verification", {"asked"}),
    "verification-answered": ("verification", {"verified", "refused"}),
    "join-asked": ("status", {"asked"}),
    "join-asked-of-office": ("status", {"asked"}),
    "join-accepted": ("status", {"accepted"}),
    "exemption-asked": ("status", {"asked"}),
    "exemption-answered": ("status", {"accepted", "refused", "withdrawn"}),
    "exemption-ending": ("status", {"accepted"}),
    "exemption-ending-for-office": ("status", {"accepted"}),
    "order-to-handle": ("status", {"placed"}),
    "donation-announced": ("status", {"placed"}),
    "licence-issued": ("status", {"active"}),
    "licence-suspended": ("status", {"suspended"}),
    "licence-reinstated": ("status", {"active"}),
    "licence-restored": ("status", {"active"}),
    "delivery-ready": ("state", {"given"}),
    "parcel-sent": ("state", {"sent", "received"}),
    "return-due": ("state", {"sent", "received"}),
    "key-asked": ("state", {"to-do"}),
    "key-sent": ("state", {"sent"}),
    "delivery-overdue": ("state", {"to-do"}),
    "report-due": ("status", {"owed"}),
    "report-answered": ("status", {"answered"}),
    "report-answered-for-office": ("status", {"answered"}),
    "report-fee-to-settle": ("status", {"waiting"}),
    "preview-asked": ("status", {"asked"}),
    "preview-not-granted": ("status", {"refused", "revoked"}),
}
"""The field of the row that decides, and at which of its values the notice is still true."""
LASTING = ("delivery-ready", "parcel-sent", "key-asked", "key-sent", "delivery-overdue")


def about(name: str) -> About:
    kind = kind_named(f"licensing.{name}")
    assert isinstance(kind, About)
    return kind


def row_of(kind: About, **values: Any) -> Any:
    if kind.model is Delivery:
        licence = Licence(status=Licence.Status.ACTIVE, starts_on=TODAY)
        values = {"licence": licence, "return_by": TODAY} | values
    return kind.model(**values)


@pytest.mark.parametrize("name", HOLDS)
def test_a_notice_is_said_only_while_it_is_true(name: str) -> None:
    kind, (field, holding) = about(name), HOLDS[name]
    known: Any = kind.model._meta.get_field(field)
    assert {
        value for value, _label in known.choices if kind.still_holds(row_of(kind, **{field: value}))
    } == holding


@pytest.mark.parametrize("name", LASTING)
def test_nothing_is_said_of_how_a_film_comes_for_a_licence_that_is_over(name: str) -> None:
    """But for a copy, which is asked back all the same."""
    kind, (field, holding) = about(name), HOLDS[name]
    for licence in (
        Licence(status=Licence.Status.REVOKED, starts_on=TODAY),
        Licence(status=Licence.Status.ACTIVE, starts_on=TODAY, ends_on=TODAY - timedelta(days=1)),
    ):
        for value in holding:
            assert not kind.still_holds(row_of(kind, licence=licence, **{field: value}))
            assert about("return-due").still_holds(Delivery(state="sent", licence=licence, return_by=TODAY))


def test_bills_are_asked_for_only_while_they_are_owed() -> None:
    for name in ("invoice-due", "invoice-overdue"):
        asked = [each for each in Order.Status if about(name).still_holds(Invoice(order=Order(status=each)))]
        assert asked == [Order.Status.INVOICED]


def test_links_that_open_nothing_any_more_are_not_sent() -> None:
    later = timezone.now() + timedelta(days=1)
    invited, asked = about("invitation"), about("mailbox-question")
    assert invited.still_holds(Invitation(expires_at=later))
    assert not any(
        invited.still_holds(Invitation(**{"expires_at": later} | {field: NOW}))
        for field in ("expires_at", "accepted_at", "withdrawn_at")
    )
    assert asked.still_holds(Mailbox(asked_at=NOW, confirmed_at=None))
    assert not asked.still_holds(Mailbox(asked_at=NOW, confirmed_at=NOW))
