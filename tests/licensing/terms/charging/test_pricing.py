from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from moneyed import Money

from catalog.uses import RightUse
from licensing.terms.charging.pricing import Asked, Listed, quote
from licensing.terms.ours import HeldBack, Right
from licensing.terms.rights import Grants, Use
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


def test_quote_refuses_without_a_right_on_that_day() -> None:
    assert codes(rights=(Right(ends_on=date(2027, 2, 28)),)) == ["no-right"]
    assert codes(rights=()) == ["no-right"]


HOLDBACK = Right(starts_on=date(2027, 6, 1), ends_on=date(2030, 5, 31))
CLASS = Grants(uses=frozenset({Use.CLASSROOM}), term_months=36)


def test_what_is_held_back_can_be_ordered_today_for_then() -> None:
    asked = replace(ASKED, grants=CLASS)
    answer = quote(asked, [LISTED], [HOLDBACK])
    assert (answer.amount, answer.begins_from) == (Money(90, "USD"), date(2027, 6, 1))
    chosen = quote(replace(asked, starts_on=date(2027, 6, 1)), [LISTED], [HOLDBACK])
    assert (chosen.amount, chosen.begins_from) == (Money(90, "USD"), None)


def test_a_licence_cannot_begin_before_our_right() -> None:
    [reason] = quote(replace(ASKED, starts_on=date(2027, 5, 31)), [LISTED], [HOLDBACK]).reasons
    assert (reason.code, str(reason)) == (
        "right-begins",
        "Licences for “Rust” can begin on 1 June 2027 or later, when our right begins.",
    )


def test_a_right_that_begins_too_late_to_be_ordered_says_when() -> None:
    assert codes(asked=replace(ASKED, latest_start=date(2027, 5, 31)), rights=(HOLDBACK,)) == ["right-begins"]
    assert codes(asked=replace(ASKED, latest_start=date(2027, 6, 1)), rights=(HOLDBACK,)) == []


def test_a_licence_cannot_end_after_our_right_counted_on_its_own_days() -> None:
    late = replace(ASKED, grants=CLASS, starts_on=date(2027, 6, 2))
    [reason] = quote(late, [LISTED], [HOLDBACK]).reasons
    assert (reason.code, str(reason)) == (
        "right-ends",
        "Our right to license “Rust” ends on 31 May 2030; “Site” would last until 1 June 2030.",
    )
    assert codes(asked=replace(late, starts_on=date(2027, 6, 1)), rights=(HOLDBACK,)) == []


@pytest.mark.parametrize(
    "grants", [replace(CLASS, term_months=None), replace(CLASS, term_months=None, perpetual=True)]
)
def test_a_licence_without_end_needs_a_right_without_end(grants: Grants) -> None:
    asked = replace(ASKED, grants=grants)
    [reason] = quote(asked, [LISTED], [Right(ends_on=date(2099, 1, 1))]).reasons
    assert str(reason) == (
        "Our right to license “Rust” ends on 1 January 2099, so we cannot grant “Site”, which has no end."
    )
    assert codes(asked=asked, rights=(Right(),)) == []


def test_rights_that_follow_one_another_count_as_one() -> None:
    first, second = Right(ends_on=date(2028, 1, 31)), Right(starts_on=date(2028, 2, 1))
    assert codes(asked=replace(ASKED, grants=CLASS), rights=(second, first)) == []
    gap = replace(second, starts_on=date(2028, 2, 2))
    assert codes(asked=replace(ASKED, grants=CLASS), rights=(first, gap)) == ["right-ends"]


def test_a_right_elsewhere_does_not_lengthen_ours() -> None:
    short = replace(AMERICA, ends_on=date(2028, 1, 31))
    france = Right(countries=frozenset({"FR"}))
    assert codes(asked=replace(ASKED, grants=CLASS), rights=(short, france)) == ["right-ends"]


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


SMALL, MIDDLE, ANY = (
    replace(LISTED, amount=Money(dollars, "USD"), enrolment_most=most)
    for dollars, most in ((50, 500), (70, 2000), (90, None))
)


