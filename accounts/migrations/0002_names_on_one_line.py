"""Names and titles are one line: what was written before is put on one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations, models

import wording.one_line
from wording.one_line import put_on_one_line

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def settle(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    put_on_one_line(apps.get_model("accounts", "User").objects.all(), "name")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_people"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(settle, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="user",
            name="name",
            field=models.CharField(
                blank=True, max_length=150, validators=[wording.one_line.one_line], verbose_name="name"
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="user_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
    ]
