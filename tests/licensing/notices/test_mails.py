"""Every mail of licensing, with hostile values in every field."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from licensing.models import Exemption, Institution, Invitation, JoinRequest, Licence, Mailbox, Order, Refund
from licensing.notices.kinds import KINDS
from licensing.sales.invoicing.credits import issue_credit_note
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.outbox import subject_of
from tests.hostile import assert_is_unmoved_by_hostile_values


def rows_of(order: Order, licence: Licence) -> dict[str, Model]:
    """A row of each model that a mail is about."""
    institution, person = order.institution, order.placed_by
    invitation = Invitation.objects.create(
        institution=institution,
        email="new@x.example",
        role="buyer",
        invited_by=person,
        expires_at=timezone.now(),
    )
    invoice = order.invoice
    note = issue_credit_note(invoice=invoice, because="A test.", licences="kept", request_key="test", by=None)
    refund = Refund.objects.create(
        invoice=invoice,
        amount=invoice.total,
        method="cheque",
        refunded_on=invoice.issued_on,
        event_key="test",
    )
    return {
        "Institution": institution,
        "Order": order,
        "Invoice": invoice,
        "Receipt": invoice.receipts.get(),
        "CreditNote": note,
        "Refund": refund,
        "Licence": licence,
        "Invitation": invitation,
        "Mailbox": Mailbox.objects.create(
            institution=institution, matter="library", email="library@x.example", asked_at=timezone.now()
        ),
        "JoinRequest": JoinRequest.objects.create(institution=institution, user=person, wrote="A School"),
        "Exemption": Exemption.objects.create(
            institution=institution, country="US", state="NY", expires_on=date(2028, 1, 1)
        ),
    }


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_no_value_changes_the_structure_of_a_mail(
    name: str, licence: Licence, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = kind_named(name)
    assert kind is not None
    monkeypatch.setattr(type(kind), "still_holds", lambda *_: True)
    about = rows_of(order, licence)[kind.model.__name__]  # type: ignore[attr-defined]  # all of licensing's have one
    reminder = Reminder(
        kind=name,
        subject=subject_of(about),
        recipient="teacher@school.example",
        data={"days": 7, "token": "t", "trouble": "x", "because": "x", "day": "2029-11-30"},
        created_at=timezone.now(),
    )
    assert_is_unmoved_by_hostile_values(kind, reminder)


@pytest.mark.parametrize("verification", ["verified", "refused"])
def test_the_answer_to_an_institution_is_unmoved_either_way(
    verification: str, waiting: Institution, teacher: User
) -> None:
    Institution.objects.update(
        verification=verification,
        verified_how="by a test",
        verified_at=timezone.now(),
        refused_because="x" if verification == "refused" else "",
    )
    kind = kind_named("licensing.verification-answered")
    assert kind is not None
    reminder = Reminder(kind=kind.name, subject=subject_of(waiting), recipient="teacher@school.example")
    assert_is_unmoved_by_hostile_values(kind, reminder)
