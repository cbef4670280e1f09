"""Whether a licence is in force, and a price is on sale: what Python says and what the database finds, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from licensing.licences.life import life_of
from licensing.models import Licence, LicenceType, Price
from licensing.terms.spans import Dated, Standing, holds, meets

FIRST, LAST = date(2027, 3, 1), date(2028, 2, 29)
DAY = timedelta(days=1)
EDGES = (FIRST - DAY, FIRST, FIRST + DAY, LAST - DAY, LAST, LAST + DAY)
YET, NOW, OVER, OFF = Standing.NOT_YET, Standing.IN_FORCE, Standing.ENDED, Standing.REVOKED

SPANS = [
    pytest.param(LAST, False, (YET, NOW, NOW, NOW, NOW, OVER), id="a term"),
    pytest.param(None, False, (YET, NOW, NOW, NOW, NOW, NOW), id="perpetual"),
    pytest.param(FIRST, False, (YET, NOW, OVER, OVER, OVER, OVER), id="one day"),
    pytest.param(LAST, True, (OFF,) * 6, id="revoked"),
    pytest.param(None, True, (OFF,) * 6, id="perpetual and revoked"),
]


@pytest.mark.parametrize(("ends_on", "is_revoked", "expected"), SPANS)
def test_a_licence_stands_the_same_in_python_and_in_the_database(
    licence: Licence, ends_on: date | None, *, is_revoked: bool, expected: tuple[Standing, ...]
) -> None:
    licence.starts_on, licence.ends_on = FIRST, ends_on
    if is_revoked:
        licence.status, licence.revoked_at, licence.revoked_because = "revoked", timezone.now(), "a mistake"
    licence.save()
    for day, standing in zip(EDGES, expected, strict=True):
        assert licence.standing(day) is standing
        assert [each for each in Standing if Licence.objects.standing_as(each, day)] == [standing]
        assert Licence.objects.current(day).exists() is (standing is NOW)
        assert Licence.objects.expiring(day, 0).exists() is (standing is NOW and day == ends_on)
        phase = life_of(licence, day).phase.value
        assert phase == standing.value or (standing is NOW and phase == "ending")


@pytest.mark.parametrize("ends_on", [LAST, None, FIRST])
def test_a_price_is_on_sale_on_the_days_that_it_holds(site: LicenceType, ends_on: date | None) -> None:
    price = Price.objects.filter(licence_type=site)[0]
    price.starts_on, price.ends_on = FIRST, ends_on
    price.save()
    for day in EDGES:
        assert Price.objects.on_sale(day).filter(pk=price.pk).exists() is holds(price, day)


class Whenever:
    starts_on: date | None = None
    ends_on: date | None = None


def test_what_has_no_bounds_always_holds() -> None:
    always: Dated = Whenever()
    assert (holds(always, date.min), holds(always, date.max)) == (True, True)


def test_days_meet_a_span_up_to_its_first_and_from_its_last(licence: Licence) -> None:
    licence.starts_on, licence.ends_on = FIRST, LAST
    assert [meets(licence, FIRST - 9 * DAY, day) for day in (FIRST - DAY, FIRST)] == [False, True]
    assert [meets(licence, day, LAST + 9 * DAY) for day in (LAST, LAST + DAY)] == [True, False]
