"""`make bench` runs every benchmark that there is, and says what is wanted beside what it measured."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import SUBJECTS
from benchmarks.measure import Measure
from benchmarks.table import held, measured_apart, show
from config.environment import ROOT

PARTS = {
    "benchmarks",
    "benchmarks.licensing.orders",
    "benchmarks.outbox.loops",
    "benchmarks.outbox.sink",
    "benchmarks.pages.bare",
    "benchmarks.pages.client",
    "benchmarks.pages.weight",
    "benchmarks.records",
    "benchmarks.visitors.office",
}
"""What can be run and is a part of another: buyers, senders, a server, a client, pages of a running site, and people of an office. `records` needs published schemas in a folder."""


def runnable() -> set[str]:
    files = [path for path in (ROOT / "benchmarks").rglob("*.py") if '"__main__":' in path.read_text()]
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__main__") for path in files
    }


def test_every_benchmark_is_run() -> None:
    assert runnable() - PARTS == {subject.module for subject in SUBJECTS.values()}


def test_a_measure_is_wanted_at_most_or_at_least() -> None:
    time = Measure("time", 2, 3, "s")
    share = Measure("share", 0.0123456, 0.02, "", is_least=True)
    assert (time.measured, time.wanted, time.is_kept) == ("2 s", "at most 3 s", True)
    assert (share.measured, share.wanted, share.is_kept) == ("0.0123", "at least 0.02", False)


def test_the_table_says_what_is_wanted_beside_what_was_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert show([Measure("share", 0.5, 0.02, "", is_least=True), Measure("time", 4, 3, "s")]) == 1
    rows = [line.split("│")[1:-1] for line in capsys.readouterr().out.splitlines() if "│" in line]
    assert [[cell.strip() for cell in row] for row in rows] == [
        ["share", "0.5", "at least 0.02", "yes"],
        ["time", "4 s", "at most 3 s", "NO"],
    ]


def test_a_benchmark_that_fails_has_a_row_that_says_so() -> None:
    assert [each.what for each in measured_apart("benchmarks.no_such")] == [
        "benchmarks.no_such: stopped by an error"
    ]
    assert held("benchmarks.no_such").is_kept is False
