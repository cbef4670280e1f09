"""What a paid licence counts towards another one, once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.licences.ending import revoke
from licensing.licences.suspending import reinstate, suspend
from licensing.models import (
    AcceptancePolicy,
    CreditNote,
    Institution,
    Licence,
    LicenceType,
    Order,
    Quote,
    Refund,
    UpgradeCredit,
    UpgradeRule,
)
from licensing.prices.wanted import WantedLine
from licensing.sales.invoicing.balance import account_of
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import accept_waiting, issue_invoice, restate
from licensing.sales.ordering.orders import cancel_order, place_order
from licensing.sales.payment.card import open_card_payment
from licensing.sales.quoting.quotes import make_quote
from licensing.sales.quoting.upgrades import upgrades_of
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import TODAY, licence_of, order_of, pay, signed_in
from tests.office.press import address
from wording.refusals import Refused


@pytest.fixture
def part(school: Institution, teacher: User, rails: Film, site: LicenceType) -> Licence:
    """A paid licence for a part, at 90 dollars."""
    return licence_of(school, teacher, rails, site)


@pytest.fixture
def to_whole(site: LicenceType) -> UpgradeRule:
    return UpgradeRule.objects.create(
        from_type=site, to_type=site, reach="part-to-whole", within_days=30, percent=100
    )


def upgraded(part: Licence, film: Film, kind: LicenceType, by: User) -> Order:
    return place_order(
        institution=part.institution,
        lines=[WantedLine(film=film, licence_type=kind, upgrades=(part,))],
        method="purchase-order",
        purchase_order_number="PO-8",
        by=by,
        starts_on=TODAY,
    )


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str | None:
    return refused.value.error_list[0].code


@pytest.mark.usefixtures("to_whole")
def test_a_part_becomes_the_whole_for_the_difference_and_ends(
    part: Licence, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    [offered] = upgrades_of(part)
    assert (offered.film, offered.price, offered.credit, offered.amount) == (
        film, Money(195, "USD"), Money(90, "USD"), Money(105, "USD"),
    )  # fmt: skip
    order = upgraded(part, film, site, teacher)
    line = order.lines.get()
    assert (order.total, line.because) == (
        Money(105, "USD"),
        f"$195.00, less $90.00 for {part.number}",
    )
    assert Licence.objects.get(pk=part.pk).is_active
    issue_invoice(order=order, by=office)
    new = Licence.objects.get(line=line)
    part.refresh_from_db()
    assert (part.status, part.superseded_by, part.status_because) == (
        "superseded", new, f"Upgraded to licence {new.number}.",
    )  # fmt: skip
    assert upgrades_of(part) == []


@pytest.mark.usefixtures("to_whole")
def test_a_licence_counts_once_and_a_cancelled_order_gives_it_back(
    part: Licence, film: Film, site: LicenceType, teacher: User
) -> None:
    order = upgraded(part, film, site, teacher)
    with pytest.raises(Refused) as refused:
        upgraded(part, film, site, teacher)
    assert code_of(refused) == "upgrade-used"
    with pytest.raises(IntegrityError), transaction.atomic():
        UpgradeCredit.objects.create(licence=part, line=order.lines.get(), amount=Money(1, "USD"))
    cancel_order(order=order, by=teacher)
    assert upgraded(part, film, site, teacher).total == Money(105, "USD")


def credit(order: Order, by: User | None, **words: Any) -> CreditNote:
    values = {"because": "A mistake.", "licences": "revoked", "request_key": "test:1"} | words
    return issue_credit_note(invoice=order.invoice, by=by, **values)


@pytest.fixture
def whole(
    part: Licence, film: Film, site: LicenceType, teacher: User, office: User, to_whole: object
) -> Order:
    """The upgrade of the part, accepted and paid."""
    order = upgraded(part, film, site, teacher)
    pay(issue_invoice(order=order, by=office), office)
    return Order.objects.get(pk=order.pk)


@pytest.mark.parametrize(
    ("choice", "status", "words"),
    [
        ("reinstated", "active", "The licence that was upgraded is in force again: LIC-2027-0001."),
        (
            "usable",
            "superseded",
            "What was paid for the licence that was upgraded counts towards another upgrade: LIC-2027-0001.",
        ),
    ],
)
def test_a_credited_upgrade_gives_back_what_it_counted_as_chosen_and_told(
    part: Licence, whole: Order, film: Film, site: LicenceType, teacher: User, office: User, choice: str,
    status: str, words: str,
) -> None:  # fmt: skip
    for wrong in ("", "burnt"):
        with pytest.raises(Refused) as refused:
            credit(whole, office, upgraded=wrong)
        assert code_of(refused) == "upgraded"
    with pytest.raises(Refused) as refused:
        credit(whole, office, licences="kept", upgraded=choice)
    assert code_of(refused) == "upgraded"
    for _twice in range(2):
        note = credit(whole, office, upgraded=choice)
    part.refresh_from_db()
    assert (part.status, note.upgraded, note.total) == (status, choice, Money(105, "USD"))
    assert words in note.snapshot["document"]["terms"]
    assert UpgradeCredit.objects.get().given_back_by == note
    restored = Reminder.objects.filter(kind="licensing.licence-restored")
    assert restored.count() == (choice == "reinstated")
    assert upgraded(Licence.objects.get(pk=part.pk), film, site, teacher).total == Money(105, "USD")
    with pytest.raises(Refused) as refused:
        upgraded(Licence.objects.get(pk=part.pk), film, site, teacher)
    assert code_of(refused) == "upgrade-used"


def test_a_line_credited_in_two_steps_gives_its_upgrade_back_with_the_first(
    part: Licence, whole: Order, office: User
) -> None:
    line = whole.lines.get().pk
    first = credit(whole, office, upgraded="reinstated", amounts={line: Money(5, "USD")})
    second = credit(whole, office, request_key="test:2")
    assert (second.total, second.upgraded) == (Money(100, "USD"), "")
    assert UpgradeCredit.objects.get().given_back_by == first


def test_the_database_gives_an_upgrade_back_once(part: Licence, whole: Order, office: User) -> None:
    note = credit(whole, office, upgraded="reinstated")
    given = UpgradeCredit.objects.get()
    for change in (lambda: UpgradeCredit.objects.update(given_back_by=None), given.delete):
        with pytest.raises(DatabaseError, match="given_back_once"), transaction.atomic():
            change()
    UpgradeCredit.objects.create(licence=part, line=given.line, amount=given.amount)
    with pytest.raises(IntegrityError, match="licence_credited_once"), transaction.atomic():
        UpgradeCredit.objects.create(licence=part, line=given.line, amount=given.amount)
    with pytest.raises(IntegrityError, match="credit_note_upgraded_if_revoked"), transaction.atomic():
        CreditNote.objects.create(
            number="CRN-1", invoice=note.invoice, issued_on=TODAY, total=Money(1, "USD"), because="x",
            licences="kept", upgraded="usable", snapshot={}, request_key="x",
        )  # fmt: skip


def test_what_counted_towards_an_upgrade_is_not_credited_before_that(
    school: Institution,
    teacher: User,
    office: User,
    rails: Film,
    film: Film,
    site: LicenceType,
    to_whole: object,
) -> None:
    small = place_order(
        institution=school, lines=[(rails, site)], method="purchase-order", purchase_order_number="PO-1",
        by=teacher, starts_on=TODAY,
    )  # fmt: skip
    pay(issue_invoice(order=small, by=office), office)
    part = Licence.objects.get(line__order=small)
    whole = upgraded(part, film, site, teacher)
    pay(issue_invoice(order=whole, by=office), office, event="transfer:2")
    small, whole = Order.objects.get(pk=small.pk), Order.objects.get(pk=whole.pk)
    with pytest.raises(Refused, match="counted towards order ORD-2027-0002"):
        credit(small, office)
    credit(whole, office, upgraded="reinstated")
    credit(small, office, request_key="test:2")
    part.refresh_from_db()
    assert part.status == "revoked"


def test_the_office_chooses_on_the_page_of_the_order(part: Licence, whole: Order, office: User) -> None:
    desk = signed_in(office)
    page = address(whole, "move", "credit")
    assert "The licences that were upgraded" in desk.get(page).text
    line = whole.lines.get()
    data = {"key": "one", "because": "A mistake.", "licences": "revoked", f"line_{line.pk}": "105"}
    assert "Say whether that is in force again" in desk.post(page, data).text
    desk.post(page, data | {"upgraded": "reinstated"})
    part.refresh_from_db()
    assert part.status == "active"
    assert "The licences that were upgraded" not in desk.get(address(part.line.order, "move", "credit")).text


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("to_whole")
def test_two_buyers_at_once_get_one_credit(
    part: Licence, film: Film, site: LicenceType, teacher: User, colleague: User
) -> None:
    calls = [lambda: upgraded(part, film, site, teacher), lambda: upgraded(part, film, site, colleague)]
    answers = at_once(*calls * 2)
    assert sorted(type(each).__name__ for each in answers) == ["Order", "Refused", "Refused", "Refused"]
    assert UpgradeCredit.objects.count() == 1
    said = {each.messages[0] for each in answers if isinstance(each, Refused)}
    assert said == {f"Licence {part.number} has been credited already: each counts once."}


def test_after_the_window_unpaid_or_without_rule_nothing_counts(
    part: Licence, film: Film, site: LicenceType, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused) as refused:
        upgraded(part, film, site, teacher)
    assert code_of(refused) == "upgrade-none"
    UpgradeRule.objects.create(from_type=site, to_type=site, reach="part-to-whole", within_days=30)
    Order.objects.filter(pk=part.line.order_id).update(status="invoiced")
    part = Licence.objects.get(pk=part.pk)
    with pytest.raises(Refused) as refused:
        upgraded(part, film, site, teacher)
    assert code_of(refused) == "upgrade-unpaid"
    Order.objects.filter(pk=part.line.order_id).update(status="paid")
    part = Licence.objects.get(pk=part.pk)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 4, 1, 12, tzinfo=UTC))
    assert upgrades_of(part) == []


@pytest.mark.usefixtures("to_whole")
def test_its_page_is_for_who_may_order(
    part: Licence, teacher: User, colleague: User, outsider: User, office: User
) -> None:
    path = f"/licences/{part.number}/upgrade/"
    people = (teacher, colleague, office, outsider)
    assert [signed_in(user).get(path).status_code for user in people] == [200, 200, 200, 404]
    rule = UpgradeRule.objects.get()
    made = signed_in(teacher).post(path, {"rule": rule.pk})["Location"]
    assert made == Quote.objects.get().get_absolute_url()
    data = {"told": "", "method": "purchase-order", "purchase_order_number": "PO-9", "is_exact_name": "on"}
    assert signed_in(colleague).post(made, data)["Location"].startswith("/orders/ORD-2027-")
    assert UpgradeCredit.objects.get().amount == Money(90, "USD")
    assert "cannot" not in signed_in(teacher).post(path, {"rule": "x"})["Location"]


@pytest.fixture
def paid_part(school: Institution, teacher: User, office: User, rails: Film, site: LicenceType) -> Licence:
    """A licence for a part with its invoice of 90 dollars, paid."""
    invoice = issue_invoice(order=order_of(school, teacher, [(rails, site)]), by=office)
    pay(invoice, office)
    return Licence.objects.get(line__order=invoice.order)


def credited_later(licence: Licence, office: User, dollars: int) -> None:
    issue_credit_note(
        invoice=licence.line.order.invoice, amounts={licence.line_id: Money(dollars, "USD")}, because="x",
        licences="kept", request_key="later", by=office,
    )  # fmt: skip


@pytest.mark.usefixtures("to_whole")
def test_a_quoted_credit_is_worth_what_stays_paid(
    paid_part: Licence, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    wanted = WantedLine(film=film, licence_type=site, upgrades=(paid_part,))
    quote = make_quote(institution=paid_part.institution, lines=[wanted], by=teacher, starts_on=TODAY)
    credited_later(paid_part, office, 89)
    with pytest.raises(Refused) as refused:
        place_order(
            institution=paid_part.institution, quote=quote, method="purchase-order", purchase_order_number="PO",
            by=teacher, starts_on=TODAY, expected="",
        )  # fmt: skip
    assert code_of(refused) == "upgrade-less-paid"
    assert f"Of licence {paid_part.number} only $1.00 stays paid, so $90.00 cannot count" in str(
        refused.value
    )
    assert upgraded(paid_part, film, site, teacher).total == Money(194, "USD")


@pytest.mark.usefixtures("to_whole")
def test_the_database_counts_no_more_than_stays_paid(
    paid_part: Licence, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    credited_later(paid_part, office, 50)
    line = order_of(paid_part.institution, teacher, [(film, site)]).lines.get()
    rows = [UpgradeCredit(line=line, licence=paid_part, amount=Money(amount, "USD")) for amount in (41, 40)]
    with pytest.raises(IntegrityError, match="credited_within_paid"), transaction.atomic():
        UpgradeCredit.objects.bulk_create(rows[:1])
    UpgradeCredit.objects.bulk_create(rows[1:])


@pytest.mark.usefixtures("to_whole")
def test_an_upgrade_is_asked_again_when_it_is_accepted(
    part: Licence, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    """What the office suspended meanwhile is not replaced by a licence that is in force."""
    order = upgraded(part, film, site, teacher)
    suspend(licence=part, because="A complaint.", by=office)
    with pytest.raises(
        Refused, match=f"Licence {part.number}, which this order upgrades, is suspended"
    ) as no:
        issue_invoice(order=order, by=office)
    assert no.value.code == "upgrade-over"
    AcceptancePolicy.objects.create(at_once=True)
    assert accept_waiting(institution=part.institution) == []
    order.refresh_from_db()
    assert "which this order upgrades, is suspended by now" in order.waits_because
    reinstate(licence=part, by=office)
    assert len(accept_waiting(institution=part.institution)) == 1
    part.refresh_from_db()
    assert part.status == "superseded"


@pytest.mark.usefixtures("to_whole")
def test_orders_that_waited_lock_licences_before_the_first_takes_its_numbers(
    part: Licence, film: Film, rails: Film, site: LicenceType, teacher: User
) -> None:
    order_of(part.institution, teacher, [(rails, site)])
    upgraded(part, film, site, teacher)
    AcceptancePolicy.objects.create(at_once=True)
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        assert len(accept_waiting(institution=part.institution)) == 2
    said = [each["sql"] for each in asked]
    locks = [at for at, sql in enumerate(said) if 'FROM "licensing_licence"' in sql and " UPDATE" in sql]
    numbers = [at for at, sql in enumerate(said) if "licensing_numberseries" in sql.lower()]
    assert locks[0] < numbers[0]


@pytest.mark.usefixtures("to_whole")
def test_an_upgrade_by_card_is_asked_again_before_money_is_taken(
    part: Licence, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    wanted = WantedLine(film=film, licence_type=site, upgrades=(part,))
    order = order_of(part.institution, teacher, [wanted], method="card")
    revoke(licence=part, because="A complaint.", by=office)
    with pytest.raises(Refused) as refused:
        open_card_payment(order=order, by=teacher)
    assert code_of(refused) == "upgrade-over"


@pytest.mark.usefixtures("to_whole")
def test_an_upgrade_refunded_to_the_card_can_be_paid_again(
    part: Licence, film: Film, site: LicenceType, teacher: User, office: User
) -> None:
    """What it upgraded is replaced by its own licence by then."""
    wanted = WantedLine(film=film, licence_type=site, upgrades=(part,))
    order = order_of(part.institution, teacher, [wanted], method="card")
    invoice = issue_invoice(order=order, by=office)
    pay(invoice, office)
    back = {"method": "card", "refunded_on": TODAY, "event_key": "refund:1"}
    Refund.objects.create(invoice=invoice, amount=Money(105, "USD"), **back)
    order.refresh_from_db()
    restate(order, account_of(invoice))
    part.refresh_from_db()
    assert (part.status, open_card_payment(order=order, by=teacher).total) == (
        "superseded",
        Money(105, "USD"),
    )
