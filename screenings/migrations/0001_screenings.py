import datetime
import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

import accounts.models
import screenings.models.registrations
import wording.codes
import wording.one_line


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalog", "0002_catalogue"),
        ("licensing", "0001_licensing"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Screen",
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
                        max_length=100, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100000)], verbose_name="seats"
                    ),
                ),
                (
                    "set_up",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Minutes before a showing.", verbose_name="set-up"
                    ),
                ),
                (
                    "turnaround",
                    models.PositiveSmallIntegerField(
                        default=15, help_text="Minutes after a showing.", verbose_name="turnaround"
                    ),
                ),
                (
                    "formats",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("dcp", "DCP"),
                                ("blu-ray", "Blu-ray"),
                                ("dvd", "DVD"),
                                ("file", "file"),
                                ("35mm", "35 mm print"),
                                ("16mm", "16 mm print"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        verbose_name="formats",
                    ),
                ),
            ],
            options={
                "verbose_name": "screen",
                "verbose_name_plural": "screens",
                "ordering": ("venue", "name"),
            },
        ),
        migrations.CreateModel(
            name="PlanRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("question", models.JSONField(verbose_name="question")),
                ("answer", models.JSONField(blank=True, null=True, verbose_name="answer")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "planning"),
                            ("done", "done"),
                            ("cancelled", "cancelled"),
                            ("failed", "failed"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("steps_done", models.PositiveSmallIntegerField(default=0, verbose_name="steps done")),
                ("steps_total", models.PositiveSmallIntegerField(default=0, verbose_name="steps in all")),
                ("error", models.TextField(blank=True, verbose_name="error")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished at")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_requests",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_requests",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_requests",
                        to="licensing.institution",
                        verbose_name="presented by",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan request",
                "verbose_name_plural": "plan requests",
                "ordering": ("-created_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Registration",
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
                        max_length=150, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                ("is_pass", models.BooleanField(default=False, verbose_name="pass for all")),
                (
                    "token",
                    models.CharField(
                        default=screenings.models.registrations.new_token,
                        editable=False,
                        max_length=40,
                        unique=True,
                        verbose_name="token",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="registered")),
                (
                    "held_until",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="held until"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="confirmed"),
                ),
                (
                    "mailed_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="last mailed for registering"
                    ),
                ),
                ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="given back")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="registrations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "registration",
                "verbose_name_plural": "registrations",
                "ordering": ("screening", "created_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="screenings.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ("registration", "showing"),
            },
        ),
        migrations.CreateModel(
            name="Screening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                (
                    "title",
                    models.CharField(
                        max_length=250, validators=[wording.one_line.one_line], verbose_name="title"
                    ),
                ),
                ("description", models.TextField(blank=True, max_length=10000, verbose_name="description")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("suspended", "suspended from sale"),
                            ("cancelled", "cancelled"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("none", "free admission only"),
                            ("donations", "voluntary donations"),
                            ("cost-recovery", "admission that covers costs"),
                            ("charged", "admission may be charged"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="admission",
                    ),
                ),
                (
                    "audience",
                    models.PositiveIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="expected audience",
                    ),
                ),
                (
                    "public_advertising",
                    models.BooleanField(default=True, verbose_name="advertised to the public"),
                ),
                ("members_only", models.BooleanField(default=False, verbose_name="for members only")),
                ("outdoors", models.BooleanField(default=False, verbose_name="outdoors")),
                (
                    "plan_index",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="plan taken"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="published at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screenings",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "further_licences",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Where several licences cover it together, such as one for each part.",
                        related_name="screenings_besides",
                        to="licensing.licence",
                        verbose_name="and by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screenings",
                        to="licensing.institution",
                        verbose_name="presented by",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screenings",
                        to="licensing.licence",
                        verbose_name="covered by",
                    ),
                ),
                (
                    "plan_request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="screenings",
                        to="screenings.planrequest",
                        verbose_name="plan asked for",
                    ),
                ),
                (
                    "programmer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screenings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="programmer",
                    ),
                ),
            ],
            options={
                "verbose_name": "screening",
                "verbose_name_plural": "screenings",
                "ordering": ("-created_at", "-pk"),
            },
        ),
        migrations.AddField(
            model_name="registration",
            name="screening",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="registrations",
                to="screenings.screening",
                verbose_name="screening",
            ),
        ),
        migrations.CreateModel(
            name="Showing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_minute", models.PositiveSmallIntegerField(default=0, verbose_name="from minute")),
                ("until_minute", models.PositiveSmallIntegerField(verbose_name="until minute")),
                (
                    "intro_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Minutes before the film.", verbose_name="introduction"
                    ),
                ),
                (
                    "qa_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Minutes after the film.", verbose_name="questions and answers"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="starts")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("occupied_from", models.DateTimeField(verbose_name="screen taken from")),
                ("occupied_until", models.DateTimeField(verbose_name="screen taken until")),
                ("capacity", models.PositiveIntegerField(verbose_name="places")),
                ("booked", models.PositiveIntegerField(default=0, verbose_name="places taken")),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "planned"), ("cancelled", "cancelled")],
                        default="planned",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="calendar identity"
                    ),
                ),
                ("sequence", models.PositiveIntegerField(default=0, editable=False, verbose_name="changes")),
                (
                    "copy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="showings",
                        to="catalog.screeningcopy",
                        verbose_name="screening copy",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="showings",
                        to="catalog.film",
                        verbose_name="film or part",
                    ),
                ),
                (
                    "screen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="showings",
                        to="screenings.screen",
                        verbose_name="screen",
                    ),
                ),
                (
                    "screening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="showings",
                        to="screenings.screening",
                        verbose_name="screening",
                    ),
                ),
            ],
            options={
                "verbose_name": "showing",
                "verbose_name_plural": "showings",
                "ordering": ("starts_at", "pk"),
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", "cancelled"), _negated=True),
                        expressions=[
                            ("screen", "="),
                            (
                                models.Func(
                                    models.F("occupied_from"),
                                    models.F("occupied_until"),
                                    function="tstzrange",
                                ),
                                "&&",
                            ),
                        ],
                        name="showings_apart_on_screen",
                        violation_error_message="Another showing occupies this screen at that time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="showing_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("occupied_from__lte", models.F("starts_at")),
                            ("occupied_until__gte", models.F("ends_at")),
                        ),
                        name="showing_occupies_its_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until_minute__gt", models.F("from_minute"))),
                        name="showing_stretch_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ends_at__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("starts_at"),
                                    "+",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("until_minute"), "-", models.F("from_minute")
                                                ),
                                                "+",
                                                models.F("intro_minutes"),
                                            ),
                                            "+",
                                            models.F("qa_minutes"),
                                        ),
                                        "*",
                                        models.Value(
                                            datetime.timedelta(seconds=60),
                                            output_field=models.DurationField(),
                                        ),
                                    ),
                                ),
                            )
                        ),
                        name="showing_long_enough",
                        violation_error_message="The showing is shorter than what is shown in it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("booked__lte", models.F("capacity"))),
                        name="showing_not_overbooked",
                        violation_error_message="There are no more places at this showing.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="registration",
            name="showings",
            field=models.ManyToManyField(
                related_name="registrations", through="screenings.Place", to="screenings.showing"
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="showing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="places",
                to="screenings.showing",
                verbose_name="showing",
            ),
        ),
        migrations.CreateModel(
            name="ShowingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_minute", models.PositiveSmallIntegerField(default=0, verbose_name="from minute")),
                ("until_minute", models.PositiveSmallIntegerField(verbose_name="until minute")),
                (
                    "intro_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Minutes before the film.", verbose_name="introduction"
                    ),
                ),
                (
                    "qa_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Minutes after the film.", verbose_name="questions and answers"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="starts")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("occupied_from", models.DateTimeField(verbose_name="screen taken from")),
                ("occupied_until", models.DateTimeField(verbose_name="screen taken until")),
                ("capacity", models.PositiveIntegerField(verbose_name="places")),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "planned"), ("cancelled", "cancelled")],
                        default="planned",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="calendar identity"),
                ),
                ("sequence", models.PositiveIntegerField(default=0, editable=False, verbose_name="changes")),
                (
                    "copy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.screeningcopy",
                        verbose_name="screening copy",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.film",
                        verbose_name="film or part",
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
                        to="screenings.showing",
                    ),
                ),
                (
                    "screen",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="screenings.screen",
                        verbose_name="screen",
                    ),
                ),
                (
                    "screening",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="screenings.screening",
                        verbose_name="screening",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Venue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="slug")),
                (
                    "name",
                    models.CharField(
                        max_length=200, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                (
                    "open_to_hire",
                    models.BooleanField(
                        default=False,
                        help_text="Every institution may plan screenings here, as long as the screens are free.",
                        verbose_name="open to hire",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        max_length=60,
                        validators=[accounts.models.validate_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        validators=[wording.one_line.one_line],
                        verbose_name="address",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        max_length=120, validators=[wording.one_line.one_line], verbose_name="city"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "curfew",
                    models.TimeField(
                        blank=True,
                        help_text="Everyone must have left by then. Empty: the closing time applies.",
                        null=True,
                        verbose_name="curfew",
                    ),
                ),
                (
                    "doors_minutes",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="Minutes before a showing at which the audience is let in.",
                        verbose_name="doors",
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample data")),
                (
                    "access",
                    models.TextField(
                        blank=True,
                        help_text="Steps, seats for wheelchairs, hearing loop, toilets.",
                        max_length=10000,
                        verbose_name="access",
                    ),
                ),
                (
                    "hirers",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Institutions that may plan screenings here although the venue is not theirs.",
                        related_name="hired_venues",
                        to="licensing.institution",
                        verbose_name="may also be used by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="venues",
                        to="licensing.institution",
                        verbose_name="run by",
                    ),
                ),
            ],
            options={
                "verbose_name": "venue",
                "verbose_name_plural": "venues",
                "ordering": ("name", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("access"), 10000
                        ),
                        name="venue_access_bounded",
                        violation_error_message="This text is too long.",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="ScreeningEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="slug")),
                (
                    "title",
                    models.CharField(
                        max_length=250, validators=[wording.one_line.one_line], verbose_name="title"
                    ),
                ),
                ("description", models.TextField(blank=True, max_length=10000, verbose_name="description")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("suspended", "suspended from sale"),
                            ("cancelled", "cancelled"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("none", "free admission only"),
                            ("donations", "voluntary donations"),
                            ("cost-recovery", "admission that covers costs"),
                            ("charged", "admission may be charged"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="admission",
                    ),
                ),
                (
                    "audience",
                    models.PositiveIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="expected audience",
                    ),
                ),
                (
                    "public_advertising",
                    models.BooleanField(default=True, verbose_name="advertised to the public"),
                ),
                ("members_only", models.BooleanField(default=False, verbose_name="for members only")),
                ("outdoors", models.BooleanField(default=False, verbose_name="outdoors")),
                (
                    "plan_index",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="plan taken"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="published at")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "film",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="presented by",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="covered by",
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
                        to="screenings.screening",
                    ),
                ),
                (
                    "plan_request",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="screenings.planrequest",
                        verbose_name="plan asked for",
                    ),
                ),
                (
                    "programmer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="programmer",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="screenings.venue",
                        verbose_name="venue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="screening",
            name="venue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="screenings",
                to="screenings.venue",
                verbose_name="venue",
            ),
        ),
        migrations.AddField(
            model_name="screen",
            name="venue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="screens",
                to="screenings.venue",
                verbose_name="venue",
            ),
        ),
        migrations.AddField(
            model_name="planrequest",
            name="venue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="plan_requests",
                to="screenings.venue",
                verbose_name="venue",
            ),
        ),
        migrations.CreateModel(
            name="OpeningHours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ],
                        verbose_name="weekday",
                    ),
                ),
                ("opens", models.TimeField(default=datetime.time(10, 0), verbose_name="opens")),
                ("closes", models.TimeField(default=datetime.time(23, 0), verbose_name="closes")),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opening_hours",
                        to="screenings.venue",
                        verbose_name="venue",
                    ),
                ),
            ],
            options={
                "verbose_name": "opening hours",
                "verbose_name_plural": "opening hours",
                "ordering": ("venue", "weekday", "opens"),
                "constraints": [
                    models.UniqueConstraint(fields=("venue", "weekday", "opens"), name="opening_once"),
                    models.CheckConstraint(
                        condition=models.Q(("opens", models.F("closes")), _negated=True),
                        name="opening_has_length",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closures",
                        to="screenings.venue",
                        verbose_name="venue",
                    ),
                ),
            ],
            options={
                "verbose_name": "closure",
                "verbose_name_plural": "closures",
                "ordering": ("venue", "first_day"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="closure_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VenueEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=100, verbose_name="slug")),
                (
                    "name",
                    models.CharField(
                        max_length=200, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                (
                    "open_to_hire",
                    models.BooleanField(
                        default=False,
                        help_text="Every institution may plan screenings here, as long as the screens are free.",
                        verbose_name="open to hire",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        max_length=60,
                        validators=[accounts.models.validate_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        validators=[wording.one_line.one_line],
                        verbose_name="address",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        max_length=120, validators=[wording.one_line.one_line], verbose_name="city"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        max_length=2, validators=[wording.codes.validate_country], verbose_name="country"
                    ),
                ),
                (
                    "curfew",
                    models.TimeField(
                        blank=True,
                        help_text="Everyone must have left by then. Empty: the closing time applies.",
                        null=True,
                        verbose_name="curfew",
                    ),
                ),
                (
                    "doors_minutes",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="Minutes before a showing at which the audience is let in.",
                        verbose_name="doors",
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample data")),
                (
                    "access",
                    models.TextField(
                        blank=True,
                        help_text="Steps, seats for wheelchairs, hearing loop, toilets.",
                        max_length=10000,
                        verbose_name="access",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.institution",
                        verbose_name="run by",
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
                        to="screenings.venue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                condition=models.Q(("confirmed_at", None)), fields=["email"], name="registration_unconfirmed"
            ),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                condition=models.Q(("cancelled_at", None), ("confirmed_at", None)),
                fields=["held_until"],
                name="registration_held",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(
                models.F("screening"),
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("cancelled_at", None)),
                name="registered_once",
                violation_error_message="This address is already registered for this screening.",
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
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=("registration", "showing"), name="one_place_a_showing"
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("description"), 10000
                ),
                name="screening_description_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ["published", "suspended"]), _negated=True),
                    models.Q(("licence__isnull", False), ("published_at__isnull", False)),
                    _connector="OR",
                ),
                name="screening_published_with_licence",
                violation_error_message="A screening is published only under a licence that covers it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "cancelled"), _negated=True),
                fields=("plan_request", "plan_index"),
                name="plan_taken_once",
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
            model_name="screen",
            constraint=models.UniqueConstraint(fields=("venue", "name"), name="screen_name_unique"),
        ),
        migrations.AddConstraint(
            model_name="screen",
            constraint=models.CheckConstraint(
                condition=models.Q(("capacity__gt", 0)), name="screen_has_seats"
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
            model_name="planrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="plan_days_forward"
            ),
        ),
    ]
