"""A venue keeps house styles: the planner's settings under a name."""

import django.db.models.deletion
from django.db import migrations, models

import wording.one_line


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0003_replans"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseStyle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=80, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                (
                    "is_usual",
                    models.BooleanField(
                        default=False,
                        help_text="New requests to the planner for this venue begin with it.",
                        verbose_name="usual",
                    ),
                ),
                ("wishes", models.JSONField(verbose_name="wishes")),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="styles",
                        to="screenings.venue",
                        verbose_name="venue",
                    ),
                ),
            ],
            options={
                "verbose_name": "house style",
                "verbose_name_plural": "house styles",
                "ordering": ("venue", "name"),
                "constraints": [
                    models.UniqueConstraint(fields=("venue", "name"), name="style_name_unique"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_usual", True)), fields=("venue",), name="one_usual_style"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="style_has_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "name__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="style_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
    ]
