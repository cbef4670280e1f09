"""Quote numbers come from a sequence of their own, which nobody waits for: there may be gaps."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("licensing", "0019_quotes")]
    operations = [
        migrations.RunSQL(
            "CREATE SEQUENCE licensing_quote_number AS bigint", "DROP SEQUENCE licensing_quote_number"
        )
    ]
