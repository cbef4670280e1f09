from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from moneyed import Money

from licensing.terms.pricing import Asked, Listed, Right, quote
from wording.say import Title

ON = date(2027, 3, 1)
ASKED = Asked(
    film=1, film_title=Title("Rust"), licence_type=2, type_name=Title("Site"), tier="k-12", tier_name="K-12", on=ON,
    currency="USD", country="US",
)  # fmt: skip
LISTED = Listed(film=1, licence_type=2, tier="k-12", amount=Money(90, "USD"), starts_on=date(2027, 1, 1))
AMERICA = Right(countries=frozenset({"US", "CA"}))


def codes(
    *, asked: Asked = ASKED, listed: Listed = LISTED, rights: tuple[Right, ...] = (AMERICA,)
) -> list[str]:
    return [reason.code for reason in quote(asked, [listed], rights).reasons]


def test_quote_gives_the_listed_price() -> None:
    answer = quote(ASKED, [replace(LISTED, tier="individual"), LISTED], [AMERICA])
    assert (answer.amount, answer.reasons) == (Money(90, "USD"), ())


@pytest.mark.parametrize(
    "other",
    [
        replace(LISTED, film=9),
        replace(LISTED, licence_type=9),
        replace(LISTED, tier="individual"),
        replace(LISTED, amount=Money(90, "EUR")),
        replace(LISTED, amount=Money(90, "ZAR")),
        replace(LISTED, starts_on=date(2027, 3, 2)),
        replace(LISTED, ends_on=date(2027, 2, 28)),
    ],
)
def test_quote_refuses_what_has_no_price(other: Listed) -> None:
    assert codes(listed=other) == ["no-price"]


def test_quote_holds_on_the_first_and_the_last_day() -> None:
    assert codes(listed=replace(LISTED, starts_on=ON, ends_on=ON)) == []


def test_quote_refuses_another_territory_in_a_sentence() -> None:
    asked = replace(ASKED, country="NL")
    [reason] = quote(asked, [LISTED], [AMERICA]).reasons
    assert (reason.code, str(reason)) == ("territory", "We may not license “Rust” in the Netherlands.")


def test_quote_accepts_the_whole_world_and_an_unknown_country() -> None:
    assert codes(asked=replace(ASKED, country="FR"), rights=(Right(),)) == []
    assert codes(asked=replace(ASKED, country="")) == []


@pytest.mark.parametrize("right", [Right(ends_on=date(2027, 2, 28)), Right(starts_on=date(2027, 3, 2))])
def test_quote_refuses_without_a_right_on_that_day(right: Right) -> None:
    assert codes(rights=(right,)) == ["no-right"]
    assert codes(rights=()) == ["no-right"]


def test_quote_gives_every_reason() -> None:
    assert codes(asked=replace(ASKED, country="FR", tier="individual")) == ["territory", "no-price"]


def test_right_holds_on_its_first_and_its_last_day() -> None:
    assert codes(rights=(Right(starts_on=ON, ends_on=ON),)) == []
    assert codes(rights=(Right(starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31)),)) == []


def test_quote_needs_one_right_that_reaches_the_country() -> None:
    france = Right(countries=frozenset({"FR"}))
    assert codes(rights=(france, AMERICA)) == []
    assert codes(rights=(france,)) == ["territory"]


@pytest.mark.parametrize("is_sample", [True, False])
def test_quote_says_whether_the_price_is_a_sample(*, is_sample: bool) -> None:
    assert quote(ASKED, [replace(LISTED, is_sample=is_sample)], [AMERICA]).is_sample is is_sample


def test_price_is_real_unless_it_is_marked_as_a_sample() -> None:
    assert (LISTED.is_sample, quote(ASKED, [], [AMERICA]).is_sample) == (False, False)


def test_quote_names_film_type_tier_and_country() -> None:
    asked = replace(ASKED, country="FR")
    assert [str(reason) for reason in quote(asked, [], [AMERICA]).reasons] == [
        "We may not license “Rust” in France.",
        "“Site” has no price for “Rust” in the tier “K-12”.",
    ]
    assert [str(reason) for reason in quote(ASKED, [LISTED], []).reasons] == [
        "We do not currently hold the right to license “Rust”."
    ]
