"""What a format lock meant in words, it now also means to the rules: a disc, a file, a DCP or a film print."""

from typing import Any

from django.db import migrations

from licensing.terms.rights.grants import carriers_named


def name_formats(apps: Any, schema_editor: Any) -> None:
    kinds = apps.get_model("licensing", "LicenceType").objects.exclude(format_lock="")
    for kind in kinds.filter(formats=[]):
        # A lock in other words is taken for a file: the office looks at it where it edits the type.
        kind.formats = sorted(carriers_named(kind.format_lock)) or ["file"]
        kind.save(update_fields=["formats"])


class Migration(migrations.Migration):
    dependencies = [("licensing", "0004_triggers_grants")]
    operations = [migrations.RunPython(name_formats, migrations.RunPython.noop)]
