"""Papers that institutions hand in are PDFs under names of ours."""

from django.db import migrations

from licensing.models.uploads import PdfField

PAPERS = {
    "order": ("purchase_order", "purchase-orders/", "purchase order"),
    "institution": ("exemption_certificate", "exemptions/", "exemption certificate"),
}


def alter(model: str, of: str) -> migrations.AlterField:
    name, folder, words = PAPERS[of]
    return migrations.AlterField(
        model_name=model, name=name, field=PdfField(blank=True, upload_to=folder, verbose_name=words)
    )


class Migration(migrations.Migration):
    dependencies = [("licensing", "0004_card_payment_rules")]

    operations = [alter(model, of) for of in PAPERS for model in (of, f"{of}event")]
