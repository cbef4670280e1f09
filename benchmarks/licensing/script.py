"""What Django sends to PostgreSQL for one action, as a script for pgbench that does the same again with new keys and numbers.

https://www.postgresql.org/docs/current/pgbench.html: `\\gset` keeps the one row of a result in variables, and `:name`
stands for a variable anywhere, also within a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

LEAST = 10**8
"""Keys and numbers made by the database are at least so large, so that they are recognised wherever they stand."""
STEP = 10**8
BETWEEN = 2 * 10**9
"""Where the series of numbers begin, which are integers of four bytes: beyond what the sequence that begins there reaches."""
MADE = re.compile(r"(:?)(?<!\d)(\d{9,})(?![\w])")
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def start_sequences_high() -> None:
    """Every sequence, and every series of numbers without gaps, begins at another multiple of STEP."""
    from django.db import connection

    from licensing.models import NumberSeries
    from licensing.terms.days import office_today

    year = office_today().year
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname || '.' || sequencename FROM pg_sequences WHERE data_type = 'bigint'::regtype"
        )
        names = [name for (name,) in cursor.fetchall()]
        for number, name in enumerate(names, start=1):
            cursor.execute("SELECT setval(%s, %s)", [name, LEAST + STEP * number])
    for number, prefix in enumerate(("INV", "LIC", "REC"), start=1):
        NumberSeries.objects.create(name=f"{prefix}-{year}", last=BETWEEN + number * STEP // 10)


class Script:
    """A script under way: `note` is an execute wrapper of Django's."""

    def __init__(self) -> None:
        self.lines: list[str] = ["SELECT ':' AS colon \\gset"]
        self.statements = 0
        self._variables: dict[str, str] = {}
        self._transaction: object = None

    def record(self, action: Callable[[], object]) -> Script:
        from django.db import connection

        with connection.execute_wrapper(self.note):
            action()
        self._end()
        return self

    def note(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        if not sql.startswith(CONTROL):
            self._turn(context["connection"])
            cursor = context["cursor"].cursor
            text = type(cursor)(cursor.connection).mogrify(sql, params)  # its own would lose the result
            self._add(text if params else sql, cursor.pgresult)
        return result

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def _turn(self, connection: Any) -> None:
        """Begins a transaction where Django began one."""
        outermost = connection.atomic_blocks[0] if connection.atomic_blocks else None
        if outermost is not self._transaction:
            self._end()
            if outermost is not None:
                self.lines.append("BEGIN;")
            self._transaction = outermost

    def _end(self) -> None:
        if self._transaction is not None:
            self.lines.append("COMMIT;")
        self._transaction = None

    def _add(self, sql: str, result: Any) -> None:
        self.statements += 1
        text = MADE.sub(self._variable, sql)
        made = self._made(result)
        if not made:
            self.lines.append(f"{text};")
            return
        prefix = f"v{self.statements}_"
        self.lines.append(f"{text} \\gset {prefix}")
        self._variables |= {value: f"{prefix}{column}" for column, value in made.items()}

    def _variable(self, found: re.Match[str]) -> str:
        colon, value = found.groups()
        name = self._variables.get(value)
        if name is None:
            return found.group()
        return f":colon:{name}" if colon else f":{name}"  # two colons in a row would be a cast

    def _made(self, result: Any) -> dict[str, str]:
        """The new keys and numbers of a result of one row, by their columns."""
        if result is None or result.ntuples != 1:
            return {}
        cells = {
            result.fname(number).decode(): (result.get_value(0, number) or b"").decode()
            for number in range(result.nfields)
        }
        return {
            name: value
            for name, value in cells.items()
            if value.isdecimal() and int(value) > LEAST and value not in self._variables
        }
