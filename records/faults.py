"""What may be wrong with a record of the catalogue, a price list or a list of venues, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic_core import PydanticCustomError

from wording.say import Plural, Say, Value, say
from wording.sentences import sentence


class Severity(StrEnum):
    """An error keeps the records from being loaded; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one record.

    file is the path below the folder that was read, line counts from 1, field is a dotted
    path whose list positions count from 1 (``parts[2].runtime_minutes``; empty for the
    whole file), say is a full sentence whose code is stable and in kebab-case. Faults sort by place.
    """

    file: str
    line: int
    field: str
    say: Say
    severity: Severity = Severity.ERROR

    @property
    def code(self) -> str:
        return self.say.code

    @property
    def message(self) -> str:
        """The sentence in the reader's language."""
        return sentence(self.say)

    def __lt__(self, other: Fault) -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[str, int, str, str]:
        return self.file, self.line, self.field, str(self.say)

    def __str__(self) -> str:
        """``films/shoah.yaml:12: error: runtime_minutes: ... [runtime-not-positive]``."""
        where = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}: {self.severity}: {where}{self.message} [{self.code}]"


def unfit(code: str, template: str | Plural, **params: Value) -> PydanticCustomError:
    """The error to raise in pydantic for a value that is not accepted; `records.sentences` makes a fault of it."""
    return PydanticCustomError(code, "{say}", {"say": say(code, template, **params)})
