from django.db import migrations, models


class Migration(migrations.Migration):
    """The office's list of licences begins with the latest: without an index it would sort all of them."""

    dependencies = [
        ("licensing", "0030_triggers_trade"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="licence",
            index=models.Index(fields=["-issued_at", "-id"], name="licence_newest"),
        ),
    ]
