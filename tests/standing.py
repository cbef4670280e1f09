"""Rows that stand from one test to the next: what many tests begin with is written once, and each finds it untouched.

A fixture that is decorated with `standing` writes rows, needs nothing but other such fixtures, and leaves nothing outside the
database. Those that a test asks for are written before its own transaction begins, one savepoint each, in an outer
transaction; the next test goes back to the last savepoint that both have in common. Each test is given copies of its own.

Tests that commit, and those that replace something that a fixture needs, have it made for themselves, as by any fixture.
"""

from __future__ import annotations

import inspect
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial, wraps
from typing import Any, overload

import pytest
from django.db import connection, transaction

SCENERY = ("clock", "address_of_ours", "signing_key")
"""Fixtures of every test in a folder that say when and where its rows are written."""
ORDERS = "licensing_order_number"
"""The sequence that counts orders: it is not rolled back, so it is set to what it was when the rows were written."""

type Make = Callable[..., Any]
_ranks: dict[Make, int] = {}


@overload
def standing(make: Make) -> Make: ...
@overload
def standing(*, autouse: bool) -> Callable[[Make], Make]: ...
def standing(make: Make | None = None, *, autouse: bool = False) -> Any:
    """The fixture of a function that writes rows; those that most tests need are best defined first."""
    if make is None:
        return partial(standing, autouse=autouse)
    needed = inspect.signature(make)

    @wraps(make)
    def given(standing_rows: dict[str, Any], **values: Any) -> Any:
        return standing_rows[make.__name__] if make.__name__ in standing_rows else make(**values)

    rows = inspect.Parameter("standing_rows", inspect.Parameter.KEYWORD_ONLY)
    given.__signature__ = needed.replace(parameters=[*needed.parameters.values(), rows])  # type: ignore[attr-defined]  # pytest reads it
    _ranks[make] = len(_ranks)
    return pytest.fixture(given, autouse=autouse)


def makers(item: pytest.Item) -> list[Make]:
    """What makes the standing rows that a test asks for, in the order in which they are written."""
    definitions = getattr(item, "_fixtureinfo").name2fixturedefs  # noqa: B009 - pytest has no public name for it
    found: dict[str, Make] = {}
    for name, same in definitions.items():
        make = getattr(same[-1].func, "__wrapped__", None)
        if make in _ranks:
            found[name] = make
    while missing := [name for name, make in found.items() if needs(make) - found.keys()]:
        for name in missing:  # it needs what this test replaces
            del found[name]
    return sorted(found.values(), key=_ranks.__getitem__)


def needs(make: Make) -> set[str]:
    return set(inspect.signature(make).parameters) - {"db"}


def ranks(item: pytest.Item) -> list[int]:
    """Sorts tests so that those which begin with the same rows follow one another."""
    return [_ranks[make] for make in makers(item)]


@dataclass
class Step:
    """One fixture's rows. `values` are the copies, pickled, of its own and of all before it."""

    made_by: object
    atomic: transaction.Atomic
    values: bytes
    ordered: tuple[int, bool]


class Stand:
    """The steps of this process, from the bottom up. The first is the outer transaction, made by the scenery."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def bring(self, scenery: object, wanted: list[Make]) -> Step:
        """Has these rows and no others; the step that stands on all of them."""
        bases: list[object] = [scenery, *wanted]
        common = 0
        while common < min(len(bases), len(self.steps)) and self.steps[common].made_by == bases[common]:
            common += 1
        self.leave(common)
        for made_by in bases[common:]:
            self._step(made_by)
        return self.steps[-1]

    def leave(self, standing: int = 0) -> None:
        """Goes back to so many steps."""
        while len(self.steps) > standing:
            transaction.set_rollback(True)
            self.steps.pop().atomic.__exit__(None, None, None)

    @property
    def ordered(self) -> tuple[int, bool]:
        """How orders were counted when the last rows were written."""
        return self.steps[-1].ordered if self.steps else (1, False)

    def _step(self, made_by: Any) -> None:
        atomic = transaction.atomic()
        atomic._from_testcase = True  # type: ignore[attr-defined]  # of Django: what is durable may begin inside
        atomic.__enter__()
        try:
            count_orders_from(*self.ordered)
            values = pickle.dumps(self._values_with(made_by))
            check_what_is_deferred()  # now, not again in each test
            self.steps.append(Step(made_by, atomic, values, orders_counted()))
        except BaseException:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
            raise

    def _values_with(self, made_by: Any) -> dict[str, Any]:
        if not self.steps:
            return {}  # the scenery has no rows
        values: dict[str, Any] = pickle.loads(self.steps[-1].values)  # noqa: S301 - our own
        needed = {name: values.get(name) for name in inspect.signature(made_by).parameters}
        return values | {made_by.__name__: made_by(**needed)}


STAND = Stand()


@cache
def immediate() -> str:
    """Which of the constraints that may be deferred are not, unless they are asked to be."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE condeferrable AND NOT condeferred")
        return ", ".join(f'"{name}"' for (name,) in cursor.fetchall())


def check_what_is_deferred() -> None:
    names = immediate()
    connection.check_constraints()  # which leaves all of them deferred
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {names} IMMEDIATE")


def orders_counted() -> tuple[int, bool]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT last_value, is_called FROM {ORDERS}")  # noqa: S608 - its name is ours
        last, is_called = cursor.fetchone()
    return last, is_called


def count_orders_from(last: int, is_called: bool) -> None:
    """A sequence is not rolled back with a test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(%s, %s, %s)", [ORDERS, last, is_called])
