from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_triggers"),
    ]

    operations = [
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
                models.F("title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_title",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.OrderBy(models.F("runtime"), descending=True),
                models.F("title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_longest",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.F("runtime"),
                models.F("title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_shortest",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.OrderBy(models.F("year"), descending=True),
                models.F("title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="film",
            index=models.Index(
                models.F("year"),
                models.F("title"),
                models.F("id"),
                condition=models.Q(("is_published", True), ("part_of", None)),
                name="film_listed_by_oldest",
            ),
        ),
    ]
