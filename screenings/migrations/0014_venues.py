"""Bookings from elsewhere, and what visitors ask of a venue: places for wheelchairs, the way, where to eat."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

import wording.one_line


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0013_triggers_causes"),
        ("screenings", "0012_run_triggers"),
    ]

    operations = [
        migrations.CreateModel(
            name="MealPlace",
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
                        max_length=100, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="One way. 0: in the building.",
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="minutes on foot",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Such as: soup and bread, closed on Mondays.",
                        max_length=200,
                        validators=[wording.one_line.one_line],
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "verbose_name": "meal place",
                "verbose_name_plural": "meal places",
                "ordering": ("venue", "minutes", "name"),
            },
        ),
        migrations.CreateModel(
            name="OutsideBooking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="starts")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("what", models.CharField(blank=True, max_length=200, verbose_name="what")),
            ],
            options={
                "verbose_name": "outside booking",
                "verbose_name_plural": "outside bookings",
                "ordering": ("starts_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="OutsideCalendar",
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
                        max_length=100, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                ("address", models.URLField(max_length=1000, verbose_name="address")),
                (
                    "asked_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last asked"),
                ),
                (
                    "read_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last read"),
                ),
                (
                    "fault",
                    models.CharField(
                        blank=True, editable=False, max_length=500, verbose_name="what went wrong"
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar of outside bookings",
                "verbose_name_plural": "calendars of outside bookings",
                "ordering": ("venue", "name", "pk"),
            },
        ),
        migrations.AddField(
            model_name="screen",
            name="wheelchair_places",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Empty: nobody has said. 0: there are none.",
                null=True,
                verbose_name="places for wheelchairs",
            ),
        ),
        migrations.AddField(
            model_name="venue",
            name="getting_there",
            field=models.TextField(
                blank=True,
                db_default="",
                help_text="Stops and lines, cycle stands, parking, and the way from there.",
                max_length=10000,
                verbose_name="how to get there",
            ),
        ),
        migrations.AddField(
            model_name="venueevent",
            name="getting_there",
            field=models.TextField(
                blank=True,
                db_default="",
                help_text="Stops and lines, cycle stands, parking, and the way from there.",
                max_length=10000,
                verbose_name="how to get there",
            ),
        ),
        migrations.AddConstraint(
            model_name="screen",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("wheelchair_places", None),
                    ("wheelchair_places__lte", models.F("capacity")),
                    _connector="OR",
                ),
                name="screen_wheelchairs_among_seats",
                violation_error_message="There are more places for wheelchairs than seats.",
            ),
        ),
        migrations.AddConstraint(
            model_name="venue",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("getting_there"), 10000
                ),
                name="venue_getting_there_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddField(
            model_name="mealplace",
            name="venue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="meal_places",
                to="screenings.venue",
                verbose_name="venue",
            ),
        ),
        migrations.AddField(
            model_name="outsidebooking",
            name="screen",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="outside_bookings",
                to="screenings.screen",
                verbose_name="screen",
            ),
        ),
        migrations.AddField(
            model_name="outsidecalendar",
            name="screen",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: what it says takes all screens of the venue.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="outside_calendars",
                to="screenings.screen",
                verbose_name="screen",
            ),
        ),
        migrations.AddField(
            model_name="outsidecalendar",
            name="venue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="outside_calendars",
                to="screenings.venue",
                verbose_name="venue",
            ),
        ),
        migrations.AddField(
            model_name="outsidebooking",
            name="calendar",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="bookings",
                to="screenings.outsidecalendar",
                verbose_name="calendar",
            ),
        ),
        migrations.AddConstraint(
            model_name="mealplace",
            constraint=models.UniqueConstraint(fields=("venue", "name"), name="meal_place_once"),
        ),
        migrations.AddConstraint(
            model_name="mealplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__lte", 60)), name="meal_place_near_by"
            ),
        ),
        migrations.AddConstraint(
            model_name="mealplace",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="meal_place_has_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="mealplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="meal_place_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mealplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "note__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="meal_place_note_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsidecalendar",
            constraint=models.UniqueConstraint(fields=("venue", "address"), name="outside_calendar_once"),
        ),
        migrations.AddConstraint(
            model_name="outsidecalendar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("address__startswith", "https://"), ("address__startswith", "http://"), _connector="OR"
                ),
                name="outside_calendar_on_the_web",
            ),
        ),
        migrations.AddIndex(
            model_name="outsidebooking",
            index=models.Index(fields=["screen", "ends_at"], name="outside_booking_by_end"),
        ),
        migrations.AddConstraint(
            model_name="outsidebooking",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="outside_booking_forward"
            ),
        ),
    ]
