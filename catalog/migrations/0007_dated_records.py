from django.db import migrations

FORWARDS = """
    INSERT INTO catalog_filmchange (whole, changed_at, transaction)
    SELECT id, clock_timestamp(), pg_current_xact_id()::text::bigint FROM catalog_film WHERE part_of_id IS NULL;
    INSERT INTO catalog_publishedrecord (film, whole, kind, published_at)
    SELECT film.id, COALESCE(film.part_of_id, film.id), film.kind, clock_timestamp()
    FROM catalog_film film LEFT JOIN catalog_film whole ON whole.id = film.part_of_id
    WHERE film.is_published AND (film.part_of_id IS NULL OR whole.is_published)
    ON CONFLICT DO NOTHING;
"""


class Migration(migrations.Migration):
    """The films that are there already have a date from now on."""

    dependencies = [("catalog", "0006_triggers_exports")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
