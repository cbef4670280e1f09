"""Coverage by one licence and by several together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensing.terms.rights import (
    Admission,
    Grants,
    Held,
    Intended,
    Piece,
    Use,
    cheapest,
    covers,
    find_coverage,
    window,
)
from tests.licensing.terms.rights.asking import GRANTS, HELD, INTENDED
from wording.say import Title


def test_covers_up_to_every_bound() -> None:
    assert covers(HELD, INTENDED) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"use": Use.CLASSROOM}, "use"),
        ({"works": frozenset({1, 4})}, "work"),
        ({"country": "CA"}, "territory"),
        ({"first_day": date(2026, 12, 31)}, "not-yet"),
        ({"last_day": date(2028, 1, 1)}, "ended"),
        ({"audience": 101}, "audience"),
        ({"admission": Admission.CHARGED}, "admission"),
        ({"screenings": 3}, "screenings"),
    ],
)
def test_covers_names_the_bound_that_is_passed(change: dict[str, Any], code: str) -> None:
    assert [reason.code for reason in covers(HELD, replace(INTENDED, **change))] == [code]


def test_covers_refuses_advertising_and_revoked_licences() -> None:
    quiet = replace(HELD, grants=replace(GRANTS, public_advertising=False), is_active=False)
    assert [reason.code for reason in covers(quiet, INTENDED)] == ["revoked", "advertising"]


def test_covers_counts_the_screenings_used() -> None:
    [reason] = covers(replace(HELD, screenings_used=1), INTENDED)
    assert str(reason) == "It allows 2 screenings; 1 used so far."


def test_covers_knows_no_bound_where_none_is_set() -> None:
    endless = replace(
        HELD, grants=replace(GRANTS, audience_cap=None, screenings=None), ends_on=None, countries=frozenset()
    )
    many = replace(INTENDED, audience=9000, screenings=99, last_day=date(2099, 1, 1), country="FR")
    assert covers(endless, many) == ()


def test_covers_names_country_and_day_as_a_reader_writes_them() -> None:
    late = replace(HELD, starts_on=date(2027, 4, 1), ends_on=date(2027, 12, 1))
    reasons = covers(late, replace(INTENDED, country="NL"))
    assert [str(reason) for reason in reasons] == [
        "It is not valid in the Netherlands.",
        "It does not begin until 1 April 2027.",
        "It ends on 1 December 2027.",
    ]


def test_find_coverage_prefers_the_licence_that_comes_nearest() -> None:
    far = replace(HELD, number="LIC-2", works=frozenset(), is_active=False)
    assert find_coverage([far, HELD], INTENDED).by == "LIC-1"
    near = replace(HELD, ends_on=date(2027, 6, 1))
    answer = find_coverage([far, near], INTENDED)
    assert (answer.allowed, [reason.code for reason in answer.reasons]) == (False, ["ended"])


def test_find_coverage_says_when_nothing_is_held() -> None:
    assert [reason.code for reason in find_coverage([], INTENDED).reasons] == ["none-held"]


def test_window_is_that_of_the_licences_that_cover_some_of_the_days() -> None:
    asked = replace(INTENDED, first_day=date(2026, 12, 1), last_day=date(2027, 1, 1), screenings=1)
    later = replace(HELD, starts_on=date(2027, 1, 2), ends_on=date(2029, 1, 1))
    endless = replace(HELD, starts_on=date(2026, 6, 1), ends_on=None)
    assert window([HELD, later], asked) == (HELD.starts_on, HELD.ends_on)
    assert window([HELD, endless], asked) == (endless.starts_on, None)
    assert window([], asked) == (None, None)


@pytest.mark.parametrize(
    "change",
    [
        {"is_active": False},
        {"works": frozenset({2})},
        {"countries": frozenset({"CA"})},
        {"screenings_used": 2},
        {"grants": replace(GRANTS, uses=frozenset({Use.CLASSROOM}))},
        {"ends_on": date(2026, 12, 31), "starts_on": date(2026, 1, 1)},
        {"starts_on": date(2028, 1, 1), "ends_on": None},
    ],
)
def test_window_asks_of_a_licence_what_coverage_asks(change: dict[str, Any]) -> None:
    assert window([replace(HELD, **change)], replace(INTENDED, screenings=1)) == (None, None)


def part(number: int, **changes: Any) -> Held:
    return replace(HELD, number=f"P-{number}", works=frozenset({number}), **changes)


WHOLE = replace(INTENDED, works=frozenset({1, 2, 3}), screenings=1)


def test_licences_for_the_parts_cover_a_screening_of_them_together() -> None:
    answer = find_coverage([part(1), part(2), part(3)], WHOLE)
    assert (answer.allowed, answer.together) == (True, ("P-1", "P-2", "P-3"))


def test_a_whole_is_preferred_to_its_parts() -> None:
    answer = find_coverage([part(1), part(2), part(3), HELD], WHOLE)
    assert (answer.together, answer.by) == (("LIC-1",), "LIC-1")


def test_among_equals_the_licence_given_first_is_named() -> None:
    assert find_coverage([replace(HELD, number="A"), replace(HELD, number="B")], WHOLE).together == ("A",)


def test_each_part_is_asked_about_its_own_days() -> None:
    shown = tuple(
        Piece(work=work, first_day=date(2027, month, 1), last_day=date(2027, month, 1))
        for work, month in ((1, 3), (2, 4), (3, 5))
    )
    evenings = replace(WHOLE, first_day=date(2027, 3, 1), last_day=date(2027, 5, 1), shown=shown)
    early = part(1, ends_on=date(2027, 3, 1))
    assert find_coverage([early, part(2), part(3, starts_on=date(2027, 5, 1))], evenings).allowed
    assert not find_coverage([part(1, ends_on=date(2027, 2, 28)), part(2), part(3)], evenings).allowed


def test_a_renewal_continues_what_the_licence_before_it_covers() -> None:
    shown = tuple(
        Piece(work=2, first_day=day, last_day=day) for day in (date(2027, 12, 31), date(2028, 1, 1))
    )
    nights = replace(WHOLE, works=frozenset({2}), last_day=date(2028, 1, 1), shown=shown)
    renewed = replace(HELD, number="LIC-2", starts_on=date(2028, 1, 1), ends_on=None)
    assert find_coverage([HELD, renewed], nights).together == ("LIC-1", "LIC-2")


def test_the_refusal_speaks_of_what_nothing_covers() -> None:
    asked = replace(WHOLE, titles={3: Title("Rails")})
    answer = find_coverage([part(1), part(2)], asked)
    assert (answer.nearest, [str(reason) for reason in answer.reasons]) == (
        "P-1",
        ["It does not cover Rails."],
    )
    assert (answer.missing, answer.besides) == (frozenset({3}), ("P-1", "P-2"))


def test_the_refusal_names_the_nearest_licence() -> None:
    classes = replace(
        HELD, number="LIC-9", grants=replace(GRANTS, uses=frozenset({Use.CLASSROOM, Use.LENDING}))
    )
    answer = find_coverage([replace(classes, number="LIC-8", is_active=False), classes], WHOLE)
    assert [str(sentence) for sentence in answer.sentences()] == [
        "Licence LIC-9 comes closest, but does not cover it.",
        "It allows showing in class and lending a copy, not public screening.",
    ]


def test_cheapest_buys_only_the_part_that_is_missing() -> None:
    offers = [(HELD, 300), (part(3), 120), (part(2), 90)]
    assert cheapest([part(1), part(2)], offers, WHOLE) == (1,)
    assert cheapest([], offers, WHOLE) == (0,)
    assert cheapest([], [(HELD, 300), (part(1), 90), (part(2), 90), (part(3), 90)], WHOLE) == (1, 2, 3)
    assert cheapest([], offers[1:], WHOLE) is None


DAY = date(2027, 3, 1)
DAYS = [DAY + timedelta(days=days) for days in range(4)]


@st.composite
def held_licences(draw: st.DrawFn) -> list[Held]:
    count = draw(st.integers(0, 5))
    return [
        Held(
            number=str(place),
            grants=Grants(
                uses=draw(st.sampled_from([frozenset({Use.PUBLIC_SCREENING}), frozenset({Use.CLASSROOM})])),
                audience_cap=draw(st.sampled_from([None, 50, 100])),
                admission=draw(st.sampled_from(list(Admission))),
                screenings=draw(st.sampled_from([None, 1, 2])),
                public_advertising=draw(st.booleans()),
            ),
            works=draw(
                st.sampled_from([frozenset({1, 2, 3}), frozenset({1}), frozenset({2}), frozenset({3})])
            ),
            starts_on=draw(st.sampled_from(DAYS)),
            ends_on=draw(st.sampled_from([None, DAYS[3]])),
            screenings_used=draw(st.integers(0, 1)),
            is_active=draw(st.sampled_from([True, True, True, False])),
        )
        for place in range(count)
    ]


@st.composite
def intended_uses(draw: st.DrawFn) -> Intended:
    works = draw(st.sets(st.sampled_from([1, 2, 3]), min_size=1))
    shown = [
        Piece(work=work, first_day=day, last_day=day)
        for work in works
        for day in [draw(st.sampled_from(DAYS))]
    ]
    return Intended(
        use=Use.PUBLIC_SCREENING, works=frozenset(works), first_day=min(piece.first_day for piece in shown),
        last_day=max(piece.last_day for piece in shown), country="US", audience=draw(st.sampled_from([40, 80, 120])),
        admission=draw(st.sampled_from(list(Admission))), public_advertising=draw(st.booleans()),
        shown=tuple(shown),
    )  # fmt: skip


def subsets(licences: list[Held]) -> list[tuple[Held, ...]]:
    return list(chain.from_iterable(combinations(licences, size) for size in range(1, len(licences) + 1)))


def together_by_force(licences: tuple[Held, ...], intended: Intended) -> bool:
    """Whether each piece is covered by one of them, asked in the slowest way."""
    return all(
        any(not covers(held, intended.of([piece])) for held in licences) for piece in intended.pieces()
    )


@given(held_licences(), intended_uses())
def test_find_coverage_agrees_with_trying_every_set(licences: list[Held], intended: Intended) -> None:
    answer = find_coverage(licences, intended)
    sufficient = [each for each in subsets(licences) if together_by_force(each, intended)]
    assert answer.allowed is bool(sufficient)
    if answer.allowed:
        named = tuple(held for held in licences if held.number in answer.together)
        assert together_by_force(named, intended)
        assert len(named) == min(map(len, sufficient))
    else:
        assert answer.reasons


@given(held_licences(), held_licences(), intended_uses(), st.data())
def test_cheapest_agrees_with_trying_every_purchase(
    held: list[Held], offered: list[Held], intended: Intended, data: st.DataObject
) -> None:
    prices = [data.draw(st.integers(0, 9)) for _each in offered]
    answer = cheapest(held, list(zip(offered, prices, strict=True)), intended)
    places = range(len(offered))
    choices = chain.from_iterable(combinations(places, size) for size in range(len(offered) + 1))
    enough = [
        sum(prices[at] for at in choice)
        for choice in choices
        if together_by_force((*held, *(offered[at] for at in choice)), intended)
    ]
    assert (answer is None) is (not enough)
    if answer is not None:
        assert sum(prices[at] for at in answer) == min(enough)
        assert together_by_force((*held, *(offered[at] for at in answer)), intended)
