import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

import catalog.material.previews
import catalog.models.front
import catalog.models.media
import wording.codes
import wording.one_line
import wording.translations


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0005_triggers_editing"),
    ]

    operations = [
        migrations.CreateModel(
            name="Collection",
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
                        max_length=150, validators=[wording.one_line.one_line], verbose_name="name"
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, help_text="Markdown.", max_length=10000, verbose_name="text"
                    ),
                ),
                (
                    "translations",
                    wording.translations.TranslationsField(
                        blank=True,
                        default=dict,
                        verbose_name="translations",
                        words={"name": 150, "text": 10000},
                    ),
                ),
                ("is_published", models.BooleanField(default=True, verbose_name="published")),
                (
                    "front_position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 is first. Empty: not there.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="position on the front page",
                    ),
                ),
            ],
            options={
                "verbose_name": "collection",
                "verbose_name_plural": "collections",
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="CollectionFilm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "film of a collection",
                "verbose_name_plural": "films of collections",
                "ordering": ("collection", "order", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Door",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "name",
                    models.CharField(
                        max_length=80, validators=[wording.one_line.one_line], verbose_name="for whom"
                    ),
                ),
                ("text", models.TextField(max_length=400, verbose_name="text")),
                (
                    "link",
                    models.CharField(
                        max_length=80,
                        validators=[wording.one_line.one_line],
                        verbose_name="words of the link",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        max_length=300,
                        validators=[catalog.models.front.validate_link],
                        verbose_name="address",
                    ),
                ),
                (
                    "translations",
                    wording.translations.TranslationsField(
                        blank=True,
                        default=dict,
                        verbose_name="translations",
                        words={"link": 80, "name": 80, "text": 400},
                    ),
                ),
            ],
            options={
                "verbose_name": "door",
                "verbose_name_plural": "doors",
                "ordering": ("order", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 400
                        ),
                        name="door_text_bounded",
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
                        name="door_name_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "link__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="door_link_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FrontSection",
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
                            ("opening", "opening words"),
                            ("featured", "featured films"),
                            ("doors", "doors"),
                            ("collections", "collections"),
                            ("screenings", "coming screenings"),
                            ("longest", "the longest films"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="section",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="By themselves: opening words 10, featured films 20, doors 30, collections 40, coming screenings 50, the longest films 60.",
                        verbose_name="order",
                    ),
                ),
                ("is_shown", models.BooleanField(default=True, verbose_name="shown")),
                (
                    "heading",
                    models.CharField(
                        blank=True,
                        help_text="Empty: our own words.",
                        max_length=120,
                        validators=[wording.one_line.one_line],
                        verbose_name="heading",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        help_text="Under the heading. Empty: our own words.",
                        max_length=1000,
                        verbose_name="text",
                    ),
                ),
                (
                    "translations",
                    wording.translations.TranslationsField(
                        blank=True,
                        default=dict,
                        verbose_name="translations",
                        words={"heading": 120, "text": 1000},
                    ),
                ),
            ],
            options={
                "verbose_name": "section of the front page",
                "verbose_name_plural": "sections of the front page",
                "ordering": ("order", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 1000
                        ),
                        name="front_section_text_bounded",
                        violation_error_message="This text is too long.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "heading__regex",
                                "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                            ),
                            _negated=True,
                        ),
                        name="front_section_heading_one_line",
                        violation_error_message="Write it on one line, without control characters.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeeFrom",
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
                        max_length=120, validators=[wording.one_line.one_line], verbose_name="word"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en",
                        max_length=20,
                        validators=[wording.codes.validate_language],
                        verbose_name="language",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Of an address that led to this word when it was a term of its own.",
                        max_length=80,
                        verbose_name="slug",
                    ),
                ),
            ],
            options={
                "verbose_name": "word that leads to a term",
                "verbose_name_plural": "words that lead to a term",
                "ordering": ("subject", "name", "pk"),
            },
        ),
        migrations.AddField(
            model_name="preview",
            name="captions",
            field=catalog.models.media.SentField(
                blank=True,
                help_text="Of the file, as WebVTT.",
                suffix_of=catalog.material.previews.suffix_of_captions,
                upload_to="previews/",
                verbose_name="captions",
            ),
        ),
        migrations.AddField(
            model_name="preview",
            name="captions_language",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[wording.codes.validate_language],
                verbose_name="language of the captions",
            ),
        ),
        migrations.AddField(
            model_name="preview",
            name="file",
            field=catalog.models.media.SentField(
                blank=True,
                help_text="MP4 or WebM, 18 MB at most, instead of an address.",
                suffix_of=catalog.material.previews.suffix_of_film,
                upload_to="previews/",
                verbose_name="file",
            ),
        ),
        migrations.AddField(
            model_name="still",
            name="digest",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=32, verbose_name="name of its content"
            ),
        ),
        migrations.AddField(
            model_name="still",
            name="focus_x",
            field=models.PositiveSmallIntegerField(
                default=50,
                help_text="Per cent of the width: what must be seen when the picture is cut to a wide strip.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focal point from the left",
            ),
        ),
        migrations.AddField(
            model_name="still",
            name="focus_y",
            field=models.PositiveSmallIntegerField(
                default=50,
                help_text="Per cent of the height.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focal point from the top",
            ),
        ),
        migrations.AddField(
            model_name="still",
            name="height",
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="height"),
        ),
        migrations.AddField(
            model_name="still",
            name="width",
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="width"),
        ),
        migrations.AddField(
            model_name="subject",
            name="broader",
            field=models.ForeignKey(
                blank=True,
                help_text="What is found under this term is found under the broader one too.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="narrower",
                to="catalog.subject",
                verbose_name="broader term",
            ),
        ),
        migrations.AlterField(
            model_name="preview",
            name="address",
            field=models.URLField(
                blank=True,
                help_text="Films at Vimeo and YouTube play on our page.",
                max_length=500,
                verbose_name="address",
            ),
        ),
        migrations.AlterField(
            model_name="still",
            name="credit",
            field=models.CharField(
                blank=True,
                help_text="Who made it, or owns it; shown under it.",
                max_length=200,
                verbose_name="credit",
            ),
        ),
        migrations.AlterField(
            model_name="still",
            name="image",
            field=catalog.models.media.PictureField(
                help_text="JPEG, PNG, WebP or AVIF, at least 480 pixels wide; 1920 are best. The first is the wide one on the page.",
                storage=catalog.models.media.private_storage,
                upload_to="stills/",
                verbose_name="picture",
            ),
        ),
        migrations.AddConstraint(
            model_name="preview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("address", ""), models.Q(("file", ""), _negated=True)),
                    models.Q(models.Q(("address", ""), _negated=True), ("file", "")),
                    _connector="OR",
                ),
                name="preview_of_file_or_address",
                violation_error_message="A preview has either an address or a file.",
            ),
        ),
        migrations.AddConstraint(
            model_name="preview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("captions", ""), ("captions_language", "")),
                    models.Q(
                        models.Q(("captions", ""), _negated=True),
                        models.Q(("captions_language", ""), _negated=True),
                        models.Q(("file", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="preview_captions_of_file",
                violation_error_message="Captions belong to a file, and name their language.",
            ),
        ),
        migrations.AddConstraint(
            model_name="still",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("digest", ""), ("height", 0), ("width", 0)),
                    models.Q(models.Q(("digest", ""), _negated=True), ("height__gt", 0), ("width__gt", 0)),
                    _connector="OR",
                ),
                name="still_sizes_made_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="still",
            constraint=models.CheckConstraint(
                condition=models.Q(("focus_x__lte", 100), ("focus_y__lte", 100)),
                name="still_focus_within_picture",
            ),
        ),
        migrations.AddConstraint(
            model_name="still",
            constraint=models.CheckConstraint(
                condition=models.Q(("description", ""), _negated=True), name="still_described"
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(("broader", models.F("id")), _negated=True),
                name="subject_not_its_broader_term",
            ),
        ),
        migrations.AddField(
            model_name="collectionfilm",
            name="collection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="places",
                to="catalog.collection",
                verbose_name="collection",
            ),
        ),
        migrations.AddField(
            model_name="collectionfilm",
            name="film",
            field=models.ForeignKey(
                help_text="A whole film.",
                limit_choices_to={"part_of": None},
                on_delete=django.db.models.deletion.CASCADE,
                related_name="places",
                to="catalog.film",
                verbose_name="film",
            ),
        ),
        migrations.AddField(
            model_name="collection",
            name="films",
            field=models.ManyToManyField(
                related_name="collections",
                through="catalog.CollectionFilm",
                to="catalog.film",
                verbose_name="films",
            ),
        ),
        migrations.AddField(
            model_name="seefrom",
            name="subject",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="see_from",
                to="catalog.subject",
                verbose_name="preferred term",
            ),
        ),
        migrations.AddConstraint(
            model_name="collectionfilm",
            constraint=models.UniqueConstraint(fields=("collection", "film"), name="film_in_collection_once"),
        ),
        migrations.AddConstraint(
            model_name="collection",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("text"), 10000
                ),
                name="collection_text_bounded",
                violation_error_message="This text is too long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="collection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="collection_name_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="collection",
            constraint=models.CheckConstraint(
                condition=models.Q(("front_position", None), ("front_position__gte", 1), _connector="OR"),
                name="collection_position_from_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="seefrom",
            constraint=models.UniqueConstraint(
                fields=("name", "language"),
                name="see_from_leads_to_one",
                violation_error_message="This word leads to another term already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seefrom",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug", ""), _negated=True), fields=("slug",), name="see_from_slug_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="seefrom",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "name__regex",
                        "[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]",
                    ),
                    _negated=True,
                ),
                name="see_from_one_line",
                violation_error_message="Write it on one line, without control characters.",
            ),
        ),
    ]
