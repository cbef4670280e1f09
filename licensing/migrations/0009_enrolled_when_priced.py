"""Orders that wait and quotes that are open take the number enrolled that their institution has now: it changed rarely."""

from __future__ import annotations

from django.db import migrations

FILL = """
    UPDATE licensing_order AS row SET enrolment = institution.enrolment
    FROM licensing_institution AS institution
    WHERE institution.id = row.institution_id AND row.status = 'placed';
    UPDATE licensing_quote AS row SET enrolment = institution.enrolment
    FROM licensing_institution AS institution
    WHERE institution.id = row.institution_id AND row.status = 'open';
"""


class Migration(migrations.Migration):
    dependencies = [("licensing", "0008_money_kept")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
