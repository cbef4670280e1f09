"""Order numbers come from a sequence, which nobody waits for; it goes on after the last number given."""

from __future__ import annotations

from django.db import migrations

BEGIN = """
CREATE SEQUENCE licensing_order_number AS bigint;
SELECT setval('licensing_order_number', greatest(1, (SELECT coalesce(max(last), 0) + 1 FROM licensing_numberseries
    WHERE name LIKE 'ORD-%')), false);
DELETE FROM licensing_numberseries WHERE name LIKE 'ORD-%';
"""
END = """
INSERT INTO licensing_numberseries (name, last)
SELECT left(number, 8), max(substring(number FROM 10)::integer) FROM licensing_order
WHERE number ~ '^ORD-[0-9]{4}-[0-9]+$' GROUP BY 1;
DROP SEQUENCE licensing_order_number;
"""


class Migration(migrations.Migration):
    dependencies = [("licensing", "0014_sales")]
    operations = [migrations.RunSQL(BEGIN, END)]
