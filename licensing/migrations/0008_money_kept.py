"""What quotes keep of fees and of how a price is made up, the number enrolled when it was priced, and withdrawn certificates."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0007_donations"),
    ]

    operations = [
        migrations.AddField(
            model_name="order",
            name="enrolment",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Of the institution when this was priced.",
                null=True,
                verbose_name="number enrolled",
            ),
        ),
        migrations.AddField(
            model_name="orderevent",
            name="enrolment",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Of the institution when this was priced.",
                null=True,
                verbose_name="number enrolled",
            ),
        ),
        migrations.AddField(
            model_name="quote",
            name="enrolment",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Of the institution when this was priced.",
                null=True,
                verbose_name="number enrolled",
            ),
        ),
        migrations.AddField(
            model_name="quoteevent",
            name="enrolment",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Of the institution when this was priced.",
                null=True,
                verbose_name="number enrolled",
            ),
        ),
        migrations.AddField(
            model_name="quoteline",
            name="charges",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="Price, discount and rush fee: kind, words and amount. They add up to the price.",
                verbose_name="how the price is made up",
            ),
        ),
        migrations.AddField(
            model_name="quoteline",
            name="fee",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="What may be due after the report rests on it.",
                verbose_name="fee",
            ),
        ),
        migrations.AlterField(
            model_name="exemption",
            name="status",
            field=models.CharField(
                choices=[
                    ("asked", "waiting for the office"),
                    ("accepted", "accepted"),
                    ("refused", "not accepted"),
                    ("withdrawn", "withdrawn by the institution"),
                ],
                default="asked",
                max_length=20,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="exemptionevent",
            name="status",
            field=models.CharField(
                choices=[
                    ("asked", "waiting for the office"),
                    ("accepted", "accepted"),
                    ("refused", "not accepted"),
                    ("withdrawn", "withdrawn by the institution"),
                ],
                default="asked",
                max_length=20,
                verbose_name="status",
            ),
        ),
    ]
