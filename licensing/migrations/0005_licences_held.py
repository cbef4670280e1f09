"""An index that has what the page of an institution's licences filters, counts and sorts by."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("licensing", "0004_quoted_renewals")]

    operations = [
        migrations.AddIndex(
            model_name="licence",
            index=models.Index(
                fields=["institution", "film", "id"],
                include=["status", "starts_on", "ends_on", "type_name"],
                name="licence_held",
            ),
        ),
    ]
