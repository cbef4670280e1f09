"""Triggers of licensing; the SQL stands beside this file (`make triggers`)."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
# Back again: the triggers as they were, and none of those that read columns which are about to go.
BEFORE = Path(__file__).with_name("0002_triggers.sql").read_text(encoding="utf-8")
NEW = {
    "keeps_an_administrator_delete_3f0cd": "licensing_membership",
    "keeps_an_administrator_update_53574": "licensing_membership",
    "parent_depth_one_15b8e": "licensing_institution",
    "delete_delete_381e2": "licensing_membership",
    "insert_insert_aec4b": "licensing_membership",
    "update_update_13335": "licensing_membership",
}
BACK = "".join(f"DROP TRIGGER pgtrigger_{name} ON {table};\n" for name, table in NEW.items()) + BEFORE


class Migration(migrations.Migration):
    dependencies = [("licensing", "0005_buyers_old_columns")]
    operations = [migrations.RunSQL(SQL, BACK)]
