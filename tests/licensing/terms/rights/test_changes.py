"""The smallest change that would allow a use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licensing.terms.rights import (
    Admission,
    Carrier,
    Grants,
    Held,
    Intended,
    Piece,
    SiteScope,
    Use,
    Watcher,
    find_coverage,
    smallest_change,
)
from tests.licensing.terms.rights.asking import GRANTS, HELD, INTENDED

ONCE = replace(INTENDED, screenings=1, first_day=date(2027, 5, 1), last_day=date(2027, 5, 3))


def steps(held: Held | list[Held], intended: Intended, **options: Any) -> list[str] | None:
    change = smallest_change(held if isinstance(held, list) else [held], intended, **options)
    return None if change is None else [str(step) for step in change.steps]


@pytest.mark.parametrize(
    ("held", "intended", "wanted"),
    [
        (HELD, replace(ONCE, audience=300), ["Let in at most 100 people."]),
        (HELD, replace(ONCE, admission=Admission.CHARGED), ["Ask for no more than admission that covers costs."]),
        (replace(HELD, grants=replace(GRANTS, admission=Admission.NONE)), ONCE, ["Let people in free of charge."]),
        (replace(HELD, screenings_used=1), replace(ONCE, screenings=3), ["Hold 1 screening."]),
        (HELD, replace(ONCE, screenings=3), ["Hold 2 screenings."]),
        (replace(HELD, starts_on=date(2027, 6, 1)), ONCE, ["Show it on 1 June 2027 or later."]),
        (replace(HELD, ends_on=date(2027, 4, 30)), ONCE, ["Show it on 30 April 2027 at the latest."]),
        (
            replace(HELD, ends_on=date(2027, 4, 30), grants=replace(GRANTS, uses=frozenset({Use.CAMPUS_STREAMING}))),
            replace(ONCE, use=Use.CAMPUS_STREAMING), ["Stream it until 30 April 2027 and no longer."],
        ),
        (replace(HELD, starts_on=date(2027, 5, 2), ends_on=date(2027, 5, 2)), ONCE,
         ["Show it between 2 May 2027 and 2 May 2027."]),
        (replace(HELD, grants=replace(GRANTS, public_advertising=False)), ONCE, ["Do not advertise it to the public."]),
        (HELD, replace(ONCE, outdoors=True), ["Show it indoors."]),
        (replace(HELD, grants=replace(GRANTS, members_only=True)), ONCE, ["Show it only to members."]),
        (replace(HELD, sites=("Mill Lane",)), ONCE, ["Show it at Mill Lane."]),
        (replace(HELD, grants=replace(GRANTS, formats=frozenset({Carrier.DISC}))), ONCE, ["Show it from a disc."]),
        (replace(HELD, grants=replace(GRANTS, report_due_days=14)), replace(ONCE, reports=False),
         ["Report the attendance."]),
        (HELD, replace(ONCE, audience=300, outdoors=True), ["Show it indoors.", "Let in at most 100 people."]),
    ],
)  # fmt: skip
def test_each_dimension_has_its_change(held: Held, intended: Intended, wanted: list[str]) -> None:
    assert steps(held, intended) == wanted


@pytest.mark.parametrize(
    ("held", "intended"),
    [
        (HELD, ONCE),
        (HELD, replace(ONCE, use=Use.CLASSROOM)),
        (HELD, replace(ONCE, country="CA")),
        (HELD, replace(ONCE, works=frozenset({7}))),
        (replace(HELD, is_active=False), ONCE),
        (replace(HELD, screenings_used=2), ONCE),
        (replace(HELD, grants=replace(GRANTS, enrolment_most=10)), replace(ONCE, enrolment=11)),
    ],
)
def test_there_is_no_change_where_none_is_needed_or_none_helps(held: Held, intended: Intended) -> None:
    assert smallest_change([held], intended) is None


def test_streaming_lets_fewer_people_watch() -> None:
    stream = replace(GRANTS, uses=frozenset({Use.CAMPUS_STREAMING}), viewer_cap=300)
    intended = replace(ONCE, use=Use.CAMPUS_STREAMING, audience=400)
    assert steps(replace(HELD, grants=stream), intended) == ["Let at most 300 people watch."]


def test_nothing_moves_into_the_past() -> None:
    ended = replace(HELD, ends_on=date(2027, 4, 30))
    assert smallest_change([ended], ONCE, not_before=date(2027, 5, 1)) is None
    assert steps(ended, ONCE, not_before=date(2027, 4, 30)) == ["Show it on 30 April 2027 at the latest."]


def test_several_licences_change_together() -> None:
    parts = [
        replace(HELD, number=str(work), works=frozenset({work}), grants=replace(GRANTS, audience_cap=cap))
        for work, cap in ((2, 80), (3, 60))
    ]
    change = smallest_change(parts, ONCE)
    assert change is not None
    assert (change.intended.audience, change.together) == (60, ("2", "3"))


def test_the_change_of_fewest_dimensions_is_chosen() -> None:
    strict = replace(HELD, number="A", grants=replace(GRANTS, public_advertising=False, audience_cap=90))
    late = replace(HELD, number="B", starts_on=date(2027, 8, 1))
    assert steps([strict, late], ONCE) == ["Show it on 1 August 2027 or later."]


DAYS = [date(2027, 5, 1) + timedelta(days=days) for days in range(3)]
CAPS = (50, 100)


@st.composite
def licences(draw: st.DrawFn) -> list[Held]:
    return [
        Held(
            number=str(place),
            grants=Grants(
                uses=frozenset({Use.PUBLIC_SCREENING}),
                audience_cap=draw(st.sampled_from([None, *CAPS])),
                admission=draw(st.sampled_from([Admission.NONE, Admission.CHARGED])),
                public_advertising=draw(st.booleans()),
                members_only=draw(st.booleans()),
                site_scope=SiteScope.CAMPUS,
            ),
            works=draw(st.sampled_from([frozenset({1, 2}), frozenset({1}), frozenset({2})])),
            starts_on=draw(st.sampled_from(DAYS)),
            ends_on=draw(st.sampled_from([None, DAYS[2]])),
            sites=draw(st.sampled_from([(), ("East",), ("West",)])),
        )
        for place in range(draw(st.integers(1, 4)))
    ]


@st.composite
def uses(draw: st.DrawFn) -> Intended:
    return Intended(
        use=Use.PUBLIC_SCREENING, works=draw(st.sampled_from([frozenset({1, 2}), frozenset({1})])),
        first_day=DAYS[0], last_day=DAYS[0], country="US", audience=draw(st.sampled_from([40, 80, 120])),
        admission=draw(st.sampled_from([Admission.NONE, Admission.CHARGED])), public_advertising=draw(st.booleans()),
        watchers=frozenset({Watcher.PUBLIC}), site="East",
    )  # fmt: skip


def every_change(intended: Intended) -> list[tuple[int, Intended]]:
    """Each use that differs from this one in the dimensions above, with the number of dimensions in which it does."""
    choices: list[list[dict[str, Any]]] = [
        [{}, *({"audience": cap} for cap in CAPS if cap < intended.audience)],
        [{}, {"admission": Admission.NONE}] if intended.admission is Admission.CHARGED else [{}],
        [{}, {"public_advertising": False}] if intended.public_advertising else [{}],
        [{}, {"watchers": frozenset({Watcher.MEMBERS})}],
        [{}, {"site": "West"}],
        [{}, *({"first_day": day, "last_day": day} for day in DAYS[1:])],
    ]
    return [
        (
            sum(map(bool, chosen)),
            replace(intended, **{name: value for each in chosen for name, value in each.items()}),
        )
        for chosen in product(*choices)
    ]


@settings(max_examples=60)
@given(licences(), uses())
def test_smallest_change_agrees_with_trying_every_change(held: list[Held], intended: Intended) -> None:
    change = smallest_change(held, intended)
    sizes = [size for size, changed in every_change(intended) if find_coverage(held, changed).allowed]
    if change is None:
        assert not sizes or min(sizes) == 0
    else:
        assert len(change.steps) == min(sizes)
        assert find_coverage(held, change.intended).allowed


def test_a_licence_of_one_day_is_no_room_for_a_programme_of_three() -> None:
    day = date(2027, 11, 22)
    one_day = replace(HELD, starts_on=day, ends_on=day)
    pieces = tuple(
        Piece(work=work, first_day=shown, last_day=shown) for work, shown in zip((1, 2, 3), DAYS, strict=True)
    )
    three_days = replace(ONCE, works=frozenset({1, 2, 3}), shown=pieces)
    assert steps(one_day, three_days) is None
    assert steps(replace(one_day, ends_on=day + timedelta(days=2)), three_days) == [
        "Show it on 22 November 2027 or later."
    ]
    assert steps(one_day, replace(ONCE, shown=pieces[1:2], works=frozenset({2}))) == [
        "Show it on 22 November 2027."
    ]
