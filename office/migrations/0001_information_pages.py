import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="InformationPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.CharField(
                        choices=[
                            ("about", "About"),
                            ("contact", "Contact"),
                            ("terms", "Terms"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility"),
                        ],
                        max_length=20,
                        verbose_name="page",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("zh-hans", "Simplified Chinese"), ("fr", "French")],
                        default="en",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                (
                    "body",
                    models.TextField(
                        help_text="Markdown; ## starts a section. The office's name and addresses are added automatically.",
                        max_length=20000,
                        verbose_name="text",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
            ],
            options={
                "verbose_name": "information page",
                "verbose_name_plural": "information pages",
                "ordering": ("slug", "language"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("slug", "language"),
                        name="information_page_once_a_language",
                        violation_error_message="This page already has a text in this language. Change that text.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("slug__in", ["about", "contact", "terms", "privacy", "accessibility"])
                        ),
                        name="information_page_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("body"), 20000
                        ),
                        name="information_page_body_bounded",
                        violation_error_message="This text is too long.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InformationPageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.CharField(
                        choices=[
                            ("about", "About"),
                            ("contact", "Contact"),
                            ("terms", "Terms"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility"),
                        ],
                        max_length=20,
                        verbose_name="page",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("zh-hans", "Simplified Chinese"), ("fr", "French")],
                        default="en",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                (
                    "body",
                    models.TextField(
                        help_text="Markdown; ## starts a section. The office's name and addresses are added automatically.",
                        max_length=20000,
                        verbose_name="text",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="office.informationpage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
