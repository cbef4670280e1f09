import django.core.validators
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

import wording.one_line


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0003_registrations_so_far"),
    ]

    operations = [
        migrations.AlterField(
            model_name="registration",
            name="name",
            field=models.CharField(
                max_length=150, validators=[wording.one_line.one_line], verbose_name="name"
            ),
        ),
        migrations.AlterField(
            model_name="screen",
            name="capacity",
            field=models.PositiveIntegerField(
                validators=[django.core.validators.MaxValueValidator(100000)], verbose_name="seats"
            ),
        ),
        migrations.AlterField(
            model_name="screen",
            name="name",
            field=models.CharField(
                max_length=100, validators=[wording.one_line.one_line], verbose_name="name"
            ),
        ),
        migrations.AlterField(
            model_name="screening",
            name="audience",
            field=models.PositiveIntegerField(
                default=0,
                validators=[django.core.validators.MaxValueValidator(100000)],
                verbose_name="expected audience",
            ),
        ),
        migrations.AlterField(
            model_name="screening",
            name="title",
            field=models.CharField(
                max_length=250, validators=[wording.one_line.one_line], verbose_name="title"
            ),
        ),
        migrations.AlterField(
            model_name="screeningevent",
            name="audience",
            field=models.PositiveIntegerField(
                default=0,
                validators=[django.core.validators.MaxValueValidator(100000)],
                verbose_name="expected audience",
            ),
        ),
        migrations.AlterField(
            model_name="screeningevent",
            name="title",
            field=models.CharField(
                max_length=250, validators=[wording.one_line.one_line], verbose_name="title"
            ),
        ),
        migrations.AlterField(
            model_name="venue",
            name="address",
            field=models.CharField(
                blank=True, max_length=300, validators=[wording.one_line.one_line], verbose_name="address"
            ),
        ),
        migrations.AlterField(
            model_name="venue",
            name="city",
            field=models.CharField(
                max_length=120, validators=[wording.one_line.one_line], verbose_name="city"
            ),
        ),
        migrations.AlterField(
            model_name="venue",
            name="name",
            field=models.CharField(
                max_length=200, validators=[wording.one_line.one_line], verbose_name="name"
            ),
        ),
        migrations.AlterField(
            model_name="venueevent",
            name="address",
            field=models.CharField(
                blank=True, max_length=300, validators=[wording.one_line.one_line], verbose_name="address"
            ),
        ),
        migrations.AlterField(
            model_name="venueevent",
            name="city",
            field=models.CharField(
                max_length=120, validators=[wording.one_line.one_line], verbose_name="city"
            ),
        ),
        migrations.AlterField(
            model_name="venueevent",
            name="name",
            field=models.CharField(
                max_length=200, validators=[wording.one_line.one_line], verbose_name="name"
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_at__isnull", False), ("held_until__isnull", False), _connector="OR"
                ),
                name="registration_confirmed_or_held",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="registration_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="screen",
            constraint=models.CheckConstraint(
                condition=models.Q(("capacity__lte", 100000)), name="screen_within_reach"
            ),
        ),
        migrations.AddConstraint(
            model_name="screen",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="screen_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__lte", 100000)), name="screening_audience_within_reach"
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "title__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="screening_title_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="venue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="venue_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="venue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "address__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="venue_address_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="venue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "city__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="venue_city_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
    ]
