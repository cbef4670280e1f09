"""An invoice that stays unpaid: the office takes its licences out of force, and the payment gives them back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from djmoney.money import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.licences.suspending import suspend
from licensing.models import AcceptancePolicy, CreditNote, Institution, Invoice, Licence, LicenceType
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.overdue import is_long_overdue, revoke_for_non_payment
from reminders.models import Reminder
from tests.licensing.conftest import NOW, order_of, pay, signed_in
from tests.office.people import ROLES, someone
from tests.office.press import address, buttons, press
from tests.standing import standing
from wording.refusals import Refused

type Later = Callable[[int], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Moves the clock to so many days after the invoice was issued."""

    def to(days: int) -> None:
        now: datetime = NOW + timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: now)

    return to


@standing
def two(school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType) -> Invoice:
    """Accepted at once at net 30: two lines of 195 and 90 dollars, each with its licence."""
    AcceptancePolicy.objects.create(at_once=True)
    return order_of(school, teacher, [(film, site), (rails, site)]).invoice


def status_of_all() -> list[tuple[str, str]]:
    rows = Licence.objects.order_by("pk")
    return [(row.status, " ".join(name.partition(":")[0] for name in row.suspensions)) for row in rows]


WITHHELD, GIVEN = ("suspended", "non-payment"), ("active", "")


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (31, False), (60, False), (61, True)])
def test_licences_are_taken_back_only_after_the_last_reminder(
    two: Invoice, office: User, later: Later, days: int, *, is_late: bool
) -> None:
    """Due after 30 days, reminded for the last time 30 days after that."""
    later(days)
    assert is_long_overdue(two) == is_late
    desk = signed_in(office)
    assert ("revoke-unpaid" in buttons(desk, two)) == is_late
    assert ("revoke-unpaid" in buttons(desk, two.order)) == is_late
    if is_late:
        assert len(revoke_for_non_payment(invoice=two, by=office)) == 2
        assert status_of_all() == [WITHHELD, WITHHELD]
        return
    with pytest.raises(Refused, match="30 days after the due date") as refused:
        revoke_for_non_payment(invoice=two, by=office)
    assert (refused.value.code, status_of_all()) == ("not-overdue", [GIVEN, GIVEN])


def test_the_licensee_reads_why_and_the_payment_gives_the_licences_back(
    two: Invoice, office: User, later: Later
) -> None:
    later(61)
    for _ in range(2):
        revoke_for_non_payment(invoice=two, by=office)
    assert set(Licence.objects.values_list("status_because", flat=True)) == {
        "Invoice INV-2027-0001 is not paid."
    }
    assert Reminder.objects.filter(kind="licensing.licence-suspended").count() == 2
    pay(two, office, Money(284, "USD"), "transfer:1")
    assert status_of_all() == [WITHHELD, WITHHELD]
    pay(two, office, Money(1, "USD"), "transfer:2")
    assert status_of_all() == [GIVEN, GIVEN]
    assert Reminder.objects.filter(kind="licensing.licence-reinstated").count() == 2


@pytest.mark.parametrize("amount", [284, 285])
def test_a_credit_note_gives_them_back_when_it_leaves_nothing_owed(
    two: Invoice, office: User, later: Later, amount: int
) -> None:
    later(61)
    revoke_for_non_payment(invoice=two, by=office)
    pay(two, office, Money(285 - 90, "USD"))
    [_film, part] = two.order.lines.order_by("pk")
    issue_credit_note(
        invoice=two, because="x", licences="kept", request_key="x", by=office,
        amounts={part.pk: Money(amount - 195, "USD")},
    )  # fmt: skip
    assert status_of_all() == ([GIVEN, GIVEN] if amount == 285 else [WITHHELD, WITHHELD])


def test_what_the_office_suspended_itself_stays_suspended(two: Invoice, office: User, later: Later) -> None:
    mine, _other = Licence.objects.order_by("pk")
    suspend(licence=mine, because="A complaint.", by=office)
    later(61)
    revoke_for_non_payment(invoice=two, by=office)
    pay(two, office)
    assert status_of_all() == [("suspended", "office"), GIVEN]


def test_a_credited_line_with_its_licences_shortened_ends_them_on_that_day(
    two: Invoice, office: User
) -> None:
    [_film, part] = two.order.lines.order_by("pk")
    until = NOW.date() + timedelta(days=30)
    issue_credit_note(
        invoice=two, because="Half of the term.", licences="shortened", licences_end_on=until, request_key="x",
        by=office, amounts={part.pk: Money(45, "USD")},
    )  # fmt: skip
    ends = {licence.line_id: licence.ends_on for licence in Licence.objects.all()}
    assert (ends[part.pk], len(set(ends.values()))) == (until, 2)
    [told] = Reminder.objects.filter(kind="licensing.licence-shortened")
    assert told.data["because"] == "Half of the term."


