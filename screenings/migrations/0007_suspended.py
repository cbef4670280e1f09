"""A screening that loses its licence is suspended from sale."""

from django.db import migrations, models
from django.db.models import Q

STATUSES = [
    ("draft", "draft"),
    ("published", "published"),
    ("suspended", "suspended from sale"),
    ("cancelled", "cancelled"),
]


class Migration(migrations.Migration):
    dependencies = [("screenings", "0006_triggers_hire")]
    operations = [
        *(
            migrations.AlterField(
                model,
                "status",
                models.CharField(choices=STATUSES, default="draft", max_length=20, verbose_name="status"),
            )
            for model in ("screening", "screeningevent")
        ),
        migrations.RemoveConstraint("screening", "screening_published_with_licence"),
        migrations.AddConstraint(
            "screening",
            models.CheckConstraint(
                condition=~Q(status__in=["published", "suspended"])
                | (Q(licence__isnull=False) & Q(published_at__isnull=False)),
                name="screening_published_with_licence",
                violation_error_message="A screening is published only under a licence that covers it.",
            ),
        ),
    ]
