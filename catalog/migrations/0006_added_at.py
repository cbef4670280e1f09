"""Films that there are already were added when their history begins."""

from django.db import migrations

SQL = """
UPDATE catalog_film film SET added_at = known.first
FROM (SELECT pgh_obj_id, min(pgh_created_at) AS first FROM catalog_filmevent GROUP BY 1) known
WHERE known.pgh_obj_id = film.id
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0005_search"), ("revisions", "0001_ledger")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
