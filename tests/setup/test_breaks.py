"""How `make mutants` breaks a module in the memory of a fork."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.environment import ROOT
from setup.breaks import AT_IMPORT, NOTICED, PLAN, SURVIVED, changes

WAITING = "screenings/audience/waiting.py"
WAITS = "tests/screenings/audience/test_waiting.py::"

SOURCE = """
LEASE = 40

class Rule:
    least: int = 3

    def holds(self, count):
        return [each for each in range(count) if each < self.least]

def doubled(count):
    return count * 2

def remembered(count):
    return count + 1
"""


def changed(old: str, new: str) -> list[str] | None:
    found = changes(compile(SOURCE, "rule.py", "exec"), compile(SOURCE.replace(old, new), "rule.py", "exec"))
    return None if found is None else [name for _file, name, _line in found]


def test_what_differs_is_a_function_or_runs_at_import() -> None:
    assert changed("count * 2", "count / 2") == ["doubled"]
    assert changed("each < self", "each <= self") == ["Rule.holds"]
    assert changed("LEASE = 40", "LEASE = 41") is None
    assert changed("least: int = 3", "least: int = 4") is None
    assert changed("LEASE = 40", "LEASE = 40 ") == []


@pytest.mark.parametrize(
    "test",
    [
        pytest.param("test_offer_is_accepted_once_or_expires_but_not_both", id="commits its rows"),
        pytest.param(
            "test_who_waits_is_told_that_the_showing_is_called_off_and_leaves_its_line",
            id="begins with rows that stand in a transaction",
        ),
    ],
)
def test_a_break_is_tried_in_a_fork_without_rows_of_the_run_or_of_another_break(
    test: str, tmp_path: Path
) -> None:
    source = (ROOT / WAITING).read_text()
    breaks = [("left[key] -=", "left[key] +="), ("Returns how many", "How many"), ("hours=24", "hours=25")]
    plan = {
        "sources": {WAITING: [source.replace(*each) for each in breaks]},
        "outcomes": str(tmp_path / "outcomes"),
    }
    (tmp_path / "plan.json").write_text(json.dumps(plan))
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", "-p", "setup.breaks", WAITS + test],
        cwd=ROOT,
        env=ours | {PLAN: str(tmp_path / "plan.json")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert (tmp_path / "outcomes").read_text().split("\n")[:-1] == [NOTICED, SURVIVED, AT_IMPORT]
