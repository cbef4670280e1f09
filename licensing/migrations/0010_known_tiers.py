from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0009_names_on_one_line"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tier__in", ["higher-education", "k-12", "non-profit", "public-library", "individual"])
                ),
                name="institution_tier_known",
                violation_error_message="There is no such tier.",
            ),
        ),
    ]
