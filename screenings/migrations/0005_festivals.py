"""Festivals: their films, pairs and fixed showings, the planner's programmes, and the screenings made of them."""

import datetime

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import wording.one_line


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0012_states_kept_from_now"),
        ("licensing", "0011_site_scope_words"),
        ("screenings", "0004_house_styles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Festival",
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
                        max_length=200, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                (
                    "liked_from",
                    models.TimeField(
                        default=datetime.time(18, 0),
                        help_text="When showings start that people like.",
                        verbose_name="liked from",
                    ),
                ),
                ("liked_until", models.TimeField(default=datetime.time(21, 0), verbose_name="liked until")),
                (
                    "travel_minutes",
                    models.PositiveSmallIntegerField(
                        default=20,
                        validators=[django.core.validators.MaxValueValidator(600)],
                        verbose_name="minutes between two venues",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="festivals",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="created by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="festivals",
                        to="licensing.institution",
                        verbose_name="presented by",
                    ),
                ),
                (
                    "screens",
                    models.ManyToManyField(
                        related_name="festivals", to="screenings.screen", verbose_name="screens"
                    ),
                ),
            ],
            options={
                "verbose_name": "festival",
                "verbose_name_plural": "festivals",
                "ordering": ("-first_day", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="FestivalFilm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "showings",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(20),
                        ],
                        verbose_name="showings",
                    ),
                ),
                (
                    "demand",
                    models.PositiveIntegerField(
                        default=100,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="people expected at a showing",
                    ),
                ),
                (
                    "strand",
                    models.CharField(
                        blank=True,
                        max_length=60,
                        validators=[wording.one_line.one_line],
                        verbose_name="strand",
                    ),
                ),
                ("premiere", models.BooleanField(default=False, verbose_name="premiere")),
                (
                    "days_apart",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(30),
                        ],
                        verbose_name="days from one showing to the next",
                    ),
                ),
                ("guest_from", models.DateField(blank=True, null=True, verbose_name="guest from")),
                ("guest_until", models.DateField(blank=True, null=True, verbose_name="guest until")),
                (
                    "festival",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="films",
                        to="screenings.festival",
                        verbose_name="festival",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="festivals",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
            ],
            options={
                "verbose_name": "film of a festival",
                "verbose_name_plural": "films of festivals",
                "ordering": ("festival", "film__title", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FestivalPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("forbidden", "must not be shown at the same time"),
                            ("maker", "the same maker"),
                            ("audience", "the same audience"),
                        ],
                        default="audience",
                        max_length=20,
                        verbose_name="why",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairs",
                        to="screenings.festivalfilm",
                        verbose_name="film",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairs_of_others",
                        to="screenings.festivalfilm",
                        verbose_name="other film",
                    ),
                ),
            ],
            options={
                "verbose_name": "pair of films",
                "verbose_name_plural": "pairs of films",
                "ordering": ("film", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FestivalPin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nth", models.PositiveSmallIntegerField(verbose_name="showing")),
                ("starts_at", models.DateTimeField(verbose_name="starts")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pins",
                        to="screenings.festivalfilm",
                        verbose_name="film",
                    ),
                ),
                (
                    "screen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="festival_pins",
                        to="screenings.screen",
                        verbose_name="screen",
                    ),
                ),
            ],
            options={
                "verbose_name": "fixed showing",
                "verbose_name_plural": "fixed showings",
                "ordering": ("starts_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FestivalPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.JSONField(verbose_name="question")),
                ("programme", models.JSONField(blank=True, null=True, verbose_name="programme")),
                ("moves_least", models.BooleanField(default=False, verbose_name="moves as few as possible")),
                ("moved", models.JSONField(blank=True, null=True, verbose_name="moved")),
                ("seconds", models.PositiveSmallIntegerField(default=60, verbose_name="seconds to plan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "planning"),
                            ("done", "done"),
                            ("cancelled", "stopped"),
                            ("failed", "failed"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("error", models.TextField(blank=True, verbose_name="error")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="festival_plans",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "festival",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plans",
                        to="screenings.festival",
                        verbose_name="festival",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan of a festival",
                "verbose_name_plural": "plans of festivals",
                "ordering": ("-created_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="FestivalScreening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nth", models.PositiveSmallIntegerField(verbose_name="showing")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screenings",
                        to="screenings.festivalfilm",
                        verbose_name="film",
                    ),
                ),
                (
                    "screening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="of_festival",
                        to="screenings.screening",
                        verbose_name="screening",
                    ),
                ),
            ],
            options={
                "verbose_name": "screening of a festival",
                "verbose_name_plural": "screenings of festivals",
                "ordering": ("film", "nth"),
            },
        ),
        migrations.AddConstraint(
            model_name="festival",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="festival_days_forward"
            ),
        ),
        migrations.AddConstraint(
            model_name="festival",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="festival_has_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="festival",
            constraint=models.CheckConstraint(
                condition=models.Q(("travel_minutes__lte", 600)), name="festival_way_bounded"
            ),
        ),
        migrations.AddConstraint(
            model_name="festival",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="festival_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalfilm",
            constraint=models.UniqueConstraint(fields=("festival", "film"), name="film_once_in_a_festival"),
        ),
        migrations.AddConstraint(
            model_name="festivalfilm",
            constraint=models.CheckConstraint(
                condition=models.Q(("showings__gte", 1), ("showings__lte", 20)), name="festival_film_shown"
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalfilm",
            constraint=models.CheckConstraint(
                condition=models.Q(("demand__lte", 100000)), name="festival_film_within_reach"
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalfilm",
            constraint=models.CheckConstraint(
                condition=models.Q(("days_apart__gte", 1), ("days_apart__lte", 30)),
                name="festival_film_days_apart",
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalfilm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("guest_from", None), ("guest_until", None)),
                    ("guest_from__lte", models.F("guest_until")),
                    _connector="OR",
                ),
                name="festival_guest_days_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalfilm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "strand__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="festival_strand_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalpair",
            constraint=models.UniqueConstraint(fields=("film", "other", "why"), name="festival_pair_once"),
        ),
        migrations.AddConstraint(
            model_name="festivalpair",
            constraint=models.CheckConstraint(
                condition=models.Q(("film__lt", models.F("other"))), name="festival_pair_of_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalpin",
            constraint=models.UniqueConstraint(fields=("film", "nth"), name="festival_showing_fixed_once"),
        ),
        migrations.AddConstraint(
            model_name="festivalpin",
            constraint=models.CheckConstraint(
                condition=models.Q(("nth__gte", 1)), name="festival_pin_counts_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["waiting", "running"])),
                fields=("festival",),
                name="festival_planned_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="festivalscreening",
            constraint=models.UniqueConstraint(fields=("film", "nth"), name="festival_showing_booked_once"),
        ),
    ]
