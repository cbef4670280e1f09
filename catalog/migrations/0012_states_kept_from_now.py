"""What titles, credits and subjects are now is the first that the history knows of them: label `kept`. A subject without an address gets one."""

from typing import Any

from django.db import migrations

KEPT = {
    "catalog_title": 'film_id, text, language, kind, source_id, "order"',
    "catalog_credit": 'film_id, person_id, role, detail, "order", source_id',
    "catalog_film_subjects": "film_id, subject_id",
}
EVENTS = {
    "catalog_title": "catalog_titleevent",
    "catalog_credit": "catalog_creditevent",
    "catalog_film_subjects": "catalog_filmsubjectevent",
}


def give_addresses(apps: Any, _editor: Any) -> None:
    for subject in apps.get_model("catalog", "Subject").objects.filter(slug=""):
        subject.slug = (
            "-".join(f"{ord(each):x}" for each in subject.name if each.isalnum())[:80].strip("-")
            or f"subject-{subject.pk}"
        )
        subject.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("catalog", "0011_triggers_rights_people")]
    operations = [
        migrations.RunSQL(
            f"INSERT INTO {EVENTS[table]} (pgh_created_at, pgh_label, pgh_obj_id, id, {columns}) "  # noqa: S608 - our own names
            f"SELECT now(), 'kept', id, id, {columns} FROM {table}",
            f"DELETE FROM {EVENTS[table]}",  # noqa: S608
        )
        for table, columns in KEPT.items()
    ] + [migrations.RunPython(give_addresses, migrations.RunPython.noop)]
