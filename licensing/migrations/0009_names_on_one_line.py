"""Names and titles are one line: what was written before is put on one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import migrations, models

import licensing.typesetting.printing
import wording.one_line
from wording.one_line import put_on_one_line

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def settle(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    put_on_one_line(apps.get_model("licensing", "Institution").objects.all(), "legal_name")


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0008_documents_say_all"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(settle, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="institution",
            name="legal_name",
            field=models.CharField(
                help_text="Exactly as it must appear on a licence and an invoice.",
                max_length=250,
                validators=[wording.one_line.one_line, licensing.typesetting.printing.validate_printable],
                verbose_name="exact legal name",
            ),
        ),
        migrations.AlterField(
            model_name="institutionevent",
            name="legal_name",
            field=models.CharField(
                help_text="Exactly as it must appear on a licence and an invoice.",
                max_length=250,
                validators=[wording.one_line.one_line, licensing.typesetting.printing.validate_printable],
                verbose_name="exact legal name",
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "legal_name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="institution_legal_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
    ]
