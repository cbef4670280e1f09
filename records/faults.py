"""What may be wrong with a record, and where."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the records from being loaded; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with one record.

    file is the path below the folder that was read, line counts from 1, field is a dotted
    path whose list positions count from 1 (``parts[2].runtime_minutes``; empty for the
    whole file), message is a full sentence, code is stable and in kebab-case.
    """

    file: str
    line: int
    field: str
    message: str
    code: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """``films/shoah.yaml:12: error: runtime_minutes: ... [runtime-not-positive]``."""
        where = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}: {self.severity}: {where}{self.message} [{self.code}]"
