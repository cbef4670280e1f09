"""The billing e-mail becomes a mailbox, and the exemption certificate a row of its own."""

from typing import Any

import pgtrigger
from django.db import migrations
from django.db.models import Q
from django.utils import timezone


def forwards(apps: Any, schema_editor: Any) -> None:
    Institution = apps.get_model("licensing", "Institution")
    Mailbox = apps.get_model("licensing", "Mailbox")
    Exemption = apps.get_model("licensing", "Exemption")
    Mailbox.objects.bulk_create(
        Mailbox(institution_id=key, matter="accounts-payable", email=email)
        for key, email in Institution.objects.exclude(billing_email="").values_list("pk", "billing_email")
    )
    now = timezone.now()
    # Until now the office's verification of the institution was also its word on the exemption.
    Exemption.objects.bulk_create(
        Exemption(
            institution=each,
            country=each.country,
            file=each.exemption_certificate.name or "",
            status="accepted" if each.verification == "verified" else "asked",
            checked_by_id=each.verified_by_id,
            checked_at=each.verified_at or (now if each.verification == "verified" else None),
        )
        for each in Institution.objects.filter(Q(is_tax_exempt=True) | ~Q(exemption_certificate=""))
    )


def backwards(apps: Any, schema_editor: Any) -> None:
    Institution = apps.get_model("licensing", "Institution")
    Mailbox = apps.get_model("licensing", "Mailbox")
    Exemption = apps.get_model("licensing", "Exemption")
    with pgtrigger.ignore():
        for mailbox in Mailbox.objects.filter(matter="accounts-payable").order_by("-pk"):
            Institution.objects.filter(pk=mailbox.institution_id).update(billing_email=mailbox.email)
        for exemption in Exemption.objects.exclude(status="refused").order_by("-pk"):
            Institution.objects.filter(pk=exemption.institution_id).update(
                is_tax_exempt=True, exemption_certificate=exemption.file.name or ""
            )
    Mailbox.objects.all().delete()
    Exemption.objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("licensing", "0009_buyers")]
    operations = [migrations.RunPython(forwards, backwards)]
