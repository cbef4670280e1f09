"""Every mail about a delivery, with hostile values in every field; and what some of them say."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from accounts.models import User
from licensing.delivery.keys import ask_for_key
from licensing.models import Delivery
from licensing.notices.delivery_kinds import DELIVERY_KINDS
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.outbox import subject_of
from tests.hostile import assert_is_unmoved_by_hostile_values


@pytest.mark.parametrize("name", [kind.name for kind in DELIVERY_KINDS])
def test_no_value_changes_the_structure_of_a_mail(
    name: str, dcp: Delivery, parcel: Delivery, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = kind_named(name)
    assert kind is not None
    monkeypatch.setattr(type(kind), "still_holds", lambda *_: True)
    key = ask_for_key(
        licence=dcp.licence, venue="Hall", first_day=date(2027, 3, 10), last_day=date(2027, 3, 11), servers="A\nB",
        send_to="booth@hall.example", by=teacher,
    )  # fmt: skip
    Delivery.objects.filter(pk=parcel.pk).update(
        state="sent",
        carrier="Post",
        sent_on="2027-03-01",
        sent_to="The school\nMill Lane",
        return_by="2027-03-09",
    )
    about = key if "key" in name else parcel
    reminder = Reminder(
        kind=name, subject=subject_of(about), recipient="teacher@school.example", created_at=timezone.now()
    )
    assert_is_unmoved_by_hostile_values(kind, reminder)


def test_what_is_done_is_said_no_more(dcp: Delivery) -> None:
    reminder = Reminder(kind="licensing.delivery-overdue", subject=subject_of(dcp), recipient="o@x.example")
    kind = kind_named(reminder.kind)
    assert kind is not None
    context = kind.context(reminder)
    assert context is not None
    assert context["address"].endswith(f"/admin/licensing/delivery/{dcp.pk}/change/")
    Delivery.objects.filter(pk=dcp.pk).update(state="sent", sent_on="2027-03-01", carrier="Post")
    assert kind.context(reminder) is None
