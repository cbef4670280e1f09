from __future__ import annotations

from dataclasses import fields

from licensing.terms.matrix import MOST_COLUMNS, columns_apart, lines_of
from licensing.terms.rights import Admission, Carrier, Grants, Use, Watcher

CLASS = Grants(uses=frozenset({Use.CLASSROOM}), term_months=36)
ONCE = Grants(
    uses=frozenset({Use.PUBLIC_SCREENING}), term_months=12, audience_cap=100, screenings=1, report_due_days=14,
    admission=Admission.COST_RECOVERY, public_advertising=True,
)  # fmt: skip
ALL = Grants(
    uses=frozenset(Use), watchers=frozenset({Watcher.STAFF}), viewer_cap=9, enrolment_most=9, members_only=True,
    formats=frozenset({Carrier.DISC}), audience_cap=9, screenings=9, report_due_days=9, perpetual=True,
)  # fmt: skip


def said(*columns: Grants) -> dict[str, list[str]]:
    return {line.label: [cell.text for cell in line.cells] for line in lines_of(columns)}


def test_a_line_has_a_cell_for_each_licence() -> None:
    lines = said(CLASS, ONCE)
    assert lines["Showing in class"] == ["yes", "no"]
    assert lines["Public screening"] == ["no", "yes"]
    assert lines["For how long"] == ["3 years", "1 year"]
    assert lines["People at each, at most"] == ["–", "100"]
    assert lines["Admission"] == ["–", "to cover costs"]
    assert lines["Attendance reported within"] == ["–", "14 days"]
    assert "Lending a copy" not in lines


def test_every_dimension_has_its_line() -> None:
    of_the_term = {"term_months", "term_days", "perpetual"}
    of_the_format = {"format_lock", "formats"}
    dimensions = len({each.name for each in fields(Grants)} - of_the_term - of_the_format - {"uses"}) + 2
    assert len(lines_of([ALL])) == len(Use) + dimensions


def test_columns_stand_apart_by_public_performance_and_never_too_many_together() -> None:
    groups = columns_apart([ONCE, *[CLASS] * 7], lambda grants: grants)
    assert [len(group) for group in groups] == [4, 3, 1]
    assert groups[-1] == [ONCE]
    assert max(map(len, groups)) <= MOST_COLUMNS
