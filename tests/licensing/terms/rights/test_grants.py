from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from licensing.terms.rights import Carrier, Grants, TermKind, Use, Watcher
from licensing.terms.rights.grants import carriers_named
from tests.licensing.terms.rights.asking import GRANTS

FIRST_SNAPSHOT = {
    "uses": ["classroom", "lending"],
    "audience_cap": 100,
    "admission": "none",
    "screenings": None,
    "term_months": None,
    "site_scope": "campus",
    "public_advertising": False,
    "members_only": False,
    "indoor_only": True,
    "report_due_days": None,
    "format_lock": "the disc",
}
"""As the first licences keep their grants."""


def test_grants_survive_json() -> None:
    rich = replace(
        GRANTS, watchers=frozenset({Watcher.STAFF, Watcher.ALUMNI}), viewer_cap=300, enrolment_most=1000,
        term_months=None, term_days=7, formats=frozenset({Carrier.DCP}),
    )  # fmt: skip
    assert Grants.from_json(GRANTS.to_json()) == GRANTS
    assert Grants.from_json(rich.to_json()) == rich


def test_a_snapshot_from_before_a_dimension_was_added_is_still_read() -> None:
    grants = Grants.from_json(FIRST_SNAPSHOT)
    assert (grants.watchers, grants.viewer_cap, grants.term_kind) == (frozenset(), None, TermKind.FILE_LIFE)
    assert grants.formats == {Carrier.DISC}


def test_grants_refuse_words_they_do_not_know() -> None:
    with pytest.raises(ValueError, match="'time-travel' is not a valid Use"):
        Grants.from_json(GRANTS.to_json() | {"uses": ["time-travel"]})


@pytest.mark.parametrize(
    ("words", "carriers"),
    [
        ("the disc", {Carrier.DISC}),
        ("the file as first encoded", {Carrier.FILE}),
        ("DVD or Blu-ray", {Carrier.DISC}),
        ("a DCP or a 35 mm print", {Carrier.DCP, Carrier.PRINT}),
        ("", set()),
    ],
)
def test_carriers_named_reads_the_words_of_a_lock(words: str, carriers: set[Carrier]) -> None:
    assert carriers_named(words) == carriers


@pytest.mark.parametrize(
    ("grants", "kind", "ends_on"),
    [
        (Grants(uses=frozenset({Use.CLASSROOM}), term_months=12), TermKind.MONTHS, date(2028, 2, 29)),
        (Grants(uses=frozenset({Use.CLASSROOM}), term_days=14), TermKind.DAYS, date(2027, 3, 14)),
        (Grants(uses=frozenset({Use.CLASSROOM}), perpetual=True), TermKind.PERPETUAL, None),
        (Grants(uses=frozenset({Use.CLASSROOM})), TermKind.FILE_LIFE, None),
    ],
)
def test_each_kind_of_term_has_its_last_day(grants: Grants, kind: TermKind, ends_on: date | None) -> None:
    assert (grants.term_kind, grants.last_day(date(2027, 3, 1))) == (kind, ends_on)
