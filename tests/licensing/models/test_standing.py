"""Whether a licence is in force, and a price is on sale: what Python says and what the database finds, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.licences.life import life_of
from licensing.models import Institution, Licence, LicenceType, Price
from licensing.terms.spans import Dated, Standing, holds, meets
from tests.licensing.conftest import licence_of

FIRST, LAST = date(2027, 3, 1), date(2028, 2, 29)
DAY = timedelta(days=1)
EDGES = (FIRST - DAY, FIRST, FIRST + DAY, LAST - DAY, LAST, LAST + DAY)
YET, NOW, OVER, OFF = Standing.NOT_YET, Standing.IN_FORCE, Standing.ENDED, Standing.REVOKED
HELD_UP, REPLACED = Standing.SUSPENDED, Standing.SUPERSEDED

SPANS = [
    pytest.param(LAST, "active", (YET, NOW, NOW, NOW, NOW, OVER), id="a term"),
    pytest.param(None, "active", (YET, NOW, NOW, NOW, NOW, NOW), id="perpetual"),
    pytest.param(FIRST, "active", (YET, NOW, OVER, OVER, OVER, OVER), id="one day"),
    pytest.param(LAST, "revoked", (OFF,) * 6, id="revoked"),
    pytest.param(None, "revoked", (OFF,) * 6, id="perpetual and revoked"),
    pytest.param(LAST, "superseded", (REPLACED,) * 6, id="superseded"),
    pytest.param(LAST, "suspended", (*(HELD_UP,) * 5, OVER), id="suspended"),
    pytest.param(None, "suspended", (HELD_UP,) * 6, id="perpetual and suspended"),
]


@pytest.mark.parametrize(("ends_on", "status", "expected"), SPANS)
def test_a_licence_stands_the_same_in_python_and_in_the_database(
    licence: Licence, school: Institution, teacher: User, film: Film, site: LicenceType,
    ends_on: date | None, status: str, expected: tuple[Standing, ...],
) -> None:  # fmt: skip
    licence.starts_on, licence.ends_on = FIRST, ends_on
    if status != "active":
        licence.status, licence.status_since, licence.status_because = status, timezone.now(), "a mistake"
    if status == "suspended":
        licence.suspensions = {"office": "a mistake"}
    if status == "superseded":
        licence.superseded_by = licence_of(school, teacher, film, site)
        Licence.objects.exclude(pk=licence.pk).update(starts_on=date(2099, 1, 1), ends_on=None)
    licence.save()
    for day, standing in zip(EDGES, expected, strict=True):
        assert licence.standing(day) is standing
        assert [
            each for each in Standing if Licence.objects.filter(pk=licence.pk).standing_as(each, day)
        ] == [standing]
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
