"""Triggers of catalog; the SQL stands beside this file (`make triggers`). All of them are new, so that going back drops them."""

import re
from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
BACK = "\n".join(
    f"DROP TRIGGER IF EXISTS {name} ON {table}; DROP FUNCTION IF EXISTS {name}();"
    for name, table in re.findall(r'DROP TRIGGER IF EXISTS (\w+) ON ("\w+");', SQL)
)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0006_stills_front_subjects")]
    operations = [migrations.RunSQL(SQL, BACK)]
