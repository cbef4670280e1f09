"""A pytest plugin of `make mutants`: runs the tests once, and then once for each break, in a fork that has it in memory.

A fork has imported everything and made the database, which is most of what a process of its own would do, and it runs
only the tests that entered the broken function. A break of what runs at import (a constant, a decorator), and one that only tests
which set documents could notice, are left to a process of their own. The plan is a JSON file named by LONGTAKE_TEST_MUTANTS; outcomes are added to a file beside it.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import signal
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType
from typing import NoReturn

import pytest
from pytest_django.plugin import blocking_manager_key

PLAN = "LONGTAKE_TEST_MUTANTS"
NOTICED, SURVIVED, NEVER_RUN, AT_IMPORT = "noticed", "survived", "never run", "at import"
MONITORING = sys.monitoring.PROFILER_ID
PATIENCE = 30.0
"""Seconds that a run with a break may take in addition to three times its normal duration."""

TYPST = str(Path("typesetting/pdf.py").resolve())
"""Typst's threads do not survive a fork, so a test that typesets a document needs a process of its own."""

type Key = tuple[str, str, int]
"""A function's file, qualified name and first line."""


@dataclass
class Tested:
    """What a test did without a break."""

    item: pytest.Item
    entered: set[Key] = field(default_factory=set)
    seconds: float = 0

    @property
    def can_fork(self) -> bool:
        return all(file != TYPST for file, _name, _line in self.entered)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    plan = json.loads(Path(os.environ[PLAN]).read_text())
    paths = [str(Path(module).resolve()) for module in plan["sources"]]
    loop = Loop(session, set(paths))
    loop.run_unbroken()
    if session.testsfailed or loop.run_in_fork({}, loop.tests) == NOTICED:
        session.testsfailed = session.testsfailed or 1  # a fork in which nothing is broken must report so
        return True
    with Path(plan["outcomes"]).open("a") as outcomes:
        for path, sources in zip(paths, plan["sources"].values(), strict=True):
            original = compile(Path(path).read_text(), path, "exec", dont_inherit=True)
            for source in sources:
                print(loop.outcome_of(original, source, path), file=outcomes, flush=True)
    return True


