"""Rights and holdbacks of a file, put into those that we have."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.imports.merging import merged

NARROW = {"territory": "US", "uses": ["education", "broadcast"]}


@pytest.mark.parametrize(
    ("ours", "given", "found"),
    [
        ([{"territory": "US"}], [NARROW], [NARROW]),
        (
            [NARROW, {"territory": "US", "uses": ["theatrical"]}],
            [{"territory": "US", "uses": ["broadcast", "education"], "ends_on": "2030-01-01"}],
            [
                {"territory": "US", "uses": ["broadcast", "education"], "ends_on": "2030-01-01"},
                {"territory": "US", "uses": ["theatrical"]},
            ],
        ),
    ],
)
def test_merged_right_is_found_again_by_its_uses_where_a_territory_stands_twice(
    ours: list[Any], given: list[Any], found: list[Any]
) -> None:
    assert merged({"rights": ours}, {"rights": given}, is_loose=False) == {"rights": found}


def test_merged_holdback_is_found_again_in_any_order() -> None:
    ours = {"uses": ["education", "broadcast"], "countries": [], "until": "2030-01-01"}
    given = {"uses": ["broadcast", "education"], "until": "2031-01-01"}
    result = merged({"holdbacks": [ours]}, {"holdbacks": [given]}, is_loose=False)
    assert [each["until"] for each in result["holdbacks"]] == ["2031-01-01"]
