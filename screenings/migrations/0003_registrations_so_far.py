"""Who registered before addresses were confirmed keeps the places; names and titles of several lines become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations
from django.db.models import F

from screenings.reach import MOST_PEOPLE
from wording.one_line import put_on_one_line

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LINES = {
    "Registration": ("name",),
    "Screening": ("title",),
    "Venue": ("name", "address", "city"),
    "Screen": ("name",),
}


def settle(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("screenings", "Registration").objects.filter(confirmed_at=None).update(
        confirmed_at=F("created_at")
    )
    for model, fields in LINES.items():
        put_on_one_line(apps.get_model("screenings", model).objects.all(), *fields)
    screenings = apps.get_model("screenings", "Screening").objects
    screenings.filter(audience__gt=MOST_PEOPLE).update(audience=MOST_PEOPLE)
    screens = apps.get_model("screenings", "Screen").objects
    screens.filter(capacity__gt=MOST_PEOPLE).update(capacity=MOST_PEOPLE)


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0002_registration_holds"),
    ]

    operations = [
        migrations.RunPython(settle, migrations.RunPython.noop),
    ]
