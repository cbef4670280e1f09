from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from moneyed import Money

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.buyers.institutions import refuse
from licensing.models import Institution, LicenceType, Membership, Order, OrderLine, Price, Tier
from licensing.sales.ordering.order_moves import LEGAL_MOVES, IllegalMove, move
from licensing.sales.ordering.orders import cancel_order, place_order
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import TODAY, add_price, order_of
from wording.refusals import Refused


def place(institution: Institution, by: User, lines: list[tuple[Film, LicenceType]], **words: Any) -> Order:
    values: dict[str, Any] = {
        "method": "purchase-order",
        "purchase_order_number": "PO-7",
        "starts_on": TODAY,
    } | words
    return place_order(institution=institution, lines=lines, by=by, **values)


def codes_of(refused: Refused) -> list[str | None]:
    return [error.code for error in refused.error_list]


def test_place_order_takes_todays_prices_of_the_institutions_tier(
    school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType, screening: LicenceType
) -> None:
    order = place(school, teacher, [(film, screening), (rails, site)])
    assert (order.number, order.status, order.tier) == ("ORD-2027-0001", "placed", Tier.K12)
    assert order.total == Money(465, "USD")
    assert [(line.description, line.amount) for line in order.lines.all()] == [
        ("West of the Tracks. Public screening, once", Money(375, "USD")),
        ("West of the Tracks: Rails. Site, three years", Money(90, "USD")),
    ]


def test_an_order_keeps_its_price_and_grants(order: Order, site: LicenceType) -> None:
    Price.objects.update(amount=Money(1, "USD"))
    site.term_months = 1
    site.save()
    line = order.lines.get()
    assert (line.amount, line.grants["term_months"]) == (Money(195, "USD"), 36)


