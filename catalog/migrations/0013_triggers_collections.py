"""Triggers of catalog; the SQL stands beside this file (`make triggers`). Going back drops them, and gives collections those that they had."""

import re
from pathlib import Path

from django.db import migrations

HERE = Path(__file__)
SQL = HERE.with_suffix(".sql").read_text(encoding="utf-8")
BEFORE = HERE.with_name("0007_triggers_stills.sql").read_text(encoding="utf-8")
PIECE = re.compile(
    r"CREATE OR REPLACE FUNCTION (?:(?!CREATE OR REPLACE FUNCTION).)*?COMMENT ON TRIGGER (\w+) ON [^\n]*;",
    re.DOTALL,
)
DROPPED = re.findall(r'DROP TRIGGER IF EXISTS (\w+) ON ("\w+");', SQL)
BACK = "\n".join(
    [
        f"DROP TRIGGER IF EXISTS {name} ON {table}; DROP FUNCTION IF EXISTS {name}();"
        for name, table in DROPPED
    ]
    + [piece[0] for piece in PIECE.finditer(BEFORE) if piece[1] in dict(DROPPED)]
)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0012_states_kept_from_now")]
    operations = [migrations.RunSQL(SQL, BACK)]
