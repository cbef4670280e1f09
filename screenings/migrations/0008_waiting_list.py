"""Several people with one registration, and a waiting list whose places are offered for a time."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0007_screen_options"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Wait",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("people", models.PositiveSmallIntegerField(default=1, verbose_name="people")),
                (
                    "joined_at",
                    models.DateTimeField(verbose_name="waits since"),
                ),
                ("offered_until", models.DateTimeField(blank=True, null=True, verbose_name="offered until")),
            ],
            options={
                "verbose_name": "turn in the waiting list",
                "verbose_name_plural": "waiting list",
                "ordering": ("joined_at", "pk"),
            },
        ),
        migrations.AddField(
            model_name="place",
            name="people",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="people"),
        ),
        migrations.AddField(
            model_name="registration",
            name="forgotten_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="deleted on request"
            ),
        ),
        migrations.AddField(
            model_name="registration",
            name="people",
            field=models.PositiveSmallIntegerField(
                default=1,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(60),
                ],
                verbose_name="people",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(("people__gte", 1)), name="place_for_someone"
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(("people__gte", 1), ("people__lte", 60)), name="registration_for_so_many"
            ),
        ),
        migrations.AddField(
            model_name="wait",
            name="registration",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="wait",
                to="screenings.registration",
                verbose_name="registration",
            ),
        ),
        migrations.AddField(
            model_name="wait",
            name="showings",
            field=models.ManyToManyField(
                related_name="waits", to="screenings.showing", verbose_name="showings"
            ),
        ),
        migrations.AddIndex(
            model_name="wait",
            index=models.Index(
                condition=models.Q(("offered_until__isnull", False)),
                fields=["offered_until"],
                name="wait_offered",
            ),
        ),
        migrations.AddConstraint(
            model_name="wait",
            constraint=models.CheckConstraint(
                condition=models.Q(("people__gte", 1), ("people__lte", 60)), name="wait_for_so_many"
            ),
        ),
        migrations.AddConstraint(
            model_name="wait",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("offered_until", None), ("offered_until__gt", models.F("joined_at")), _connector="OR"
                ),
                name="wait_offered_after_joining",
            ),
        ),
    ]
