import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=80, verbose_name="subject")),
                ("count", models.BigIntegerField(db_default=1, verbose_name="changes")),
                (
                    "transaction",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.Cast(
                                models.Func(function="pg_current_xact_id", output_field=models.TextField()),
                                models.TextField(),
                            ),
                            models.BigIntegerField(),
                        ),
                        verbose_name="transaction",
                    ),
                ),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["subject"], include=("count", "transaction"), name="change_by_subject"
                    )
                ],
            },
        ),
    ]
