import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

import wording.codes
import wording.one_line
import wording.translations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalog", "0001_extensions"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("revisions", "0001_ledger"),
    ]

    operations = [
        migrations.CreateModel(
            name="DistributionRight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "territory",
                    models.CharField(
                        help_text="As people say it: North America", max_length=120, verbose_name="territory"
                    ),
                ),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=2, validators=[wording.codes.validate_country]
                        ),
                        blank=True,
                        default=list,
                        help_text="ISO 3166-1 codes. Empty for the whole world.",
                        verbose_name="countries",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
            ],
            options={
                "verbose_name": "distribution right",
                "verbose_name_plural": "distribution rights",
                "ordering": ("film", "territory"),
            },
        ),
        migrations.CreateModel(
            name="Film",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=100, verbose_name="slug")),
                (
                    "part_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="part number"),
                ),
                (
                    "part_unit",
                    models.CharField(
                        blank=True,
                        help_text="Part, episode, era. Empty for a film in one piece.",
                        max_length=30,
                        verbose_name="what a part is called",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="The title that the distributor shows first.",
                        max_length=250,
                        validators=[wording.one_line.one_line],
                        verbose_name="title",
                    ),
                ),
                (
                    "title_language",
                    models.CharField(
                        default="en",
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="language of the title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("documentary", "documentary"),
                            ("fiction", "fiction"),
                            ("hybrid", "hybrid of documentary and fiction"),
                        ],
                        default="documentary",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1888),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "runtime",
                    models.PositiveSmallIntegerField(
                        help_text="In whole minutes.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="runtime",
                    ),
                ),
                (
                    "colour",
                    models.CharField(
                        choices=[
                            ("colour", "colour"),
                            ("black-and-white", "black and white"),
                            ("mixed", "colour and black and white"),
                        ],
                        default="colour",
                        max_length=20,
                        verbose_name="colour",
                    ),
                ),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=2, validators=[wording.codes.validate_country]
                        ),
                        blank=True,
                        default=list,
                        verbose_name="countries",
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=20, validators=[wording.codes.validate_language]
                        ),
                        blank=True,
                        default=list,
                        verbose_name="languages",
                    ),
                ),
                (
                    "synopsis",
                    models.TextField(
                        blank=True, help_text="Markdown.", max_length=10000, verbose_name="synopsis"
                    ),
                ),
                ("is_published", models.BooleanField(default=True, verbose_name="published")),
                (
                    "featured",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 is first. Empty: not featured.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="position on the front page",
                    ),
                ),
                (
                    "added_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="added",
                    ),
                ),
                (
                    "sort_title",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Left(
                            models.Func(
                                models.Func(
                                    models.Func(
                                        django.db.models.functions.text.Lower("title"),
                                        template="normalize(%(expressions)s, NFKD)",
                                    ),
                                    models.Value("[̀-ͯ]"),
                                    models.Value(""),
                                    models.Value("g"),
                                    function="regexp_replace",
                                    output_field=models.TextField(),
                                ),
                                models.Case(
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("title_language"),
                                                models.Value("-"),
                                                models.Value(1),
                                                function="split_part",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("de"),
                                        ),
                                        then=models.Value(
                                            "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:der|die|das|ein|eine)(?:\\s+|['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
                                        ),
                                    ),
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("title_language"),
                                                models.Value("-"),
                                                models.Value(1),
                                                function="split_part",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("en"),
                                        ),
                                        then=models.Value(
                                            "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:the|a|an)(?:\\s+|['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
                                        ),
                                    ),
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("title_language"),
                                                models.Value("-"),
                                                models.Value(1),
                                                function="split_part",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("es"),
                                        ),
                                        then=models.Value(
                                            "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:el|la|los|las|un|una)(?:\\s+|['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
                                        ),
                                    ),
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("title_language"),
                                                models.Value("-"),
                                                models.Value(1),
                                                function="split_part",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("fr"),
                                        ),
                                        then=models.Value(
                                            "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:le|la|les|l|un|une|des)(?:\\s+|['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
                                        ),
                                    ),
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("title_language"),
                                                models.Value("-"),
                                                models.Value(1),
                                                function="split_part",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("it"),
                                        ),
                                        then=models.Value(
                                            "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:il|lo|la|i|gli|le|l|un|una)(?:\\s+|['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
                                        ),
                                    ),
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("title_language"),
                                                models.Value("-"),
                                                models.Value(1),
                                                function="split_part",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("nl"),
                                        ),
                                        then=models.Value(
                                            "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:de|het|een)(?:\\s+|['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
                                        ),
                                    ),
                                    models.When(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("title_language"),
                                                models.Value("-"),
                                                models.Value(1),
                                                function="split_part",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("pt"),
                                        ),
                                        then=models.Value(
                                            "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:o|a|os|as|um|uma)(?:\\s+|['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
                                        ),
                                    ),
                                    default=models.Value("^[\\s\\\"'“”‘’«»¿¡(\\[…]*"),
                                    output_field=models.TextField(),
                                ),
                                models.Value(""),
                                function="regexp_replace",
                                output_field=models.TextField(),
                            ),
                            120,
                        ),
                        output_field=models.TextField(),
                        verbose_name="title as it is filed",
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="catalog.film",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "film",
                "verbose_name_plural": "films",
                "ordering": ("title", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=120, unique=True, verbose_name="key")),
                ("author", models.CharField(blank=True, max_length=200, verbose_name="author")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "container",
                    models.CharField(
                        blank=True,
                        help_text="The journal or book that holds it.",
                        max_length=250,
                        verbose_name="in",
                    ),
                ),
                ("issue", models.CharField(blank=True, max_length=100, verbose_name="issue")),
                ("pages", models.CharField(blank=True, max_length=50, verbose_name="pages")),
                ("publisher", models.CharField(blank=True, max_length=200, verbose_name="publisher")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
                ("isbn", models.CharField(blank=True, max_length=20, verbose_name="ISBN")),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="note")),
            ],
            options={
                "verbose_name": "reading",
                "verbose_name_plural": "readings",
                "ordering": ("author", "year", "title"),
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="A short name that records refer to.",
                        max_length=80,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                ("name", models.CharField(max_length=250, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("distributor", "distributor"),
                            ("festival", "festival"),
                            ("encyclopaedia", "encyclopaedia"),
                            ("cinema", "cinema"),
                            ("archive", "archive"),
                            ("database", "database"),
                            ("news", "news"),
                            ("university", "university"),
                            ("scholarship", "scholarship"),
                            ("publisher", "publisher"),
                            ("criticism", "criticism"),
                            ("retailer", "retailer"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("address", models.URLField(blank=True, max_length=500, verbose_name="address")),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ("name", "key"),
            },
        ),
        migrations.CreateModel(
            name="TouchedFilm",
            fields=[],
            options={
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("revisions.change",),
        ),
        migrations.CreateModel(
            name="DistributionRightEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "territory",
                    models.CharField(
                        help_text="As people say it: North America", max_length=120, verbose_name="territory"
                    ),
                ),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=2, validators=[wording.codes.validate_country]
                        ),
                        blank=True,
                        default=list,
                        help_text="ISO 3166-1 codes. Empty for the whole world.",
                        verbose_name="countries",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
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
                        to="catalog.distributionright",
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
                        verbose_name="film",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="distributionright",
            name="film",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="distribution_rights",
                to="catalog.film",
                verbose_name="film",
            ),
        ),
        migrations.CreateModel(
            name="FilmChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("whole", models.BigIntegerField(verbose_name="whole film")),
                ("changed_at", models.DateTimeField(verbose_name="changed")),
                ("transaction", models.BigIntegerField(verbose_name="transaction")),
            ],
            options={
                "verbose_name": "change of a film",
                "verbose_name_plural": "changes of films",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(models.F("whole"), models.F("changed_at"), name="film_change_of_whole"),
                    models.Index(models.F("changed_at"), models.F("whole"), name="film_change_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FilmEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=100, verbose_name="slug")),
                (
                    "part_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="part number"),
                ),
                (
                    "part_unit",
                    models.CharField(
                        blank=True,
                        help_text="Part, episode, era. Empty for a film in one piece.",
                        max_length=30,
                        verbose_name="what a part is called",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="The title that the distributor shows first.",
                        max_length=250,
                        validators=[wording.one_line.one_line],
                        verbose_name="title",
                    ),
                ),
                (
                    "title_language",
                    models.CharField(
                        default="en",
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="language of the title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("documentary", "documentary"),
                            ("fiction", "fiction"),
                            ("hybrid", "hybrid of documentary and fiction"),
                        ],
                        default="documentary",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1888),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "runtime",
                    models.PositiveSmallIntegerField(
                        help_text="In whole minutes.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="runtime",
                    ),
                ),
                (
                    "colour",
                    models.CharField(
                        choices=[
                            ("colour", "colour"),
                            ("black-and-white", "black and white"),
                            ("mixed", "colour and black and white"),
                        ],
                        default="colour",
                        max_length=20,
                        verbose_name="colour",
                    ),
                ),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=2, validators=[wording.codes.validate_country]
                        ),
                        blank=True,
                        default=list,
                        verbose_name="countries",
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=20, validators=[wording.codes.validate_language]
                        ),
                        blank=True,
                        default=list,
                        verbose_name="languages",
                    ),
                ),
                (
                    "synopsis",
                    models.TextField(
                        blank=True, help_text="Markdown.", max_length=10000, verbose_name="synopsis"
                    ),
                ),
                ("is_published", models.BooleanField(default=True, verbose_name="published")),
                (
                    "featured",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 is first. Empty: not featured.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="position on the front page",
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="catalog.film",
                        verbose_name="part of",
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
                        to="catalog.film",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                (
                    "name",
                    models.CharField(
                        max_length=200, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                (
                    "sort_name",
                    models.CharField(
                        blank=True,
                        help_text="As in a sorted list: Wang, Bing",
                        max_length=200,
                        validators=[wording.one_line.one_line],
                        verbose_name="sort name",
                    ),
                ),
                (
                    "original_name",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        validators=[wording.one_line.one_line],
                        verbose_name="name in its own script",
                    ),
                ),
                (
                    "original_language",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="language of that name",
                    ),
                ),
                ("biography", models.TextField(blank=True, max_length=10000, verbose_name="biography")),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ("sort_name", "name"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("biography"), 10000
                        ),
                        name="person_biography_bounded",
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
                        name="person_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sort_name__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="person_sort_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "original_name__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="person_original_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Preview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("address", models.URLField(max_length=500, verbose_name="address")),
                (
                    "seconds",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="length in seconds"),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="previews",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
            ],
            options={
                "verbose_name": "preview",
                "verbose_name_plural": "previews",
                "ordering": ("film", "order", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("seconds", None), ("seconds__gt", 0), _connector="OR"),
                        name="preview_seconds_positive",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedRecord",
            fields=[
                ("film", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="film")),
                ("whole", models.BigIntegerField(verbose_name="whole film")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("documentary", "documentary"),
                            ("fiction", "fiction"),
                            ("hybrid", "hybrid of documentary and fiction"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("published_at", models.DateTimeField(verbose_name="first published")),
            ],
            options={
                "verbose_name": "published record",
                "verbose_name_plural": "published records",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(models.F("whole"), name="published_record_of_whole"),
                    models.Index(models.F("published_at"), models.F("film"), name="published_record_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadingAbout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pages", models.CharField(blank=True, max_length=50, verbose_name="pages")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reading_links",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="about",
                        to="catalog.reading",
                        verbose_name="reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "reading about a film",
                "verbose_name_plural": "readings about films",
                "ordering": ("film", "order", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "film"), name="reading_about_film_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="reading",
            name="films",
            field=models.ManyToManyField(
                related_name="readings",
                through="catalog.ReadingAbout",
                to="catalog.film",
                verbose_name="films",
            ),
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("companion", "belongs together with"),
                            ("continues", "continues"),
                            ("answers", "answers"),
                        ],
                        default="companion",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_from",
                        to="catalog.film",
                        verbose_name="other film",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation",
                "verbose_name_plural": "relations",
                "ordering": ("film", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("film", "other", "kind"), name="relation_named_once"),
                    models.CheckConstraint(
                        condition=models.Q(("film", models.F("other")), _negated=True),
                        name="relation_to_another_film",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScreeningCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=150, verbose_name="label")),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("dcp", "DCP"),
                            ("blu-ray", "Blu-ray"),
                            ("dvd", "DVD"),
                            ("file", "file"),
                            ("35mm", "35 mm print"),
                            ("16mm", "16 mm print"),
                        ],
                        max_length=20,
                        verbose_name="format",
                    ),
                ),
                (
                    "runtime",
                    models.PositiveSmallIntegerField(
                        help_text="In whole minutes, of this copy.", verbose_name="runtime"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="spoken language",
                    ),
                ),
                (
                    "subtitles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=20, validators=[wording.codes.validate_language]
                        ),
                        blank=True,
                        default=list,
                        verbose_name="subtitles",
                    ),
                ),
                (
                    "captions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            max_length=20, validators=[wording.codes.validate_language]
                        ),
                        blank=True,
                        default=list,
                        help_text="For the deaf and hard of hearing: sounds and speakers are described too.",
                        verbose_name="captions",
                    ),
                ),
                (
                    "chapter_points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        help_text="Minutes from the start at which this copy may be interrupted.",
                        verbose_name="chapter points",
                    ),
                ),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample data")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
            ],
            options={
                "verbose_name": "screening copy",
                "verbose_name_plural": "screening copies",
                "ordering": ("film", "label"),
                "constraints": [
                    models.UniqueConstraint(fields=("film", "label"), name="copy_label_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("runtime__gt", 0)), name="copy_runtime_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "word",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="word"),
                ),
                (
                    "near",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        help_text="The word, and what is left without each of its letters: two words one slip apart share one of these.",
                        verbose_name="near",
                    ),
                ),
            ],
            options={
                "verbose_name": "search word",
                "verbose_name_plural": "search words",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("near"), fastupdate=False, name="search_near"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recognition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.CharField(max_length=200, verbose_name="event")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
                ("outcome", models.CharField(max_length=250, verbose_name="outcome")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("prize", "prize"),
                            ("selection", "selection"),
                            ("screening", "screening"),
                            ("poll", "poll"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recognitions",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="catalog.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "recognition",
                "verbose_name_plural": "recognitions",
                "ordering": ("film", "order", "pk"),
            },
        ),
        migrations.AddField(
            model_name="reading",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="catalog.source",
                verbose_name="source",
            ),
        ),
        migrations.CreateModel(
            name="PressNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=150, verbose_name="author")),
                ("outlet", models.CharField(max_length=150, verbose_name="outlet")),
                ("text", models.TextField(max_length=10000, verbose_name="text")),
                ("is_paraphrase", models.BooleanField(default=True, verbose_name="paraphrased")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="press",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="catalog.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "press notice",
                "verbose_name_plural": "press notices",
                "ordering": ("film", "order", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 10000
                        ),
                        name="press_notice_text_bounded",
                        violation_error_message="This text is too long.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Credit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("director", "Director"),
                            ("writer", "Writer"),
                            ("producer", "Producer"),
                            ("cinematography", "Cinematography"),
                            ("sound", "Sound"),
                            ("editing", "Editing"),
                            ("music", "Music"),
                            ("narration", "Narration"),
                            ("cast", "Cast"),
                            ("participant", "Participant"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "detail",
                    models.CharField(
                        blank=True,
                        help_text="The character, or the exact role.",
                        max_length=120,
                        verbose_name="detail",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="credits",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credits",
                        to="catalog.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="catalog.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "credit",
                "verbose_name_plural": "credits",
                "ordering": ("film", "order", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("film", "person", "role", "detail"), name="credit_given_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fact",
                    models.CharField(
                        choices=[
                            ("year", "year"),
                            ("runtime", "runtime in minutes"),
                            ("colour", "colour"),
                            ("countries", "countries"),
                            ("languages", "languages"),
                            ("credit", "credit"),
                        ],
                        max_length=20,
                        verbose_name="fact",
                    ),
                ),
                ("value", models.CharField(max_length=250, verbose_name="value")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="catalog.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "statement",
                "verbose_name_plural": "statements",
                "ordering": ("film", "fact", "value", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("film", "fact", "value", "source"), name="statement_made_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Still",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("image", models.ImageField(upload_to="stills/", verbose_name="image")),
                (
                    "description",
                    models.CharField(
                        help_text="What the picture shows, for people who cannot see it.",
                        max_length=300,
                        verbose_name="description",
                    ),
                ),
                ("credit", models.CharField(blank=True, max_length=200, verbose_name="credit")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stills",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
            ],
            options={
                "verbose_name": "still",
                "verbose_name_plural": "stills",
                "ordering": ("film", "order", "pk"),
            },
        ),
        migrations.CreateModel(
            name="StudyGuide",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "file",
                    models.FileField(
                        upload_to="guides/",
                        validators=[django.core.validators.FileExtensionValidator(["pdf"])],
                        verbose_name="file",
                    ),
                ),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="study_guides",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
            ],
            options={
                "verbose_name": "study guide",
                "verbose_name_plural": "study guides",
                "ordering": ("film", "title"),
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="slug")),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                (
                    "translations",
                    wording.translations.TranslationsField(
                        blank=True, default=dict, verbose_name="translations", words={"name": 120}
                    ),
                ),
            ],
            options={
                "verbose_name": "subject",
                "verbose_name_plural": "subjects",
                "ordering": ("name",),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                "translations", function="jsonb_typeof", output_field=models.TextField()
                            ),
                            "object",
                        ),
                        name="subject_translations_by_language",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="film",
            name="subjects",
            field=models.ManyToManyField(
                blank=True, related_name="films", to="catalog.subject", verbose_name="subjects"
            ),
        ),
        migrations.CreateModel(
            name="Title",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        max_length=250, validators=[wording.one_line.one_line], verbose_name="title"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        help_text="BCP 47: zh-Hans, zh-Latn-pinyin, en",
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="language",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("display", "display title"),
                            ("original", "original title"),
                            ("transliteration", "transliteration"),
                            ("translation", "translation"),
                            ("alternative", "alternative title"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="titles",
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="catalog.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "title",
                "verbose_name_plural": "titles",
                "ordering": ("film", "order", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("film", "text", "language", "kind"), name="title_said_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "text__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="title_text_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "film",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="catalog.film",
                        verbose_name="film",
                    ),
                ),
                (
                    "names",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="Words and whole names; weight A: of its titles, B: of its parts, C: of people, subjects and the year.",
                        verbose_name="names",
                    ),
                ),
                (
                    "told",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="The stems of all that is said of it, the synopsis included.",
                        verbose_name="told",
                    ),
                ),
                (
                    "length",
                    models.PositiveSmallIntegerField(
                        help_text="Characters of its title.", verbose_name="length"
                    ),
                ),
            ],
            options={
                "verbose_name": "search entry",
                "verbose_name_plural": "search entries",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("names"), fastupdate=False, name="search_names"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("told"), fastupdate=False, name="search_told"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="distributionright",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on", None),
                    ("ends_on", None),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="right_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.F("featured"),
                models.F("title"),
                models.F("id"),
                condition=models.Q(("featured__isnull", False)),
                name="film_featured",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.F("sort_title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_title",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.OrderBy(models.F("runtime"), descending=True),
                models.F("sort_title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_longest",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.F("runtime"),
                models.F("sort_title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_shortest",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.OrderBy(models.F("year"), descending=True),
                models.F("sort_title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.F("year"),
                models.F("sort_title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_oldest",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.OrderBy(models.F("added_at"), descending=True),
                models.F("sort_title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_added",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.UniqueConstraint(
                condition=models.Q(("part_of", None)),
                fields=("slug",),
                name="film_slug_unique",
                violation_error_message="Another film has this slug.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.UniqueConstraint(fields=("part_of", "slug"), name="part_slug_unique"),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.UniqueConstraint(fields=("part_of", "part_number"), name="part_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("runtime__gt", 0)),
                name="film_runtime_positive",
                violation_error_message="A film runs for at least one minute.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (1888, 2100))), name="film_year_plausible"
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("part_number", None), ("part_of", None)),
                    models.Q(("part_number__gte", 1), ("part_of__isnull", False)),
                    _connector="OR",
                ),
                name="film_part_has_number",
                violation_error_message="A part needs its number, from 1, and a whole film has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("part_of", models.F("id")), _negated=True), name="film_not_part_of_itself"
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("featured", None), models.Q(("featured__gte", 1), ("part_of", None)), _connector="OR"
                ),
                name="film_featured_whole",
                violation_error_message="The front page features whole films, from position 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("synopsis"), 10000
                ),
                name="film_synopsis_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "title__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="film_title_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.CreateModel(
            name="FilmSubject",
            fields=[],
            options={
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("catalog.film_subjects",),
        ),
    ]
