"""Triggers of catalog; the SQL stands beside this file (`make triggers`)."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")

REVERSE = """
    DROP TRIGGER pgtrigger_dates_film_3a85c ON "revisions_change";
    DROP FUNCTION pgtrigger_dates_film_3a85c();
    DROP TRIGGER pgtrigger_dates_films_5bfb4 ON "catalog_person";
    DROP FUNCTION pgtrigger_dates_films_5bfb4();
    DROP TRIGGER pgtrigger_dates_films_f1fc5 ON "catalog_subject";
    DROP FUNCTION pgtrigger_dates_films_f1fc5();
    DROP TRIGGER pgtrigger_remembers_changed_40fb3 ON "catalog_film";
    DROP FUNCTION pgtrigger_remembers_changed_40fb3();
    DROP TRIGGER pgtrigger_remembers_new_fc6a1 ON "catalog_film";
    DROP FUNCTION pgtrigger_remembers_new_fc6a1();
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0005_harvesting")]
    operations = [migrations.RunSQL(SQL, REVERSE)]
