"""Lines of CSV that a spreadsheet reads as they are meant."""

from __future__ import annotations

import csv
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would run (https://owasp.org/www-community/attacks/CSV_Injection)."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the local code page."""


class _Line:
    """What csv.writer writes to: it returns the line, so that lines can be sent as they are made."""

    def write(self, line: str) -> str:
        return line


def csv_line(cells: Iterable[str]) -> str:
    return str(csv.writer(_Line()).writerow(cells))


def in_a_cell(value: object) -> str:
    """The value as text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
