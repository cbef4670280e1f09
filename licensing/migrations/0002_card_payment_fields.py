"""Card payments as Longtake itself keeps them: money with its currency, and none of the columns that nobody filled."""

import djmoney.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("licensing", "0001_licensing")]

    operations = [
        migrations.AlterModelOptions(
            name="cardpayment",
            options={
                "ordering": ("-created", "-pk"),
                "verbose_name": "card payment",
                "verbose_name_plural": "card payments",
            },
        ),
        migrations.RemoveConstraint(model_name="cardpayment", name="card_payment_open_once"),
        migrations.RenameField(model_name="cardpayment", old_name="currency", new_name="total_currency"),
        migrations.AlterField(
            model_name="cardpayment",
            name="total_currency",
            field=djmoney.models.fields.CurrencyField(
                choices=[
                    ("GBP", "British Pound"),
                    ("CAD", "Canadian Dollar"),
                    ("EUR", "Euro"),
                    ("USD", "US Dollar"),
                ],
                default="USD",
                editable=False,
                max_length=3,
            ),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="total",
            field=djmoney.models.fields.MoneyField(decimal_places=2, max_digits=12, verbose_name="total"),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="billing_email",
            field=models.EmailField(blank=True, max_length=254, verbose_name="billing e-mail"),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="created",
            field=models.DateTimeField(auto_now_add=True, verbose_name="created at"),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="description",
            field=models.CharField(blank=True, max_length=200, verbose_name="description"),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="message",
            field=models.TextField(blank=True, verbose_name="message"),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="modified",
            field=models.DateTimeField(auto_now=True, verbose_name="changed at"),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="transaction_id",
            field=models.CharField(blank=True, max_length=255, verbose_name="session at the gateway"),
        ),
        migrations.AlterField(
            model_name="cardpayment",
            name="variant",
            field=models.CharField(max_length=20, verbose_name="gateway"),
        ),
        *[
            migrations.RemoveField(model_name="cardpayment", name=name)
            for name in (
                "billing_address_1",
                "billing_address_2",
                "billing_city",
                "billing_country_area",
                "billing_country_code",
                "billing_first_name",
                "billing_last_name",
                "billing_phone",
                "billing_postcode",
                "captured_amount",
                "customer_ip_address",
                "delivery",
                "extra_data",
                "fraud_message",
                "fraud_status",
                "tax",
            )
        ],
    ]
