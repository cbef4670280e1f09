"""One open card payment an order, each with a token of its own and for more than nothing."""

from django.db import migrations, models

import licensing.models.invoices


class Migration(migrations.Migration):
    dependencies = [("licensing", "0003_card_payment_states")]

    operations = [
        migrations.AlterField(
            model_name="cardpayment",
            name="status",
            field=models.CharField(
                choices=[
                    ("waiting", "waiting for the buyer"),
                    ("pending", "being confirmed"),
                    ("confirmed", "confirmed"),
                    ("rejected", "rejected"),
                    ("expired", "expired"),
                ],
                default="waiting",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="token",
            field=models.CharField(
                default=licensing.models.invoices.new_token,
                editable=False,
                max_length=36,
                unique=True,
                verbose_name="token",
            ),
        ),
        migrations.AddConstraint(
            model_name="cardpayment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["waiting", "pending"])),
                fields=("order",),
                name="card_payment_open_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="cardpayment",
            constraint=models.CheckConstraint(
                condition=models.Q(("total__gt", 0)), name="card_payment_total_positive"
            ),
        ),
    ]
