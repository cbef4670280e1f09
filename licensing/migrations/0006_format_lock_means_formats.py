from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("licensing", "0005_formats_of_locks")]
    operations = [
        migrations.AddConstraint(
            model_name="licencetype",
            constraint=models.CheckConstraint(
                condition=models.Q(("format_lock", ""), ("formats__len__gt", 0), _connector="OR"),
                name="licence_format_lock_means_formats",
                violation_error_message="Say what the format lock means: from what the film may be shown.",
            ),
        ),
    ]
