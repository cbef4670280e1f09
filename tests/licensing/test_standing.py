"""Rows that stand from one test to the next (tests/standing.py) are each time as they were first written."""

from __future__ import annotations

import pytest

from catalog.models import Film
from licensing.models import LicenceType, Membership, Order, Price
from tests.licensing.conftest import order_of


@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_test_finds_nothing_of_the_one_before(
    turn: str, film: Film, site: LicenceType, order: Order
) -> None:
    assert (order.number, order.lines.get().film) == ("ORD-2027-0001", film)
    assert (film.title, Film.objects.get(pk=film.pk).title) == ("West of the Tracks", "West of the Tracks")
    assert (Film.objects.count(), Price.objects.count(), Membership.objects.count()) == (4, 8, 1)
    film.title = turn
    film.save()
    Price.objects.filter(licence_type=site).first().delete()  # type: ignore[union-attr]  # there are some
    assert order_of(order.institution, order.placed_by, [(film, site)]).number == "ORD-2027-0002"
