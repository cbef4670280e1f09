"""The states of django-payments in our own words; one open payment an order stays open."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

OURS = {
    "input": "waiting",
    "preauth": "pending",
    "refunded": "confirmed",
    "error": "rejected",
    "cancelled": "expired",
}
THEIRS = {"pending": "preauth", "expired": "cancelled"}


def rename(apps: Apps, words: dict[str, str]) -> None:
    payments = apps.get_model("licensing", "CardPayment").objects
    for old, new in words.items():
        payments.filter(status=old).update(status=new)


def forwards(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    rename(apps, OURS)


def backwards(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    rename(apps, THEIRS)


class Migration(migrations.Migration):
    dependencies = [("licensing", "0002_card_payment_fields")]

    operations = [migrations.RunPython(forwards, backwards)]
