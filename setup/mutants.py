"""`make mutants`: breaks the rules and verbs in one place at a time, and lists every break that no test notices.

    make mutants                                  all modules below (hours)
    make mutants ONLY=licensing/terms/charging/pricing.py        one module, or several with commas between
    make mutants ONLY=reminders/outbox.py MOST=20 at most so many breaks a module, spread evenly over it

It works in a copy of the project. Cosmic Ray makes the breaks; each is tried with the tests that are named below for its module,
in a fork of one run of them (setup/breaks.py), or in a process of its own when it breaks what runs at import.
Exit code 1 only when the tests are red without any break.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cosmic_ray.mutating import mutate_and_test, mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_item import MutationSpec, TestOutcome

from setup.breaks import AT_IMPORT, NEVER_RUN, NOTICED, PLAN
from setup.prepare import NODE_MODULES, ROOT
from tests.servers import Run, new_folder

PLANNER = tuple(
    f"tests/screenings/planner/test_{name}.py"
    for name in (
        "rules",
        "timetables",
        "planning",
        "put_right",
        "bearable",
        "clashes",
        "explaining",
        "properties",
        "wishes",
        "ways",
        "venue",
        "accessible",
        "oracle",
    )
)
SELLING = (
    "tests/licensing/sales/ordering/test_orders.py",
    "tests/licensing/sales/invoicing/test_invoices.py",
    "tests/licensing/sales/payment/test_paying.py",
    "tests/licensing/sales/payment/test_received.py",
    "tests/licensing/licences/test_issuing.py",
)
SHOWING = (
    "tests/screenings/programme/test_booking.py",
    "tests/screenings/programme/test_announcing.py",
    "tests/screenings/audience/test_registering.py",
    "tests/screenings/audience/test_holds.py",
    "tests/screenings/audience/test_waiting.py",
    "tests/screenings/audience/test_changing.py",
)
ASKING = (
    "tests/licensing/terms/rights/test_checks.py",
    "tests/licensing/terms/rights/test_coverage.py",
    "tests/licensing/terms/rights/test_changes.py",
)
TESTS: dict[str, tuple[str, ...]] = {
    "licensing/terms/charging/pricing.py": ("tests/licensing/terms/charging/test_pricing.py",),
    **{
        f"licensing/terms/rights/{module}.py": ASKING
        for module in ("changes", "checks", "coverage", "grants", "intended", "together")
    },
    "licensing/terms/stretches.py": ("tests/licensing/terms/charging/test_pricing.py",),
    "licensing/terms/words.py": ("tests/licensing/terms/test_words.py",),
    "licensing/terms/days.py": ("tests/licensing/terms/test_days.py",),
    "licensing/sales/ordering/cart.py": ("tests/licensing/test_pages.py",),
    "licensing/sales/ordering/orders.py": SELLING,
    "licensing/sales/ordering/order_moves.py": SELLING,
    "licensing/sales/invoicing/invoices.py": SELLING,
    "licensing/sales/payment/paying.py": SELLING,
    "licensing/sales/payment/received.py": SELLING,
    "licensing/sales/payment/card.py": ("tests/licensing/sales/payment/test_card.py",),
    "licensing/licences/issuing.py": SELLING,
    "licensing/licences/life.py": SELLING,
    "licensing/buyers/institutions.py": ("tests/licensing/buyers/test_institutions.py",),
    "licensing/documents/numbers.py": SELLING,
    "licensing/documents/proof/proofs.py": ("tests/licensing/documents/proof/test_proofs.py",),
    "licensing/prices/offers.py": ("tests/licensing/test_pages.py", "tests/licensing/test_queries.py"),
    "licensing/notices/owed.py": ("tests/licensing/notices/test_owed.py",),
    "screenings/programme/booking.py": SHOWING,
    "screenings/programme/announcing.py": SHOWING,
    "screenings/programme/coverage.py": SHOWING,
    "screenings/programme/plan_requests.py": ("tests/screenings/programme/test_plan_requests.py",),
    "screenings/programme/locks.py": ("tests/screenings/test_locks.py", *SHOWING),
    "screenings/audience/registering.py": SHOWING,
    "screenings/audience/holds.py": SHOWING,
    "screenings/audience/waiting.py": SHOWING,
    "screenings/audience/changing.py": SHOWING,
    "screenings/notices/owed.py": ("tests/screenings/notices/test_owed.py",),
    "reminders/outbox.py": ("tests/reminders/test_outbox.py",),
    "reminders/sending/delivery.py": ("tests/reminders/sending/test_delivery.py",),
    "reminders/sending/leases.py": ("tests/reminders/sending/test_delivery.py",),
    "reminders/channels/email/answers.py": (
        "tests/reminders/channels/test_email_answers.py",
        "tests/reminders/sending/test_delivery.py",
    ),
    "accounts/requests/limits.py": ("tests/accounts/requests/test_limits.py",),
    "accounts/requests/client_address.py": ("tests/accounts/requests/test_client_address.py",),
    "office/permissions.py": ("tests/office/test_permissions.py",),
    "screenings/planner/festival/access.py": ("tests/screenings/planner/festival/test_access.py",),
    "screenings/planner/festival/reviewing.py": ("tests/screenings/planner/festival/test_reviewing.py",),
    **{
        f"screenings/planner/rules/{name}.py": PLANNER
        for name in (
            "appointments",
            "breaks",
            "calendar/days",
            "calendar/kinds",
            "calendar/others",
            "calendar/repeats",
            "calendar/rhythm",
            "comfort",
            "conflicts",
            "endurance",
            "film",
            "hours",
            "meals",
            "standing",
            "rule",
            "starts",
            "venue/access",
            "venue/foyer",
            "venue/openings",
            "venue/projectionists",
            "venue/room",
            "venue/shifts",
            "ways",
        )
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
    ".git", ".venv", ".data", "node_modules", "staticfiles", ".mypy_cache", ".ruff_cache", ".pytest_cache"
)
SLOWEST = 600
"""Seconds that the tests of one module may take."""


@dataclass
class Result:
    """The outcome of the breaks of one module."""

    module: str
    every: int = 0
    chosen: list[MutationSpec] = field(default_factory=list)
    tried: int = 0
    survivors: list[str] = field(default_factory=list)

    def add(self, mutation: MutationSpec, *, is_noticed: bool, is_run: bool = True) -> None:
        self.tried += 1
        if not is_noticed:
            where = f"{self.module}:{mutation.start_pos[0]}{'' if is_run else ' (no test comes here)'}"
            self.survivors.append(f"{where}\n{changes_of(self.module, broken(mutation))}")
            print(self.survivors[-1], flush=True)

    @property
    def row(self) -> str:
        """Its line in the table of docs/mutants.md."""
        survived = len(self.survivors)
        return f"| `{self.module}` | {self.tried} of {self.every} | {self.tried - survived} | {survived} |"


class RedTestsError(Exception):
    """Raised if the tests fail without any break."""


def main() -> int:
    """Tries the requested breaks; 1 if the tests of a module fail without any."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--only", default="", help="modules, with commas between")
    parser.add_argument("--most", type=int, default=0, help="at most so many breaks a module; 0: all")
    asked = parser.parse_args()
    modules = [name for name in asked.only.split(",") if name] or list(TESTS)
    if unknown := [name for name in modules if name not in TESTS]:
        parser.error(f"no tests are named in setup/mutants.py for {', '.join(unknown)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever stops it leaves no server behind
    results = [Result(module) for module in modules]
    with project_copy():
        try:
            try_all(results, asked.most)
        except RedTestsError as red:
            print(red, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("Stopped.")
    report(results)
    return 0


@contextmanager
def project_copy() -> Iterator[None]:
    """Makes a copy of the project the working directory, with servers of its own, and removes both afterwards."""
    folder = new_folder(Path(tempfile.gettempdir()))
    run = Run(folder)
    try:
        run.lend(is_anew=False)
        run.start()
        os.environ["LONGTAKE_TEST_DATABASE_URL"] = os.environ["DATABASE_URL"]
        os.environ["LONGTAKE_TEST_REDIS_URL"] = os.environ["REDIS_URL"]
        copy = folder / "project"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        (copy / "node_modules").symlink_to(NODE_MODULES)
        os.chdir(copy)
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # still cleans up when asked twice to end
        os.chdir(ROOT)
        run.stop()


def try_all(results: list[Result], most: int) -> None:
    """Breaks the modules and notes which breaks survive. Raises RedTestsError."""
    for result in results:
        every = worth_trying(result.module)
        result.every, result.chosen = len(every), spread(every, most)
    todo = [(result, mutation) for result in results for mutation in result.chosen]
    sources = {result.module: [broken(each) for each in result.chosen] for result in results}
    at_import = []
    for (result, mutation), outcome in zip(todo, in_forks(sources), strict=True):
        if outcome == AT_IMPORT:
            at_import.append((result, mutation))
        else:
            result.add(mutation, is_noticed=outcome == NOTICED, is_run=outcome != NEVER_RUN)
    for result, mutation in at_import:
        result.add(mutation, is_noticed=is_noticed_by_a_process(mutation))


def broken(mutation: MutationSpec) -> str:
    """The module's text with the break."""
    text = Path(mutation.module_path).read_text(encoding="utf-8")
    changed: str = mutate_code(text, get_operator(mutation.operator_name)(), mutation.occurrence)
    return changed


def in_forks(sources: dict[str, list[str]]) -> Generator[str]:
    """The outcome of each break, one by one, each in a fork of one test run (setup/breaks.py). Raises RedTestsError."""
    plan, outcomes, log = Path("mutants.json"), Path("mutants.outcomes"), Path("mutants.log")
    plan.write_text(json.dumps({"sources": sources, "outcomes": str(outcomes.resolve())}))
    outcomes.touch()
    command = pytest_command(sorted({test for module in sources for test in TESTS[module]}))
    with log.open("wb") as output, outcomes.open() as lines:
        run = subprocess.Popen(
            [*command.split(), "-p", "setup.breaks"],
            env=os.environ | {PLAN: str(plan.resolve())},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            while run.poll() is None:
                yield from (line.strip() for line in lines)
                time.sleep(0.2)
            yield from (line.strip() for line in lines)
        finally:
            run.kill()
            run.wait()
    if run.returncode:
        raise RedTestsError(f"The tests are red without any break:\n{log.read_text()}")


def is_noticed_by_a_process(mutation: MutationSpec) -> bool:
    """Whether the tests of the module fail in a separate process that imports the broken module."""
    tests = TESTS[str(mutation.module_path)]
    done = mutate_and_test([mutation], pytest_command(tests), SLOWEST)
    return bool(done.test_outcome != TestOutcome.SURVIVED)


def pytest_command(tests: Iterable[str]) -> str:
    """Runs pytest in one process, on a database of its own."""
    options = ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--timeout=0"]
    return " ".join([sys.executable, *options, *tests])


def worth_trying(module: str) -> list[MutationSpec]:
    """The breaks of a module in the order of its lines, except those that change nothing at run time."""
    from cosmic_ray.commands.init import _all_work_items  # brings SQLAlchemy, which takes a second

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
    """Annotations and what only they use, which is never evaluated; options of dataclasses, which make them immutable."""
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
    """At most this many, spread evenly over the module."""
    if not most or len(breaks) <= most:
        return breaks
    return [breaks[index * len(breaks) // most] for index in range(most)]


def changes_of(module: str, source: str) -> str:
    """The lines that the break removes and adds."""
    text = Path(module).read_text(encoding="utf-8")
    lines = difflib.unified_diff(text.splitlines(), source.splitlines(), lineterm="")
    return "\n".join(
        f"    {line}" for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))
    )


def report(results: list[Result]) -> None:
    """The table of docs/mutants.md."""
    print("\n| Module | Breaks tried | Noticed | Survivors |\n|---|---|---|---|")
    for result in results:
        print(result.row)


if __name__ == "__main__":
    sys.exit(main())
