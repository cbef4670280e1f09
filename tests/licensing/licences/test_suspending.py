"""Suspending and reinstating: who may, who is told, what the system may undo, and what the check page says."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from licensing.documents.proof.proofs import check, check_token
from licensing.licences.ending import revoke
from licensing.licences.life import life_of
from licensing.licences.moves import LEGAL_MOVES, Status
from licensing.licences.suspending import Cause, reinstate, suspend
from licensing.models import Licence
from reminders.models import Reminder
from tests.licensing.conftest import TODAY, signed_in
from tests.office.press import address
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
    assert (row.status, row.status_because, row.suspensions) == (
        "suspended",
        "The invoice is disputed.",
        {"office": "The invoice is disputed."},
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
    assert (row.status, row.status_since, row.status_because, row.suspensions) == ("active", None, "", {})
    assert check(check_token(row)).is_valid
    assert ("licensing.licence-reinstated", "teacher@school.example") in told(licence)
    assert reinstate(licence=licence, by=office).status == "active"


def test_the_system_reinstates_only_what_it_suspended_for_the_same_cause(
    licence: Licence, office: User
) -> None:
    suspend(licence=licence, because="The payment is disputed.", by=None, cause=Cause.DISPUTE)
    assert reinstate(licence=licence, by=None, cause=Cause.NON_PAYMENT).status == "suspended"
    assert reinstate(licence=licence, by=None, cause=Cause.DISPUTE).status == "active"


def test_each_cause_is_kept_for_itself_until_none_is_left(licence: Licence) -> None:
    """In any order: suspended for an unpaid invoice, then disputed, then paid, the licence stays out of force."""
    causes = [
        (Cause.NON_PAYMENT, 1, "Unpaid."),
        (Cause.DISPUTE, 1, "Disputed."),
        (Cause.DISPUTE, 2, "A fee."),
    ]
    for taken in permutations(causes):
        for cause, order, because in [*taken, taken[0]]:
            suspend(licence=licence, because=because, by=None, cause=cause, order=order)
        for given in permutations(causes):
            left = {f"{cause}:{order}": because for cause, order, because in taken}
            with transaction.atomic():
                for cause, order, _because in given:
                    row = reinstate(licence=licence, by=None, cause=cause, order=order)
                    del left[f"{cause}:{order}"]
                    assert row.suspensions == left
                    assert (row.status, row.status_because in left.values()) == (
                        ("suspended", True) if left else ("active", False)
                    )
                transaction.set_rollback(True)
        reinstate(licence=licence, by=None, cause=Cause.NON_PAYMENT, order=1)
        reinstate(licence=licence, by=None, cause=Cause.DISPUTE, order=1)
        assert reinstate(licence=licence, by=None, cause=Cause.DISPUTE, order=2).is_active


def test_what_the_office_decides_is_said_first_and_only_a_person_takes_it_back(
    licence: Licence, office: User
) -> None:
    suspend(licence=licence, because="The payment is disputed.", by=None, cause=Cause.DISPUTE, order=1)
    row = suspend(licence=licence, because="Shown outdoors.", by=office)
    assert (row.causes(), row.status_because) == (
        [
            ("a decision of the office", "Shown outdoors."),
            ("a disputed payment", "The payment is disputed."),
        ],
        "Shown outdoors.",
    )
    page = signed_in(office).get(address(licence, "move", "reinstate")).text
    assert "All of these causes are set aside" in page
    assert "a disputed payment: The payment is disputed." in page
    row = reinstate(licence=licence, by=None, cause=Cause.DISPUTE, order=1)
    assert (row.status, row.suspensions) == ("suspended", {"office": "Shown outdoors."})
    suspend(licence=licence, because="The payment is disputed.", by=None, cause=Cause.DISPUTE, order=1)
    assert reinstate(licence=licence, by=office).suspensions == {}


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
