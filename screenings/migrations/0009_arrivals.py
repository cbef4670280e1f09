"""The door: who of a place is here, entered by devices."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0008_waiting_list"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(editable=False, unique=True, verbose_name="key")),
                ("people", models.SmallIntegerField(verbose_name="people")),
                ("at", models.DateTimeField(verbose_name="at")),
            ],
            options={
                "verbose_name": "arrival",
                "verbose_name_plural": "arrivals",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.AddField(
            model_name="place",
            name="arrived",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="of them here"),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(("arrived__lte", models.F("people"))), name="place_holds_who_arrived"
            ),
        ),
        migrations.AddField(
            model_name="arrival",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="let in by",
            ),
        ),
        migrations.AddField(
            model_name="arrival",
            name="place",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="arrivals",
                to="screenings.place",
                verbose_name="place",
            ),
        ),
        migrations.AddConstraint(
            model_name="arrival",
            constraint=models.CheckConstraint(
                condition=models.Q(("people", 0), _negated=True), name="arrival_of_someone"
            ),
        ),
    ]
