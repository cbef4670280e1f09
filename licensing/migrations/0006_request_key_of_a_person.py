"""A checkout's key is its person's own: another's key is not known, and harms nobody."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("licensing", "0005_papers_are_pdfs")]

    operations = [
        migrations.AlterField(
            model_name="order",
            name="request_key",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="Identifies the checkout, so that a form sent twice makes one order.",
                max_length=40,
                null=True,
                verbose_name="request",
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(
                fields=("placed_by", "request_key"), name="order_once_a_request"
            ),
        ),
    ]
