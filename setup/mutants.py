"""`make mutants`: breaks the rules and verbs one spot at a time, and lists every break that no test notices.

    make mutants                                  all modules below (hours)
    make mutants ONLY=licensing/terms/pricing.py        one module, or several with commas between
    make mutants ONLY=reminders/outbox.py MOST=20 at most so many breaks a module, spread evenly over it

It works in a copy of the project, on a database that is made once. Cosmic Ray makes the breaks; each is tried with the tests
that mirror its module. Exit code 1 only when the tests are red without any break.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cosmic_ray.commands.init import _all_work_items
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_item import MutationSpec, TestOutcome

from setup.prepare import NODE_MODULES, ROOT
from tests.servers import Run, new_folder

PLANNER = ("tests/screenings/planner/test_rules.py", "tests/screenings/planner/test_timetables.py")
TESTS: dict[str, tuple[str, ...]] = {
    "licensing/terms/pricing.py": ("tests/licensing/terms/test_pricing.py",),
    "licensing/terms/rights.py": ("tests/licensing/terms/test_rights.py",),
    "licensing/sales/orders.py": ("tests/licensing/sales/test_orders.py",),
    "licensing/sales/order_moves.py": ("tests/licensing/sales/test_orders.py",),
    "licensing/sales/invoices.py": ("tests/licensing/sales/test_invoices.py",),
    "licensing/licences/issuing.py": ("tests/licensing/licences/test_issuing.py",),
    "licensing/licences/life.py": ("tests/licensing/licences/test_issuing.py",),
    "licensing/terms/days.py": ("tests/licensing/terms/test_days.py",),
    "licensing/documents/numbers.py": ("tests/licensing/sales/test_invoices.py",),
    "screenings/programme/booking.py": ("tests/screenings/programme/test_booking.py",),
    "screenings/programme/announcing.py": ("tests/screenings/programme/test_announcing.py",),
    "screenings/audience/registering.py": ("tests/screenings/audience/test_registering.py",),
    "screenings/programme/coverage.py": ("tests/screenings/programme/test_announcing.py",),
    "reminders/outbox.py": ("tests/reminders/test_outbox.py",),
    "reminders/sending/delivery.py": ("tests/reminders/sending/test_delivery.py",),
    **{
        f"screenings/planner/rules/{name}.py": PLANNER
        for name in ("breaks", "comfort", "days", "film", "hours", "rhythm", "room", "rule")
    },
}
# One opposite for each operator: the ten others say nothing new.
OPPOSITES = {
    "Add_Sub",
    "Sub_Add",
    "Mul_Div",
    "Div_Mul",
    "FloorDiv_Mul",
    "Mod_Mul",
    "BitOr_BitAnd",
    "BitAnd_BitOr",
}
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".data", "node_modules", "staticfiles", ".mypy_cache", ".ruff_cache"
)
SLOWEST_BASELINE = 600


@dataclass
class Result:
    """What became of one module's breaks."""

    module: str
    tried: int = 0
    survivors: list[str] = field(default_factory=list)


class RedTestsError(Exception):
    """The tests fail without any break."""