def test_an_institution_that_waits_may_order(
    waiting: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    assert place(waiting, teacher, [(film, site)]).status == Order.Status.PLACED


def test_a_refused_institution_may_not_order(
    waiting: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    refuse(institution=waiting, because="No such school.", by=office)
    with pytest.raises(Refused, match="cannot order: No such school") as refused:
        place(waiting, teacher, [(film, site)])
    assert refused.value.code == "refused-institution"


def test_an_outsider_may_not_order(
    school: Institution, outsider: User, film: Film, site: LicenceType
) -> None:
    with pytest.raises(Refused, match="Only a member"):
        place(school, outsider, [(film, site)])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"starts_on": TODAY - timedelta(days=1)}, "starts-too-early"),
        ({"starts_on": TODAY + timedelta(days=549)}, "starts-too-late"),
        ({"purchase_order_number": " "}, "no-purchase-order-number"),
        ({"method": "barter"}, "method"),
    ],
)
def test_place_order_refuses_unfit_words(
    school: Institution, teacher: User, film: Film, site: LicenceType, words: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        place(school, teacher, [(film, site)], **words)
    assert refused.value.code == code
    assert not Order.objects.exists()


def test_place_order_refuses_nothing_and_the_same_twice(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    with pytest.raises(Refused, match="the cart is empty"):
        place(school, teacher, [])
    with pytest.raises(Refused, match="contains the same licence for the same film twice"):
        place(school, teacher, [(film, site), (film, site)])


def test_place_order_gives_every_reason_against_every_line(
    school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType, screening: LicenceType
) -> None:
    school.country = "FR"
    school.save()
    with pytest.raises(Refused) as refused:
        place(school, teacher, [(film, site), (rails, screening)])
    assert codes_of(refused.value) == ["territory", "territory", "no-price"]


def test_the_same_request_makes_one_order(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    first = place(school, teacher, [(film, site)], request_key="cart-1")
    assert place(school, teacher, [(film, site)], request_key="cart-1") == first
    assert Order.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_request_sent_at_once_makes_one_order(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    answers = at_once(*[lambda: place(school, teacher, [(film, site)], request_key="cart-1")] * 6)
    assert {str(answer) for answer in answers} == {"ORD-2027-0001"}
    assert Order.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_orders_placed_at_once_have_numbers_of_their_own(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    answers = at_once(*[lambda: order_of(school, teacher, [(film, site)])] * 8)
    assert sorted(str(answer) for answer in answers) == [f"ORD-2027-{number:04d}" for number in range(1, 9)]


def test_anothers_request_key_is_not_known(
    school: Institution, teacher: User, colleague: User, film: Film, site: LicenceType
) -> None:
    first = place(school, teacher, [(film, site)], request_key="cart-1")
    second = place(school, colleague, [(film, site)], request_key="cart-1")
    assert [(order.placed_by, order.number) for order in (first, second)] == [
        (teacher, "ORD-2027-0001"),
        (colleague, "ORD-2027-0002"),
    ]


@pytest.mark.django_db(transaction=True)
def test_one_request_for_two_institutions_at_once_makes_one_order(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    other = Institution.objects.create(legal_name="Another School", tier=Tier.K12)
    Membership.objects.create(institution=other, user=teacher, role="owner")
    calls = [lambda: place(school, teacher, [(film, site)], request_key="cart-1")] * 3
    calls += [lambda: place(other, teacher, [(film, site)], request_key="cart-1")] * 3
    assert {str(answer) for answer in at_once(*calls)} == {"ORD-2027-0001"}
    assert Order.objects.count() == 1


def test_the_database_keeps_a_persons_request_key_once(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    for _ in range(2):
        order_of(school, teacher, [(film, site)])
    with pytest.raises(IntegrityError, match="order_once_a_request"), transaction.atomic():
        Order.objects.update(request_key="cart-1")


def test_cancel_order_takes_back_what_it_owed(order: Order, teacher: User) -> None:
    assert cancel_order(order=order, by=teacher).status == Order.Status.CANCELLED
    assert cancel_order(order=order, by=teacher).status == Order.Status.CANCELLED
    assert not Reminder.objects.waiting().filter(subject=f"licensing.order:{order.pk}").exists()


def test_an_invoiced_order_cannot_be_cancelled(order: Order, invoice: object, teacher: User) -> None:
    with pytest.raises(
        IllegalMove, match="Order ORD-2027-0001 is accepted and cannot become cancelled"
    ) as illegal:
        cancel_order(order=order, by=teacher)
    assert illegal.value.code == "illegal-move"


def test_an_outsider_cannot_cancel(order: Order, outsider: User) -> None:
    with pytest.raises(Refused, match="Only a member"):
        cancel_order(order=order, by=outsider)


@pytest.mark.parametrize("now", list(Order.Status))
@pytest.mark.parametrize("to", list(Order.Status))
def test_move_follows_the_map(order: Order, now: Order.Status, to: Order.Status) -> None:
    order.status = now
    if to in LEGAL_MOVES[now]:
        move(order, to)
        assert Order.objects.get().status == to
    else:
        with pytest.raises(IllegalMove):
            move(order, to)


def test_the_database_refuses_a_purchase_order_without_number(order: Order) -> None:
    with pytest.raises(IntegrityError, match="order_has_purchase_order_number"), transaction.atomic():
        Order.objects.update(purchase_order_number="")


def test_the_database_refuses_the_same_line_twice(order: Order) -> None:
    line = order.lines.get()
    with pytest.raises(IntegrityError, match="line_ordered_once"), transaction.atomic():
        OrderLine.objects.create(
            order=order,
            film=line.film,
            licence_type=line.licence_type,
            description="",
            grants={},
            amount=line.amount,
        )


def test_after_a_holdback_a_licence_is_ordered_today_for_then(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    DistributionRight.objects.update(starts_on=date(2027, 6, 1))
    with pytest.raises(Refused, match="can begin on 1 June 2027 or later") as refused:
        place(school, teacher, [(film, site)], starts_on=date(2027, 5, 31))
    assert codes_of(refused.value) == ["right-begins"]
    order = place(school, teacher, [(film, site)], starts_on=date(2027, 6, 1))
    assert order.starts_on == date(2027, 6, 1)


def test_a_licence_that_would_outlive_our_right_is_refused_and_shorter_ones_are_named(
    school: Institution, teacher: User, film: Film, site: LicenceType, screening: LicenceType
) -> None:
    DistributionRight.objects.update(ends_on=date(2029, 1, 1))
    year = LicenceType.objects.create(
        code="year", name="Site, one year", summary="In class.", uses=[*site.uses, "lending"], term_months=12
    )
    add_price(film, year, Tier.K12, 80)
    with pytest.raises(Refused) as refused:
        place(school, teacher, [(film, site)])
    assert refused.value.messages == [
        (
            "Our right to license “West of the Tracks” ends on 1 January 2029; “Site, three years” would last until 28 "
            "February 2030."
        ),
        "What would end in time: Site, one year.",
    ]
    assert place(school, teacher, [(film, year)]).total == Money(80, "USD")
