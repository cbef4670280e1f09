"""Plan requests may replan a screening; two showings may change places in one transaction."""

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screenings", "0002_triggers"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="showing",
            name="showings_apart_on_screen",
        ),
        migrations.AddField(
            model_name="planrequest",
            name="replans",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="replans",
                to="screenings.screening",
                verbose_name="replans",
            ),
        ),
        migrations.AddField(
            model_name="planrequest",
            name="taken_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="replan taken at"),
        ),
        migrations.AddConstraint(
            model_name="planrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken_at", None), ("replans__isnull", False), _connector="OR"),
                name="only_replans_are_taken_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="showing",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("status", "cancelled"), _negated=True),
                deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                expressions=[
                    ("screen", "="),
                    (
                        models.Func(
                            models.F("occupied_from"), models.F("occupied_until"), function="tstzrange"
                        ),
                        "&&",
                    ),
                ],
                name="showings_apart_on_screen",
                violation_error_message="Another showing occupies this screen at that time.",
            ),
        ),
    ]
