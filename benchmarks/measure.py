"""One measured value and what is wanted of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Measure:
    """`value` and `limit` are in `unit`. Less is better, unless the limit is the least that is wanted."""

    what: str
    value: float
    limit: float
    unit: str
    is_least: bool = False

    @property
    def is_kept(self) -> bool:
        return self.value >= self.limit if self.is_least else self.value <= self.limit

    @property
    def measured(self) -> str:
        return f"{self.value:.3g} {self.unit}".strip()

    @property
    def wanted(self) -> str:
        return f"{'at least' if self.is_least else 'at most'} {self.limit:g} {self.unit}".strip()


def seconds(action: Callable[[], object]) -> float:
    """The elapsed time of one call."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def resident(pid: int) -> float:
    """Megabytes of a process and all that it started; pages that they share count once for each (RSS). Raises NoSuchProcess."""
    process = psutil.Process(pid)
    return float(sum(each.memory_info().rss for each in (process, *process.children(recursive=True)))) / 1e6


def megabytes_of(process: psutil.Process) -> float:
    """Its proportional set size (PSS), which divides shared pages among processes; 0 for a process that has ended."""
    try:
        return float(process.memory_full_info().pss) / 1e6
    except psutil.NoSuchProcess:
        return 0.0
