"""Drafts hold their screens until a time, and other plans come next."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0006_timetable_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ScreenHold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateTimeField(db_index=True, verbose_name="holds until")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="held at")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="screen_holds",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="held by",
                    ),
                ),
                (
                    "screening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hold",
                        to="screenings.screening",
                        verbose_name="screening",
                    ),
                ),
            ],
            options={
                "verbose_name": "hold of screens",
                "verbose_name_plural": "holds of screens",
                "ordering": ("until", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SecondOption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("plan_index", models.PositiveSmallIntegerField(verbose_name="plan")),
                (
                    "until",
                    models.DateTimeField(
                        help_text="The plan's first showing would begin.", verbose_name="waits until"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="wanted since")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="second_options",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wanted by",
                    ),
                ),
                (
                    "plan_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="second_options",
                        to="screenings.planrequest",
                        verbose_name="plan asked for",
                    ),
                ),
            ],
            options={
                "verbose_name": "second option",
                "verbose_name_plural": "second options",
                "ordering": ("created_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("plan_request", "plan_index"), name="second_option_once")
                ],
            },
        ),
    ]
