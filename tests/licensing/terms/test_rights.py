from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from licensing.terms.rights import (
    Admission,
    Grants,
    Held,
    Intended,
    SiteScope,
    Use,
    covers,
    find_coverage,
    window,
)

GRANTS = Grants(
    uses=frozenset({Use.PUBLIC_SCREENING}), audience_cap=100, admission=Admission.COST_RECOVERY, screenings=2,
    term_months=12, site_scope=SiteScope.CAMPUS, public_advertising=True,
)  # fmt: skip
HELD = Held(
    number="LIC-1", grants=GRANTS, works=frozenset({1, 2, 3}), starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31),
    countries=frozenset({"US"}),
)  # fmt: skip
INTENDED = Intended(
    use=Use.PUBLIC_SCREENING, works=frozenset({2, 3}), first_day=date(2027, 1, 1), last_day=date(2027, 12, 31),
    country="US", audience=100, admission=Admission.COST_RECOVERY, public_advertising=True, screenings=2,
)  # fmt: skip


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
    assert str(reason) == "Screenings that it allows: 2; already used: 1."


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


def test_grants_survive_json() -> None:
    assert Grants.from_json(GRANTS.to_json()) == GRANTS


def test_grants_refuse_words_they_do_not_know() -> None:
    with pytest.raises(ValueError, match="'time-travel' is not a valid Use"):
        Grants.from_json(GRANTS.to_json() | {"uses": ["time-travel"]})
