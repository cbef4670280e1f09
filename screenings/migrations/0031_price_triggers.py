"""Triggers of screenings; the SQL stands beside this file (`make triggers`)."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("screenings", "0030_requests_again_and_price")]
    operations = [migrations.RunSQL(SQL, None)]
