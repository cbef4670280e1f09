"""Suspending and reinstating: who may, who is told, what the system may undo, and what the check page says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from accounts.models import User
from licensing.documents.proof.proofs import check, check_token
from licensing.licences.ending import revoke
from licensing.licences.life import life_of
from licensing.licences.moves import LEGAL_MOVES, Status
from licensing.licences.suspending import Cause, reinstate, suspend
from licensing.models import Licence
from reminders.models import Reminder
from tests.licensing.conftest import TODAY
from wording.refusals import Refused


def told(licence: Licence) -> list[tuple[str, str]]:
    rows = Reminder.objects.waiting().about(f"licensing.licence:{licence.pk}")
    changes = rows.exclude(kind__in=["licensing.licence-issued", "licensing.licences-ending"])
    return sorted(changes.values_list("kind", "recipient"))


def test_every_move_between_states_is_legal_or_not() -> None:
    assert {now: sorted(to) for now, to in LEGAL_MOVES.items()} == {
        "active": ["revoked", "superseded", "suspended"],
        "suspended": ["active", "revoked", "superseded"],
        "revoked": [],
        "superseded": ["active"],
    }
    assert set(LEGAL_MOVES) == set(Status)


def test_suspend_takes_a_licence_out_of_force_with_a_reason(
    licence: Licence, office: User, colleague: User
) -> None:
    row = suspend(licence=licence, because=" The invoice is disputed. ", by=office)
    assert (row.status, row.status_because, row.suspended_for) == (
        "suspended",
        "The invoice is disputed.",
        "office",
    )
    assert (life_of(row, TODAY).sentence, row.standing(TODAY)) == ("Suspended", "suspended")
    assert check(check_token(row)).sentence == "Licence LIC-2027-0001 is suspended: The invoice is disputed."
    assert told(licence) == [
        ("licensing.licence-suspended", "colleague@school.example"),
        ("licensing.licence-suspended", "teacher@school.example"),
    ]


def test_reinstate_puts_it_back_as_it_was(licence: Licence, office: User) -> None:
    suspend(licence=licence, because="A mistake.", by=office)
    row = reinstate(licence=licence, by=office)
    assert (row.status, row.status_since, row.status_because, row.suspended_for) == ("active", None, "", "")
    assert check(check_token(row)).is_valid
    assert ("licensing.licence-reinstated", "teacher@school.example") in told(licence)
    assert reinstate(licence=licence, by=office).status == "active"


def test_the_system_reinstates_only_what_it_suspended_for_the_same_cause(
    licence: Licence, office: User
) -> None:
    suspend(licence=licence, because="The payment is disputed.", by=None, cause=Cause.DISPUTE)
    assert reinstate(licence=licence, by=None, cause=Cause.NON_PAYMENT).status == "suspended"
    assert reinstate(licence=licence, by=None, cause=Cause.DISPUTE).status == "active"


def test_a_person_of_the_office_takes_a_suspension_over(licence: Licence, office: User) -> None:
    suspend(licence=licence, because="The payment is disputed.", by=None, cause=Cause.DISPUTE)
    row = suspend(licence=licence, because="Shown outdoors.", by=office)
    assert (row.suspended_for, row.status_because) == ("office", "Shown outdoors.")
    assert reinstate(licence=licence, by=None, cause=Cause.DISPUTE).status == "suspended"
    assert suspend(licence=licence, because="Again.", by=None).status_because == "Shown outdoors."


def test_only_the_office_suspends_and_reinstates(licence: Licence, teacher: User, office: User) -> None:
    with pytest.raises(Refused, match="Only people of the office"):
        suspend(licence=licence, because="I do not need it.", by=teacher)
    suspend(licence=licence, because="A dispute.", by=office)
    with pytest.raises(Refused, match="Only people of the office"):
        reinstate(licence=licence, by=teacher)


@pytest.mark.parametrize("because", ["", "  ", "x" * 251])
def test_suspend_needs_a_reason_that_fits(licence: Licence, office: User, because: str) -> None:
    with pytest.raises(Refused) as refused:
        suspend(licence=licence, because=because, by=office)
    assert refused.value.code == "because"


def test_what_is_over_cannot_be_suspended(
    licence: Licence, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2030, 3, 1, 12, tzinfo=UTC))
    with pytest.raises(Refused) as refused:
        suspend(licence=licence, because="Late.", by=office)
    assert refused.value.code == "ended"


def test_a_revoked_licence_is_neither_suspended_nor_reinstated(licence: Licence, office: User) -> None:
    revoke(licence=licence, because="Paid by a stolen card.", by=office)
    with pytest.raises(Refused, match="cannot become suspended"):
        suspend(licence=licence, because="x", by=office)
    with pytest.raises(Refused, match="cannot become active"):
        reinstate(licence=licence, by=office)
