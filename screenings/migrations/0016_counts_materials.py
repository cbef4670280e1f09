"""How many came by showing, and what must be there before a screening and go back after it."""

import django.db.models.deletion
import django.db.models.functions.math
import djmoney.models.fields
from django.conf import settings
from django.db import migrations, models

import wording.one_line


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("screenings", "0015_triggers_venues"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ShowingCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("people", models.PositiveIntegerField(verbose_name="people")),
                (
                    "box_office_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "box_office",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2, max_digits=12, verbose_name="box office"
                    ),
                ),
                ("at", models.DateTimeField(auto_now=True, verbose_name="entered at")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="showing_counts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="counted by",
                    ),
                ),
                (
                    "showing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="count",
                        to="screenings.showing",
                        verbose_name="showing",
                    ),
                ),
            ],
            options={
                "verbose_name": "count of a showing",
                "verbose_name_plural": "counts of showings",
                "ordering": ("showing",),
            },
        ),
        migrations.CreateModel(
            name="ShowingCountEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("people", models.PositiveIntegerField(verbose_name="people")),
                (
                    "box_office_currency",
                    djmoney.models.fields.CurrencyField(
                        choices=[
                            ("GBP", "British Pound"),
                            ("CAD", "Canadian Dollar"),
                            ("EUR", "Euro"),
                            ("JPY", "Japanese Yen"),
                            ("USD", "US Dollar"),
                        ],
                        default="USD",
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "box_office",
                    djmoney.models.fields.MoneyField(
                        decimal_places=2, max_digits=12, verbose_name="box office"
                    ),
                ),
                ("at", models.DateTimeField(auto_now=True, verbose_name="entered at")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="counted by",
                    ),
                ),
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
                        to="screenings.showingcount",
                    ),
                ),
                (
                    "showing",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="screenings.showing",
                        verbose_name="showing",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MaterialTick",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("ordered", "copy ordered"),
                            ("arrived", "copy arrived"),
                            ("key", "key loaded"),
                            ("test", "tested"),
                            ("returned", "copy returned"),
                        ],
                        max_length=20,
                        verbose_name="step",
                    ),
                ),
                ("about", models.CharField(max_length=30, verbose_name="about")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        validators=[wording.one_line.one_line],
                        verbose_name="note",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="done at")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="material_ticks",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="done by",
                    ),
                ),
                (
                    "screening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="material_ticks",
                        to="screenings.screening",
                        verbose_name="screening",
                    ),
                ),
            ],
            options={
                "verbose_name": "step with materials",
                "verbose_name_plural": "steps with materials",
                "ordering": ("screening", "at", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("screening", "step", "about"), name="material_step_once"),
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["ordered", "arrived", "key", "test", "returned"])),
                        name="material_step_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "note__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="material_note_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="showingcount",
            constraint=models.CheckConstraint(
                condition=models.Q(("people__lte", 100000)), name="showing_count_within_reach"
            ),
        ),
        migrations.AddConstraint(
            model_name="showingcount",
            constraint=models.CheckConstraint(
                condition=models.Q(("box_office__gte", 0)), name="showing_box_office_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="showingcount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "box_office_currency__in",
                            [
                                "BIF",
                                "CLP",
                                "DJF",
                                "GNF",
                                "ISK",
                                "JPY",
                                "KMF",
                                "KRW",
                                "PYG",
                                "RWF",
                                "UGX",
                                "VND",
                                "VUV",
                                "XAF",
                                "XOF",
                                "XPF",
                            ],
                        ),
                        _negated=True,
                    ),
                    ("box_office", None),
                    ("box_office", django.db.models.functions.math.Floor(models.F("box_office"))),
                    _connector="OR",
                ),
                name="showing_box_office_in_coins",
                violation_error_message="This currency has no decimals: enter a whole amount.",
            ),
        ),
    ]
