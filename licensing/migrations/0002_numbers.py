"""Numbers of orders and of quotes come from sequences, which nobody waits for: there may be gaps."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("licensing", "0001_licensing")]
    operations = [
        migrations.RunSQL(
            "CREATE SEQUENCE licensing_order_number AS bigint", "DROP SEQUENCE licensing_order_number"
        ),
        migrations.RunSQL(
            "CREATE SEQUENCE licensing_quote_number AS bigint", "DROP SEQUENCE licensing_quote_number"
        ),
    ]
