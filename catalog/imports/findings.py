"""What an import says of the rows of a file: films that are new, fields that change, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from catalog.imports.labels import LABELS, label_of
from records.faults import Fault, Severity
from wording.spreadsheets import BYTE_ORDER_MARK, csv_line, in_a_cell

LONGEST_VALUE = 120


class Sort(StrEnum):
    NEW = "new"
    CHANGE = "change"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Finding:
    """One thing about one row. `field` is as people know it; `said` is a sentence, or what was and what will be."""

    sort: Sort
    line: int
    film: str
    field: str
    said: str
    code: str = ""

    def __str__(self) -> str:
        return ": ".join(filter(None, (str(self.line), self.sort.value, self.film, self.field, self.said)))


@dataclass
class Taken:
    """What became of some rows of a file."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return self.created + self.changed + self.unchanged + self.refused

    def add(self, other: Taken) -> None:
        self.created += other.created
        self.changed += other.changed
        self.unchanged += other.unchanged
        self.refused += other.refused


def found(fault: Fault, film: str, line: int | None = None) -> Finding:
    """A fault of a record, at the row of the file."""
    sort = Sort.WARNING if fault.severity is Severity.WARNING else Sort.ERROR
    said = _in_people_words(fault.message)
    return Finding(sort, line or fault.line, film, label_of(fault.field), said, fault.code)


def _in_people_words(sentence: str) -> str:
    """A sentence that names a field by its own name in quotation marks, with what people call it."""
    opening, quote, rest = sentence.partition("“")
    name, closing, after = rest.partition("”")
    return f"{opening}{quote}{LABELS[name]}{closing}{after}" if name in LABELS else sentence


def change(line: int, film: str, field: str, before: object, after: object) -> Finding:
    return Finding(Sort.CHANGE, line, film, label_of(field), f"{_shown(before)} → {_shown(after)}")


def _shown(value: object) -> str:
    match value:
        case None | "" | []:
            return _("nothing")
        case dict():
            return _short(", ".join(_shown(each) for each in value.values()))
        case list() | tuple():
            return _short("; ".join(_shown(each) for each in value))
    return _short(" ".join(str(value).split()))


def _short(text: str) -> str:
    return Truncator(text).chars(LONGEST_VALUE)


def report_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The report as CSV, line after line."""
    yield BYTE_ORDER_MARK + csv_line((_("Row"), _("What"), _("Film"), _("Field"), _("Says")))
    for each in findings:
        yield csv_line(map(in_a_cell, (each.line, each.sort.value, each.film, each.field, each.said)))
