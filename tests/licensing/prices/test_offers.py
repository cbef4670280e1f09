"""Bands, fee forms, currencies and discounts, from the rows to what an order charges."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext
from moneyed import Money

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.models import Institution, LicenceType, Price, PriceRule, Tier
from licensing.prices.offers import Buyer, mark_of, open_price_book, quote_lines
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from licensing.terms.charging.fees import Fee, Report, due_after_report
from tests.licensing.conftest import TODAY, add_price, order_of
from tests.licensing.test_queries import Queries
from wording.refusals import Refused

K12 = Tier.K12


def price(film: Film, kind: LicenceType, amount: int, currency: str = "USD", **fields: object) -> Price:
    values = {"starts_on": TODAY, "tier": K12} | fields
    return Price.objects.create(film=film, licence_type=kind, amount=Money(amount, currency), **values)


@pytest.mark.parametrize(
    ("enrolment", "amount"), [(1, 100), (500, 100), (501, 150), (1000, 150), (1001, 195), (None, 195)]
)
def test_the_narrowest_band_that_fits_decides(
    film: Film, site: LicenceType, enrolment: int | None, amount: int
) -> None:
    price(film, site, 100, enrolment_most=500)
    price(film, site, 150, enrolment_most=1000)
    [line] = quote_lines([(film, site)], buyer=Buyer(K12, "US", enrolment), on=TODAY)
    assert line.quote.amount == Money(amount, "USD")


def test_bands_alone_ask_for_the_enrolment_and_refuse_more(film: Film, site: LicenceType) -> None:
    Price.objects.filter(film=film, tier=K12).update(enrolment_most=500)
    book = open_price_book([film], on=TODAY)
    unknown, above = (book.quote(film, site, Buyer(K12, "US", each)) for each in (None, 501))
    assert [reason.code for reason in unknown.reasons] == ["no-enrolment"]
    assert str(above.reasons[0]) == (
        "“Site, three years” is offered for up to 500 enrolled, and your institution has 501. Please write to the office."
    )
    assert book.quote(film, site, Buyer(K12)).amount == Money(195, "USD")


def test_two_prices_of_one_band_do_not_overlap(film: Film, site: LicenceType) -> None:
    price(film, site, 100, enrolment_most=500)
    with pytest.raises(IntegrityError, match="price_ranges_apart"):
        price(film, site, 101, enrolment_most=500, starts_on=TODAY + timedelta(1))


def test_an_order_keeps_its_fee_discount_and_rush_fee_with_reasons(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, screening: LicenceType
) -> None:
    rails, rust = film.parts.get(slug="rails"), film.parts.get(slug="rust")
    series = PriceRule.objects.create(kind="series", name="Two parts", percent=10)
    series.films.set([rails, rust])
    PriceRule.objects.create(kind="rush", name="Late", days=14, amount=Money(50, "USD"))
    Price.objects.filter(licence_type=screening).update(fee_form="percentage", percent=35)
    order = order_of(school, teacher, [(rails, site), (rust, site), (film, screening)])
    discounted, _other, shown = order.lines.order_by("pk")
    assert [each["amount"] for each in discounted.charges] == ["90.00", "-9.00"]
    assert discounted.charges[1]["words"] == "Two parts: 10 per cent off"
    assert [line.amount.amount for line in order.lines.order_by("pk")] == [81, 81, 425]
    assert order.total == Money(587, "USD")
    assert due_after_report(Fee.from_json(shown.fee), Report(box_office=Money(2000, "USD"))) == Money(
        325, "USD"
    )
    words = issue_invoice(order=order, by=office).snapshot["lines"][2]["words"]
    assert [text.replace("\xa0", " ") for text in words[-3:]] == [
        "35 per cent of the box office, at least $375.00.",
        "Rush fee: it begins in 0 days: $50.00.",
        "The minimum guarantee of $375.00 is charged now. After the report we invoice what 35 per cent of the box office exceeds it.",
    ]


def test_the_mark_of_prices_does_not_depend_on_the_day_that_is_chosen_later(
    film: Film, screening: LicenceType
) -> None:
    PriceRule.objects.create(kind="rush", name="Late", days=14, amount=Money(50, "USD"))
    lines, buyer = [(film, screening)], Buyer(K12, "US")
    seen, late = (quote_lines(lines, buyer=buyer, on=TODAY, starts_on=day) for day in (None, TODAY))
    assert mark_of(seen) == mark_of(late)
    assert late[0].quote.amount == Money(425, "USD")


def test_a_buyer_pays_in_the_currency_of_the_country_where_everything_has_a_price_in_it(
    film: Film, rails: Film, site: LicenceType
) -> None:
    price(film, site, 250, "CAD")
    canadian = Buyer(K12, "CA", currency="CAD")
    [alone] = quote_lines([(film, site)], buyer=canadian, on=TODAY)
    together = quote_lines([(film, site), (rails, site)], buyer=canadian, on=TODAY)
    assert alone.quote.amount == Money(250, "CAD")
    assert [line.quote.amount for line in together] == [Money(195, "USD"), Money(90, "USD")]


def test_one_order_never_mixes_currencies(
    school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType
) -> None:
    Price.objects.filter(film=film).update(amount_currency="CAD")
    school.country, school.currency = "CA", ""
    school.save()
    with pytest.raises(Refused) as refused:
        order_of(school, teacher, [(film, site), (rails, site)])
    assert refused.value.code == "mixed-currencies"
    assert refused.value.messages == [
        "“West of the Tracks: Rails” is sold in USD, other lines in CAD. One order has one currency: order them separately."
    ]


def test_discounts_in_yen_have_no_fractions(
    school: Institution, teacher: User, film: Film, site: LicenceType, settings: object
) -> None:
    settings.DEFAULT_CURRENCY = "JPY"  # type: ignore[attr-defined]  # pytest-django's
    Price.objects.update(amount_currency="JPY", amount=Decimal(995))
    series = PriceRule.objects.create(kind="series", name="S", percent=Decimal("12.5"))
    series.films.set([film])
    order = place_order(
        institution=school, lines=[(film, site)], method="purchase-order", purchase_order_number="1", by=teacher, starts_on=TODAY
    )  # fmt: skip
    assert order.total == Money(871, "JPY")


def test_fifty_films_cost_three_queries(
    film: Film, site: LicenceType, django_assert_num_queries: Queries
) -> None:
    films = [Film.objects.create(slug=f"f{n}", title=f"F{n}", year=2000, runtime=90) for n in range(50)]
    for each in films:
        add_price(each, site, K12, 10)
        DistributionRight.objects.create(film=each, territory="World", countries=[])
    with django_assert_num_queries(3):
        book = open_price_book(films, on=TODAY)
        assert [book.amount(each, kind, K12) for each in films for kind in book.types_of(each)] == [
            Money(10, "USD")
        ] * 50
    with CaptureQueriesContext(connection) as captured:
        quote_lines([(each, site) for each in films], buyer=Buyer(K12, "US"), on=TODAY)
    assert len(captured) == 3


def test_a_price_for_an_institution_is_asked_of_all_that_decides_it() -> None:
    """Whoever builds a buyer of a tier and a country leaves out the currency and the enrolment."""
    root = Path(__file__).parents[3]
    modules = [each for app in ("licensing", "screenings") for each in (root / app).rglob("*.py")]
    past = [each for each in modules if re.search(r"\bBuyer\(Tier\([\w.]+\.tier\)", each.read_text())]
    assert [str(each.relative_to(root)) for each in past] == []
