"""`make triggers APP=licensing NAME=0003_prices`: writes a migration of SQL for the triggers of an app that changed.

Triggers are declared on models (pghistory, pgtrigger). Their SQL stands in files beside the migrations, one version after
the other, so that a review reads SQL and a migration stays short. tests/test_triggers.py says when a migration is missing.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import django

from config.embedded import ensure_servers
from setup.prepare import ROOT

MIGRATION = '''"""{title}; the SQL stands beside this file (`make triggers`)."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("{app}", "{before}")]
    operations = [migrations.RunSQL(SQL, {reverse})]
'''
IGNORED = 'CREATE OR REPLACE FUNCTION "public"._pgtrigger_should_ignore'


def main() -> None:
    """Compare the declared triggers with those of the migrated development database, and write what differs."""
    parser = argparse.ArgumentParser(prog="make triggers", description=__doc__)
    parser.add_argument("app")
    parser.add_argument("name", help="the migration's name, such as 0003_prices")
    asked = parser.parse_args()
    ensure_servers()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    statements = [*dropped(asked.app), *changed(asked.app)]
    if not statements:
        sys.exit(f"All triggers of {asked.app} are as they are declared.")
    write(ROOT / asked.app / "migrations", asked.app, asked.name, statements)


def changed(app: str) -> Iterator[str]:
    """SQL for each declared trigger that is missing from the database or differs there, ordered by name."""
    from pgtrigger import registry

    is_first = True
    for model, trigger in sorted(registry.registered(), key=lambda pair: pair[1].get_pgid(pair[0])):
        if model._meta.app_label == app and trigger.get_installation_status(model)[0] != "INSTALLED":
            shared, own = parts(str(trigger.compile(model).install_sql))
            yield shared + "\n" + own if is_first else own
            is_first = False


def dropped(app: str) -> Iterator[str]:
    """SQL that drops each trigger of the app's tables that is no longer declared."""
    from pgtrigger.installation import prunable

    for table, trigger, _is_enabled, _database in sorted(prunable()):
        if table.strip('"').startswith(f"{app}_"):
            yield f"DROP TRIGGER {trigger} ON {table};\nDROP FUNCTION {trigger}();\n"


def parts(sql: str) -> tuple[str, str]:
    """The function that all triggers call first, and the trigger's own statements; without empty lines."""
    text = "\n".join(line.rstrip() for line in dedent(sql).splitlines() if line.strip()) + "\n"
    shared, _, own = text.partition("$$ LANGUAGE plpgsql;\n")
    if not shared.startswith(IGNORED):
        raise ValueError("pgtrigger's template has changed: read it, and fix `parts`.")
    return shared + "$$ LANGUAGE plpgsql;\n", own


def write(folder: Path, app: str, name: str, statements: list[str]) -> None:
    """The migration and its SQL. The first one drops its tables' triggers with the tables, so that it reverses to nothing."""
    before = max(path.stem for path in folder.glob("0*.py") if path.stem < name)
    is_first = not any(folder.glob("*.sql"))
    reverse = "migrations.RunSQL.noop" if is_first else "None"
    title = f"Triggers of {app}"
    (folder / f"{name}.sql").write_text("\n".join(statements), encoding="utf-8")
    migration = MIGRATION.format(title=title, app=app, before=before, reverse=reverse)
    (folder / f"{name}.py").write_text(migration, encoding="utf-8")
    print(f"{app}/migrations/{name}.py")


if __name__ == "__main__":
    main()