class Loop:
    """The collected tests, and how to run them."""

    def __init__(self, session: pytest.Session, paths: set[str]) -> None:
        self.session = session
        self.paths = paths
        self.tests = [Tested(item) for item in session.items]
        self.functions: dict[Key, list[FunctionType]] = {}

    def run_unbroken(self) -> None:
        """Runs all tests. Session fixtures stay set up, because the last test is followed by the first."""
        for place, test in enumerate(self.tests):
            began = time.monotonic()
            with _noting(test.entered, self.paths | {TYPST}):
                self._run(test, self.session.items[(place + 1) % len(self.tests)])
            test.seconds = time.monotonic() - began
            if self.session.testsfailed:
                return
        self.tests.sort(key=lambda test: test.seconds)
        self.functions = _functions_of(self.paths)

    def outcome_of(self, original: CodeType, source: str, path: str) -> str:
        try:
            broken = compile(source, path, "exec", dont_inherit=True)
        except SyntaxError:  # the star of keyword-only arguments is no product
            return NOTICED
        return self.run_broken(changes(original, broken))

    def run_broken(self, changed: dict[Key, CodeType] | None) -> str:
        if changed is None or any(key not in self.functions for key in changed):
            return AT_IMPORT
        concerned = [test for test in self.tests if test.entered & changed.keys()]
        if not concerned:
            return NEVER_RUN
        outcome = self.run_in_fork(changed, concerned)
        is_done = outcome == NOTICED or all(test.can_fork for test in concerned)
        return outcome if is_done else AT_IMPORT

    def run_in_fork(self, changed: dict[Key, CodeType], tests: list[Tested]) -> str:
        tests = [test for test in tests if test.can_fork]
        if not tests:
            return SURVIVED
        self._let_go_of_servers()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # a fork beside threads needs none of them
            pid = os.fork()
        if not pid:
            self._break_and_run(changed, tests)
        return self._outcome(pid, sum(test.seconds for test in tests) * 3 + PATIENCE)

    def _run(self, test: Tested, following: pytest.Item) -> None:
        _clear_caches(self.paths)
        test.item.config.hook.pytest_runtest_protocol(item=test.item, nextitem=following)

    def _let_go_of_servers(self) -> None:
        """A fork that used its parent's connections would confuse both processes."""
        from django.db import connection

        with self.session.config.stash[blocking_manager_key].unblock():
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's has one

    def _break_and_run(self, changed: dict[Key, CodeType], tests: list[Tested]) -> NoReturn:
        """Runs in the fork, and exits with 1 at the first test that notices the break, otherwise with 0."""
        from config import celery_app

        try:
            os.setsid()
            celery_app._after_fork()  # type: ignore[attr-defined]  # noqa: SLF001 - Celery's own forks do
            for key, code in changed.items():
                for function in self.functions[key]:
                    function.__code__ = code
            self.session._setupstate.teardown_exact(tests[0].item)  # noqa: SLF001 - pytest asserts it, and has no other
            for place, test in enumerate(tests):
                self._run(test, tests[place + 1].item if place + 1 < len(tests) else test.item)
                if self.session.testsfailed:
                    os._exit(1)
            os._exit(0)
        finally:
            os._exit(1)

    def _outcome(self, pid: int, seconds: float) -> str:
        until = time.monotonic() + seconds
        while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
            if time.monotonic() > until:
                os.killpg(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                self._forget_rows()
                return NOTICED
            time.sleep(0.02)
        return NOTICED if ended[1] else SURVIVED

    def _forget_rows(self) -> None:
        """A killed run may have left rows behind."""
        from django.core.management import call_command

        with self.session.config.stash[blocking_manager_key].unblock():
            call_command("flush", verbosity=0, interactive=False)


@contextmanager
def _noting(entered: set[Key], paths: set[str]) -> Iterator[None]:
    def note(code: CodeType, _offset: int) -> object:
        if code.co_filename not in paths:
            return sys.monitoring.DISABLE
        entered.add(_key(code))
        return None

    sys.monitoring.use_tool_id(MONITORING, "mutants")
    sys.monitoring.register_callback(MONITORING, sys.monitoring.events.PY_START, note)
    sys.monitoring.set_events(MONITORING, sys.monitoring.events.PY_START)
    yield
    sys.monitoring.set_events(MONITORING, 0)
    sys.monitoring.free_tool_id(MONITORING)


def _key(code: CodeType) -> Key:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _functions_of(paths: set[str]) -> dict[Key, list[FunctionType]]:
    """Everywhere that functions of the modules are referred to: imported elsewhere, decorated, registered."""
    found: dict[Key, list[FunctionType]] = defaultdict(list)
    for thing in _everything():
        if type(thing) is FunctionType and thing.__code__.co_filename in paths:
            found[_key(thing.__code__)].append(thing)
    return found


def _clear_caches(paths: set[str]) -> None:
    """A cached function would not be called again."""
    for thing in _everything():
        if type(thing) is functools._lru_cache_wrapper:  # noqa: SLF001 - the only name of the type
            code = getattr(thing.__wrapped__, "__code__", None)
            if code and code.co_filename in paths:
                thing.cache_clear()


def _everything() -> list[object]:
    """Also what was imported before the first test, which tests/conftest.py hides from the collector, and so from here."""
    gc.unfreeze()
    return gc.get_objects()


def changes(old: CodeType, new: CodeType) -> dict[Key, CodeType] | None:
    """The functions of `new` that differ, by their keys in `old`; None if code that runs at import differs."""
    if _own(old) != _own(new):
        return None
    changed: dict[Key, CodeType] = {}
    for before, after in zip(_inner(old), _inner(new), strict=True):
        if before.co_flags & CO_OPTIMIZED:
            if before != after:
                changed[_key(before)] = after
        elif (deeper := changes(before, after)) is None:
            return None
        else:
            changed |= deeper
    return changed


def _inner(code: CodeType) -> list[CodeType]:
    return [const for const in code.co_consts if isinstance(const, CodeType)]


def _own(code: CodeType) -> tuple[object, ...]:
    """What the body of a module or class does itself. Types are included, because True equals 1."""
    consts = [(type(const), const) for const in code.co_consts if not isinstance(const, CodeType)]
    return code.co_code, code.co_names, tuple(consts), len(_inner(code))
