"""The columns that mailboxes and exemption certificates have replaced."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("licensing", "0010_buyers_data")]
    operations = [
        migrations.RemoveField(model, column)
        for model in ("institution", "institutionevent")
        for column in ("billing_email", "exemption_certificate", "is_tax_exempt")
    ]
