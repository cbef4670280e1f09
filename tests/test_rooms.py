"""A room holds a dozen modules at most, and a function fifty lines: whoever opens one sees at once what it is for."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOUSE = (
    "accounts", "benchmarks", "catalog", "config", "demo", "licensing", "office", "records", "reminders", "revisions",
    "screenings", "setup", "typesetting", "wording",
)  # fmt: skip
MOST = 12
"""Not counted: `__init__` and `__main__`, which are the room itself, and migrations, which only grow."""
LONGEST = 50
"""Lines of a function with its signature and docstring."""


def test_a_room_holds_a_dozen_modules_at_most() -> None:
    counted = Counter(
        str(module.parent.relative_to(ROOT))
        for top in HOUSE
        for module in (ROOT / top).rglob("*.py")
        if module.stem not in {"__init__", "__main__"} and module.parent.name != "migrations"
    )
    assert {room: count for room, count in counted.items() if count > MOST} == {}


def test_a_function_has_fifty_lines_at_most() -> None:
    texts = {
        module: text
        for top in (*HOUSE, "tests")
        for module in (ROOT / top).rglob("*.py")
        if module.parent.name != "migrations" and (text := module.read_text()).count("\n") > LONGEST
    }
    long = {
        f"{module.relative_to(ROOT)}: {found.name}": length
        for module, text in texts.items()
        for found in functions(ast.parse(text))
        if (length := (found.end_lineno or 0) - found.lineno + 1) > LONGEST
    }
    assert long == {}


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function below a node, found among statements: there are ten times as many expressions, and none holds one."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        inside = getattr(node, field, None)
        for each in inside if isinstance(inside, list) else ():
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
                yield each
            yield from functions(each)
