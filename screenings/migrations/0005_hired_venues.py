"""Venues may be hired: who may use them, and who presents what a plan is made for."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

HIRE = models.BooleanField(
    default=False,
    help_text="Every institution may plan screenings here, as long as the screens are free.",
    verbose_name="open to hire",
)


def presented_by(**options: Any) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE,
        related_name="plan_requests",
        to="licensing.institution",
        verbose_name="presented by",
        **options,
    )


def fill(apps: Any, schema_editor: Any) -> None:
    """Until now only a venue's own institution could ask for plans there."""
    PlanRequest = apps.get_model("screenings", "PlanRequest")
    Venue = apps.get_model("screenings", "Venue")
    own = Venue.objects.filter(pk=OuterRef("venue")).values("institution")
    PlanRequest.objects.update(institution=Subquery(own))
    # The table is altered next, which PostgreSQL refuses while foreign keys wait to be checked.
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0011_buyers_old_columns"),
        ("screenings", "0004_triggers_covered_together"),
    ]
    operations = [
        migrations.AddField("venue", "open_to_hire", HIRE),
        migrations.AddField("venueevent", "open_to_hire", HIRE),
        migrations.AddField(
            "venue",
            "hirers",
            models.ManyToManyField(
                blank=True,
                help_text="Institutions that may plan screenings here although the venue is not theirs.",
                related_name="hired_venues",
                to="licensing.institution",
                verbose_name="may also be used by",
            ),
        ),
        migrations.AddField("planrequest", "institution", presented_by(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("planrequest", "institution", presented_by()),
    ]
