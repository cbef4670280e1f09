"""How `make mutants` breaks a module in the memory of a fork."""

from __future__ import annotations

import gc

from setup import breaks
from setup.breaks import changes

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


def test_functions_are_found_that_the_collector_no_longer_looks_at() -> None:
    """As those of all that tests import: once none was found, each break had a process of its own, for hours."""
    gc.freeze()
    try:
        found = breaks._functions_of({breaks.__file__})
    finally:
        gc.freeze()
    assert changes in [function for functions in found.values() for function in functions]