def main() -> int:
    """Try the breaks that are asked for; 1 when the tests of a module are red without any."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--only", default="", help="modules, with commas between")
    parser.add_argument("--most", type=int, default=0, help="at most so many breaks a module; 0: all")
    asked = parser.parse_args()
    modules = [name for name in asked.only.split(",") if name] or list(TESTS)
    if unknown := [name for name in modules if name not in TESTS]:
        parser.error(f"no tests are named in setup/mutants.py for {', '.join(unknown)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it leaves no server behind
    results: list[Result] = []
    with project_copy():
        try:
            for module in modules:
                results.append(Result(module))
                try_module(results[-1], asked.most)
        except RedTestsError as red:
            print(red, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("Stopped: the last module is not finished.")
    report(results)
    return 0


@contextmanager
def project_copy() -> Iterator[None]:
    """A copy of the project as the working directory, and servers of its own, until all is done."""
    folder = new_folder(Path(tempfile.gettempdir()))
    run = Run(folder)
    try:
        run.start()
        os.environ["LONGTAKE_TEST_DATABASE_URL"] = os.environ["DATABASE_URL"]
        os.environ["LONGTAKE_TEST_REDIS_URL"] = os.environ["REDIS_URL"]
        copy = folder / "project"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        (copy / "node_modules").symlink_to(NODE_MODULES)
        os.chdir(copy)
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # told twice to end, it still cleans up
        os.chdir(ROOT)
        run.stop()


def try_module(result: Result, most: int) -> None:
    """Break the module and note what survives. Raises RedTestsError."""
    module = result.module
    baseline(module, is_fresh=True)
    needed = baseline(module, is_fresh=False)
    breaks = spread(worth_trying(module), most)
    is_fresh = False
    print(f"{module}: {len(breaks)} breaks, about {len(breaks) * needed / 60:.0f} min", flush=True)
    for mutation in breaks:
        done = mutate_and_test([mutation], pytest_command(module, is_fresh=is_fresh), needed * 3 + 60)
        is_fresh = done.output == "timeout"  # what was killed may have left rows behind
        result.tried += 1
        if done.test_outcome == TestOutcome.SURVIVED:
            result.survivors.append(f"{module}:{mutation.start_pos[0]}\n{changed_lines(done.diff)}")
            print(result.survivors[-1], flush=True)


def baseline(module: str, *, is_fresh: bool) -> float:
    """Seconds that the module's tests need unbroken. Raises RedTestsError."""
    began = time.monotonic()
    done = subprocess.run(
        pytest_command(module, is_fresh=is_fresh).split(),
        capture_output=True,
        text=True,
        check=False,
        timeout=SLOWEST_BASELINE,
    )
    if done.returncode:
        raise RedTestsError(f"The tests of {module} are red without any break:\n{done.stdout}\n{done.stderr}")
    return time.monotonic() - began


def pytest_command(module: str, *, is_fresh: bool) -> str:
    """One process of pytest on the kept database; `is_fresh` makes that anew."""
    options = ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--reuse-db"]
    return " ".join([sys.executable, *options, *(["--create-db"] if is_fresh else []), *TESTS[module]])


def worth_trying(module: str) -> list[MutationSpec]:
    """The breaks of a module in the order of its lines, without those that change nothing at run time."""
    silent = list(silent_lines(ast.parse(Path(module).read_text(encoding="utf-8"))))
    found = [item.mutations[0] for item in _all_work_items([Path(module)], {})]
    kept = [
        each
        for each in found
        if is_telling(each.operator_name)
        and not any(first <= each.start_pos and each.end_pos <= last for first, last in silent)
    ]
    return sorted(kept, key=lambda each: (each.start_pos, each.operator_name))


def is_telling(operator: str) -> bool:
    kind, _, change = operator.partition("_")
    if kind.endswith("ReplaceBinaryOperator"):
        return change in OPPOSITES
    if kind.endswith("ReplaceComparisonOperator"):
        return change in ("Is_IsNot", "IsNot_Is") or not change.endswith(("_Is", "_IsNot"))
    return not kind.endswith("NoOp")


type Place = tuple[int, int]


def silent_lines(tree: ast.Module) -> Iterator[tuple[Place, Place]]:
    """Annotations and what only they need, which nothing evaluates; options of dataclasses, which make rows immutable."""
    for node in ast.walk(tree):
        for place in _silent_in(node):
            yield (
                (place.lineno, place.col_offset),
                (place.end_lineno or place.lineno, place.end_col_offset or place.col_offset),
            )


def _silent_in(node: ast.AST) -> list[ast.expr | ast.stmt]:
    match node:
        case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
            return [annotation]
        case ast.FunctionDef(returns=ast.expr() as returned):
            return [returned]
        case ast.ClassDef():
            return [*node.decorator_list]
        case ast.If(test=ast.Name("TYPE_CHECKING")):
            return [node]
    return []


def spread(breaks: list[MutationSpec], most: int) -> list[MutationSpec]:
    """At most so many, evenly over the module."""
    if not most or len(breaks) <= most:
        return breaks
    return [breaks[index * len(breaks) // most] for index in range(most)]


def changed_lines(diff: str | None) -> str:
    lines = (diff or "").splitlines()
    return "\n".join(
        f"    {line}" for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))
    )


def report(results: list[Result]) -> None:
    """The table of docs/mutants.md."""
    print("\n| Module | Breaks | Noticed | Survivors |\n|---|---|---|---|")
    for result in results:
        survived = len(result.survivors)
        print(f"| `{result.module}` | {result.tried} | {result.tried - survived} | {survived} |")


if __name__ == "__main__":
    sys.exit(main())
