"""A personal calendar at a secret address, and what calendars of a registration must be told."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import screenings.models.feeds


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0009_arrivals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="registration",
            name="changes",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="changes"),
        ),
        migrations.AddField(
            model_name="registration",
            name="given_up",
            field=models.ManyToManyField(
                blank=True,
                editable=False,
                help_text="At which they held places before: calendars that have them must be told.",
                related_name="+",
                to="screenings.showing",
                verbose_name="given up",
            ),
        ),
        migrations.CreateModel(
            name="ShowingFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=screenings.models.feeds.new_feed_token,
                        editable=False,
                        max_length=40,
                        unique=True,
                        verbose_name="token",
                    ),
                ),
                ("renewed_at", models.DateTimeField(auto_now=True, verbose_name="renewed at")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="showing_feed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar of showings",
                "verbose_name_plural": "calendars of showings",
                "ordering": ("-renewed_at", "-pk"),
            },
        ),
    ]