@pytest.mark.parametrize(
    ("enrolment", "dollars"), [(500, 50), (501, 70), (2000, 70), (2001, 90), (None, 90), (1, 50)]
)
def test_quote_gives_the_price_of_the_narrowest_band_that_fits(enrolment: int | None, dollars: int) -> None:
    answer = quote(replace(ASKED, enrolment=enrolment), [ANY, MIDDLE, SMALL], [AMERICA])
    assert answer.amount == Money(dollars, "USD")


def test_the_widest_band_stands_for_an_enrolment_only_while_nobody_knows_who_buys() -> None:
    assert quote(replace(ASKED, country=""), [MIDDLE, SMALL], [AMERICA]).amount == Money(70, "USD")
    assert [each.code for each in quote(ASKED, [MIDDLE, SMALL], [AMERICA]).reasons] == ["no-enrolment"]


def test_a_type_for_so_many_enrolled_is_for_exactly_as_many_too() -> None:
    limited = replace(ASKED, grants=replace(CLASS, enrolment_most=500))
    assert codes(asked=replace(limited, enrolment=500)) == []
    assert codes(asked=replace(limited, enrolment=501)) == ["enrolment-above"]
    assert codes(asked=limited) == ["no-enrolment"]
    assert codes(asked=replace(limited, country="")) == []


@pytest.mark.parametrize(
    ("last", "dollars"),
    [(date(2030, 2, 28), "90.00"), (date(2027, 3, 1), "0.08"), (date(2028, 8, 29), "45.00")],
)
def test_a_licence_that_ends_early_costs_its_days_of_a_full_term(last: date, dollars: str) -> None:
    """CLASS is for three years: 1096 days from 1 March 2027, of which the third year is a leap year."""
    answer = quote(replace(ASKED, grants=CLASS, starts_on=ON, ends_on=last), [LISTED], [AMERICA])
    assert str(answer.amount and answer.amount.amount) == dollars


def test_a_licence_that_ends_early_may_end_with_our_right() -> None:
    short = Right(countries=frozenset({"US"}), ends_on=date(2028, 3, 1))
    early = replace(ASKED, grants=CLASS, starts_on=ON, ends_on=date(2028, 3, 1))
    assert codes(asked=early, rights=(short,)) == []
    assert codes(asked=replace(early, ends_on=date(2028, 3, 2)), rights=(short,)) == ["right-ends"]


def test_a_quote_keeps_the_deposit_the_showings_and_a_first_day_that_is_not_today() -> None:
    deposit = replace(LISTED, deposit=Money(20, "USD"))
    answer = quote(replace(ASKED, grants=replace(CLASS, screenings=4)), [deposit], [AMERICA])
    assert answer.fee is not None
    assert (answer.amount, answer.fee.showings, answer.begins_from) == (Money(20, "USD"), 4, None)


SITE = replace(ASKED, grants=Grants(uses=frozenset({Use.CLASSROOM}), term_months=12))
BACK = HeldBack(film=1, whole=None, uses=frozenset({RightUse.EDUCATION}), until=date(2027, 8, 31))


def test_quote_refuses_a_use_that_we_do_not_hold_in_a_sentence() -> None:
    right = replace(AMERICA, uses=frozenset({RightUse.THEATRICAL, RightUse.BROADCAST}))
    [reason] = quote(SITE, [LISTED], [right]).reasons
    assert (reason.code, str(reason)) == (
        "use-not-held",
        "“Site” is not offered for “Rust”, because we may not license: education and libraries.",
    )
    assert codes(asked=SITE, rights=(replace(right, uses=frozenset({RightUse.EDUCATION})),)) == []


def test_quote_says_from_which_day_a_use_is_no_longer_held_back() -> None:
    right = replace(AMERICA, held_back=(BACK,))
    [reason] = quote(replace(SITE, starts_on=date(2027, 8, 31)), [LISTED], [right]).reasons
    assert (reason.code, str(reason)) == (
        "held-back",
        "“Site” for “Rust” can begin on 1 September 2027 or later. Until then we may not license: education and libraries.",
    )
    assert codes(asked=replace(SITE, starts_on=date(2027, 9, 1)), rights=(right,)) == []
    later = quote(replace(SITE, latest_start=date(2028, 3, 1)), [LISTED], [right])
    assert (later.reasons, later.begins_from) == ((), date(2027, 9, 1))
