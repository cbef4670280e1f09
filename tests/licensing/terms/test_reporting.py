"""What a report says against what its licence allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from licensing.terms.reporting import Reported, differences
from licensing.terms.rights import Admission, Grants, Use

GRANTS = Grants(
    uses=frozenset({Use.PUBLIC_SCREENING}), audience_cap=50, admission=Admission.COST_RECOVERY, screenings=2
)
DAY = date(2027, 3, 1)
AS_ALLOWED = Reported(
    attendance=100, screenings=2, admission=Admission.DONATIONS, first_day=DAY, last_day=DAY, took_money=True
)


def codes(reported: Reported, before: int = 0) -> list[str]:
    return [each.code for each in differences(GRANTS, DAY, DAY, reported, reported_before=before)]


def test_as_allowed() -> None:
    assert codes(AS_ALLOWED) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"attendance": 101}, "audience"),
        ({"admission": Admission.CHARGED}, "admission"),
        ({"admission": Admission.NONE}, "box-office"),
        ({"screenings": 3}, "screenings"),
        ({"last_day": date(2027, 3, 2)}, "dates"),
    ],
)
def test_each_difference_is_said(change: dict[str, object], code: str) -> None:
    assert codes(replace(AS_ALLOWED, **change)) == [code]  # type: ignore[arg-type]  # of several types


def test_screenings_of_other_reports_count() -> None:
    assert codes(AS_ALLOWED, before=1) == ["screenings"]


def test_words() -> None:
    found = differences(GRANTS, DAY, DAY, replace(AS_ALLOWED, attendance=101))
    assert [str(each) for each in found] == ["101 people came; the licence allows 50 at each screening."]
