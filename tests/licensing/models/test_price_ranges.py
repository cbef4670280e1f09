"""A price holds on its first and on its last day: at the database, in the form, on the page and in the order."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, LicenceType, Price, Tier
from licensing.prices.offers import Buyer, open_price_book
from licensing.sales.ordering.orders import place_order
from tests.licensing.conftest import add_price

FIRST, LAST, NEXT = date(2027, 3, 2), date(2027, 3, 31), date(2027, 4, 1)
BUYER = Buyer(Tier.K12, "US")


@pytest.fixture
def march(film: Film, site: LicenceType) -> Price:
    """195 dollars in March; nothing before and after."""
    price = Price.objects.get(film=film, licence_type=site, tier=Tier.K12)
    price.starts_on, price.ends_on = FIRST, LAST
    price.save()
    return price


def another(price: Price, starts_on: date, ends_on: date | None) -> Price:
    return Price(
        film=price.film, licence_type=price.licence_type, tier=price.tier, amount=Money(210, "USD"),
        starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [(LAST, None), (LAST, LAST), (date(2027, 1, 1), FIRST), (FIRST, FIRST), (FIRST, LAST)],
)
def test_two_prices_may_not_share_a_first_or_last_day(
    march: Price, starts_on: date, ends_on: date | None
) -> None:
    with pytest.raises(IntegrityError, match="price_ranges_apart"), transaction.atomic():
        another(march, starts_on, ends_on).save()
    with pytest.raises(ValidationError, match="covers some of these days"):
        another(march, starts_on, ends_on).full_clean()


def test_two_prices_of_one_same_day_are_kept_apart(march: Price) -> None:
    """A range of one day is empty where its end is left out, and an empty range overlaps nothing."""
    Price.objects.filter(pk=march.pk).update(ends_on=FIRST)
    with pytest.raises(IntegrityError, match="price_ranges_apart"), transaction.atomic():
        another(march, FIRST, FIRST).save()


@pytest.mark.parametrize(("starts_on", "ends_on"), [(NEXT, None), (date(2027, 1, 1), date(2027, 3, 1))])
def test_prices_that_touch_do_not_overlap(march: Price, starts_on: date, ends_on: date | None) -> None:
    beside = another(march, starts_on, ends_on)
    beside.full_clean()
    beside.save()
    assert Price.objects.filter(film=march.film, tier=march.tier).count() == 2


@pytest.mark.parametrize(
    ("on", "amount"),
    [(date(2027, 3, 1), None), (FIRST, 195), (LAST, 195), (NEXT, 210), (date(2028, 1, 1), 210)],
)
def test_each_day_has_the_price_of_that_day(
    march: Price, film: Film, site: LicenceType, on: date, amount: int | None
) -> None:
    another(march, NEXT, None).save()
    answer = open_price_book([film], on=on).quote(film, site, BUYER)
    assert answer.amount == (None if amount is None else Money(amount, "USD"))
    assert open_price_book([film], on=on).amount(film, site, Tier.K12) == answer.amount


@pytest.mark.parametrize(("today", "amount"), [(FIRST, 195), (LAST, 195), (NEXT, 210)])
def test_the_last_day_of_a_price_sells(
    march: Price,
    school: Institution,
    teacher: User,
    film: Film,
    site: LicenceType,
    monkeypatch: pytest.MonkeyPatch,
    today: date,
    amount: int,
) -> None:
    another(march, NEXT, None).save()
    late = datetime.combine(today, time(23, 59), ZoneInfo(settings.TIME_ZONE))
    monkeypatch.setattr(timezone, "now", lambda: late)
    order = place_order(
        institution=school, lines=[(film, site)], method="purchase-order", purchase_order_number="PO-7", by=teacher,
        starts_on=today,
    )  # fmt: skip
    assert order.total == Money(amount, "USD")


def test_a_price_of_another_tier_may_cover_the_same_days(march: Price, film: Film, site: LicenceType) -> None:
    assert add_price(film, site, Tier.NON_PROFIT, 125, starts_on=FIRST, ends_on=LAST).pk
