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
    put_on_one_line(apps.get_model("catalog", "Film").objects.all(), "title")
    put_on_one_line(apps.get_model("catalog", "Title").objects.all(), "text")
    put_on_one_line(apps.get_model("catalog", "Person").objects.all(), "name", "sort_name", "original_name")


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0005_film_says_what_is_wrong"),
    ]

    operations = [
        migrations.RunPython(settle, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="film",
            name="title",
            field=models.CharField(
                help_text="The title that the distributor shows first.",
                max_length=250,
                validators=[wording.one_line.one_line],
                verbose_name="title",
            ),
        ),
        migrations.AlterField(
            model_name="filmevent",
            name="title",
            field=models.CharField(
                help_text="The title that the distributor shows first.",
                max_length=250,
                validators=[wording.one_line.one_line],
                verbose_name="title",
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="name",
            field=models.CharField(
                max_length=200, validators=[wording.one_line.one_line], verbose_name="name"
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="original_name",
            field=models.CharField(
                blank=True,
                max_length=200,
                validators=[wording.one_line.one_line],
                verbose_name="name in its own script",
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="sort_name",
            field=models.CharField(
                blank=True,
                help_text="As in a sorted list: Wang, Bing",
                max_length=200,
                validators=[wording.one_line.one_line],
                verbose_name="sort name",
            ),
        ),
        migrations.AlterField(
            model_name="title",
            name="text",
            field=models.CharField(
                max_length=250, validators=[wording.one_line.one_line], verbose_name="title"
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "title__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="film_title_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="person_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "sort_name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="person_sort_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "original_name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="person_original_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="title",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "text__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="title_text_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
    ]