def test_a_day_that_is_past_credits_nothing(two: Invoice, office: User) -> None:
    with pytest.raises(Refused, match="The new last day can be") as refused:
        issue_credit_note(
            invoice=two, because="x", licences="shortened", licences_end_on=NOW.date() - timedelta(days=1),
            request_key="x", by=office,
        )  # fmt: skip
    assert (refused.value.code, CreditNote.objects.count()) == ("until", 0)


@pytest.fixture
def desk(office: User) -> Client:
    return signed_in(office)


def test_the_office_presses_revoke_and_sees_what_it_takes(two: Invoice, office: User, later: Later) -> None:
    later(61)
    desk = signed_in(office)
    facts = {str(name): str(value) for name, value in _form(desk, two, "revoke-unpaid").facts()}
    assert facts["still owed"] == "$285.00"
    assert facts["licence"] == "LIC-2027-0002, active"
    assert press(desk, two, "revoke-unpaid") == (
        "Out of force until the invoice is paid: LIC-2027-0001, LIC-2027-0002."
    )
    assert status_of_all() == [WITHHELD, WITHHELD]


def test_the_office_credits_a_part_on_the_page_of_the_invoice(desk: Client, two: Invoice) -> None:
    [film, part] = two.order.lines.order_by("pk")
    form = _form(desk, two, "credit")
    assert [str(form[f"line_{line.pk}"].value()) for line in (film, part)] == ["195.00", "90.00"]
    sent = {
        "key": form["key"].value(), "because": "One part too many.", "licences": "revoked",
        f"line_{film.pk}": "", f"line_{part.pk}": "90",
    }  # fmt: skip
    said = "Credit note CRN-2027-0001 for $90.00 is issued and sent."
    assert press(desk, two, "credit", **sent) == said
    assert press(desk, two, "credit", **sent) == said, "The same page sent again."
    note = CreditNote.objects.get()
    assert (note.total, note.because) == (Money(90, "USD"), "One part too many.")
    assert [status for status, _cause in status_of_all()] == ["active", "revoked"]
    over = press(
        desk, two, "credit", **sent | {"key": "another", f"line_{film.pk}": "195.01", f"line_{part.pk}": ""}
    )
    assert "at most $195.00 can still be credited" in over
    empty = press(desk, two, "credit", **sent | {"key": "third", f"line_{part.pk}": ""})
    assert empty == "There is nothing left to credit on invoice INV-2027-0001."
    assert CreditNote.objects.count() == 1


def test_the_office_records_a_refund(desk: Client, two: Invoice, office: User) -> None:
    pay(two, office)
    assert "record-refund" not in buttons(desk, two)
    issue_credit_note(invoice=two, because="x", licences="kept", request_key="x", by=office)
    assert "record-refund" in buttons(desk, two)
    assert str(_form(desk, two, "record-refund")["amount"].value()) == "285.00"
    sent = {"amount": "285", "reference": "back 1", "method": "transfer", "refunded_on": "2027-03-01"}
    assert press(desk, two, "record-refund", **sent | {"amount": "286"}) == (
        "amount: Only $285.00 was received and not returned yet."
    )
    assert press(desk, two, "record-refund", **sent | {"refunded_on": "2027-03-02"}) == (
        "refunded_on: The day of the refund cannot be in the future."
    )
    assert press(desk, two, "record-refund", **sent) == "A refund of $285.00 is recorded."
    assert buttons(desk, two) == []


MOVES = {
    "credit": {"because": "x", "licences": "kept", "key": "k"},
    "record-refund": {"amount": "1", "reference": "x", "method": "transfer", "refunded_on": "2027-03-01"},
    "refund-card": {"amount": "1", "key": "k"},
    "revoke-unpaid": {},
    "pay-in-full": {"amount": "285", "reference": "x", "method": "transfer", "received_on": "2027-03-01"},
    "pay-in-part": {"amount": "1", "reference": "x", "method": "transfer", "received_on": "2027-03-01"},
}


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("role", [role for role in ROLES if role != "chief"])
def test_staff_without_the_right_move_no_money(
    two: Invoice, later: Later, settings: Settings, move: str, role: str
) -> None:
    """Those who may change rows may not add documents; revoking a licence is changing it."""
    later(61)
    client, may = signed_in(someone(role, settings)), (role, move) == ("change", "revoke-unpaid")
    for row in (two, two.order):
        page = address(row, "move", move)
        refused = 302 if role == "chief-without-factor" else 403  # to the page that asks for a second factor
        assert client.get(page).status_code == (200 if may else refused)
        if not may:
            assert client.post(page, MOVES[move]).status_code == refused
    assert (CreditNote.objects.count(), two.payments.count()) == (0, 0)
    assert status_of_all() == [GIVEN, GIVEN]


def test_the_verb_refuses_who_may_not_change_licences(
    two: Invoice, teacher: User, later: Later, settings: Settings
) -> None:
    later(61)
    for person in (teacher, someone("view", settings)):
        with pytest.raises(Refused, match="Only people of the office") as refused:
            revoke_for_non_payment(invoice=two, by=person)
        assert refused.value.code == "office-only"


def _form(desk: Client, row: Invoice, move: str):  # type: ignore[no-untyped-def]
    return desk.get(address(row, "move", move)).context["form"]
