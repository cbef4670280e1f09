"""Where, when and for what we may license a film."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from catalog.uses import RIGHT_WORDS, RightUse
from licensing.models import Tier
from licensing.terms.ours import CINEMA, NEEDS, HeldBack, Right, days_held, lacking, needed_for
from licensing.terms.rights import Use
from licensing.terms.stretches import Stretch

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
SCHOOLS = Right(uses=frozenset({RightUse.EDUCATION}), starts_on=FIRST, ends_on=LAST)
BACK = HeldBack(film=1, whole=None, uses=frozenset({RightUse.EDUCATION}), until=date(2027, 5, 31))


def test_every_use_of_a_licence_needs_a_use_of_our_rights() -> None:
    assert set(NEEDS) == set(Use)
    assert set(RIGHT_WORDS) == set(RightUse)
    assert Tier.CINEMA.value == CINEMA


@pytest.mark.parametrize(
    ("uses", "tier", "needed"),
    [
        ({Use.CLASSROOM, Use.PUBLIC_SCREENING}, "k-12", {RightUse.EDUCATION, RightUse.NON_THEATRICAL}),
        ({Use.PUBLIC_SCREENING}, "cinema", {RightUse.THEATRICAL}),
        ({Use.LENDING, Use.PRIVATE_VIEWING}, "public-library", {RightUse.EDUCATION}),
        ({Use.PRIVATE_VIEWING}, "individual", {RightUse.HOME_VIDEO}),
        ({Use.ONLINE_SCREENING}, "festival", {RightUse.STREAMING}),
    ],
)
def test_licence_needs_the_rights_of_its_uses(uses: set[Use], tier: str, needed: set[RightUse]) -> None:
    assert needed_for(uses, tier) == needed


def test_right_without_uses_is_for_all_and_one_with_uses_for_these() -> None:
    assert days_held([Right()], "US", set(RightUse)) == [Stretch(None, None)]
    assert days_held([SCHOOLS], "US", {RightUse.EDUCATION}) == [Stretch(FIRST, LAST)]
    assert days_held([SCHOOLS], "US", {RightUse.EDUCATION, RightUse.BROADCAST}) == []
    assert days_held([SCHOOLS], "US") == [Stretch(FIRST, LAST)]


def test_several_uses_are_held_on_the_days_of_all() -> None:
    cinemas = Right(uses=frozenset({RightUse.THEATRICAL}), starts_on=date(2027, 3, 1))
    both = {RightUse.EDUCATION, RightUse.THEATRICAL}
    assert days_held([SCHOOLS, cinemas], "US", both) == [Stretch(date(2027, 3, 1), LAST)]
    assert days_held([SCHOOLS, replace(cinemas, starts_on=date(2028, 1, 1))], "US", both) == []


@pytest.mark.parametrize(
    ("until", "days"),
    [
        (date(2026, 12, 31), [Stretch(FIRST, LAST)]),
        (date(2027, 5, 31), [Stretch(date(2027, 6, 1), LAST)]),
        (date(2027, 12, 30), [Stretch(LAST, LAST)]),
        (date(2027, 12, 31), []),
        (date.max, []),
    ],
)
def test_holdback_ends_with_its_last_day(until: date, days: list[Stretch]) -> None:
    right = replace(SCHOOLS, held_back=(replace(BACK, until=until),))
    assert days_held([right], "US", {RightUse.EDUCATION}) == days


def test_holdback_is_of_its_countries_and_uses() -> None:
    right = Right(held_back=(replace(BACK, countries=frozenset({"FR"})),))
    assert days_held([right], "US", {RightUse.EDUCATION}) == [Stretch(None, None)]
    assert days_held([right], "FR", {RightUse.BROADCAST}) == [Stretch(None, None)]
    assert days_held([right], "FR", {RightUse.EDUCATION}) == [Stretch(date(2027, 6, 1), None)]
    assert lacking([right], "FR", set(RightUse), date(2027, 5, 31)) == (RightUse.EDUCATION,)


def test_holdback_concerns_the_film_its_parts_and_its_whole() -> None:
    of_part = replace(BACK, film=2, whole=1)
    assert [of_part.concerns(film, whole) for film, whole in ((1, None), (2, 1), (3, 1))] == [
        True,
        True,
        False,
    ]
    assert [BACK.concerns(film, whole) for film, whole in ((1, None), (2, 1), (4, None))] == [
        True,
        True,
        False,
    ]
