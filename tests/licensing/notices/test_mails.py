"""Every mail of licensing, with hostile values in every field."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.models import User
from licensing.models import Institution, Licence, Order
from licensing.notices.kinds import KINDS
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.outbox import subject_of
from tests.hostile import assert_is_unmoved_by_hostile_values


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_no_value_changes_the_structure_of_a_mail(
    name: str, licence: Licence, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = kind_named(name)
    assert kind is not None
    monkeypatch.setattr(type(kind), "still_holds", lambda *_: True)
    rows = {"Institution": order.institution, "Order": order, "Invoice": order.invoice, "Licence": licence}
    about = rows[kind.model.__name__]  # type: ignore[attr-defined]  # all of licensing's have one
    reminder = Reminder(
        kind=name,
        subject=subject_of(about),
        recipient="teacher@school.example",
        data={"days": 7, "token": "t", "trouble": "x", "because": "y"},
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
