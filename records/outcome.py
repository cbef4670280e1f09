"""The outcome of loading records: how much was written, or every fault that prevented it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from records.faults import Fault, Severity


@dataclass(frozen=True)
class LoadReport:
    """How many of the things loaded were created, changed, left alone; and warnings that someone should look at."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    warnings: tuple[Fault, ...] = ()

    def __add__(self, other: LoadReport) -> LoadReport:
        return LoadReport(
            self.created + other.created,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.warnings + other.warnings,
        )

    def __str__(self) -> str:
        return f"{self.created} created, {self.changed} changed, {self.unchanged} unchanged"


class RecordsRefused(Exception):  # noqa: N818 - it refuses bad records; our own code has not failed
    """The records have errors; nothing was loaded. faults holds all of them, warnings too."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults without the warnings."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)
