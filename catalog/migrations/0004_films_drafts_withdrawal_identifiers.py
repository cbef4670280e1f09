"""Films may be drafts, published at a time, withdrawn; parts without a known length; identifiers; one list of articles."""

import django.core.validators
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

import catalog.models.identifiers


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_triggers"),
    ]

    operations = [
        migrations.AddField(
            model_name="film",
            name="eidr",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="10.5240/7791-8534-2C23-9030-8610-5",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("eidr")],
                verbose_name="EIDR",
            ),
        ),
        migrations.AddField(
            model_name="film",
            name="imdb",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="tt0389448",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("imdb")],
                verbose_name="IMDb",
            ),
        ),
        migrations.AddField(
            model_name="film",
            name="isan",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="0000-0000-D07A-0090-Q",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("isan")],
                verbose_name="ISAN",
            ),
        ),
        migrations.AddField(
            model_name="film",
            name="publish_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="to be published at"
            ),
        ),
        migrations.AddField(
            model_name="film",
            name="wikidata",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="Q1234",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("wikidata")],
                verbose_name="Wikidata",
            ),
        ),
        migrations.AddField(
            model_name="film",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn"),
        ),
        migrations.AddField(
            model_name="film",
            name="withdrawn_reason",
            field=models.CharField(
                blank=True, db_default="", editable=False, max_length=500, verbose_name="why it was withdrawn"
            ),
        ),
        migrations.AddField(
            model_name="filmevent",
            name="eidr",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="10.5240/7791-8534-2C23-9030-8610-5",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("eidr")],
                verbose_name="EIDR",
            ),
        ),
        migrations.AddField(
            model_name="filmevent",
            name="imdb",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="tt0389448",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("imdb")],
                verbose_name="IMDb",
            ),
        ),
        migrations.AddField(
            model_name="filmevent",
            name="isan",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="0000-0000-D07A-0090-Q",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("isan")],
                verbose_name="ISAN",
            ),
        ),
        migrations.AddField(
            model_name="filmevent",
            name="publish_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="to be published at"
            ),
        ),
        migrations.AddField(
            model_name="filmevent",
            name="wikidata",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="Q1234",
                max_length=60,
                validators=[catalog.models.identifiers.Identifies("wikidata")],
                verbose_name="Wikidata",
            ),
        ),
        migrations.AddField(
            model_name="filmevent",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn"),
        ),
        migrations.AddField(
            model_name="filmevent",
            name="withdrawn_reason",
            field=models.CharField(
                blank=True, db_default="", editable=False, max_length=500, verbose_name="why it was withdrawn"
            ),
        ),
        migrations.AlterField(
            model_name="distributionright",
            name="note",
            field=models.CharField(
                blank=True,
                help_text="Visitors do not see it.",
                max_length=300,
                verbose_name="note for the office",
            ),
        ),
        migrations.AlterField(
            model_name="distributionrightevent",
            name="note",
            field=models.CharField(
                blank=True,
                help_text="Visitors do not see it.",
                max_length=300,
                verbose_name="note for the office",
            ),
        ),
        migrations.AlterField(
            model_name="film",
            name="runtime",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="In whole minutes. Empty only for a part whose length nobody knows.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="runtime",
            ),
        ),
        migrations.RemoveIndex(model_name="film", name="film_listed_by_title"),
        migrations.RemoveIndex(model_name="film", name="film_listed_by_longest"),
        migrations.RemoveIndex(model_name="film", name="film_listed_by_shortest"),
        migrations.RemoveIndex(model_name="film", name="film_listed_by_newest"),
        migrations.RemoveIndex(model_name="film", name="film_listed_by_oldest"),
        migrations.RemoveIndex(model_name="film", name="film_listed_by_added"),
        # The database does not change the expression of a column: it is made anew, with its indexes.
        migrations.RemoveField(model_name="film", name="sort_title"),
        migrations.AddField(
            model_name="film",
            name="sort_title",
            field=models.GeneratedField(
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
                                    models.Value("da"),
                                ),
                                then=models.Value(
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:en\\s+|et\\s+|den\\s+|det\\s+|de\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    models.Value("de"),
                                ),
                                then=models.Value(
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:der\\s+|die\\s+|das\\s+|ein\\s+|eine\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:the\\s+|a\\s+|an\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:el\\s+|la\\s+|los\\s+|las\\s+|lo\\s+|un\\s+|una\\s+|unos\\s+|unas\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:le\\s+|la\\s+|les\\s+|l['’]|un\\s+|une\\s+|des\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    models.Value("hu"),
                                ),
                                then=models.Value(
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:a\\s+|az\\s+|egy\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:il\\s+|lo\\s+|la\\s+|i\\s+|gli\\s+|le\\s+|l['’]|un\\s+|uno\\s+|una\\s+|un['’])(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    models.Value("nb"),
                                ),
                                then=models.Value(
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:en\\s+|et\\s+|ei\\s+|den\\s+|det\\s+|de\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:de\\s+|het\\s+|een\\s+|['’]t\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:o\\s+|a\\s+|os\\s+|as\\s+|um\\s+|uma\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
                                    models.Value("sv"),
                                ),
                                then=models.Value(
                                    "^[\\s\\\"'“”‘’«»¿¡(\\[…]*((?:en\\s+|ett\\s+|den\\s+|det\\s+|de\\s+)(?=\\S))?[\\s\\\"'“”‘’«»¿¡(\\[…]*"
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
        migrations.AlterField(
            model_name="filmevent",
            name="runtime",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="In whole minutes. Empty only for a part whose length nobody knows.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="runtime",
            ),
        ),
        migrations.AlterField(
            model_name="pressnotice",
            name="note",
            field=models.CharField(
                blank=True,
                help_text="Visitors do not see it.",
                max_length=300,
                verbose_name="note for the office",
            ),
        ),
        migrations.AlterField(
            model_name="recognition",
            name="note",
            field=models.CharField(
                blank=True,
                help_text="Visitors do not see it.",
                max_length=300,
                verbose_name="note for the office",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.F("publish_at"),
                condition=models.Q(("publish_at__isnull", False)),
                name="film_to_be_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("runtime__isnull", False), ("part_of__isnull", False), _connector="OR"),
                name="film_whole_has_runtime",
                violation_error_message="Only a part may be without a runtime.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at", None), ("withdrawn_reason", "")),
                    models.Q(
                        ("is_published", False),
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="film_withdrawn_with_reason",
                violation_error_message="This was withdrawn. Its own page has a button that publishes it again.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("publish_at", None),
                    models.Q(("is_published", False), ("withdrawn_at", None)),
                    _connector="OR",
                ),
                name="film_to_be_published_is_a_draft",
                violation_error_message="This is to be published at a time, and cannot be published before it here.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.UniqueConstraint(
                condition=models.Q(("eidr", ""), _negated=True),
                fields=("eidr",),
                name="film_eidr_once",
                violation_error_message="Another film has this EIDR.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("eidr", ""),
                    ("eidr__regex", "^(?:10\\.5240/(?:[0-9A-F]{4}-){5}[0-9A-Z])$"),
                    _connector="OR",
                ),
                name="film_eidr_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.UniqueConstraint(
                condition=models.Q(("isan", ""), _negated=True),
                fields=("isan",),
                name="film_isan_once",
                violation_error_message="Another film has this ISAN.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("isan", ""),
                    (
                        "isan__regex",
                        "^(?:(?:[0-9A-F]{4}-){4}[0-9A-Z](?:-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-Z])?)$",
                    ),
                    _connector="OR",
                ),
                name="film_isan_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.UniqueConstraint(
                condition=models.Q(("imdb", ""), _negated=True),
                fields=("imdb",),
                name="film_imdb_once",
                violation_error_message="Another film has this IMDb number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(("imdb", ""), ("imdb__regex", "^(?:tt[0-9]{7,9})$"), _connector="OR"),
                name="film_imdb_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.UniqueConstraint(
                condition=models.Q(("wikidata", ""), _negated=True),
                fields=("wikidata",),
                name="film_wikidata_once",
                violation_error_message="Another film has this Wikidata item.",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("wikidata", ""), ("wikidata__regex", "^(?:Q[1-9][0-9]{0,11})$"), _connector="OR"
                ),
                name="film_wikidata_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="film",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "withdrawn_reason__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="film_withdrawn_reason_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
    ]
