"""Which breaks `make mutants` tries: those that can change what a module does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from config.environment import ROOT
from setup.mutants import TESTS, Result, changes_of, is_telling, silent_lines, spread, worth_trying

SOURCE = """
if TYPE_CHECKING:
    from somewhere import date

@dataclass(frozen=True)
class Term:
    months: int | None = 12

    def holds(self, on: date | None) -> bool | None:
        return on < 3 | self.months
"""


def test_every_module_and_its_tests_are_there() -> None:
    for module, tests in TESTS.items():
        assert [path for path in (module, *tests) if not (ROOT / path).exists()] == []


def test_every_rule_of_the_planner_is_among_the_modules() -> None:
    rules = (ROOT / "screenings/planner/rules").rglob("*.py")
    names = {str(path.relative_to(ROOT)) for path in rules if path.name != "__init__.py"}
    assert names - TESTS.keys() == set()


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("core/ReplaceBinaryOperator_Add_Sub", True),
        ("core/ReplaceBinaryOperator_Add_Mul", False),
        ("core/ReplaceComparisonOperator_Lt_LtE", True),
        ("core/ReplaceComparisonOperator_Lt_IsNot", False),
        ("core/ReplaceComparisonOperator_Is_IsNot", True),
        ("core/NumberReplacer", True),
    ],
)
def test_one_opposite_of_an_operator_is_tried(operator: str, *, expected: bool) -> None:
    assert is_telling(operator) is expected


def test_annotations_and_options_of_dataclasses_are_left_out() -> None:
    assert sorted(first[0] for first, _last in silent_lines(ast.parse(SOURCE))) == [2, 5, 7, 9, 9]


def test_breaks_lie_in_the_module_in_the_order_of_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    places = [each.start_pos for each in worth_trying("licensing/terms/days.py")]
    assert places == sorted(places)
    source = Path("licensing/terms/days.py").read_text().splitlines()
    assert not any("def " in source[line - 1] for line, _column in places)


def test_fewer_breaks_are_spread_over_the_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    every = worth_trying("licensing/terms/days.py")
    assert spread(every, 0) == every
    some = spread(every, 4)
    assert len(some) == 4
    assert some[0] == every[0]
    assert some[-1].start_pos > every[len(every) // 2].start_pos


def test_survivor_is_shown_by_its_changed_lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rule.py").write_text("a < b\nc\n")
    assert changes_of("rule.py", "a <= b\nc\n") == "    -a < b\n    +a <= b"


def test_result_counts_what_no_test_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    first, second, *_rest = every = worth_trying("licensing/terms/days.py")
    result = Result("licensing/terms/days.py", every=len(every))
    result.add(first, is_noticed=True)
    result.add(second, is_noticed=False, is_run=False)
    assert result.row == f"| `licensing/terms/days.py` | 2 of {len(every)} | 1 | 1 |"
    assert result.survivors[0].startswith(
        f"licensing/terms/days.py:{second.start_pos[0]} (no test comes here)\n    -"
    )
