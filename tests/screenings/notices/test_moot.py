"""When a notice has nothing to say any more: the row is asked again when it is sent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts.addresses import FORGOTTEN
from licensing.models import Licence
from reminders.kinds import About, kind_named
from screenings.models import Registration, Screening
from tests.screenings.conftest import NOW

TO_COME = {"draft", "published", "suspended"}
HOLDS = {
    "screening-coming-up": TO_COME,
    "licence-missing": {"draft", "suspended"},
    "hold-ends": TO_COME,
    "hold-over": {"cancelled"},
    "option-first": TO_COME,
    "booked-elsewhere": TO_COME,
    "materials-due": TO_COME,
    "screening-suspended": {"suspended"},
    "screening-suspended-office": {"suspended"},
    "screening-resumed": {"published"},
    "screening-resumed-office": {"published"},
    "return-due": {"published"},
}
"""At which of a screening's states each notice is still true."""


def about(name: str) -> About:
    kind = kind_named(f"screenings.{name}")
    assert isinstance(kind, About)
    return kind


@pytest.mark.parametrize("name", HOLDS)
def test_a_notice_of_a_screening_is_said_only_while_it_is_true(name: str) -> None:
    rows = {each.value: Screening(status=each, licence=Licence()) for each in Screening.Status}
    assert {status for status, row in rows.items() if about(name).still_holds(row)} == HOLDS[name]


REGISTRATIONS: dict[str, dict[str, Any]] = {
    "to confirm": {"held_until": NOW + timedelta(minutes=1)},
    "confirmed": {"confirmed_at": NOW},
    "not confirmed in time": {"held_until": NOW},
    "given back": {"confirmed_at": NOW, "cancelled_at": NOW},
    "forgotten": {"confirmed_at": NOW, "forgotten_at": NOW},
    "forgotten with their account": {"confirmed_at": NOW, "email": f"nobody-1{FORGOTTEN}"},
}


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("registration-to-confirm", "to confirm"),
        ("registration-confirmed", "confirmed"),
        ("showing-tomorrow", "confirmed"),
        ("screening-cancelled", "confirmed"),
    ],
)
def test_a_notice_to_who_registered_is_said_only_while_they_are(name: str, state: str) -> None:
    rows = {each: Registration(**{"email": "a@x.example"} | values) for each, values in REGISTRATIONS.items()}
    assert [each for each, row in rows.items() if about(name).still_holds(row)] == [state]
